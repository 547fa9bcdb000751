"""Two people's copies of one draft made one again.

Compared with the state they have in common, each side's changes are taken; where both changed the
same field, mine stays and theirs is told. Nothing that anybody wrote is lost.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from lawdraft.model import attaching, editing
from lawdraft.model.draft import Draft, DraftSection, Topic
from lawdraft.model.errors import BadUsageError
from lawdraft.model.rounds import Conflict, Merged

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lawdraft.model.draft import Attachment, Card, Change, Entry, Promise

    Item = Card | Topic | DraftSection | Entry | Promise | Attachment

_Item = TypeVar("_Item", "Card", "Topic", "DraftSection", "Entry", "Promise", "Attachment")
_ID = re.compile(r"[a-z]\d+")
_MENTION = re.compile(r"(?<=[⟦{])[a-z]\d+(?=[⟧}])")
_FACTS = ("organisation", "level", "title", "addressee", "signature", "date", "note", "year")


def merge(base: Draft, mine: Draft, theirs: Draft) -> Merged:
    """Both sides' changes since `base` in one draft; conflicts tell what was not taken."""
    theirs = _renumbered(base, mine, theirs)
    merger = _Merger()
    ledger = merger.items(base.ledger, mine.ledger, theirs.ledger)
    moved = merger.moved(base, mine, theirs)
    merged = replace(
        mine,
        sections=_once(merger.items(base.sections, mine.sections, theirs.sections), moved),
        ledger=ledger,
        promises=merger.items(base.promises, mine.promises, theirs.promises),
        attachments=merger.items(base.attachments, mine.attachments, theirs.attachments),
        not_problems=_union(mine.not_problems, theirs.not_problems),
        set_phrases=_union(mine.set_phrases, theirs.set_phrases),
        answers=tuple(dict.fromkeys((*mine.answers, *theirs.answers))),
        next_id=max(mine.next_id, theirs.next_id),
    )
    facts = {name: merger.field("", name, base, mine, theirs) for name in _FACTS}
    return Merged(replace(merged, **facts), tuple(merger.conflicts))


def take_theirs(draft: Draft, conflict: Conflict) -> Draft:
    """The draft with the other side's words in a field that both changed.

    Raises BadUsageError where the thing is gone.
    """
    item, field, words = conflict.item, conflict.field, conflict.theirs
    change: dict[str, Any] = {field: words}
    if not item:
        return replace(draft, **change)
    try:
        if item.startswith("c"):
            return editing.change_card(draft, item, lambda each: replace(each, **change))
        if item.startswith("t"):
            return editing.change_topic(draft, item, lambda each: replace(each, **change))
        if item.startswith("s"):
            return editing.change_section(draft, item, lambda each: replace(each, **change))
        if item.startswith("e"):
            return editing.set_figure(draft, item, None if words == "None" else words)
        if item.startswith("a"):
            return attaching.set_attachment(draft, item, **change)
        promise = draft.promise(item)
    except KeyError as trouble:
        raise BadUsageError("这一处已经不在草稿里了，请自己核对。") from trouble
    return editing.set_promise(draft, item, promise.state, words)


