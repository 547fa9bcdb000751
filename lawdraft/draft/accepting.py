"""Takes single revisions of a round over into the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.model import editing
from lawdraft.model.errors import BadUsageError

if TYPE_CHECKING:
    from lawdraft.model.draft import Draft
    from lawdraft.model.rounds import Revision


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
    if revision.kind == "figure":
        return editing.set_figure(draft, target, revision.after)
    if revision.kind == "drop":
        return editing.set_decision(draft, target, "drop")
    if revision.kind == "new_card":
        return _with_new_card(draft, target, revision.after)
    words = _replaced(own_text(draft, revision.kind, target), revision)
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


def _with_new_card(draft: Draft, target: str, text: str) -> Draft:
    """A card behind the card `target`, or the first one of the topic `target`."""
    if not any(topic.id == target for topic in draft.topics):
        return editing.add_card(draft, _topic_of(draft, target), text, after=target)
    card_id = editing.new_id(draft, "c")
    return editing.move_card(editing.add_card(draft, target, text), card_id, target, 0)


def _topic_of(draft: Draft, card_id: str) -> str:
    for topic in draft.topics:
        if any(card.id == card_id for card in topic.cards):
            return topic.id
    raise KeyError(card_id)


def _replaced(text: str, revision: Revision) -> str:
    """The text with the change made where its context stands, once."""
    for left, right in (
        (revision.left, revision.right),
        (revision.left, ""),
        ("", revision.right),
    ):
        wanted = left + revision.before + right
        if wanted and text.count(wanted) == 1:
            at = text.index(wanted) + len(left)
            return text[:at] + revision.after + text[at + len(revision.before) :]
    raise BadUsageError("这一条改的原文已经改动过，找不到位置，请自己核对修改。")
