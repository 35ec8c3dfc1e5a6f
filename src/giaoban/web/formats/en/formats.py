"""The English interface writes dates and numbers as the office's papers do, so that nobody takes one for another."""

from giaoban.web.formats.vi.formats import *  # noqa: F403
