"""The self-check sheet (.docx): all findings in a table, to sign and keep with the report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.export.arrange import empty, geometry, plan_of, text_style, title_items
from lawdraft.export.blocks import Block, Piece, Style
from lawdraft.export.content import Content, Table, Text
from lawdraft.export.options import Options
from lawdraft.export.tables import make_grid
from lawdraft.export.word import write_docx
from lawdraft.model.finding import LEVEL_NAMES

if TYPE_CHECKING:
    from lawdraft.export.preset import Preset
    from lawdraft.model.finding import Finding
    from lawdraft.model.report import Report

QUOTED = 80  # characters of the text that a finding is about
HEAD = ("序号", "级别", "问题", "原文", "建议", "处理结果")


def write_self_check(
    report: Report, findings: tuple[Finding, ...], preset: Preset, compared: str = ""
) -> bytes:
    """The sheet's bytes: title, a line that counts, the table, a place for names and date.

    `compared`: what comparing with other reports gave, as a sentence.
    """
    options = Options()
    style, page = text_style(preset, options), geometry(preset, options)
    title = f"{report.organisation or ''}{report.year or ''}年法治政府建设年度报告自查表"
    if not report.year:
        title = f"{report.organisation or ''}法治政府建设年度报告自查表"
    items = title_items(Content(title=(Text(title),)), preset, None)
    items += [(_line(words, style), 0) for words in (_counts(findings), compared) if words]
    if findings:
        items.append((make_grid(_table(findings), style, page.area_width)[0], 0))
        items.append((empty(style), 0))
    items.append((_line("自查人：　　　　　　复核人：　　　　　　日期：", style), 0))
    plan = plan_of(items, title, preset, options)
    made = str(report.date or "")
    return write_docx(replace(plan, author=report.organisation or "", made=made))


def _counts(findings: tuple[Finding, ...]) -> str:
    if not findings:
        return "自动核查没有发现问题。"
    counts = "，".join(
        f"{name} {sum(f.level == level for f in findings)} 条"
        for level, name in LEVEL_NAMES.items()
    )
    return f"自动核查共 {len(findings)} 条：{counts}。"


def _table(findings: tuple[Finding, ...]) -> Table:
    rows = [tuple(Text(word, marks=False) for word in HEAD)]
    for number, finding in enumerate(findings, 1):
        words = (
            str(number),
            LEVEL_NAMES[finding.level],
            _told(finding),
            _quoted(finding.excerpt),
            finding.suggestion or "",
            "",
        )
        rows.append(tuple(Text(word, marks=False) for word in words))
    return Table(tuple(rows))


def _told(finding: Finding) -> str:
    """Its sentence, how often it stands there, and why."""
    words = finding.message
    if finding.similar:
        words += f"同样的还有 {finding.similar} 处。"
    return f"{words}（{finding.why}）" if finding.why else words


def _quoted(excerpt: str) -> str:
    words = " ".join(excerpt.split())
    return words if len(words) <= QUOTED else f"{words[:QUOTED]}…"


def _line(text: str, style: Style) -> Block:
    return Block((Piece(text),), "BodyText", style.size, style.line, style.spacing, align="left")
