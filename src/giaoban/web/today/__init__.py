"""Today: what needs me, in order."""
