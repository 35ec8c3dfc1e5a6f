"""The `giaoban` command."""
