"""The first-responsible-person section: duties × evidence, worded from facts already entered.

It may stand as a section of its own, as a topic, as a numbered point or as plain paragraphs of a
topic that is there: counties differ.
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import msgspec

from lawdraft.draft.ids import Ids
from lawdraft.draft.names import short_name
from lawdraft.draft.phrases import Facts, Filler
from lawdraft.model import editing
from lawdraft.model.draft import Card, DraftSection, Topic
from lawdraft.model.duties import DutyRow
from lawdraft.model.errors import BadPackError

if TYPE_CHECKING:
    from pathlib import Path

    from lawdraft.knowledge import Knowledge
    from lawdraft.model.draft import Draft
    from lawdraft.model.duties import Placement
    from lawdraft.model.outline import Outline

FILE = "duties.toml"
HEADING = "党政主要负责人履行推进法治建设第一责任人职责情况"
SHORT_HEADING = "落实第一责任人职责"


class Duty(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A duty of one of the two heads, figures that prove it, and how it may be worded."""

    id: str
    role: Literal["secretary", "head"]
    name: str
    variants: tuple[str, ...]
    indicators: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    duty: tuple[Duty, ...]


def load_duties(templates: Path) -> tuple[Duty, ...]:
    """The duties of a template folder. Raises BadPackError that says what is wrong."""
    try:
        data = tomllib.loads((templates / FILE).read_text(encoding="utf-8-sig"))
        return msgspec.convert(data, _File).duty
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as bad:
        raise BadPackError(f"职责模板 {FILE} 用不了（{bad}），请改正或恢复原来的模板。") from bad


def titles_of(organisation: str) -> tuple[str, str]:
    """What the two heads are called: 镇党委书记 and 镇长, 党工委书记 and 街道办事处主任."""
    name = short_name(organisation)
    if name.endswith("街道"):
        return "街道党工委书记", "街道办事处主任"
    kind = "乡" if name.endswith("乡") else "镇"
    return f"{kind}党委书记", f"{kind}长"


def usual_placement(outline: Outline) -> Placement:
    """Where the reports of an outline tell the duties: as they mostly do, or where they are told.

    Without a word of it in the outline: a section of its own, as the regulation of 2019 asks.
    """
    own = [s for s in outline.sections if s.kind == "first_responsible_person" and s.headings]
    inside = [
        topic
        for section in outline.sections
        if section.kind in ("achievements", "highlights", "other")
        for topic in section.topics
        if any("第一责任人" in words for words in (topic.name, *topic.keywords, *topic.headings))
    ]
    as_section = max((section.share for section in own), default=0.0)
    as_topic = max((topic.share for topic in inside), default=0.0)
    if as_topic > as_section:
        headed = any("第一责任人" in words for topic in inside for words in topic.headings)
        return "topic" if headed else "paragraph"
    return "section"


def duty_grid(draft: Draft, templates: Path, knowledge: Knowledge) -> tuple[DutyRow, ...]:
    """Each duty with the ledger's evidence for it and a sentence; unproved ones show it."""
    rows = []
    filler = _filler(draft, knowledge)
    for duty in load_duties(templates):
        evidence = tuple(e.id for e in draft.ledger if e.indicator in duty.indicators)
        proved = not duty.indicators or any(draft.entry(each).value for each in evidence)
        sentence = filler.chosen(duty.variants, duty.id)
        rows.append(DutyRow(duty.id, duty.role, duty.name, evidence, sentence, proved=proved))
    return tuple(rows)


def with_duties(
    draft: Draft, templates: Path, knowledge: Knowledge, placement: Placement = "section"
) -> Draft:
    """The draft with the duties told at the wanted place, one card each; they can be edited.

    A section of that kind that is there is filled and not doubled; its prompting cards give way.
    """
    filler = _filler(draft, knowledge)
    texts = [(duty, filler.chosen(duty.variants, duty.id)) for duty in load_duties(templates)]
    ids = Ids(filler.next_id)
    cards = tuple(
        Card(ids.take("c"), text, new_paragraph=count == 0 or duty.role != texts[count - 1][0].role,
             decision="rewrite")
        for count, (duty, text) in enumerate(texts)
    )  # fmt: skip
    ledger = (*draft.ledger, *filler.new_entries)
    return _placed(replace(draft, ledger=ledger, next_id=ids.next), cards, placement)


def _filler(draft: Draft, knowledge: Knowledge) -> Filler:
    secretary, head = titles_of(draft.organisation)
    facts = Facts(draft.organisation, draft.year, more=(("secretary", secretary), ("head", head)))
    return Filler(facts, Ids.behind(draft), knowledge, known=draft.ledger)


def _placed(draft: Draft, cards: tuple[Card, ...], placement: Placement) -> Draft:
    there = next((s for s in draft.sections if "first_responsible_person" in s.kinds), None)
    if there is not None:
        return editing.change_section(draft, there.id, lambda section: _filled(section, cards))
    if placement == "section":
        return _with_section(draft, cards)
    return _with_topic(draft, cards, placement)


def _filled(section: DraftSection, cards: tuple[Card, ...]) -> DraftSection:
    """The section with the cards in its first topic; empty prompting cards go."""
    kept = tuple(
        replace(topic, cards=tuple(c for c in topic.cards if c.text.strip() or not c.hint))
        for topic in section.topics
    )
    first = kept[0] if kept else Topic(f"t-{section.id}")
    return replace(section, topics=(replace(first, cards=(*first.cards, *cards)), *kept[1:]))


def _with_section(draft: Draft, cards: tuple[Card, ...]) -> Draft:
    place = next(
        (
            n
            for n, s in enumerate(draft.sections)
            if "next_year_plan" in s.kinds or "closing" in s.kinds
        ),
        len(draft.sections),
    )
    section_id = editing.new_id(draft, "s")
    grown = editing.add_section(draft, ("first_responsible_person",), HEADING, index=place)
    return editing.change_section(grown, section_id, lambda section: _filled(section, cards))


def _with_topic(draft: Draft, cards: tuple[Card, ...], placement: Placement) -> Draft:
    """In the first section of achievements: a topic, a numbered point, or plain paragraphs."""
    section = next((s for s in draft.sections if "achievements" in s.kinds), None)
    if section is None:
        return _with_section(draft, cards)
    if placement == "topic" or not section.topics:
        topic_id = editing.new_id(draft, "t")
        grown = editing.add_topic(draft, section.id, SHORT_HEADING, index=0)
        return editing.change_topic(
            grown,
            topic_id,
            lambda topic: replace(topic, cards=cards, kinds=("first_responsible_person",)),
        )
    topic = next((t for t in section.topics if t.heading), section.topics[0])
    if placement == "point":
        first = replace(
            cards[0],
            heading=SHORT_HEADING,
            level=3,
            new_paragraph=True,
            kinds=("first_responsible_person",),
        )
        cards = (first, *(replace(card, new_paragraph=False) for card in cards[1:]))
    return editing.change_topic(
        draft, topic.id, lambda each: replace(each, cards=(*each.cards, *cards))
    )
