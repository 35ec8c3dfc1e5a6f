"""The audit, read."""
