"""Tags and filters of the templates: dates and numbers as the office writes them, states, icons, lists."""
