"""The pages of cited documents."""
