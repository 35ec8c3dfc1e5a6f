"""The pages: a door that decides nothing. Views parse a form, call an action or a query, and render."""
