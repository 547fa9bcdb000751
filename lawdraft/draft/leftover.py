"""Last year's numbers that still stand in this year's text, told one by one: none stays silently."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.model.asking import WHY_LEFT, WHY_STANDING
from lawdraft.model.draft import Change
from lawdraft.model.editing import SLOT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lawdraft.model.draft import Entry

_NAMED = re.compile(  # numbers that are part of a name, a date or a document
    r"《[^》\n]*》|〔[^〕\n]*〕|“[^”\n]*”|\[[^\]\n]*\]"
    r"|(?:20|19)\d\d\s*(?:年|度|以来)?|\d{1,2}月(?:\d{1,2}[日号])?|\d{1,2}[.·]\d{1,2}(?!\d|%)"
    r"|第\s*\d+|\d{5}(?=热线|平台)|\d{3,4}-\d{7,8}|1\d{10}|(?<!\d)\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[)）]"
    r"|\d+(?=[°+\-—]|[a-zA-Z]|(?:服务)?热线)|[a-zA-Z+\-]\d+"
)
_DIGITS = re.compile(r"\d[\d,，.]*(?:\s*[余多万亿千百%％]+)?[\u4e00-\u9fff]{0,2}")
_WORDED = re.compile(
    r"[一二两三四五六七八九十百]*[二两三四五六七八九十百](?:余|多)?(?:人次|场次|件次|场|件|人|名|份|期|起|户|处|批次?)"
    r"(?![个项大])"
)


def numbers_kept(text: str, entries: Mapping[str, Entry]) -> tuple[Change, ...]:
    """A mark for each number of the slotted text that is still last year's."""
    standing = [
        _mark(entries[found[1]])
        for found in SLOT.finditer(text)
        if found[1] in entries and entries[found[1]].value is not None
    ]
    bare = _NAMED.sub("，", SLOT.sub("，", text))
    left = [found[0] for pattern in (_DIGITS, _WORDED) for found in pattern.finditer(bare)]
    if "\t" in text:
        left = []  # a table's cells are slots
    return tuple(dict.fromkeys((*standing, *(Change(each, each, WHY_LEFT) for each in left))))


def _mark(entry: Entry) -> Change:
    words = f"{entry.thing}{entry.value}{entry.unit or ''}"
    return Change(words, words, WHY_STANDING)
