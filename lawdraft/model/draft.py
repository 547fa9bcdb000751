"""The draft of the year: sections › topics › cards, ledger of figures, last year's promises.

All values are frozen; an edit makes a new Draft, so that undo keeps the older one.
A slot in a card's text is written ⟦id⟧ and stands for the ledger entry of that id.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeVar

from lawdraft.model.report import FigureRole, Layout, SectionKind
from lawdraft.model.revision import Revision

Decision = Literal["undecided", "keep", "numbers", "rewrite", "drop"]  # 未定 沿用 改数 改写 删除
PromiseState = Literal["open", "done", "partial", "undone", "carried"]  # 未答 完成 部分 未完成 结转

SLOT_OPEN, SLOT_CLOSE = "⟦", "⟧"
_Identified = TypeVar("_Identified", "Card", "Topic", "DraftSection", "Entry", "Promise")

BLANK = "××"  # how a figure not yet given is printed; check calls it a placeholder


@dataclass(frozen=True, slots=True)
class Change:
    """A mechanical roll-forward shown to the clerk: 2024年 → 2025年, and why.

    `asked`: it may be wrong (a plenum, a plan period, a date), and the clerk is asked about it.
    """

    before: str
    after: str
    why: str
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """One point: its text this year, what last year's report said, and the clerk's decision."""

    id: str
    text: str
    last: str = ""  # last year's wording; empty for a new point
    heading: str | None = None  # heading of level 3 or 4 without its number
    level: int | None = None  # of that heading; without one, of a numbered paragraph
    layout: Layout = "run_in"
    marker: str | None = None  # 一是, 第一, 1. …: numbered anew when composed; None: plain text
    new_paragraph: bool = True
    decision: Decision = "undecided"
    changes: tuple[Change, ...] = ()
    series: int = 0  # markers of one series in a topic are numbered together
    hint: str = ""  # what to write here, shown while `text` is empty; never part of the report
    kinds: tuple[SectionKind, ...] = ()  # of its heading, where it has a matter of its own


@dataclass(frozen=True, slots=True)
class Topic:
    """A level-2 heading (or none) and the cards below it."""

    id: str
    heading: str | None = None  # without its number
    layout: Layout = "own"
    cards: tuple[Card, ...] = ()
    last_heading: str = ""
    kinds: tuple[SectionKind, ...] = ()  # of its heading, where it has a matter of its own
    changes: tuple[Change, ...] = ()  # of its heading


@dataclass(frozen=True, slots=True)
class DraftSection:
    """A level-1 section; opening and closing have no heading."""

    id: str
    kinds: tuple[SectionKind, ...]
    heading: str | None = None  # without its number
    layout: Layout = "own"
    topics: tuple[Topic, ...] = ()
    last_heading: str = ""
    number: str = ""  # 第一部分, where last year's headings had such above 一、二、三
    changes: tuple[Change, ...] = ()  # of its heading


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure of the ledger; values are kept as they will be printed (2万余, 85.4)."""

    id: str
    thing: str
    unit: str | None
    last: str | None  # as printed last year
    value: str | None = None  # None until given
    role: FigureRole = "result"
    indicator: str | None = None
    supplier: str = ""
    note: str = ""
    public: bool = True
    formula: str = ""  # e.g. "{e1}+{e2}" or "{e3}/{e4}*100"; empty: typed in


@dataclass(frozen=True, slots=True)
class Promise:
    """Something last year's plan announced, and this year's answer to it."""

    id: str
    text: str  # its sentence, as printed last year
    verb: str = ""
    thing: str = ""
    number: float | None = None
    unit: str | None = None
    deadline: str = ""
    state: PromiseState = "open"
    answer: str = ""
    cards: tuple[str, ...] = ()  # ids of cards that speak of it
    told: tuple[str, ...] = ()  # ids of cards that were written for its answer


@dataclass(frozen=True, slots=True)
class Answer:
    """What a supplier's collection sheet said for a ledger entry; `sheet` is the file's name."""

    entry: str
    supplier: str
    value: str
    sheet: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """附件: named below the text; its matter, where there is any, on a page of its own.

    `text`: a paragraph a line, the cells of a table's row parted by tabs; slots as in a card.
    """

    id: str
    name: str
    text: str = ""  # empty: named only, sent as a file of its own
    last: str = ""  # what last year's held


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the clerk wants the report laid out; what `lawdraft export` takes as its options."""

    layout: str = "plain"  # or red-head
    preset: str = ""  # empty: the national standard
    options: tuple[tuple[str, str], ...] = ()  # as of --option, by their Chinese names
    kept_public: tuple[str, ...] = ()  # keys of omissions that the public version keeps after all


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything that makes this year's report."""

    year: int
    organisation: str
    level: str | None = None
    title: str = ""
    addressee: str | None = None
    signature: str | None = None
    date: dt.date | None = None
    note: str | None = None  # in brackets below the date: （联系人：…）
    sections: tuple[DraftSection, ...] = ()
    ledger: tuple[Entry, ...] = ()
    promises: tuple[Promise, ...] = ()
    last_text: str | None = None  # last year's report, recognised text
    last_year: int | None = None
    last_kinds: tuple[tuple[str, tuple[SectionKind, ...]], ...] = ()  # that the user gave its parts
    not_problems: tuple[str, ...] = ()  # keys of findings the clerk called 不是问题
    set_phrases: tuple[str, ...] = ()  # the user's own 固定表述
    answers: tuple[Answer, ...] = ()  # taken from collection sheets
    attachments: tuple[Attachment, ...] = ()
    wishes: Wishes = Wishes()
    revisions: tuple[Revision, ...] = ()  # of the leader, not yet accepted or refused
    sent: tuple[str, ...] = ()  # suppliers whose collection sheet was made; "": of nobody named
    next_id: int = 1  # ids never come back, so that undo and merging stay safe

    @property
    def last_called(self) -> str:
        """How the report it began from is called: 去年, or its year where others lie between."""
        gap = self.last_year is not None and self.last_year != self.year - 1
        return f"{self.last_year}年" if gap else "去年"

    @property
    def topics(self) -> Iterator[Topic]:
        """All topics in their order."""
        return (topic for section in self.sections for topic in section.topics)

    @property
    def cards(self) -> Iterator[Card]:
        """All cards in their order, dropped ones too."""
        return (card for topic in self.topics for card in topic.cards)

    def card(self, card_id: str) -> Card:
        """The card of this id. Raises KeyError where there is none."""
        return _by_id(self.cards, card_id)

    def topic(self, topic_id: str) -> Topic:
        """The topic of this id. Raises KeyError where there is none."""
        return _by_id(self.topics, topic_id)

    def section(self, section_id: str) -> DraftSection:
        """The section of this id. Raises KeyError where there is none."""
        return _by_id(self.sections, section_id)

    def entry(self, entry_id: str) -> Entry:
        """The ledger entry of this id. Raises KeyError where there is none."""
        return _by_id(self.ledger, entry_id)

    def promise(self, promise_id: str) -> Promise:
        """The promise of this id. Raises KeyError where there is none."""
        return _by_id(self.promises, promise_id)


def _by_id(values: Iterable[_Identified], wanted: str) -> _Identified:
    for value in values:
        if value.id == wanted:
            return value
    raise KeyError(wanted)
