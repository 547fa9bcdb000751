"""A document into a Report: rows, frame, text, headings, kinds, points, figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.model.correcting import NONE, Corrections
from lawdraft.model.document import Removed
from lawdraft.model.errors import NotAReportError
from lawdraft.model.report import Paragraph, Report
from lawdraft.recognise.body import Piece, pieces_of, text_of
from lawdraft.recognise.correcting import corrected_frame, given_sections, given_to
from lawdraft.recognise.headings import find_headings
from lawdraft.recognise.indicators import Knows, label
from lawdraft.recognise.kinds import assign_kinds, sections_of
from lawdraft.recognise.organisation import names_of, organisation_of, where_named
from lawdraft.recognise.plan import plan_spans
from lawdraft.recognise.points import find_points
from lawdraft.recognise.ranks import by_rank, with_kinds
from lawdraft.recognise.rows import Row, left_out, numbered, rows_of
from lawdraft.recognise.titles import names_other_paper
from lawdraft.recognise.unfold import unfold
from lawdraft.recognise.wrapped import rejoin
from lawdraft.recognise.year import year_of
from lawdraft.text.figures import find_figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawdraft.model.document import Document
    from lawdraft.model.report import ParagraphRole
    from lawdraft.recognise.framed import Frame

_SUBJECTS = re.compile(
    r"法治政府|依法行政|法治建设|行政执法|普法|法律顾问|矛盾纠纷|第一责任人|合法性审查|法治思维|依法治|法治宣传|规范性文件|行政复议|法律援助|人民调解|政务公开|学法"
)
_CUES = re.compile(
    r"(?:报告|汇报|总结)如下|下一步|存在的?(?:主要)?(?:问题|不足)|不足|今年以来|全年|(?:我|全|本)(?:镇|乡|街道|县|区|局)|20\d\d年|成效|累计"
)
_ANNOUNCED = re.compile(
    r"[现将就][^。；\n]{0,40}(?:法治政府(?:建设)?|法治建设|法治工作|依法行政|依法治[镇乡街县区市])[^。；，\n]{0,24}(?:报告|汇报|总结|说明)?如下"
    r"|代表[^。；\n]{2,30}(?:政府|办事处|委员会|局)[^。；\n]{0,12}(?:报告|汇报)[^。；\n]{0,16}(?:法治政府|法治建设|依法行政)"
    r"|(?:法治政府|法治建设|依法行政)[^\n]{0,120}(?:现[将就]?|将)(?:有关|相关|具体|主要|本年度|全年|今年|20\d\d年度?|我[镇乡县区局]|我街道|我们的|的)*"
    r"(?:工作)?(?:开展)?(?:情况)?(?:总结|汇报|报告)+如下"
    r"|^[一1][、．.  \u3000][^。\n]{0,24}(?:法治政府建设|法治建设|依法行政)[^。；，\n]{0,16}(?:情况|成效|举措|做法|成果|措施)$",
    re.M,
)
"""The report says of what it reports, or its first heading does."""
_BEGINNING = 2_000
_FEWEST_CUES = 2
_LONGEST = 110_000  # characters and lines; such reports have about four thousand
_GIVEN = "您改的。"
_NOT_REPORT = "这不像一份法治政府建设报告，请检查是否选错了文件。"


def recognise_report(
    document: Document,
    knowledge: Knows | None = None,
    *,
    keep: frozenset[int] = frozenset(),
    corrections: Corrections = NONE,
) -> Report:
    """The report in a document. Raises NotAReportError where the text is something else.

    `keep`: lines of the document (1-based) that are never removed; `corrections`: what the user
    put right in an earlier reading of the same document.
    """
    length = sum(len(line.text) + 1 for line in document.lines)
    if length > _LONGEST:
        raise NotAReportError(
            f"这不像一份法治政府建设报告：共约{length // 10_000}万字，太长，请检查是否选错了文件。"
        )
    rows = numbered(unfold(rejoin(rows_of(document))))
    frame = corrected_frame(rows, left_out(document), corrections, keep)
    pieces = pieces_of(_parts(frame))
    text = text_of(pieces)
    if not _is_report(frame, text):
        raise NotAReportError(_NOT_REPORT)
    return _report(document, frame, pieces, text, _Given(knowledge, corrections))


@dataclass(frozen=True, slots=True)
class _Given:
    """What is known besides the document."""

    knowledge: Knows | None
    corrections: Corrections


def _parts(frame: Frame) -> list[tuple[Row, ParagraphRole]]:
    parts: list[tuple[Row, ParagraphRole]] = [(row, "title") for row in frame.title]
    parts += frame.head
    parts += [(row, "table" if row.table and "\t" in row.text else "body") for row in frame.body]
    return parts + frame.tail


def _is_report(frame: Frame, text: str) -> bool:
    """Speaks of the rule of law throughout, not in passing; a title that says so helps."""
    found = _SUBJECTS.findall(text[:20_000])
    subjects, often = set(found), len(found)
    if frame.title:
        return often >= 2
    if any(names_other_paper(row) for row in [*frame.removed[:12], *frame.body[:2]]):
        return False
    if _ANNOUNCED.search(text[:_BEGINNING]):
        return True
    cues = {found.group() for found in _CUES.finditer(text[:20_000])}
    if len(cues) < _FEWEST_CUES:
        return False
    return len(subjects) >= 3 and often >= 3 and often * 400 >= min(len(text), 20_000)


def _report(
    document: Document, frame: Frame, pieces: Sequence[Piece], text: str, given: _Given
) -> Report:
    corrections = given.corrections
    body_start, body_end = _body_span(pieces)
    title = "".join(row.text for row in frame.title) or None
    unit = _unit(title, frame, text[body_start:body_end], corrections.organisation)
    headings = find_headings(pieces, names_of(unit[0]))
    year, reason = year_of(title, headings, text[body_start:body_end], frame.date)
    if corrections.year is not None:
        year, reason = corrections.year, _GIVEN
    forced = given_to(headings, corrections.kinds)
    ranked = assign_kinds(by_rank(headings), text, body_end, year, forced)
    sections = sections_of(ranked, text, body_start, body_end)
    headings = with_kinds(headings, ranked)
    sections = given_sections(sections, headings, text, corrections.kinds)
    figures = find_figures(text, plan_spans(sections, ranked, text, body_end, year))
    restored = _restored(frame, pieces)
    return Report(
        text=text,
        paragraphs=tuple(
            Paragraph(piece.role, piece.start, piece.end, piece.row, piece.line) for piece in pieces
        ),
        organisation=unit[0],
        level=unit[1],
        organisation_reason=unit[2],
        year=year,
        year_reason=reason,
        title=title,
        addressee=frame.addressee.text.rstrip("：: ") if frame.addressee else None,
        signature=frame.signature,
        date=frame.date,
        sections=sections,
        headings=headings,
        points=find_points(pieces, headings),
        figures=label(
            [figure for figure in figures if body_start <= figure.start < body_end],
            text,
            given.knowledge,
        ),
        removed=_removed(frame),
        notes=_notes(restored),
        source=document.source,
        restored=restored,
    )


def _body_span(pieces: Sequence[Piece]) -> tuple[int, int]:
    body = [piece for piece in pieces if piece.role in ("body", "table")]
    return (body[0].start, body[-1].end) if body else (0, 0)


def _unit(
    title: str | None, frame: Frame, body: str, given: str | None
) -> tuple[str | None, str | None, str]:
    """The reporting unit, its level, and where its name stands."""
    page = [row.text for row in frame.removed if row.number >= 0]
    organisation, level = organisation_of(title, frame.signature, body, page)
    if given:
        return given, organisation_of(given, None, "")[1] or level, _GIVEN
    return organisation, level, where_named(organisation, title, frame.signature, body)


def _removed(frame: Frame) -> tuple[Removed, ...]:
    rows = [Removed(row.line, row.raw, row.number) for row in frame.removed]
    return tuple(sorted(rows, key=lambda removed: removed.line))


def _restored(frame: Frame, pieces: Sequence[Piece]) -> tuple[int, ...]:
    """Places of the text where a mark stood at half width; pieces are the frame's rows, in order."""
    return tuple(
        piece.start + at
        for (row, _), piece in zip(_parts(frame), pieces, strict=True)
        if row.text != row.raw
        for at, (shown, read) in enumerate(zip(row.text, row.raw, strict=False))
        if shown != read
    )


def _notes(restored: Sequence[int]) -> tuple[str, ...]:
    return (
        (f"原文有{len(restored)}处中文标点是半角的，已恢复为全角；数字、日期和名称没有改动。",)
        if restored
        else ()
    )
