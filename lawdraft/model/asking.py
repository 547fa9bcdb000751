"""Changes of the roll-forward that may be wrong: the clerk says yes, or takes the old words back."""

from __future__ import annotations

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
        for change in item.changes
        if change.asked
    )


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
    heading = (item.heading or "").replace(change.after, change.before) or None
    if isinstance(item, Card):
        text = item.text.replace(change.after, change.before)
        return replace(item, changes=back, heading=heading, text=text)
    return replace(item, changes=back, heading=heading)
