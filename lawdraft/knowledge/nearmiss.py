"""Set phrases with one character lost, doubled, swapped or changed: 第一责任任职责, 矛盾纠多元化解."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lawdraft.text.pairs import places_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

WHOLE = 7  # characters from which a changed character is sure to be a slip
_OTHER_RULES = frozenset(("制治", "治制"))  # 法制 for 法治 is a wrong term, no slip of the pen
ANCHOR = 3  # characters at one end that a single change leaves whole


@dataclass(frozen=True)
class NearMisses:
    """Ready for searching: misspelt forms by their first characters, phrases by either end."""

    forms: Mapping[str, tuple[tuple[str, str], ...]]
    heads: Mapping[str, tuple[str, ...]]
    tails: Mapping[str, tuple[str, ...]]
    anchors: frozenset[str]  # all of their keys: most places of a text have none

    @cached_property
    def _begun(self) -> Mapping[str, None]:
        """How they begin."""
        return dict.fromkeys(anchor[:2] for anchor in self.anchors)

    def slips(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and the right phrase of every slip in a text."""
        for at in self._places(text):
            anchor = text[at : at + ANCHOR]
            for wrong, right in self.forms.get(anchor, ()):
                if text.startswith(wrong, at) and not _within(text, at, wrong, right):
                    yield at, at + len(wrong), right
            for phrase in self.heads.get(anchor, ()):
                if _one_changed(text[at : at + len(phrase)], phrase):
                    yield at, at + len(phrase), phrase
            for phrase in self.tails.get(anchor, ()):
                start = at + ANCHOR - len(phrase)
                if start >= 0 and _one_changed(text[start : start + len(phrase)], phrase):
                    yield start, start + len(phrase), phrase

    def _places(self, text: str) -> list[int]:
        anchors, begun = self.anchors, places_of(text, self._begun.keys())
        return [at for at in begun if text[at : at + ANCHOR] in anchors]


def _within(text: str, at: int, wrong: str, right: str) -> bool:
    """Whether the form is only a piece of the right phrase as it stands there."""
    around = text[max(0, at - 2) : at + len(wrong) + 2]
    return right in around


def _one_changed(window: str, phrase: str) -> bool:
    """One character differs, inside; 依法治县 for 依法治国 differs at the end and is fine."""
    if len(window) != len(phrase) or window == phrase:
        return False
    wrong = [i for i, sign in enumerate(window) if sign != phrase[i]]
    if len(wrong) != 1 or not 0 < wrong[0] < len(phrase) - 1:
        return False
    sign = window[wrong[0]]
    return "一" <= sign <= "鿿" and sign + phrase[wrong[0]] not in _OTHER_RULES


def near_misses(phrases: Iterable[str]) -> NearMisses:
    """The tables for a list of phrases of five characters and more."""
    forms: dict[str, dict[str, str]] = {}
    heads: dict[str, list[str]] = {}
    tails: dict[str, list[str]] = {}
    known = tuple(phrases)
    for phrase in known:
        for wrong in _forms(phrase):
            if not any(wrong in other for other in known):
                forms.setdefault(wrong[:ANCHOR], {})[wrong] = phrase
        if len(phrase) >= WHOLE:
            heads.setdefault(phrase[:ANCHOR], []).append(phrase)
            tails.setdefault(phrase[-ANCHOR:], []).append(phrase)
    return NearMisses(
        {start: tuple(found.items()) for start, found in forms.items()},
        {start: tuple(found) for start, found in heads.items()},
        {start: tuple(found) for start, found in tails.items()},
        frozenset((*forms, *heads, *tails)),
    )


def _forms(phrase: str) -> Iterator[str]:
    """One inner character lost, one doubled, two neighbours swapped."""
    for at in range(1, len(phrase) - 1):
        yield phrase[:at] + phrase[at + 1 :]
        yield phrase[: at + 1] + phrase[at:]
    for at in range(len(phrase) - 1):
        if phrase[at] != phrase[at + 1]:
            yield phrase[:at] + phrase[at + 1] + phrase[at] + phrase[at + 2 :]
