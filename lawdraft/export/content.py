"""A report taken apart into what the standard lays out: title, text, notes, signature, annexes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from lawdraft.export.mending import apply, mends, print_date

if TYPE_CHECKING:
    from lawdraft.export.mending import Mend
    from lawdraft.export.options import Options
    from lawdraft.model.report import Heading, Layout, Paragraph, Report

LABEL = re.compile(
    r"^附\s*件\s*(\d{0,2}|[一二三四五六七八九十]{1,2})\s*(?:[：:．.、]\s*|\s+|$)(.*)$"
)
DIGITS = {han: str(value) for value, han in enumerate("一二三四五六七八九十", 1)}
LONGEST_TITLE = 60
NAME_TAILS = ("人民政府", "街道办事处", "办事处", "党委", "党工委", "委员会")
NEVER_FIRST = frozenset("。，、；：！？）》”’")
NUMBERED_START = re.compile(
    r"^(?:[一二三四五六七八九十百]{1,4}、|（[一二三四五六七八九十百]{1,4}）)"
)


@dataclass(frozen=True, slots=True)
class Head:
    """A heading's part of a paragraph, counted from the paragraph's start."""

    level: int
    start: int
    end: int
    layout: Layout


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph as printed: its mended stretches and its headings; `start` in the report."""

    text: str  # of the report
    start: int = -1
    heads: tuple[Head, ...] = ()
    marks: bool = True  # mend 1、 and the like

    @property
    def printed(self) -> str:
        """After its mends."""
        return apply(self.text, cached_mends(self.text, self.marks))


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells."""

    rows: tuple[tuple[Text, ...], ...]


@dataclass(frozen=True, slots=True)
class Annex:
    """附件: its label, title and matter."""

    label: str
    title: Text
    matter: tuple[Text | Table, ...]
    start: int = -1


@dataclass(frozen=True, slots=True)
class Content:
    """All elements; an empty one is left out."""

    title: tuple[Text, ...]
    title_lines: tuple[str, ...] = ()  # where the user breaks it
    addressee: Text | None = None
    matter: tuple[Text | Table, ...] = ()
    attachments: tuple[Text, ...] = ()  # names, without 附件： and number
    signature: tuple[Text, ...] = ()
    date: Text | None = None
    note: Text | None = None
    annexes: tuple[Annex, ...] = ()
    warnings: tuple[str, ...] = field(default=())


@lru_cache(maxsize=4096)
def cached_mends(text: str, marks: bool) -> tuple[Mend, ...]:  # noqa: FBT001
    """Mends of a paragraph, found once however often it is laid out."""
    return mends(text, marks=marks)


def take_apart(report: Report, options: Options) -> Content:
    """The elements of a report; options replace or add elements."""
    by_role = _by_role(report)
    heads = _heads_by_paragraph(report)
    make = _Maker(report, heads, options.standard_marks)
    annexes = make.annexes()
    return Content(
        title=_title(report, make, by_role.get("title", ()), options),
        title_lines=options.title,
        addressee=_addressee(make, by_role.get("addressee", ()), options),
        matter=make.matter(by_role.get("matter", ())),
        attachments=_attachments(make, by_role.get("annex_note", ()), options),
        signature=_signature(make, by_role.get("signature", ()), options),
        date=_date(report, by_role.get("date", ()), options),
        note=_note(make, by_role.get("note", ()), options),
        annexes=annexes,
    )


def _by_role(report: Report) -> dict[str, list[Paragraph]]:
    """Paragraphs by role; body and tables before the first annex are the matter."""
    found: dict[str, list[Paragraph]] = {}
    in_annex = False
    for paragraph in report.paragraphs:
        in_annex = in_annex or paragraph.role == "annex"
        if in_annex and paragraph.role in ("annex", "table", "body"):
            continue
        role = "matter" if paragraph.role in ("body", "table") else paragraph.role
        found.setdefault(role, []).append(paragraph)
    return found


def _heads_by_paragraph(report: Report) -> dict[int, tuple[Head, ...]]:
    """Headings by the start of the paragraph that holds them."""
    starts = [paragraph.start for paragraph in report.paragraphs]
    found: dict[int, list[Head]] = {}
    for heading in report.headings:
        place = _holder(report, starts, heading)
        if place is not None:
            level = _printed_level(heading)
            shifted = Head(level, heading.start - place, heading.end - place, heading.layout)
            found.setdefault(place, []).append(shifted)
    return {place: tuple(heads) for place, heads in found.items()}


def _printed_level(heading: Heading) -> int:
    """黑体 and 楷体 belong to 一、 and （一）; 第一， before running text stays in the text's type."""
    if heading.layout == "own" or NUMBERED_START.match(heading.text):
        return heading.level
    return max(heading.level, 3)


