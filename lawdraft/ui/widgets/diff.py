"""Last year's wording against this year's: what went and what came, in colours."""

from __future__ import annotations

from difflib import SequenceMatcher
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawdraft.ui.look import Colours

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
    """Difflib's opcodes with accidental single characters taken into the change around them."""
    made: list[tuple[str, int, int, int, int]] = []
    for kind, a, b, c, d in SequenceMatcher(None, last, now, autojunk=False).get_opcodes():
        short = kind == "equal" and b - a < SHORTEST_KEPT and a > 0 and b < len(last)
        changed = "replace" if short or kind != "equal" else "equal"
        if made and changed == "replace" == made[-1][0]:
            _kind, a0, _b, c0, _d = made.pop()
            made.append(("replace", a0, b, c0, d))
        else:
            made.append((changed, a, b, c, d))
    return made
