"""What of a draft is printed: dropped and empty cards leave no gap behind."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawdraft.model.draft import Card, DraftSection, Topic

_CONTINUED = re.compile(r"[；，、;,]\s*$")


def standing_sections(sections: tuple[DraftSection, ...]) -> tuple[DraftSection, ...]:
    """The sections with only what is printed in them; those with nothing are left out.

    A heading that had nothing but other sections below it last year (第一部分) stays.
    """
    reduced = ((replace(section, topics=_topics(section)), section) for section in sections)
    return tuple(
        standing
        for standing, section in reduced
        if standing.topics or (section.last_heading and not section.topics)
    )


def _topics(section: DraftSection) -> tuple[Topic, ...]:
    return tuple(topic for topic in map(_topic, section.topics) if topic is not None)


def _topic(topic: Topic) -> Topic | None:
    cards = tuple(_mended(card, topic) for card in topic.cards if stands(card))
    if cards:
        return replace(topic, cards=cards)
    # Last year's 编号段 may be a heading and nothing else.
    return topic if topic.heading and topic.last_heading and not topic.cards else None


def stands(card: Card) -> bool:
    """Whether a card is printed: not dropped, and with words of its own."""
    if card.decision == "drop":
        return False
    return bool(card.text.strip() or (card.heading and not card.hint))


def _mended(card: Card, topic: Topic) -> Card:
    """A card that became the last one ends as a sentence ends: ；→ 。, and ：→ 。 before nothing."""
    text = card.text.rstrip()
    behind = topic.cards[topic.cards.index(card) + 1 :]
    standing = [each for each in behind if stands(each)]
    if _CONTINUED.search(text) and _is_last(card, standing):
        text = _CONTINUED.sub("。", text)
    elif text.endswith("：") and behind and behind[0].marker and not standing:
        text = f"{text[:-1]}。"
    return replace(card, text=text)


def _is_last(card: Card, behind: list[Card]) -> bool:
    if card.marker:
        return not any(each.marker and each.series == card.series for each in behind)
    return not behind or behind[0].new_paragraph
