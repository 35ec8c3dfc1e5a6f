"""The pages of a meeting: attendance, what the projector shows and how it is steered, the minutes."""
