"""What stands as it was meant though official prose hardly has it: names, words of the trade."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from lawdraft.check.persons import mentions_of

if TYPE_CHECKING:
    from lawdraft.check.reading import Reading
    from lawdraft.knowledge.slips import Slip

LONGEST = 5  # characters of a word of the trade
BRAND = 6  # characters of a name in quotation marks, which often plays with words
FIRM = 4.0  # score from which one is a slip all the same
_PLACE = re.compile(r"[一-鿿]?(?:村(?![民干居级两规组务部社委庄里])|大道|片区|律师事务所|峪)")

_NO_NAME = re.compile(r"[^一-鿿]|经验|工程|法治|[的是]")


def is_meant(text: str, slip: Slip, reading: Reading) -> bool:
    """Whether what the slip would mend is right as it stands."""
    return (
        _is_doubled(text, slip)
        or _is_own(text, slip, reading)
        or _is_name(text, slip, reading)
        or _is_again(text, slip, reading)
        or (slip.score < FIRM and _is_brand(text, slip))
    )


def in_its_word(text: str, slip: Slip, reading: Reading) -> tuple[int, int, str]:
    """渔情 → 舆情, not 渔 → 舆 alone: a clerk reads words; a lost character with its neighbours."""
    start, end, right = slip.start, slip.end, slip.right
    if end == start:
        behind = min(end + 1, len(text)) if slip.kind != "end" else end
        return start - 1, behind, text[start - 1] + right + text[end:behind]
    if end - start == len(right) == 1:
        if reading.knowledge.slips.is_word(right + text[end : end + 1]):
            return start, end + 1, right + text[end]
        if reading.knowledge.slips.is_word(text[max(0, start - 1) : start] + right):
            return start - 1, end, text[start - 1] + right
    return start, end, right


def is_seam(text: str, slip: Slip, reading: Reading) -> bool:
    """了解|了办事流程, 庙会|集会: three characters of two words, no word with one told again."""
    start, end, is_word = slip.start, slip.end, reading.knowledge.slips.is_word
    if slip.kind != "left" or end - start != 3 or text[start] != text[end - 1]:
        return False
    ends = text[end - 1] == "了" and is_word(text[start : end - 1])
    return ends or (is_word(text[max(0, start - 1) : start + 1]) and is_word(text[start + 1 : end]))


def _is_doubled(text: str, slip: Slip) -> bool:
    """主任|任组长 misses nothing; 联排联调 swapped would have 联 twice."""
    start, end = slip.start, slip.end
    if slip.kind == "lost":
        return text[start - 1 : start] == text[start : start + 1]
    if slip.kind != "swapped":
        return False
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    mended = before + slip.right + behind
    return _doubles(mended) > _doubles(before + text[start:end] + behind)


def _doubles(text: str) -> int:
    return sum(one == other for one, other in pairwise(text))


def _is_own(text: str, slip: Slip, reading: Reading) -> bool:
    """镇村, 占道, 民企: words of such reports that dictionaries have too seldom."""
    words = reading.knowledge.own_words
    start, end = slip.start, slip.end
    if start == end:  # a character lost between two, either of which may be of such a word
        start, end = start - 1, end + 1
    return any(
        text[at : at + length] in words
        for at in range(max(0, start + 1 - LONGEST), end)
        for length in range(max(2, start + 1 - at), LONGEST + 1)
    )


def _is_name(text: str, slip: Slip, reading: Reading) -> bool:
    """书记周海英, 容奇大道, and the names of the unit and what is above it."""
    start, end = slip.start, slip.end
    if _PLACE.match(text, end):
        return True
    people = mentions_of(text, reading.knowledge.spelling.common)
    if any(one.start < end and start < one.end for one in people):
        return True
    home = reading.home
    names = {home.unit, home.bare, home.county, *home.above}
    return any(_touches(text, start, end, name) for name in names if len(name) > 1)


def _touches(text: str, start: int, end: int, name: str) -> bool:
    """厦门市湖里区, 江洪|港: within such a name or at once behind it."""
    at = text.find(name, max(0, start - len(name)), end + len(name))
    return at >= 0 and at < end and start <= at + len(name)


def said_again(text: str, reading: Reading) -> tuple[bool, ...]:
    """Of each slip of a paragraph whether the report has it elsewhere too: all that is asked of the rest."""
    return tuple(_is_again(text, slip, reading) for slip in reading.slips(text))


def _is_again(text: str, slip: Slip, reading: Reading) -> bool:
    """调结26件 … 未能调结: no word of the dictionary, but one of this writer."""
    start, end, _ = in_its_word(text, slip, reading)
    printed, usual = text[start:end], reading.knowledge.slips.usual
    return len(printed) > 1 and usual(printed) < 0 and reading.text.count(printed) > 1


def _is_brand(text: str, slip: Slip) -> bool:
    """“旌彩呈宪”, “邻栗小院”: within short quotation marks."""
    start = text.rfind("“", max(0, slip.start - BRAND), slip.start + 1)
    end = text.find("”", slip.end, slip.end + BRAND)
    if start < 0 or end < 0 or end - start > BRAND + 1:
        return False
    return not _NO_NAME.search(text, start + 1, end)
