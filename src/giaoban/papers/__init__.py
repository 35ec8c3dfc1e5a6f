"""Outgoing documents in official form: minutes, reminder, answer (văn bản đi)."""
