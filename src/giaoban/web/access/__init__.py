"""Signing in, the actor of a request, the shell of every page, and refusals as pages."""
