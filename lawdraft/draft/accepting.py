"""Takes single revisions of a round over into the draft."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.draft.relinking import relinked
from lawdraft.model import editing
from lawdraft.model.errors import BadUsageError
from lawdraft.text.markers import read_marker, split_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lawdraft.model.draft import Draft
    from lawdraft.model.report import Layout
    from lawdraft.model.rounds import Revision


_DAY = re.compile(r"\s*(20\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*")
_NEAREST = 2  # characters beside a change that tell its place, if they stand but once
_POINT = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[是要]|第[一二三四五六七八九十]{1,2}[，、,]|[（(]?\d{1,2}[.．、）)]|[①-⑳])"
)


def read_day(printed: str) -> dt.date | None:
    """A date as a report prints it: 2027年1月15日; None where it is none."""
    found = _DAY.fullmatch(printed)
    try:
        return dt.date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def own_text(draft: Draft, kind: str, thing: str) -> str:
    """The draft's own text of a card, a heading, the title …"""
    if kind == "card":
        return draft.card(thing).text
    if kind == "card_heading":
        return draft.card(thing).heading or ""
    if kind == "topic":
        return draft.topic(thing).heading or ""
    if kind == "section":
        return draft.section(thing).heading or ""
    return {"title": draft.title, "addressee": f"{draft.addressee or ''}："}.get(
        kind, draft.signature or ""
    )


def accept(draft: Draft, revision: Revision) -> Draft:
    """The draft with one revision taken over.

    Raises BadUsageError where the words it changes are no longer there, or nothing can be done
    mechanically.
    """
    if revision.kind in ("comment", "unplaced"):
        raise BadUsageError("这一条是批注或不在正文里的改动，请看后自己修改。")
    try:
        return _accepted(draft, revision)
    except KeyError as trouble:
        raise BadUsageError("这一条改的要点已经不在草稿里了，请自己核对。") from trouble


def _accepted(draft: Draft, revision: Revision) -> Draft:
    target = revision.target
    if (change := _CHANGES.get(revision.kind)) is not None:
        return change(draft, revision)
    if revision.kind == "figure":
        return editing.set_figure(draft, target, revision.after)
    if revision.kind == "drop":
        return editing.set_decision(draft, target, "drop")
    draft, after = relinked(draft, revision)
    words = _replaced(own_text(draft, revision.kind, target), replace(revision, after=after))
    if revision.kind == "card":
        return editing.set_card_text(draft, target, words)
    if revision.kind == "card_heading":
        return editing.set_card_heading(draft, target, words)
    if revision.kind == "topic":
        return editing.set_topic_heading(draft, target, words)
    if revision.kind == "section":
        return editing.set_section_heading(draft, target, words)
    return _with_frame(draft, revision.kind, words)


def _with_frame(draft: Draft, kind: str, words: str) -> Draft:
    if kind == "title":
        return editing.set_facts(draft, title=words)
    if kind == "addressee":
        return editing.set_facts(draft, addressee=words.rstrip("：:") or None)
    return editing.set_facts(draft, signature=words or None)


def _dated(draft: Draft, revision: Revision) -> Draft:
    return editing.set_facts(draft, date=read_day(revision.after))


def _with_new_card(draft: Draft, revision: Revision) -> Draft:
    """A card behind the card `target`, or the first one of the topic `target`."""
    target, text, marker = revision.target, revision.after, None
    point = _POINT.match(text)
    if point and read_marker(point[0]) and _has_points(draft, target):
        text, marker = text[point.end() :], point[0]
    joined = revision.joined
    if not any(topic.id == target for topic in draft.topics):
        topic_id = _topic_of(draft, target)
        after = _behind_new(draft, topic_id, target, revision.left)
        return editing.add_card(
            draft, topic_id, text, after=after, marker=marker, new_paragraph=not joined
        )
    card_id = editing.new_id(draft, "c")
    grown = editing.add_card(draft, target, text, marker=marker, new_paragraph=not joined)
    first = draft.topic(target).cards[:1]
    if first and marker:
        series = first[0].series
        grown = editing.change_card(grown, card_id, lambda card: replace(card, series=series))
    return _handed_on(editing.move_card(grown, card_id, target, 0), card_id, target)


def _has_points(draft: Draft, target: str) -> bool:
    """Whether the card, or one beside it, is a point of a series."""
    if any(topic.id == target for topic in draft.topics):
        return any(card.marker for card in draft.topic(target).cards)
    return any(card.marker for card in draft.topic(_topic_of(draft, target)).cards)


def _behind_new(draft: Draft, topic_id: str, target: str, earlier: str) -> str:
    """Behind the new paragraphs that stood before this one, where they were taken already."""
    cards = draft.topic(topic_id).cards
    place = next(i for i, card in enumerate(cards) if card.id == target)
    new = set(earlier.split("\n")) if earlier else set()
    while (
        place + 1 < len(cards) and f"{cards[place + 1].marker or ''}{cards[place + 1].text}" in new
    ):
        place += 1
    return cards[place].id


def _with_new_heading(draft: Draft, revision: Revision) -> Draft:
    """A topic or a section with its paragraphs, behind the one that holds `target`."""
    heading, *lines = revision.after.split("\n")
    words = split_number(heading)[1]
    section_id, topic_id = _home_of(draft, revision.target)
    if revision.kind == "new_section":
        index = _index([s.id for s in draft.sections], section_id) + 1
        topic = f"t{draft.next_id + 1}"
        return _with_lines(editing.add_section(draft, ("other",), words, index=index), topic, lines)
    topics = [topic.id for topic in draft.section(section_id).topics]
    index = _index(topics, topic_id) + 1 if topic_id else 0
    topic = editing.new_id(draft, "t")
    return _with_lines(editing.add_topic(draft, section_id, words, index=index), topic, lines)


