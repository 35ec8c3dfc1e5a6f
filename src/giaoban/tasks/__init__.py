"""Tasks: what the office made of the directives, one assignment a unit, and what became of each."""
