"""The parts every report must have, and drafts that begin from nothing.

《法治政府建设与责任落实督察工作规定》 (2019) asks for: achievements, shortcomings and their causes, how
the heads did their duty as first responsible persons, and the arrangements of the next year.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.draft.duties import with_duties
from lawdraft.draft.ids import Ids
from lawdraft.draft.names import level_of
from lawdraft.draft.phrases import Facts, Filler, choice, load_wording
from lawdraft.model.draft import Card, Draft, DraftSection, Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from lawdraft.draft.phrases import Wording, WordingPart, WordingTopic
    from lawdraft.knowledge import Knowledge
    from lawdraft.model.duties import Placement
    from lawdraft.model.outline import Outline, OutlineTopic
    from lawdraft.model.report import SectionKind

REQUIRED: tuple[SectionKind, ...] = (
    "achievements",
    "shortcomings",
    "first_responsible_person",
    "next_year_plan",
)
_FOLLOWERS: dict[SectionKind, tuple[SectionKind, ...]] = {
    "achievements": ("highlights", "shortcomings", "first_responsible_person", "next_year_plan"),
    "shortcomings": ("first_responsible_person", "next_year_plan"),
    "first_responsible_person": ("next_year_plan",),
    "next_year_plan": (),
}
_CAUSE = re.compile(r"原因|由于|因为|源于|归因|根源|导致|造成|主要是")
MOST_POINTS = 4  # shortcomings proposed
_RARE = 0.25  # topics that fewer reports have are not proposed


def with_missing_parts(draft: Draft, wording: Wording, knowledge: Knowledge) -> Draft:
    """The draft with an empty section and prompting cards for each required part it lacks."""
    fill = Filler(Facts(draft.organisation, draft.year), Ids.behind(draft), knowledge).fill
    for kind in REQUIRED:
        if kind not in _kinds(draft):
            draft = _with_part(draft, wording.for_kind(kind), fill)
    return _with_cause(draft, fill(wording.for_kind("shortcomings").hints[-1]))


def _kinds(draft: Draft) -> set[SectionKind]:
    kinds = {kind for section in draft.sections for kind in section.kinds}
    kinds |= {kind for topic in draft.topics for kind in topic.kinds}
    return kinds | {kind for card in draft.cards for kind in card.kinds}


def _with_part(draft: Draft, part: WordingPart, fill: Callable[[str], str]) -> Draft:
    ids = Ids.behind(draft)
    place = _place(draft.sections, part.kind)
    beside = draft.sections[max(0, place - 1) : place + 1]
    section = DraftSection(
        id=ids.take("s"),
        kinds=(part.kind,),
        number=next((each.number for each in beside if each.number), ""),
        heading=fill(choice(part.headings, draft.organisation, part.kind)) or None,
        topics=(Topic(ids.take("t"), cards=_hints(map(fill, part.hints), ids)),),
    )
    sections = (*draft.sections[:place], section, *draft.sections[place:])
    return replace(draft, sections=sections, next_id=ids.next)


def _hints(hints: Iterable[str], ids: Ids) -> tuple[Card, ...]:
    return tuple(Card(ids.take("c"), "", hint=hint) for hint in hints)


def _place(sections: tuple[DraftSection, ...], kind: SectionKind) -> int:
    """Before the first section that usually follows, before the closing, else at the end."""
    followers = (*_FOLLOWERS[kind], "closing")
    for place, section in enumerate(sections):
        if place and set(section.kinds) & set(followers) and kind not in section.kinds:
            return place
    return len(sections)


def _with_cause(draft: Draft, hint: str) -> Draft:
    """A prompting card where shortcomings are told without their causes."""
    for section in draft.sections:
        cards = [card for topic in section.topics for card in topic.cards]
        if "shortcomings" not in section.kinds or not any(card.text for card in cards):
            continue
        if any(_CAUSE.search(card.text + (card.heading or "")) for card in cards):
            continue
        ids = Ids.behind(draft)
        last = section.topics[_end_of_shortcomings(section)]
        grown = replace(last, cards=(*last.cards, *_hints((hint,), ids)))
        topics = tuple(grown if topic is last else topic for topic in section.topics)
        sections = tuple(replace(s, topics=topics) if s is section else s for s in draft.sections)
        return replace(draft, sections=sections, next_id=ids.next)
    return draft


def _end_of_shortcomings(section: DraftSection) -> int:
    """The topic behind which the cause belongs: the last one, the first where a plan follows."""
    return 0 if "next_year_plan" in section.kinds else len(section.topics) - 1


def from_nothing(
    year: int,
    organisation: str | None,
    outline: Outline,
    knowledge: Knowledge,
    templates: Path,
    sessions: tuple[str, ...],
    placement: Placement = "section",
) -> Draft:
    """A draft without last year's report: the usual structure, worded for this unit.

    `placement`: where the duties of the first responsible persons are told.
    """
    wording = load_wording(templates)
    ids = Ids()
    name = organisation or ""
    filler = Filler(Facts(name, year, sessions), ids, knowledge, since=wording.since)
    kinds: tuple[SectionKind, ...] = ("opening", *REQUIRED)
    if placement != "section":
        kinds = tuple(kind for kind in kinds if kind != "first_responsible_person")
    sections = tuple(_worded(kind, outline, wording, ids, filler) for kind in kinds)
    draft = Draft(
        year=year,
        organisation=name,
        level=level_of(name),
        signature=organisation,
        sections=sections,
        ledger=tuple(filler.entries.values()),
        next_id=ids.next,
    )
    return with_duties(draft, templates, knowledge, placement)


def _worded(
    kind: SectionKind, outline: Outline, wording: Wording, ids: Ids, filler: Filler
) -> DraftSection:
    part = wording.for_kind(kind)
    section_id, plan = ids.take("s"), kind == "next_year_plan"
    lead = filler.chosen(part.lead, f"{kind}/lead", plan=plan)
    opening = (Card(ids.take("c"), lead),) if lead else ()
    first = (Topic(ids.take("t"), cards=opening),) if opening else ()
    ordered = _ordered(kind, outline, wording)
    if any(topic.headings for topic in ordered):
        worded = (_worded_topic(topic, ids, filler) for topic in ordered)
        topics = [topic for topic in worded if topic.cards]
    elif ordered:
        topics = [_points(ordered[:MOST_POINTS], first, part.hints, ids, filler)]
        first = ()
    else:
        topics = []
    if not opening and not topics:
        topics = [Topic(ids.take("t"), cards=_hints(map(filler.fill, part.hints), ids))]
    return DraftSection(
        id=section_id,
        kinds=(kind,),
        heading=filler.chosen(part.headings, kind, plan=plan) or None,
        topics=(*first, *topics),
    )


def _points(
    wordings: list[WordingTopic],
    first: tuple[Topic, ...],
    hints: tuple[str, ...],
    ids: Ids,
    filler: Filler,
) -> Topic:
    """Topics without headings as the points of one paragraph: 主要是：一是××。二是××。"""
    texts = [filler.chosen(v, f"{w.id}/{n}") for w in wordings for n, v in enumerate(w.points)]
    series, hint = ids.number(), hints[0] if hints else ""
    cards = tuple(
        Card(ids.take("c"), text, marker="一是", new_paragraph=False, series=series, hint=hint)
        for text in texts
        if text
    )
    lead = first[0].cards if first else ()
    return Topic(first[0].id if first else ids.take("t"), cards=(*lead, *cards))


def _ordered(kind: SectionKind, outline: Outline, wording: Wording) -> list[WordingTopic]:
    """Our topics of a kind in the outline's order, those it knows to be rare left out."""
    usual = [t for s in outline.sections if s.kind == kind for t in s.topics]
    places = [(_match(topic, usual), topic) for topic in wording.topic if topic.kind == kind]
    kept = [
        (place, topic) for place, topic in places if place is None or usual[place].share >= _RARE
    ]
    return [topic for _, topic in sorted(kept, key=lambda each: _rank(each[0], len(usual)))]


def _rank(place: int | None, behind: int) -> int:
    return behind if place is None else place


def _match(topic: WordingTopic, usual: list[OutlineTopic]) -> int | None:
    """The outline's topic that shares most keywords with ours."""
    shared = [len(set(topic.keywords) & set(each.keywords)) for each in usual]
    best = max(shared, default=0)
    return shared.index(best) if best else None


def _worded_topic(topic: WordingTopic, ids: Ids, filler: Filler) -> Topic:
    topic_id, plan = ids.take("t"), topic.kind == "next_year_plan"
    worded = (
        filler.chosen(variants, f"{topic.id}/{count}", plan=plan)
        for count, variants in enumerate(topic.points)
    )
    texts = [text for text in worded if text]
    several = len(texts) > 1
    series = ids.number()
    cards = tuple(
        Card(
            id=ids.take("c"),
            text=text,
            marker="一是" if several else None,
            new_paragraph=count == 0,
            series=series,
        )
        for count, text in enumerate(texts)
    )
    heading = filler.chosen(topic.headings, topic.id, plan=plan)
    return Topic(topic_id, heading or None, cards=cards)
