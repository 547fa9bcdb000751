"""A report as rules see it: its paragraphs with their part, and what is asked of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from lawdraft.check.counting import Count, counts_of
from lawdraft.check.home import Home, find_home
from lawdraft.check.leaders import Leader, contradicted, leaders_of
from lawdraft.check.mentions import Rarity
from lawdraft.check.neighbours import bare_names
from lawdraft.check.superiors import superior_kinds
from lawdraft.check.telling import Telling, tellings
from lawdraft.model.finding import Finding
from lawdraft.model.report import Span
from lawdraft.text.sentences import split

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from lawdraft.check.accounts import Entry
    from lawdraft.knowledge import Knowledge
    from lawdraft.knowledge.slips import Slip
    from lawdraft.model.draft import Draft
    from lawdraft.model.finding import Severity
    from lawdraft.model.report import Figure, ParagraphRole, Report, SectionKind
    from lawdraft.model.similarity import Comparison

PLAN_CUE = re.compile(r"下一步|下步|下一年|下阶段|今后|接下来|新的一年|明年")
_TOWNSHIP = re.compile(r"[镇乡]|街道|苏木|办事处")
_WIDER = re.compile(r"全[县市省州国旗]|(?<![镇乡])全区|[县市]里")
NOT_BODY: frozenset[str] = frozenset(
    ("title", "addressee", "signature", "date", "note", "annex_note", "annex")
)
NOT_OWN_WORDS: frozenset[str] = frozenset(("annex", "annex_note", "addressee", "signature", "date"))
"""Paragraphs whose spelling is not the writer's: names, dates, papers of others."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a report is checked against; all but the knowledge may be left out."""

    knowledge: Knowledge
    year: int | None = None
    organisation: str | None = None
    last: Report | None = None
    draft: Draft | None = None
    comparison: Comparison | None = None
    public: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph: its text, where it starts, the kinds of its section, where a plan begins."""

    text: str
    start: int
    role: ParagraphRole
    kinds: tuple[SectionKind, ...]
    heading: int = 0  # characters of the headings it begins with
    level: int | None = None  # level of that heading
    plan_from: int | None = None  # place in `text` from which it speaks of next year
    leading: bool = False  # within the report's first body paragraphs, before any heading

    @property
    def is_body(self) -> bool:
        """Whether it is running text: neither title nor signature nor annex."""
        return self.role not in NOT_BODY

    def plans(self, place: int) -> bool:
        """Whether next year is spoken of at this place of its text."""
        return self.plan_from is not None and place >= self.plan_from

    def in_title(self, place: int) -> bool:
        """Whether a place of its text stands within 《》, where words are as they were printed."""
        return self.text.rfind("《", 0, place) > self.text.rfind("》", 0, place)

    def sentence(self, place: int) -> Span:
        """The sentence of its text that holds a place."""
        for span in split(self.text):
            if span.start <= place < span.end:
                return span
        return Span(0, len(self.text))

    def finding(
        self,
        rule: str,
        level: Severity,
        message: str,
        start: int,
        end: int,
        *,
        suggestion: str | None = None,
        why: str = "",
    ) -> Finding:
        """A finding at [start, end) of its text; places are counted from the paragraph."""
        excerpt = self.text[start:end]
        return Finding(rule, level, message, excerpt, start, end, suggestion, why)


@dataclass(frozen=True)
class Reading:
    """The report, what it is checked against, and what rules ask of both again and again."""

    report: Report
    context: Context

    @property
    def knowledge(self) -> Knowledge:
        """The packs."""
        return self.context.knowledge

    @property
    def text(self) -> str:
        """The report's text; findings index it."""
        return self.report.text

    @cached_property
    def year(self) -> int | None:
        """The year reported on: as asked, else as recognised, unless only the title is stale."""
        if self.context.year or self.report.year is None:
            return self.context.year or self.report.year
        return self._year_of_body(self.report.year)

    def _year_of_body(self, recognised: int) -> int:
        """The year after the recognised one where body and date say so: the title alone is stale."""
        date, later = self.report.date, recognised + 1
        if date is None or date.year != later + 1:
            return recognised
        body = "".join(
            self.text[p.start : p.end]
            for p in self.report.paragraphs
            if p.role == "body" and "next_year_plan" not in self.kinds_at(p.start)
        )
        planned = any(
            "next_year_plan" in s.kinds and f"{later + 1}年" in self.text[s.start : s.end]
            for s in self.report.sections
        )
        here, there = body.count(f"{later}年"), body.count(f"{recognised}年")
        moved = here > max(there, 1) or (planned and here >= there) or (here and not there)
        return later if moved else recognised

    @cached_property
    def organisation(self) -> str:
        """The unit reporting: as asked, else as recognised, else as it signs."""
        return self.context.organisation or self.report.organisation or self.report.signature or ""

    @cached_property
    def written(self) -> str | None:
        """The day it was written, 2026-01-20; without a date the end of April, when all are out."""
        date = self.report.date
        if date is not None and (self.year is None or date.isoformat() >= f"{self.year}-10"):
            return date.isoformat()  # an earlier one is itself a slip: 2025年1月 under 2025
        return f"{self.year + 1}-04-30" if self.year is not None else None

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All paragraphs in order."""
        return tuple(self._passages())

    def slips(self, text: str) -> tuple[Slip, ...]:
        """Slips of the pen in a paragraph; all paragraphs are looked through at the first asking."""
        slips = self.knowledge.slips
        if text not in slips.known:
            slips.read(passage.text for passage in self.passages)
        return slips.find(text)

    @cached_property
    def body(self) -> tuple[Passage, ...]:
        """The paragraphs of running text."""
        return tuple(passage for passage in self.passages if passage.is_body)

    def _passages(self) -> Iterator[Passage]:
        headings = self.report.headings
        starts = [heading.start for heading in headings]
        first = starts[0] if starts else len(self.text)
        for paragraph in self.report.paragraphs:
            at = bisect_right(starts, paragraph.start + 2) - 1
            own = at >= 0 and headings[at].start >= paragraph.start
            yield Passage(
                text=self.text[paragraph.start : paragraph.end],
                start=paragraph.start,
                role=paragraph.role,
                kinds=self.kinds_at(paragraph.start),
                heading=headings[at].end - paragraph.start if own else 0,
                level=headings[at].level if own else None,
                plan_from=self._plan_from(paragraph.start, paragraph.end),
                leading=paragraph.end <= first and paragraph.role == "body",
            )

    def kinds_at(self, place: int) -> tuple[SectionKind, ...]:
        """Kinds of the smallest section around a place of the text; () outside all."""
        around = [s for s in self.report.sections if s.start <= place < s.end]
        return min(around, key=lambda s: s.end - s.start).kinds if around else ()

    def wider(self, words: str) -> set[str]:
        """Words for areas wider than a township (全县): what they count is not the township's own."""
        if not _TOWNSHIP.search(self.organisation):
            return set()
        return set(_WIDER.findall(words))

    @cached_property
    def plan_spans(self) -> tuple[Span, ...]:
        """Where next year is spoken of; in 存在问题及下步打算 from 下一步 on."""
        spans = []
        for section in self.report.sections:
            if "next_year_plan" not in section.kinds:
                continue
            start = section.start
            if len(section.kinds) > 1 and "shortcomings" in section.kinds:
                start = self._cue(section.start, section.end)
            spans.append(Span(start, section.end))
        return tuple(spans)

    def _cue(self, start: int, end: int) -> int:
        """Where the plan begins inside a section that also holds the shortcomings."""
        body = self.text.find("\n", start, end)
        year = "" if self.year is None else f"|{self.year + 1}年"
        cue = re.compile(PLAN_CUE.pattern + year)
        found = cue.search(self.text, body if body >= 0 else start, end)
        return found.start() if found else start

    def _plan_from(self, start: int, end: int) -> int | None:
        for span in self.plan_spans:
            if span.start < end and start < span.end:
                return max(span.start - start, 0)
        return None

    def in_plan(self, place: int) -> bool:
        """Whether next year is spoken of at a place of the text."""
        return any(span.start <= place < span.end for span in self.plan_spans)

    def parts(self, kind: SectionKind) -> tuple[Span, ...]:
        """The spans of all sections of a kind."""
        return tuple(Span(s.start, s.end) for s in self.report.sections if kind in s.kinds)

    def sentence_at(self, place: int) -> Span:
        """The sentence around a place of the text, within its line."""
        at = bisect_right(self._sentence_starts, place) - 1
        return self.sentences[max(at, 0)] if self.sentences else Span(0, len(self.text))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences of the whole text."""
        return split(self.text)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [span.start for span in self.sentences]

    def sentences_of(self, passage: Passage) -> tuple[Span, ...]:
        """The sentences of a paragraph below its headings, as places of the whole text."""
        offset = passage.start
        return tuple(
            Span(span.start + offset, span.end + offset)
            for span in split(passage.text)
            if span.end > passage.heading
        )

    @cached_property
    def last_sentences(self) -> tuple[Span, ...]:
        """Sentences of last year's report, where it is given."""
        last = self.context.last
        return split(last.text) if last is not None else ()

    @cached_property
    def last_plan_spans(self) -> tuple[Span, ...]:
        """Where last year's report speaks of this year."""
        last = self.context.last
        return Reading(last, Context(self.knowledge)).plan_spans if last is not None else ()

    @cached_property
    def home(self) -> Home:
        """Whose report it is."""
        asked, report = self.context.organisation or "", self.report
        names = (asked, report.signature or "", report.organisation or "", report.title or "")
        return find_home(names, self.text, self.knowledge)

    @cached_property
    def sibling_towns(self) -> frozenset[str]:
        """The other towns of our own county, without 镇; none where the county is not sure."""
        place = self.home.place
        towns = self.knowledge.places.towns(place) if place is not None else ()
        return bare_names(towns) - {self.home.bare}

    @cached_property
    def superior_kinds(self) -> Counter[str]:
        """县, 区, 旗 by how often it writes 县委, 区政府 …."""
        return superior_kinds(self.text, self.knowledge.spelling.common)

    @cached_property
    def former_leaders(self) -> tuple[tuple[Leader, str], ...]:
        """Names of leaders that another name for the same office contradicts, with that name."""
        last = self.context.last
        before = tuple(leaders_of(last.text)) if last is not None else ()
        return tuple(contradicted(tuple(leaders_of(self.text)), before))

    def figures_in(self, span: Span) -> tuple[Figure, ...]:
        """The figures that lie in a span, in order."""
        starts = self._figure_starts
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        return self.report.figures[first:last]

    @cached_property
    def _figure_starts(self) -> list[int]:
        return [figure.start for figure in self.report.figures]

    @cached_property
    def accounts(self) -> dict[int, tuple[Entry, ...]]:
        """The numbers of its sentences with their parts, by where a sentence starts; as asked for."""
        return {}

    @cached_property
    def counts(self) -> tuple[Count, ...]:
        """What its figures count."""
        return counts_of(self.report)

    @cached_property
    def rarity(self) -> Rarity:
        """How rare pairs of characters are among its sentences."""
        return Rarity(self)

    @cached_property
    def mentioned(self) -> tuple[Telling, ...]:
        """Who did what to what, for each of its figures that counts something, aims too."""
        return tellings(self)

    @cached_property
    def tellings(self) -> tuple[Telling, ...]:
        """The same of what was done or stands, without aims."""
        wanted = {count.figure.start for count in self.counts}
        return tuple(
            told for told in self.mentioned if told.figure.start in wanted and not told.measure
        )

    @cached_property
    def last_tellings(self) -> tuple[Telling, ...]:
        """The same of last year's report."""
        last = self.context.last
        return Reading(last, Context(self.knowledge)).tellings if last is not None else ()

    @cached_property
    def last_counts(self) -> tuple[Count, ...]:
        """What last year's figures counted."""
        return counts_of(self.context.last) if self.context.last is not None else ()

    def finding(
        self,
        rule: str,
        level: Severity,
        message: str,
        start: int,
        end: int,
        *,
        suggestion: str | None = None,
        why: str = "",
        other: tuple[int, int] | None = None,
    ) -> Finding:
        """A finding at [start, end) of the report's text."""
        excerpt = self.text[start:end]
        return Finding(rule, level, message, excerpt, start, end, suggestion, why, other)


def shifted(finding: Finding, offset: int) -> Finding:
    """The same finding with its place counted from the report's beginning."""
    if finding.start is None or finding.end is None:
        return finding
    return replace(finding, start=finding.start + offset, end=finding.end + offset)
