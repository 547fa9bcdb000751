"""Fixed wordings of official prose with one word lost, replaced or out of its place.

An entry is its words, parted by spaces and marks: 办事 依法、遇事 找法、解决问题 用法、化解矛盾 靠法. A word may
have others that stand for it, 执法公示|行政执法公示. Where all words but one stand in a row, the odd one
is told: 解决问题靠法、化解矛盾用法. Words put between, and a formula broken off at its end, are fine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lawdraft.text.pairs import pair_places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lawdraft.knowledge.entries import Formula

_MARKS = re.compile(r"[、，；“”‘’《》·\"\s]*(?:(?:制度|机制|以及|[和与及])[、，“”]*)?")
_HAN = re.compile(r"[一-鿿]+\Z")
_WIDEST = 8  # characters of an odd word


@dataclass(frozen=True, slots=True)
class Odd:
    """A formula at [start, end) of a text that is not as it should be; `right` is how it is."""

    start: int
    end: int
    right: str
    entry: Formula


@dataclass(frozen=True)
class _Ready:
    """An entry with its words; each the forms it may have, the right one first."""

    entry: Formula
    words: tuple[tuple[str, ...], ...]

    def may_stand_in(self, text: str) -> bool:
        """Whether no more of its words are missing than one, and those of a broken-off end."""
        left = 1 + (self.entry.shortest and len(self.words) - self.entry.shortest)
        for forms in self.words:  # plain loops: asked hundreds of times a report
            for form in forms:
                if form in text:
                    break
            else:
                left -= 1
                if left < 0:
                    return False
        return True

    def at(self, text: str, place: int, number: int) -> int:
        """Where the word of that number ends that begins at a place; 0 for none."""
        for form in self.words[number]:
            if text.startswith(form, place):
                return place + len(form)
        return 0


@dataclass(frozen=True)
class Formulas:
    """Finds the odd ones among all entries."""

    ready: tuple[_Ready, ...]

    @cached_property
    def _begun(self) -> Mapping[str, frozenset[int]]:
        """Entries by the first two characters of their first and second words."""
        found: dict[str, set[int]] = {}
        for number, one in enumerate(self.ready):
            for form in (*one.words[0], *one.words[1]):
                found.setdefault(form[:2], set()).add(number)
        return {begin: frozenset(numbers) for begin, numbers in found.items()}

    def odd(self, text: str) -> Iterator[Odd]:
        """Every formula in a text that has one word too few or another one."""
        begun = self._begun
        here = pair_places(text).keys() & begun.keys()
        for number in sorted({number for pair in here for number in begun[pair]}):
            one = self.ready[number]
            if one.may_stand_in(text):
                yield from self._odd(text, one)

    def _odd(self, text: str, one: _Ready) -> Iterator[Odd]:
        done = 0
        for first in (0, 1):
            for form in one.words[first]:
                for found in re.finditer(re.escape(form), text):
                    if found.start() >= done and (odd := self._from(text, found, one, first)):
                        done = odd.end
                        yield odd

    def _from(self, text: str, found: re.Match[str], one: _Ready, first: int) -> Odd | None:
        """The formula that begins with its first or second word at a place, if it is odd."""
        start = found.start()
        wrong = 0
        if first:
            start = self._before(text, start, one)
            if start < 0:
                return None
            wrong = 1
        end, more = self._along(text, found.end(), one, first + 1)
        wrong += len(more)
        turned = [each for each in more if each == "turned"]
        if end < 0 or not wrong or (wrong > 1 and len(turned) < len(more)):
            return None
        if (turned and not one.entry.ordered) or ("lost" in more and not one.entry.whole):
            return None
        return Odd(start, end, right_form(one.entry.text), one.entry)

    def _before(self, text: str, place: int, one: _Ready) -> int:
        """Where the odd first word begins, in front of the second; -1 where it is right or none."""
        while place and text[place - 1] in "、，“”":
            place -= 1
        for forms in one.words[1:]:
            for form in forms:
                if text.endswith(form, 0, place):
                    return place - len(form)
        if any(text.endswith(form, 0, place) for form in one.words[0]):
            return -1
        for form in one.words[0]:
            start = place - len(form)
            if start >= 0 and _like(text[start:place], form):
                return start
        return -1

    def _along(self, text: str, place: int, one: _Ready, number: int) -> tuple[int, list[str]]:
        """Where the formula ends, and what is wrong on its way; -1 where it breaks off."""
        wrong: list[str] = []
        while number < len(one.words):
            place = _MARKS.match(text, place).end()  # type: ignore[union-attr]
            if end := one.at(text, place, number):
                place, number = end, number + 1
                continue
            step = self._stray(text, place, one, number)
            if step is None:  # broken off: fine where enough of it stands
                return (place if 0 < one.entry.shortest <= number else -1), wrong
            place, number, what = step
            if what:
                wrong.append(what)
        return place, wrong

    def _stray(
        self, text: str, place: int, one: _Ready, number: int
    ) -> tuple[int, int, str] | None:
        """One step over what stands in place of a word: (place, next word, what is wrong)."""
        for other in range(len(one.words)):
            if other != number and (end := one.at(text, place, other)):
                if other == number + 1:  # the next one: this is lost, unless it comes yet
                    late = _MARKS.match(text, end).end()  # type: ignore[union-attr]
                    if not one.at(text, late, number):
                        return place, number + 1, "lost"
                return end, number + 1, "turned"
        ahead = _next(text, place, one, number)
        if ahead is not None:
            at, which = ahead
            if which == number:  # something put between
                return at, number, ""
            gap = text[place:at].rstrip("、，；“”和与及")
            return (at, which, "replaced") if _HAN.match(gap) else None
        last = number == len(one.words) - 1
        for form in one.words[number] if last else ():
            window = text[place : place + len(form)]
            if _like(window, form):
                return place + len(form), number + 1, "replaced"
        return None


def _like(window: str, form: str) -> bool:
    """Whether another word stands for this one: half of it is the same, or its end: 满意感."""
    same = sum(a == b for a, b in zip(window, form, strict=False))
    return (
        len(window) == len(form) > 1
        and window != form
        and bool(_HAN.match(window))
        and (2 * same >= len(form) or window[-1] == form[-1])
    )


def _next(text: str, place: int, one: _Ready, number: int) -> tuple[int, int] | None:
    """The place of this word or the one behind it, a few characters on."""
    stop = min(len(text), place + _WIDEST + 1)
    for at in range(place + 1, stop):
        if text[at - 1] in "。；\n":
            return None
        for which in (number, number + 1):
            if which < len(one.words) and one.at(text, at, which):
                return at, which
    return None


def right_form(text: str) -> str:
    """How an entry is printed: its words without those that may stand for them."""
    return re.sub(r"\|[^ 、，]+", "", text).replace(" ", "")


def formulas_of(entries: Iterable[Formula]) -> Formulas:
    """Ready for searching."""
    return Formulas(tuple(_Ready(entry, words_of(entry.text)) for entry in entries))


def words_of(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of an entry: 公开 透明、公正 → ((公开,), (透明,), (公正,)); | parts what may stand."""
    return tuple(tuple(word.split("|")) for word in re.split(r"[ 、，]+", text) if word)
