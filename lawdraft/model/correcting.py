"""What the user corrected in a recognised report, kept apart so that it holds when that is done anew."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lawdraft.model.report import SectionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawdraft.model.draft import Draft, DraftSection
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


def draft_with_kinds(draft: Draft, key: str, kinds: tuple[SectionKind, ...]) -> Draft:
    """The draft with kinds given to a part of last year's report, and to what has become of it."""
    words = key.removeprefix("¶").rpartition("#")[0] or key.removeprefix("¶")
    named = dict(draft.last_kinds) | {key: kinds[:MOST_KINDS]}
    draft = replace(draft, last_kinds=tuple(named.items()))
    if key.startswith("¶"):
        return _given_to_opening(draft, words, kinds)
    sections = tuple(_given_to_section(section, words, kinds) for section in draft.sections)
    return replace(draft, sections=sections)


def _given_to_opening(draft: Draft, words: str, kinds: tuple[SectionKind, ...]) -> Draft:
    """The first section without a heading in which a card begins with these words."""
    for place, section in enumerate(draft.sections):
        begins = (card.last.strip() for topic in section.topics for card in topic.cards)
        if not section.last_heading and any(last and words.startswith(last[:8]) for last in begins):
            given = replace(section, kinds=kinds)
            before, behind = draft.sections[:place], draft.sections[place + 1 :]
            return replace(draft, sections=(*before, given, *behind))
    return draft


def _given_to_section(
    section: DraftSection, words: str, kinds: tuple[SectionKind, ...]
) -> DraftSection:
    if _is_named(section.last_heading, words):
        return replace(section, kinds=kinds or section.kinds)
    topics = tuple(
        replace(topic, kinds=kinds) if _is_named(topic.last_heading, words) else topic
        for topic in section.topics
    )
    return replace(section, topics=topics)


def _is_named(last_heading: str, words: str) -> bool:
    """Headings of a draft stand without their numbers."""
    return bool(last_heading) and words.rstrip("。：").endswith(last_heading)
