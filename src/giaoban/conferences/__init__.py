"""The cycle of a giao ban: planned, prepared, held, concluded, answered at the next one (hội nghị giao ban)."""
