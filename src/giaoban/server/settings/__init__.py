"""Django settings: ``base`` for all, ``local`` to try it or for one office, ``production``, ``test``."""
