"""Pages of the conferences: the list, one conference by the steps of its cycle, its forms."""
