"""Dates and numbers of forms and pages, for Django's ``FORMAT_MODULE_PATH``."""