def _holder(report: Report, starts: list[int], heading: Heading) -> int | None:
    from bisect import bisect_right

    at = bisect_right(starts, heading.start) - 1
    return starts[at] if at >= 0 and heading.end <= report.paragraphs[at].end else None


class _Maker:
    """Makes Text values of one report's paragraphs."""

    def __init__(
        self,
        report: Report,
        heads: dict[int, tuple[Head, ...]],
        marks: bool,  # noqa: FBT001
    ) -> None:
        self.report, self.heads, self.marks = report, heads, marks

    def text(self, paragraph: Paragraph) -> Text:
        text = self.report.text[paragraph.start : paragraph.end]
        heads = self.heads.get(paragraph.start, ()) or _unnamed_head(text)
        return Text(text, paragraph.start, heads, self.marks)

    def matter(
        self, paragraphs: list[Paragraph] | tuple[Paragraph, ...]
    ) -> tuple[Text | Table, ...]:
        made: list[Text | Table] = []
        rows: list[tuple[Text, ...]] = []
        for paragraph in paragraphs:
            if self._is_row(paragraph):
                rows.append(self._cells(paragraph))
                continue
            if rows:
                made.append(Table(tuple(rows)))
                rows = []
            text = self.text(paragraph)
            if text.printed[:1] in NEVER_FIRST and made and isinstance(made[-1], Text):
                made[-1] = self._joined(made[-1], text)
            elif text.printed:
                made.append(text)
        return (*made, Table(tuple(rows))) if rows else tuple(made)

    def _is_row(self, paragraph: Paragraph) -> bool:
        """A table's row; in an annex, where all paragraphs have one role, by its tabs."""
        text = self.report.text[paragraph.start : paragraph.end]
        return paragraph.role == "table" or (paragraph.role == "annex" and "\t" in text)

    def _joined(self, first: Text, second: Text) -> Text:
        """One paragraph: what begins with 。 was torn from the one before it (a lost picture)."""
        shift = second.start - first.start
        heads = [Head(h.level, h.start + shift, h.end + shift, h.layout) for h in second.heads]
        whole = self.report.text[first.start : second.start + len(second.text)]
        return Text(whole, first.start, (*first.heads, *heads), self.marks)

    def _cells(self, paragraph: Paragraph) -> tuple[Text, ...]:
        cells, place = [], paragraph.start
        for cell in self.report.text[paragraph.start : paragraph.end].split("\t"):
            cells.append(Text(cell, place, marks=False))
            place += len(cell) + 1
        return tuple(cells)

    def annexes(self) -> tuple[Annex, ...]:
        """Everything from the first annex paragraph on, a new annex at every label."""
        groups: list[list[Paragraph]] = []
        for paragraph in self.report.paragraphs:
            text = self.report.text[paragraph.start : paragraph.end].strip()
            if paragraph.role == "annex" and (not groups or _is_label(text)):
                groups.append([])
            if groups and paragraph.role in ("annex", "table", "body"):
                groups[-1].append(paragraph)
        return tuple(self._annex(group) for group in groups)

    def _annex(self, group: list[Paragraph]) -> Annex:
        first, *rest = group
        text = self.report.text[first.start : first.end]
        found = LABEL.match(text.strip())
        if found is None:  # matter without a label: its first line is the title
            return Annex("附件", self.text(first), self.matter(rest))
        label = "附件" + DIGITS.get(found[1], found[1])
        if found[2]:
            place = first.start + text.rindex(found[2])
            return Annex(label, Text(found[2], place), self.matter(rest), first.start)
        title, rest = self._annex_title(rest)
        return Annex(label, title, self.matter(rest), first.start)

    def _annex_title(self, rest: list[Paragraph]) -> tuple[Text, list[Paragraph]]:
        """The line below the label, if it can be one."""
        if rest and not self._is_row(rest[0]):
            text = self.text(rest[0])
            if len(text.printed) <= LONGEST_TITLE and not text.printed.endswith("。"):
                return text, rest[1:]
        return Text(""), rest


