"""Archives: whole folders of documents read by many processes, or by a cluster, into files that can be gone on with.

``finding`` says which files there are and what each is called; ``work`` is what is done with one of them, ``workers``
and ``cluster`` where; ``folder`` and ``table`` keep the results; ``reading`` brings the three together.
"""
