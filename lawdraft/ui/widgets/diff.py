"""Last year's wording against this year's: what went and what came, in colours."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from html import escape
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawdraft.ui.look import Colours

_TOKEN = re.compile(r"\d[\d,.]*|.", re.DOTALL)
SHORTEST_KEPT = 3  # a few characters that happen to agree between changes are noise


def diff_html(last: str, now: str, colours: Colours) -> str:
    """Both in one line: removed words struck through, new ones on green."""
    parts = []
    for kind, a, b, c, d in opcodes(last, now):
        if kind == "equal":
            parts.append(escape(last[a:b]))
            continue
        if b > a:
            parts.append(f'<span style="color:{colours.bad};text-decoration:line-through">{escape(last[a:b])}</span>')  # fmt: skip
        if d > c:
            parts.append(f'<span style="color:{colours.good};background:{colours.good_soft}">{escape(now[c:d])}</span>')  # fmt: skip
    return "".join(parts).replace("\n", "<br>")


def opcodes(last: str, now: str) -> list[tuple[str, int, int, int, int]]:
    """Difflib's opcodes in characters; numbers change whole: 63 → 66, not 6[3→6].

    Few characters that happen to agree between changes are taken into the change around them.
    """
    ours, theirs = _TOKEN.findall(last), _TOKEN.findall(now)
    a_at, b_at = _starts(ours), _starts(theirs)
    made: list[tuple[str, int, int, int, int]] = []
    for kind, i, j, k, m in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        a, b, c, d = a_at[i], a_at[j], b_at[k], b_at[m]
        short = kind == "equal" and b - a < SHORTEST_KEPT and a > 0 and b < len(last)
        changed = "replace" if short or kind != "equal" else "equal"
        if made and changed == "replace" == made[-1][0]:
            _kind, a0, _b, c0, _d = made.pop()
            made.append(("replace", a0, b, c0, d))
        else:
            made.append((changed, a, b, c, d))
    return made


def _starts(tokens: list[str]) -> list[int]:
    return [0, *accumulate(map(len, tokens))]
