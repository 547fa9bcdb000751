"""Rolls last year's report forward into this year's draft."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lawdraft.draft.annexes import attachments_of
from lawdraft.draft.cutting import Part, Piece, TopicPart, cut
from lawdraft.draft.ids import Ids
from lawdraft.draft.ledger import with_formulas
from lawdraft.draft.leftover import numbers_kept
from lawdraft.draft.names import level_of, renaming, short_name
from lawdraft.draft.parts import from_nothing, with_missing_parts
from lawdraft.draft.phrases import load_wording
from lawdraft.draft.promises import promises_in
from lawdraft.draft.rolling import Roll, roll_text, tidy
from lawdraft.draft.slots import Ledger, plain_thing
from lawdraft.model import editing
from lawdraft.model.draft import Card, Change, Draft, DraftSection, Promise, Topic

if TYPE_CHECKING:
    from pathlib import Path

    from lawdraft.knowledge import Knowledge
    from lawdraft.model.duties import Placement
    from lawdraft.model.outline import Outline
    from lawdraft.model.report import Figure, Report

_SHOWN = 60  # characters of the attachments' names
_FULL_NAME = ("人民政府", "办事处", "管理委员会", "管委会")
_SESSION_NAME = re.compile(r"^党的(?P<session>[十二三]{2,3}届[一二三四五六七]中)全会$")


@dataclass(slots=True)
class _Rolling:
    """What rolling one report needs at hand."""

    report: Report
    roll: Roll
    ids: Ids
    ledger: Ledger
    promises: list[Promise]


def roll_forward(
    last: Report | None,
    *,
    year: int,
    organisation: str | None,
    outline: Outline,
    knowledge: Knowledge,
    templates: Path,
    placement: Placement = "section",
) -> Draft:
    """This year's draft from last year's report, or from the usual structure where there is none.

    The same inputs give the same draft. Raises BadPackError for templates that cannot be used.
    """
    sessions = sessions_until(dt.date(year, 12, 31), knowledge)
    if last is None:
        draft = from_nothing(year, organisation, outline, knowledge, templates, sessions, placement)
        return replace(draft, title=made_title(draft.organisation, year))
    rolled = from_report(last, year, organisation, knowledge)
    rolled = with_formulas(rolled, knowledge.indicator_pack.pack)
    rolled = with_missing_parts(rolled, load_wording(templates), knowledge)
    return _with_attachments_told(rolled)


def from_report(last: Report, year: int, organisation: str | None, knowledge: Knowledge) -> Draft:
    """The draft for `year` that begins from a report; every change is noted on its card."""
    ids = Ids()
    last_year = last.year or year - 1
    names = renaming(last.organisation, organisation)
    roll = Roll(last_year, year, names, sessions_until(dt.date(year, 12, 31), knowledge))
    rolling = _Rolling(last, roll, ids, Ledger(ids, knowledge.indicators), [])
    sections = tuple(_section(part, rolling) for part in cut(last))
    attachments = attachments_of(last, roll, rolling.ledger.entries.values(), ids)
    draft = Draft(
        year=year,
        organisation=organisation or last.organisation or "",
        level=level_of(organisation) if names and organisation else last.level,
        addressee=last.addressee,
        signature=_signature(last, organisation, roll),
        date=shifted(last.date, roll.by),
        note="\n".join(last.lines("note")) or None,
        sections=sections,
        ledger=tuple(rolling.ledger.entries.values()),
        promises=tuple(rolling.promises),
        attachments=attachments,
        last_text=last.text,
        last_year=last_year,
        next_id=ids.next,
    )
    return replace(draft, title=_title(last, draft, roll))


def _with_attachments_told(draft: Draft) -> Draft:
    """A prompting card tells of last year's attachments: their figures are this year's to give."""
    topics = [topic for topic in draft.topics if topic.cards or topic.heading]
    if not draft.attachments or not topics:
        return draft
    named = "、".join(each.name for each in draft.attachments)[:_SHOWN]
    hint = f"去年的报告带有附件，今年的（{named}）已列好，内容在“导出”页的“附件”里填；不要的在那里去掉。"
    card_id = editing.new_id(draft, "c")
    grown = editing.add_card(draft, topics[-1].id)
    return editing.change_card(grown, card_id, lambda card: replace(card, hint=hint))


def sessions_until(day: dt.date, knowledge: Knowledge) -> tuple[str, ...]:
    """Plenums held by that day, oldest first: 二十届三中, 二十届四中; unsure ones left out."""
    held = [
        (phrase.first or "", found["session"])
        for phrase in knowledge.phrases
        if (found := _SESSION_NAME.match(phrase.name)) and phrase.confidence != "unsure"
    ]
    return tuple(session for first, session in sorted(held) if first and first <= day.isoformat())


def shifted(day: dt.date | None, years: int) -> dt.date | None:
    """The same day in another year; the 29th of February becomes the 28th."""
    if day is None:
        return None
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def made_title(organisation: str, year: int) -> str:
    """The title of a report that had none: 青禾镇2025年法治政府建设年度报告."""
    return f"{short_name(organisation)}{year}年法治政府建设年度报告"


def _signature(last: Report, organisation: str | None, roll: Roll) -> str | None:
    """Last year's issuers; where none was printed, the unit if its full name is known."""
    if last.signature:
        return roll_text(last.signature, roll)[0]
    unit = organisation or last.organisation or ""
    return unit if unit.endswith(_FULL_NAME) else None


