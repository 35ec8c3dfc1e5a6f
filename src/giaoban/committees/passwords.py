"""First passwords: made by the machine, long enough for the rules, easy to read out and type once."""

from __future__ import annotations

import secrets

#: Letters and digits that are not taken for one another when read out or written by hand.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
BLOCKS, BLOCK = 5, 4


def first_password() -> str:
    """Return a random password of five blocks of four, about 99 bits: ``k3mv-9xtd-…``."""
    blocks = ("".join(secrets.choice(ALPHABET) for _ in range(BLOCK)) for _ in range(BLOCKS))
    return "-".join(blocks)
