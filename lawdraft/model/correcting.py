"""What the user corrected in a recognised report, kept apart so that it holds when that is done anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.model.report import SectionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawdraft.model.report import Heading, Section

GivenKinds = tuple[tuple[str, tuple[SectionKind, ...]], ...]
"""Kinds by the key of a heading or section; the same key stands once."""

MOST_KINDS = 2  # 存在问题及下步打算
_SHOWN = 24  # characters that tell a section without a heading


@dataclass(frozen=True, slots=True)
class Corrections:
    """Rows are named by `Paragraph.row` and `Removed.row`; None is: as recognised."""

    back: frozenset[int] = frozenset()  # rows that were removed and are the report's
    off: frozenset[int] = frozenset()  # rows that are not the report
    kinds: GivenKinds = ()
    year: int | None = None
    organisation: str | None = None


NONE = Corrections()


def heading_key(headings: Sequence[Heading], place: int) -> str:
    """What names a heading whatever stands round it: its words, and the how-manieth of them it is."""
    words = headings[place].text
    before = sum(heading.text == words for heading in headings[:place])
    return f"{words}#{before}"


def section_key(text: str, section: Section, headings: Sequence[Heading]) -> str:
    """What names a section: its heading, or the words it begins with."""
    if section.heading is not None:
        return heading_key(headings, section.heading)
    return f"¶{text[section.start : section.end][:_SHOWN]}"


def with_kinds(given: GivenKinds, key: str, kinds: tuple[SectionKind, ...]) -> GivenKinds:
    """The kinds given so far and these; an earlier word about the same place goes."""
    return (*(each for each in given if each[0] != key), (key, kinds[:MOST_KINDS]))
