"""A new draft brought into the structure that the user chose: a county's own, or a published rule."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.draft.ids import Ids
from lawdraft.model.draft import Card, DraftSection, Topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lawdraft.model.draft import Draft
    from lawdraft.model.outline import Outline, OutlineSection, OutlineTopic
    from lawdraft.model.report import SectionKind

USUAL = 0.5  # a section is added where so many of the reports have it
KEPT = 0.25  # likewise a topic
_ENDS: tuple[SectionKind, ...] = ("opening", "closing")
_IN_HEADING = 3  # a word in the heading tells more than one in the text
_SECTION_HINT = "写明“{0}”。所选的结构有这一部分。"
_PLAN_HINT = "写明下一年“{0}”方面打算做什么、做多少、什么时候完成；不打算做的就删去这一条。"
_TOPIC_HINT = "写明今年“{0}”方面做了什么、取得什么成效；没有做的就删去这一条。"


def follow_outline(draft: Draft, outline: Outline) -> Draft:
    """A draft begun without last year's report, its parts and topics as the outline has them.

    Order and headings are the outline's; what it has and the draft has not becomes a prompting
    card; what the draft has besides stays behind it.
    """
    ids = Ids.behind(draft)
    sections = [_followed(section, outline, ids) for section in draft.sections]
    there = {kind for section in sections for kind in section.kinds}
    there |= {kind for section in sections for topic in section.topics for kind in topic.kinds}
    sections += [
        _made(wanted, ids)
        for wanted in outline.sections
        if wanted.kind not in (*_ENDS, *there) and wanted.share >= USUAL and wanted.headings
    ]
    sections.sort(key=lambda section: _place(section, outline))
    return replace(draft, sections=tuple(sections), next_id=ids.next)


def _place(section: DraftSection, outline: Outline) -> float:
    if "opening" in section.kinds:
        return -1.0
    if "closing" in section.kinds:
        return 2.0
    places = [each.place for each in outline.sections if each.kind in section.kinds]
    return places[0] if places else 1.0


def _made(wanted: OutlineSection, ids: Ids) -> DraftSection:
    hint = Card(ids.take("c"), "", hint=_SECTION_HINT.format(wanted.headings[0]))
    topic = Topic(ids.take("t"), cards=(hint,))
    return DraftSection(ids.take("s"), (wanted.kind,), heading=wanted.headings[0], topics=(topic,))


def _followed(section: DraftSection, outline: Outline, ids: Ids) -> DraftSection:
    wanted = next((each for each in outline.sections if each.kind in section.kinds), None)
    if wanted is None or section.kinds[0] in _ENDS:
        return section
    heading = wanted.headings[0] if wanted.headings else section.heading
    followed = replace(section, heading=heading)
    if not wanted.topics or not any(topic.heading for topic in section.topics):
        return followed
    hint = _PLAN_HINT if "next_year_plan" in section.kinds else _TOPIC_HINT
    rule = not outline.reports
    return replace(followed, topics=_topics(section.topics, wanted, ids, hint, rule=rule))


def _topics(
    have: Sequence[Topic], section: OutlineSection, ids: Ids, hint: str, *, rule: bool
) -> tuple[Topic, ...]:
    """What leads in, the outline's topics in their order, what fits none of them."""
    wanted = [topic for topic in section.topics if topic.share >= KEPT]
    found: dict[int, list[Topic]] = defaultdict(list)
    rest: list[Topic] = []
    for topic in have:
        at = _match(topic, wanted) if topic.heading and not topic.kinds else None
        (rest if at is None else found[at]).append(topic)
    lead = [topic for topic in rest if not topic.heading or topic.kinds]
    behind = [topic for topic in rest if topic.heading and not topic.kinds]
    placed = [
        _joined(found[at], topic, ids, hint, rule=rule)
        for at, topic in enumerate(wanted)
        if found[at] or topic.share >= USUAL
    ]
    return (*lead, *placed, *behind)


def _match(topic: Topic, wanted: Sequence[OutlineTopic]) -> int | None:
    """The topic of the outline whose words stand most often in heading and text."""
    text = "".join(card.text for card in topic.cards)
    scores = [_score(each.keywords, topic.heading or "", text) for each in wanted]
    best = max(scores, default=0)
    return scores.index(best) if best else None


def _score(keywords: Iterable[str], heading: str, text: str) -> int:
    return sum(_IN_HEADING * heading.count(word) + (word in text) for word in keywords)


def _joined(
    topics: Sequence[Topic], wanted: OutlineTopic, ids: Ids, hint: str, *, rule: bool
) -> Topic:
    """The topics that belong there as one under the outline's heading; a prompt where none do."""
    usual = next(iter(wanted.headings), wanted.name)
    if not topics:
        prompt = Card(ids.take("c"), "", hint=hint.format(wanted.name))
        return Topic(ids.take("t"), usual, cards=(prompt,))
    # A topic's bare name, where the reports share no wording, is no heading.
    heading = usual if rule or usual != wanted.name or len(topics) > 1 else topics[0].heading
    cards = [card for topic in topics for card in topic.cards]
    return replace(topics[0], heading=heading, cards=_renewed(cards, topics, ids))


def _renewed(cards: Sequence[Card], topics: Sequence[Topic], ids: Ids) -> tuple[Card, ...]:
    """Points that came from several topics counted together: 一是…五是."""
    if len(topics) == 1:
        return tuple(cards)
    series = ids.number()
    return tuple(
        replace(card, marker="一是", series=series, new_paragraph=at == 0)
        for at, card in enumerate(cards)
    )
