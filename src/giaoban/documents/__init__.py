"""Incoming documents: the file as received, its text, what the reader found, and the specialist's review of it."""
