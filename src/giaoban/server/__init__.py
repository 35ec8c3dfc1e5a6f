"""Settings and start: the only part that knows every other."""
