"""The committee and its people: units, groups, posts, members and what each role may do."""
