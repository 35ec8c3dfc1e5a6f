"""Giao Ban."""
