"""Pages of what a conference concludes: the draft of its conclusion, and the answers to the last one."""
