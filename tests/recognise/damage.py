"""Damage that pages do to headings, applied to made-up reports: the truth stays the same."""

import random
import re

from synthetic import make

_RUN_IN = re.compile(
    r"^([\s　 ]*)(([（(][一二三四五六七八九十]+[）)]|\d{1,2}[.．、])[^。：]{4,24})。(?=.)"
)


def make_damaged(seed):
    """A made-up report with lost signs: brackets, the 。 behind a heading, doubled or odd blanks."""
    made = make(seed)
    r = random.Random(seed * 7 + 1)
    lines, lost = [], r.random() < 0.5
    for line in made.lines:
        if lost and r.random() < 0.3:
            line = _RUN_IN.sub(r"\1\2", line)
        lines.append(line)
    made.lines = lines
    return made
