"""What a person should know, and how it reaches them (thông báo): on the pages, by e-mail, in a calendar, on paper."""
