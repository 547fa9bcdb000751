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
from lawdraft.draft.ledger import evaluate
from lawdraft.draft.names import short_name
from lawdraft.draft.phrases import Facts, Filler, related
from lawdraft.model import editing
from lawdraft.model.draft import BLANK, Card, DraftSection, Topic
from lawdraft.model.duties import DutyRow
from lawdraft.model.errors import BadPackError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from lawdraft.knowledge import Knowledge
    from lawdraft.model.draft import Draft, Entry
    from lawdraft.model.duties import Placement
    from lawdraft.model.outline import Outline

FILE = "duties.toml"
HEADING = "党政主要负责人履行推进法治建设第一责任人职责情况"
SHORT_HEADING = "落实第一责任人职责"
_ALIKE = 75.0  # per cent: so much alike, a sentence tells the same duty


class Duty(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A duty of one of the two heads, what proves it, and how it may be worded."""

    id: str
    role: Literal["secretary", "head"]
    name: str
    variants: tuple[str, ...]
    indicators: tuple[str, ...] = ()  # figures
    keywords: tuple[str, ...] = ()  # words of the achievements
    clause: str = ""  # of the regulation
    core: bool = True  # told unless the clerk chooses otherwise


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
    if organisation.endswith(("管委会", "管理委员会")):
        return "党工委书记", "管委会主任"
    kind = name[-1:] if name.endswith(("乡", "镇", "县", "市", "区")) else ""
    if name.endswith("局"):
        return "局党组书记", "局长"
    if kind in ("县", "市", "区"):
        return f"{kind}委书记", f"{kind}长"
    return (f"{kind}党委书记", f"{kind}长") if kind else ("党委书记", "行政主要负责人")


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
    """Each duty with what proves it and its sentence; what is missing for it shows."""
    filler = _filler(draft, knowledge)
    values = {entry.id: entry.value for entry in evaluate(draft).ledger}
    duties = load_duties(templates)
    sentences = [filler.chosen(duty.variants, duty.id) for duty in duties]
    names = {each.id: each.name for each in knowledge.indicators}
    return tuple(
        _row(duty, sentence, draft, values, names)
        for duty, sentence in zip(duties, sentences, strict=True)
        if sentence
    )


def _row(
    duty: Duty,
    sentence: str,
    draft: Draft,
    values: Mapping[str, str | None],
    names: Mapping[str, str],
) -> DutyRow:
    evidence = tuple(e.id for e in draft.ledger if _proves(e, duty, names))
    telling = _telling(draft, duty)
    decided = [card for card in telling if card.decision != "undecided"]
    return DutyRow(
        id=duty.id,
        role=duty.role,
        name=duty.name,
        evidence=evidence,
        sentence=editing.SLOT.sub(lambda slot: values.get(slot[1]) or BLANK, sentence),
        proved=any(values[each] for each in evidence) or bool(decided),
        cards=tuple(card.id for card in decided or telling),
        missing=tuple(each for each in evidence if not values[each]),
        clause=duty.clause,
        core=duty.core,
        told=_is_told(duty, sentence, draft),
    )


def _proves(entry: Entry, duty: Duty, names: Mapping[str, str]) -> bool:
    """Whether a figure counts what the duty asks for; words that name another thing prove nothing."""
    if entry.indicator not in duty.indicators or entry.role == "target":
        return False
    return related(entry.thing, (names.get(entry.indicator or "", ""), duty.name, *duty.keywords))


def _hint(duty: Duty) -> str:
    return f"写明“{duty.name}”方面做了什么。"


def _is_told(duty: Duty, sentence: str, draft: Draft) -> bool:
    """Whether a card tells the duty: one written for it, however edited, or one in much the same words."""
    from rapidfuzz import fuzz

    bare = editing.SLOT.sub("", sentence)
    there = (c for c in draft.cards if c.text.strip() and c.decision != "drop")
    return any(
        card.hint == _hint(duty) or fuzz.ratio(editing.SLOT.sub("", card.text), bare) >= _ALIKE
        for card in there
    )


def _telling(draft: Draft, duty: Duty) -> list[Card]:
    """Cards of the achievements that speak of a duty, undecided ones too."""
    return [
        card
        for section in draft.sections
        if {"achievements", "highlights", "other"} & set(section.kinds)
        for topic in section.topics
        for card in topic.cards
        if card.decision != "drop" and any(word in card.text for word in duty.keywords)
    ]


def with_duties(
    draft: Draft,
    templates: Path,
    knowledge: Knowledge,
    placement: Placement = "section",
    only: Collection[str] | None = None,
) -> Draft:
    """The draft with the duties told at the wanted place, one card each; they can be edited.

    `only`: ids of the duties to tell; those of the core where left out. What is told already is
    not told again. A section of that kind that is there is filled and not doubled; its prompting
    cards give way.
    """
    filler = _filler(draft, knowledge)
    wanted = [
        duty for duty in load_duties(templates) if (duty.core if only is None else duty.id in only)
    ]
    texts = [
        (duty, text)
        for duty in wanted
        if (text := filler.chosen(duty.variants, duty.id)) and not _is_told(duty, text, draft)
    ]
    if not texts:
        return draft
    ids = Ids(filler.next_id)
    roles = ["", *(duty.role for duty, _ in texts)]
    cards = tuple(
        Card(
            ids.take("c"),
            text,
            new_paragraph=duty.role != before,
            decision="rewrite",
            hint=_hint(duty),
        )
        for before, (duty, text) in zip(roles, texts, strict=False)
    )
    ledger = (*draft.ledger, *filler.new_entries)
    return _placed(replace(draft, ledger=ledger, next_id=ids.next), cards, placement)


def _filler(draft: Draft, knowledge: Knowledge) -> Filler:
    secretary, head = titles_of(draft.organisation)
    facts = Facts(draft.organisation, draft.year, more=(("secretary", secretary), ("head", head)))
    return Filler(facts, Ids.behind(draft), knowledge, known=draft.ledger)


def _placed(draft: Draft, cards: tuple[Card, ...], placement: Placement) -> Draft:
    there = next((s for s in draft.sections if "first_responsible_person" in s.kinds), None)
    if there is not None and placement != "section" and not _has_words(there):
        draft, there = editing.remove_section(draft, there.id), None
    if there is not None:
        return editing.change_section(draft, there.id, lambda section: _filled(section, cards))
    topic = next((t for t in draft.topics if "first_responsible_person" in t.kinds), None)
    if topic is not None:
        return editing.change_topic(
            draft, topic.id, lambda each: replace(each, cards=(*each.cards, *cards))
        )
    if placement == "section":
        return _with_section(draft, cards)
    return _with_topic(draft, cards, placement)


def _has_words(section: DraftSection) -> bool:
    return any(card.text.strip() for topic in section.topics for card in topic.cards)


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
