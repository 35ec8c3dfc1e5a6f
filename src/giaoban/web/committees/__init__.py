"""The directory: units, groups, people, members."""
