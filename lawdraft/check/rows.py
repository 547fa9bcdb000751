"""Rows of figures behind short labels, and how their sum is printed."""

from __future__ import annotations

import re

LIKE = 0.2  # how far a row may be from a number before it and still be meant as its parts
LABEL = re.compile(
    r"[，：:；、（]?(?:其中)?(?P<label>[A-Za-zⅠ-Ⅳ一-鿿]{1,7}?)(?:有|为|共|占|各)?[：:]?"
)
"""What stands between two parts of a row: a sign and a label."""


def plain(number: float) -> str:
    """A sum without needless places."""
    return f"{number:g}" if number < 1e6 else f"{number:.0f}"
