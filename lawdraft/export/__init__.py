"""Lays a report out into a file: .docx .pdf .html .txt .xlsx, or into pages for the preview."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.model.errors import BadUsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping
    from pathlib import Path

    from lawdraft.export.planning import Request
    from lawdraft.model.draft import Draft
    from lawdraft.model.report import Report

    Written = tuple[bytes, tuple[str, ...]]  # a file's bytes, and sentences for the clerk


def export_report(
    report: Report,
    out: Path,
    *,
    layout: str = "plain",
    preset: str = "",
    presets: tuple[Path, ...] = (),
    options: Mapping[str, str] | None = None,
    draft: Draft | None = None,
    public: bool = False,
    keep: frozenset[str] = frozenset(),
    boundaries: Callable[[str], frozenset[int]] | None = None,
    ordinary: Container[str] = frozenset(),
) -> tuple[str, ...]:
    """Write `report` to `out` by its suffix, whole or not at all; returns what the clerk should know.

    Raises BadUsageError for an unknown suffix, layout, preset or option, CannotWriteError.
    """
    from lawdraft.export.planning import make_request
    from lawdraft.model.files import write_atomically

    suffix = out.suffix.lower()
    if suffix not in WRITERS:
        raise BadUsageError(_no_such_kind(out))
    request = make_request(layout, preset, presets, options or {}, boundaries)
    left_out: tuple[str, ...] = ()
    if public:
        from lawdraft.export.public import redact, tell

        report, omissions = redact(report, draft, keep=keep, ordinary=ordinary)
        left_out = tell(omissions)
    data, said = WRITERS[suffix](Job(report, request, draft, public))
    write_atomically(out, data)
    return (*left_out, *said)


@dataclass(frozen=True, slots=True)
class Job:
    """What a writer needs."""

    report: Report
    request: Request
    draft: Draft | None
    public: bool


def _docx(job: Job) -> Written:
    from lawdraft.export.planning import make_plan
    from lawdraft.export.settling import fit
    from lawdraft.export.word import write_docx

    plan, warnings = make_plan(job.report, job.request)
    plan, more = fit(plan)
    return write_docx(plan), (*warnings, *more)


def _html(job: Job) -> Written:
    from lawdraft.export.content import take_apart
    from lawdraft.export.html import write_html

    content = take_apart(job.report, job.request.options)
    return write_html(content, job.report.organisation or ""), _without_head(job)


def _txt(job: Job) -> Written:
    from lawdraft.export.content import take_apart
    from lawdraft.export.plain import write_text

    return write_text(take_apart(job.report, job.request.options)), _without_head(job)


def _without_head(job: Job) -> tuple[str, ...]:
    """What a website's text leaves out of the printed document."""
    options, left = job.request.options, []
    if job.request.layout == "red-head":
        left.append("版头")
    if options.copies or options.printer:
        left.append("版记")
    return (f"网页和纯文字里没有{'和'.join(left)}；要带上请导出 Word 或 PDF。",) if left else ()


def _no_such_kind(out: Path) -> str:
    """Why a file cannot be made under this name."""
    kinds = "、".join(WRITERS)
    if out.suffix:
        return f"不能导出成“{out.suffix}”，可用：{kinds}。"
    if out.name and not out.is_dir():
        return f"文件名“{out.name}”要有后缀，可用：{kinds}。"
    return f"要写到一个文件，请在后面写上文件名，后缀可用：{kinds}。"


def _xlsx(job: Job) -> Written:
    from lawdraft.export.figures import write_figures

    return write_figures(job.report, job.draft, public=job.public), ()


def _pdf(_job: Job) -> Written:
    raise BadUsageError("PDF 请在窗口里导出，或用命令 lawdraft export 报告 --out 文件.pdf。")


WRITERS: dict[str, Callable[[Job], Written]] = {
    ".docx": _docx,
    ".pdf": _pdf,
    ".html": _html,
    ".txt": _txt,
    ".xlsx": _xlsx,
}
