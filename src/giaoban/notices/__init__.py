"""What a person should know, and how it reaches them: in the product, by e-mail, in a calendar (thông báo)."""
