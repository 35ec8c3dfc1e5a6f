"""The example committee: a real town's offices, so that the product can be tried on its own example page."""