def _is_label(text: str) -> bool:
    found = LABEL.match(text)
    return bool(found) and len(text) <= LONGEST_TITLE and not text.endswith("。")


def _unnamed_head(text: str) -> tuple[Head, ...]:
    """A numbered paragraph without a heading keeps the type of its level for the number alone."""
    found = NUMBERED_START.match(text)
    if not found:
        return ()
    return (Head(2 if text[0] == "（" else 1, 0, found.end(), "run_in"),)


def made_title(report: Report) -> str:
    """The title of a report that has none: 青禾镇2026年法治政府建设年度报告."""
    year = f"{report.year}年" if report.year else ""
    place = report.organisation or ""
    for tail in ("人民政府", "办事处"):
        place = place.removesuffix(tail)
    return f"{place}{year}法治政府建设年度报告"


def _title(
    report: Report, make: _Maker, found: list[Paragraph] | tuple[Paragraph, ...], options: Options
) -> tuple[Text, ...]:
    if options.title:
        return (Text("".join(options.title)),)
    texts = tuple(text for p in found if (text := make.text(p)).printed)
    return texts or (Text(report.title or made_title(report)),)


def _addressee(
    make: _Maker, found: list[Paragraph] | tuple[Paragraph, ...], options: Options
) -> Text | None:
    if options.addressee:
        return Text(options.addressee.rstrip("：:") + "：")
    return make.text(found[0]) if found else None


def _attachments(
    make: _Maker, found: list[Paragraph] | tuple[Paragraph, ...], options: Options
) -> tuple[Text, ...]:
    """Names of the 附件说明: 附件：1.甲 and 2.乙 give 甲 and 乙."""
    if options.attachments:
        return tuple(Text(name) for name in options.attachments)
    names: list[Text] = []
    for paragraph in found:
        text = make.report.text[paragraph.start : paragraph.end]
        names.extend(_names_of_note(text, paragraph.start))
    return tuple(names)


_NOTE_MARK = re.compile(
    r"^\s*附\s*件\s*[：:]?\s*(?:\d{1,2}\s*[.．、]\s*)?|^\s*\d{1,2}\s*[.．、]\s*"
    r"|(?:(?<=\s)|(?<=[；;]))\d{1,2}\s*[.．、]\s*(?!\d{1,3}(?!\d))"
)


def _names_of_note(text: str, start: int) -> list[Text]:
    names, place = [], 0
    cuts = [*_NOTE_MARK.finditer(text)]
    for found in (*cuts, None):
        end = found.start() if found else len(text)
        name = text[place:end].strip().rstrip("。；;，,、.")
        if name:
            names.append(Text(name, start + text.index(name, place), marks=False))
        place = found.end() if found else end
    return names


_SEVERAL = re.compile(r"\S*?(?:府|委|会|办|局|处|所|室|院|站|中心|街道|镇|乡)(?=\s|$)")


def _are_issuers(parts: list[re.Match[str]]) -> bool:
    """Whether names parted by blanks are several issuers, not one name spread out."""
    return len(parts) > 1 and not any(part.group().startswith(NAME_TAILS) for part in parts)


def _signature(
    make: _Maker, found: list[Paragraph] | tuple[Paragraph, ...], options: Options
) -> tuple[Text, ...]:
    """署名, one Text an issuer; joint issuers on one line stand apart by blanks."""
    if options.signature:
        return tuple(Text(name) for name in options.signature)
    names: list[Text] = []
    for paragraph in found:
        text = make.report.text[paragraph.start : paragraph.end]
        parts = [*_SEVERAL.finditer(text)]
        whole = "".join(text.split())
        if _are_issuers(parts) and "".join(part.group() for part in parts) == whole:
            names.extend(Text(p.group(), paragraph.start + p.start()) for p in parts)
        elif whole:
            names.append(make.text(paragraph))
    return tuple(names)


def _date(
    report: Report, found: list[Paragraph] | tuple[Paragraph, ...], options: Options
) -> Text | None:
    day = options.day or report.date
    start = found[0].start if found else -1
    if day and (found or options.day):
        return Text(print_date(day), start)
    return Text(report.text[found[0].start : found[0].end], start) if found else None


def _note(
    make: _Maker, found: list[Paragraph] | tuple[Paragraph, ...], options: Options
) -> Text | None:
    """附注 in round brackets (7.3.6)."""
    if options.note:
        return Text(f"（{options.note.strip('（）()')}）")
    return make.text(found[0]) if found else None
