"""Formats of the English interface."""