def _with_lines(draft: Draft, topic_id: str, lines: list[str]) -> Draft:
    """Paragraphs below a new heading; one with （一） opens a topic of its own."""
    for line in lines:
        number, words = split_number(line)
        if number.startswith("（"):
            section_id, _ = _home_of(draft, topic_id)
            topics = [topic.id for topic in draft.section(section_id).topics]
            index, topic_id = _index(topics, topic_id) + 1, editing.new_id(draft, "t")
            draft = editing.add_topic(draft, section_id, words, index=index)
        else:
            draft = editing.add_card(draft, topic_id, line)
    return draft


def _moved(draft: Draft, revision: Revision) -> Draft:
    """A card, a topic or a section behind the thing it stands behind now."""
    thing, behind = revision.target, revision.right
    section_id, topic_id = _home_of(draft, behind)
    if thing.startswith("s"):
        rest = [s.id for s in draft.sections if s.id != thing]
        return editing.move_section(draft, thing, _index(rest, section_id) + 1)
    if thing.startswith("t"):
        topics = [t.id for t in draft.section(section_id).topics if t.id != thing]
        index = _index(topics, topic_id) + 1 if topic_id else 0
        return editing.move_topic(draft, thing, section_id, index)
    topic_id = topic_id or draft.section(section_id).topics[0].id
    draft = _handed_on(draft, thing, thing)
    cards = [card.id for card in draft.topic(topic_id).cards if card.id != thing]
    index = _index(cards, behind) + 1 if behind in cards else 0
    return _handed_on(editing.move_card(draft, thing, topic_id, index), thing, behind)


def _handed_on(draft: Draft, thing: str, behind: str) -> Draft:
    """A run of points in one paragraph stays one, whichever of them is now its first.

    Before the move (`behind` is the card itself) the next one takes its paragraph over; after it,
    the card takes over that of the point it stands before.
    """
    cards = draft.topic(_topic_of(draft, thing)).cards
    place = next(i for i, card in enumerate(cards) if card.id == thing)
    card = cards[place]
    following = cards[place + 1] if place + 1 < len(cards) else None
    leaving = behind == thing
    if following is None or not card.marker or not following.marker:
        return draft
    if (
        following.series != card.series
        or following.new_paragraph == leaving
        or card.new_paragraph != leaving
    ):
        return draft
    for each, opens in ((card.id, not leaving), (following.id, leaving)):
        draft = _opening(draft, each, opens=opens)
    return draft


def _opening(draft: Draft, card_id: str, *, opens: bool) -> Draft:
    return editing.change_card(draft, card_id, lambda card: replace(card, new_paragraph=opens))


def _paragraphed(draft: Draft, revision: Revision) -> Draft:
    """A card, or what follows a heading, begins a paragraph or goes on in the one before."""
    opened, thing = revision.after == "另起一段", revision.target
    layout: Layout = "own" if opened else "run_in"
    if thing.startswith("s"):
        return editing.change_section(draft, thing, lambda each: replace(each, layout=layout))
    if thing.startswith("t"):
        return editing.change_topic(draft, thing, lambda each: replace(each, layout=layout))
    return _opening(draft, thing, opens=opened)


def _home_of(draft: Draft, thing: str) -> tuple[str, str]:
    """Section and topic of a card or topic; of a section, itself and no topic. Raises KeyError."""
    for section in draft.sections:
        if section.id == thing:
            return section.id, ""
        for topic in section.topics:
            if topic.id == thing or any(card.id == thing for card in topic.cards):
                return section.id, topic.id
    raise KeyError(thing)


def _index(ids: list[str], wanted: str) -> int:
    return ids.index(wanted) if wanted in ids else len(ids) - 1


_CHANGES: dict[str, Callable[[Draft, Revision], Draft]] = {
    "new_card": _with_new_card,
    "new_topic": _with_new_heading,
    "new_section": _with_new_heading,
    "move": _moved,
    "paragraph": _paragraphed,
    "date": _dated,
}


def _topic_of(draft: Draft, card_id: str) -> str:
    for topic in draft.topics:
        if any(card.id == card_id for card in topic.cards):
            return topic.id
    raise KeyError(card_id)


def _replaced(text: str, revision: Revision) -> str:
    """The text with the change made where its context stands, once.

    Other changes of the same sentence may have eaten into the context: what is nearest decides.
    """
    for left, right in _contexts(revision):
        wanted = left + revision.before + right
        if wanted and text.count(wanted) == 1:
            at = text.index(wanted) + len(left)
            return text[:at] + revision.after + text[at + len(revision.before) :]
    raise BadUsageError("这一条改的原文已经改动过，找不到位置，请自己核对修改。")


def _contexts(revision: Revision) -> Iterator[tuple[str, str]]:
    """What may stand beside the change, from all of it to the nearest characters."""
    left, right = revision.left, revision.right
    yield from ((left, right), (left, ""), ("", right))
    longest = max(len(left), len(right))
    for length in range(longest - 1, max(_NEAREST, longest // 4) - 1, -1):
        near, behind = left[-length:], right[:length]
        yield near, behind
        if len(near) == length:
            yield near, ""
        if len(behind) == length:
            yield "", behind
