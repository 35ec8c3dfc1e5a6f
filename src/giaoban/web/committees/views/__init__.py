"""The directory's pages by what they are about: units, groups, people; members and settings."""
