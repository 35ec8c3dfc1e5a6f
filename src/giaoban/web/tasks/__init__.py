"""Tasks: the list, one task, one unit's."""
