"""Whether a suspected slip is one: the mended form must break up into words better than the printed.

审|签|行政 holds no 强行: with 行政 a word the mended form leaves as many characters alone. 终期 is seen in
proper texts. What a word of the printed form explains is no slip.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.knowledge.misfits import ALONE

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from lawdraft.knowledge.rows import Rows

REACH = 4  # characters on either side that may belong to the words of a suspect
LONGEST = 4  # characters of the longest words listed
SURE, LIKELY, NO = 2, 1, 0
_ONE, _TWO = 2.5, 4.0  # gain where one character less, or two, are left without a word
_FITS = 3  # points of rows around that are as good as certain
_BY_ITSELF = ALONE | frozenset("她他它曾常太死这那很又来去多少后前想吃")


@dataclass(frozen=True)
class Weighing:
    """The words of reports, and the rows and pairs that official prose has."""

    common: AbstractSet[str]
    rows: Rows

    def verdict(self, text: str, start: int, end: int, right: str) -> int:
        """SURE, LIKELY or NO for the span of a text that `right` should replace."""
        first, last = _around(text, start, end)
        if _is_paired(text, start, end):
            return NO
        printed, mended = text[first:last], text[first:start] + right + text[end:last]
        gain = self.cost(printed) - self.cost(mended)
        if end - start != len(right):
            return SURE if gain >= 1.0 else NO
        changed = [at for at in range(start, end) if text[at] != right[at - start]]
        points = self._points(mended, start - first, len(right))
        apart = len(changed) > 1 or text[changed[0]] not in _BY_ITSELF
        good = points >= _FITS or (points and gain >= _TWO)
        new = apart and gain >= _ONE and not self._is_seen(text, start, end, changed)
        if new and good:
            return SURE
        if self._stands_so(printed, start - first, end - start):
            return NO
        return LIKELY if points >= _FITS or (new and points > 1) else NO

    def _points(self, mended: str, start: int, length: int) -> int:
        """How well the rows of three around the mended word fit: 2 a usual, 1 a frequent one."""
        places = range(max(0, start - 1), start + length - 1)
        rows = [mended[at : at + 3] for at in places if at + 3 <= len(mended)]
        return sum((row in self.rows.frequent) + (row in self.rows.usual) for row in rows)

    def _stands_so(self, printed: str, start: int, length: int) -> bool:
        """Whether a row of three around the printed word was ever seen."""
        places = range(max(0, start - 1), start + length - 1)
        return any(printed[at : at + 3] in self.rows.seen for at in places)

    def joins(self, text: str, start: int, end: int, right: str) -> bool:
        """Whether the mended form leaves a character less without a word."""
        first, last = _around(text, start, end)
        mended = text[first:start] + right + text[end:last]
        return self.cost(text[first:last]) - self.cost(mended) >= _ONE

    def is_own(self, text: str, start: int, end: int, right: str) -> bool:
        """Whether a row of the same length as `right` stands so in proper texts: 扶贫济困."""
        printed = text[start:end]
        if printed in self.rows.words or len(printed) != len(right):
            return printed in self.rows.words
        places = [at for at in range(end - start) if printed[at] != right[at]]
        if places == [0] and start and self.is_word(text[start - 1 : start + 1]):
            return True
        if places == [end - start - 1] and self.is_word(text[end - 1 : end + 1]):
            return True
        rows = [text[at : at + 3] for at in range(start, end - 2)]
        held = [r for i, r in enumerate(rows) if any(i <= at <= i + 2 for at in places)]
        return bool(held) and all(row in self.rows.seen for row in held)

    def is_word(self, row: str) -> bool:
        """Whether it is an ordinary word of two to four characters."""
        return row in self.common or row in self.rows.words

    def _is_seen(self, text: str, start: int, end: int, changed: list[int]) -> bool:
        """Whether proper texts have the pairs that hold the changed character."""
        places = {at + off for at in changed for off in (-1, 0)}
        inner = [at for at in places if start <= at and at + 2 <= end]
        return any(text[at : at + 2] in self.rows.pairs for at in inner)

    def cost(self, row: str) -> float:
        """How badly characters in a row break up into words: 1 a word, 2.5 a character alone."""
        best = [0.0]
        for at, sign in enumerate(row):
            least = best[at] + (1.0 if sign in _BY_ITSELF else _ONE)
            for length in range(2, min(LONGEST, at + 1) + 1):
                before = best[at + 1 - length]
                if before + 1.0 < least and self.is_word(row[at + 1 - length : at + 1]):
                    least = before + 1.0
            best.append(least)
        return best[-1]


def _is_paired(text: str, start: int, end: int) -> bool:
    """互谅互让, 应援尽援: four characters of which two are the same belong together."""
    twos = (text[start : start + 1], text[start + 2 : start + 3])
    ends = (text[end - 1 : end], text[end + 1 : end + 2])
    return end - start == len(twos) and (twos[0] == twos[1] or ends[0] == ends[1])


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """The Chinese characters beside a span, REACH of them at most on either side."""
    first, last = start, end
    while first and start - first < REACH and "一" <= text[first - 1] <= "鿿":
        first -= 1
    while last < len(text) and last - end < REACH and "一" <= text[last] <= "鿿":
        last += 1
    return first, last
