"""The journal: who did what and when, and whether the chain of it holds."""
