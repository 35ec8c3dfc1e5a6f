"""A gallery of the look: every component and the main screens with made-up content, for eyes and for axe.

``python -m web.gallery.site 8801`` (in ``tests/``) serves it on that port.
"""
