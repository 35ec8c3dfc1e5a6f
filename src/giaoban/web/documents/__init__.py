"""Documents: adding one, reading it, reviewing what was found."""
