"""The language of Vietnamese official documents: from a text to what it says."""
