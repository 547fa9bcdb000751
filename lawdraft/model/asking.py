"""Changes of the roll-forward that may be wrong: the clerk says yes, or takes the old words back."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from lawdraft.model import editing
from lawdraft.model.draft import Card, Draft, DraftSection, Topic

if TYPE_CHECKING:
    from lawdraft.model.draft import Change

WHY_STANDING = "这个数沿用去年的，请核对今年变了没有"
WHY_LEFT = "这里的数没有改，请核对今年变了没有"
_Item = TypeVar("_Item", Card, Topic, DraftSection)


@dataclass(frozen=True, slots=True)
class Question:
    """A change that is still asked about: whose, and which one."""

    item: str  # id of a card, topic or section
    change: Change


def open_questions(draft: Draft) -> tuple[Question, ...]:
    """All that is still asked about, in the report's order; dropped cards ask nothing."""
    return tuple(
        Question(item.id, change)
        for section in draft.sections
        for item in _items(section)
        for change in asked_of(item)
    )


def asked_of(item: Card | Topic | DraftSection) -> tuple[Change, ...]:
    """What is still asked about an item; words that were left as they were ask until they go."""
    words = f"{item.heading or ''}\n{item.text if isinstance(item, Card) else ''}"
    return tuple(
        change
        for change in item.changes
        if change.asked and not (is_left(change) and change.after not in words)
    )


def is_left(change: Change) -> bool:
    """Whether the words stand as they did last year: 2025年是“十四五”收官之年."""
    return change.before == change.after


def kept_numbers(draft: Draft) -> tuple[str, ...]:
    """Last year's numbers that stand in the draft as they were, each once."""
    found = (
        change.before
        for section in draft.sections
        for item in _items(section)
        for change in item.changes
        if change.why in (WHY_STANDING, WHY_LEFT)
    )
    return tuple(dict.fromkeys(found))


def _items(section: DraftSection) -> list[DraftSection | Topic | Card]:
    items: list[DraftSection | Topic | Card] = [section]
    for topic in section.topics:
        items += [topic, *(card for card in topic.cards if card.decision != "drop")]
    return items


def settle(draft: Draft, item: str, change: Change, *, right: bool) -> Draft:
    """The clerk's answer: the change stands, or the words are put back as they were last year.

    Raises KeyError where nothing of that id is there.
    """
    if item.startswith("c"):
        return editing.change_card(draft, item, lambda each: _settled(each, change, right=right))
    if item.startswith("t"):
        return editing.change_topic(draft, item, lambda each: _settled(each, change, right=right))
    return editing.change_section(draft, item, lambda each: _settled(each, change, right=right))


def _settled(item: _Item, change: Change, *, right: bool) -> _Item:
    kept = tuple(replace(each, asked=False) if each == change else each for each in item.changes)
    if right:
        return replace(item, changes=kept)
    back = tuple(each for each in item.changes if each != change)
    if isinstance(item, Card):
        heading = (item.heading or "").replace(change.after, change.before) or None
        text = _put_back(item.text, item.last, change)
        return replace(item, changes=back, heading=heading, text=text)
    heading = _put_back(item.heading or "", item.last_heading, change) or None
    return replace(item, changes=back, heading=heading)


def _put_back(words: str, last: str, change: Change) -> str:
    """谋划“十五五” stays beside 落实“十四五” where last year's words had both, in that order."""
    either = f"{re.escape(change.before)}|{re.escape(change.after)}"
    was, pieces = re.findall(either, last), words.split(change.after)
    if len(was) != len(pieces) - 1:
        was = [change.before] * (len(pieces) - 1)
    return pieces[0] + "".join(f"{old}{piece}" for old, piece in zip(was, pieces[1:], strict=True))