def _title(last: Report, draft: Draft, roll: Roll) -> str:
    if not last.title:
        return made_title(draft.organisation, draft.year)
    return roll_text(last.title, roll)[0]


def _section(part: Part, rolling: _Rolling) -> DraftSection:
    plan = part.kinds == ("next_year_plan",)
    section_id = rolling.ids.take("s")
    heading, changes = _heading(part.heading, part.start, rolling, plan=plan)
    return DraftSection(
        id=section_id,
        kinds=part.kinds,
        heading=heading,
        layout=part.layout,
        topics=tuple(_topic(topic, rolling, plan=plan) for topic in part.topics),
        last_heading=part.heading or "",
        number=part.number,
        changes=changes,
    )


def _heading(
    words: str | None, near: int, rolling: _Rolling, *, plan: bool
) -> tuple[str | None, tuple[Change, ...]]:
    """A heading's words for this year, its figures as slots: 开展普法活动⟦e3⟧场次."""
    at = rolling.report.text.find(words, near) if words else -1
    if not words or at < 0:
        return words or None, ()
    end = at + len(words)
    figures = [
        f for f in rolling.report.figures if at <= f.start and f.end <= end and f.text[:1].isdigit()
    ]
    text, changes = roll_text(
        rolling.ledger.heading_slotted(words, figures, at), rolling.roll, plan=plan
    )
    return text, changes


def _topic(topic: TopicPart, rolling: _Rolling, *, plan: bool) -> Topic:
    topic_id = rolling.ids.take("t")
    plan = plan or any(piece.plan for piece in topic.pieces)
    heading, changes = _heading(topic.heading, topic.start, rolling, plan=plan)
    cards = tuple(_card(piece, rolling) for piece in topic.pieces)
    if plan and topic.heading and not cards:
        rolling.promises += promises_in(topic.heading, 0, (), rolling.ids, ())
    return Topic(
        id=topic_id,
        heading=heading,
        layout=topic.layout,
        cards=cards,
        last_heading=topic.heading or "",
        kinds=topic.kinds,
        changes=changes,
    )


def _card(piece: Piece, rolling: _Rolling) -> Card:
    report, roll = rolling.report, rolling.roll
    original = report.text[piece.start : piece.end]
    figures = [f for f in report.figures if piece.start <= f.start and f.end <= piece.end]
    card_id = rolling.ids.take("c")
    if piece.plan and (figures or not piece.lead):
        rolling.promises += _promises(piece, original, figures, rolling, card_id)
    if "\t" in original:  # its columns' names, years rolled, name the figures
        rolled, changes = roll_text(original, roll, plan=piece.plan)
        text = rolling.ledger.table_slotted(rolled)
    else:
        slotted = rolling.ledger.slotted(original, figures, piece.start, plan=piece.plan)
        text, changes = roll_text(slotted, roll, plan=piece.plan)
    text, mended = tidy(text)
    kept = numbers_kept(text, rolling.ledger.entries)
    heading, heading_changes = _heading(piece.heading, piece.heading_at, rolling, plan=piece.plan)
    return Card(
        id=card_id,
        text=text,
        last=original,
        heading=heading,
        level=piece.level,
        layout=piece.layout,
        marker=piece.marker,
        new_paragraph=piece.new_paragraph,
        changes=tuple(dict.fromkeys(heading_changes + changes + mended + kept)),
        series=piece.series,
        kinds=piece.kinds,
    )


def _promises(
    piece: Piece, original: str, figures: list[Figure], rolling: _Rolling, card_id: str
) -> list[Promise]:
    told = f"{piece.heading}。{original}" if piece.heading else original
    start = piece.start - (len(told) - len(original))
    numbered = [replace(f, thing=plain_thing(f.thing)) for f in figures]
    return promises_in(
        told, start, numbered, rolling.ids, (card_id,), point=piece.marker is not None
    )