class _Merger:
    """Merges item by item and field by field; gathers the conflicts."""

    def __init__(self) -> None:
        self.conflicts: list[Conflict] = []

    def items(
        self, base: tuple[_Item, ...], mine: tuple[_Item, ...], theirs: tuple[_Item, ...]
    ) -> tuple[_Item, ...]:
        """Mine in my order, without what they removed, with what they added where they put it."""
        before = {item.id: item for item in base}
        other = {item.id: item for item in theirs}
        kept = [
            self._merged(before.get(item.id), item, other.get(item.id))
            for item in mine
            if item.id in other or item.id not in before or item != before[item.id]
        ]
        present = {item.id for item in mine}
        for place, item in enumerate(theirs):
            if item.id in present:
                continue
            if item.id in before and item == before[item.id]:
                continue  # I removed it, they left it as it was
            at = _behind([each.id for each in theirs[:place]], [each.id for each in kept])
            kept.insert(at, item)
        return tuple(kept)

    def moved(self, base: Draft, mine: Draft, theirs: Draft) -> dict[str, Card]:
        """Cards that stand in different topics, with the words of both sides."""
        before, ours, others = (
            {card.id: (topic.id, card) for topic in draft.topics for card in topic.cards}
            for draft in (base, mine, theirs)
        )
        return {
            each: self._merged(before[each][1] if each in before else None, card, others[each][1])
            for each, (home, card) in ours.items()
            if each in others and others[each][0] != home
        }

    def _merged(self, base: _Item | None, mine: _Item, theirs: _Item | None) -> _Item:
        if theirs is None or mine == theirs:
            return mine
        if base is not None and mine == base:
            return theirs
        changed: dict[str, Any] = {}
        for each in fields(mine):
            if each.name in ("topics", "cards"):
                changed[each.name] = self._inner(each.name, base, mine, theirs)
            elif each.name != "id":
                changed[each.name] = self.field(mine.id, each.name, base, mine, theirs)
        return replace(mine, **changed)

    def _inner(self, name: str, base: object, mine: object, theirs: object) -> tuple[Any, ...]:
        inside = getattr(base, name, ())
        ours, others = getattr(mine, name), getattr(theirs, name)
        if any(isinstance(each, str) for each in (*ours, *others)):
            return _union(ours, others)  # ids of a promise's cards
        return self.items(inside, ours, others)

    def field(self, item: str, name: str, base: object, mine: object, theirs: object) -> Any:
        """One field: the side that changed it; mine, and a conflict, where both did."""
        before, ours, others = (getattr(each, name, None) for each in (base, mine, theirs))
        if ours == others or others == before:
            return ours
        if ours == before:
            return others
        if name == "changes":
            return _answered(ours or (), others or ())
        self.conflicts.append(Conflict(item, name, str(ours), str(others)))
        return ours


def _answered(mine: tuple[Change, ...], theirs: tuple[Change, ...]) -> tuple[Change, ...]:
    """What is asked about in both copies still: an answer given in one of them holds."""
    others = {replace(each, asked=False): each.asked for each in theirs}
    return tuple(
        replace(each, asked=each.asked and others[plain])
        for each in mine
        if (plain := replace(each, asked=False)) in others
    )


def _behind(earlier: list[str], kept: list[str]) -> int:
    """The place behind the nearest item before it that is there."""
    for item in reversed(earlier):
        if item in kept:
            return kept.index(item) + 1
    return 0


def _union(mine: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*mine, *theirs)))


def _once(sections: tuple[DraftSection, ...], moved: dict[str, Card]) -> tuple[DraftSection, ...]:
    """A card that one side moved and the other changed stands once, where it is first met."""
    seen: set[str] = set()

    def topic_once(topic: Topic) -> Topic:
        cards = []
        for card in topic.cards:
            if card.id not in seen:
                seen.add(card.id)
                cards.append(moved.get(card.id, card))
        return replace(topic, cards=tuple(cards))

    return tuple(replace(s, topics=tuple(map(topic_once, s.topics))) for s in sections)


def _renumbered(base: Draft, mine: Draft, theirs: Draft) -> Draft:
    """Theirs with new ids for what they added under a number that I gave to something else."""
    known, ours = _ids(base), _ids(mine)
    clashing = sorted((_ids(theirs) & ours) - known, key=lambda name: int(name[1:]))
    if not clashing:
        return theirs
    start = max(mine.next_id, theirs.next_id)
    fresh = {name: f"{name[0]}{start + count}" for count, name in enumerate(clashing)}
    plain = _renamed(msgspec.to_builtins(theirs), fresh)
    renamed = msgspec.convert(plain, Draft)
    return replace(renamed, next_id=start + len(clashing))


def _ids(draft: Draft) -> set[str]:
    things: Iterable[Item] = (
        *draft.sections, *draft.topics, *draft.cards, *draft.ledger, *draft.promises,
        *draft.attachments,
    )  # fmt: skip
    return {thing.id for thing in things if _ID.fullmatch(thing.id)}


def _renamed(value: Any, fresh: dict[str, str]) -> Any:
    if isinstance(value, str):
        if value in fresh:
            return fresh[value]
        return _MENTION.sub(lambda found: fresh.get(found[0], found[0]), value)
    if isinstance(value, dict):
        return {key: _renamed(each, fresh) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_renamed(each, fresh) for each in value]
    return value
