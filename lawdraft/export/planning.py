"""A report, a layout, a preset and options → the plan of the document, fitted to its pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lawdraft.export.arrange import (
    addressee_item,
    annex_items,
    attachment_items,
    empty,
    geometry,
    place_matter,
    plan_of,
    text_style,
    title_items,
)
from lawdraft.export.blocks import Block, Plan
from lawdraft.export.content import Content, Text, take_apart
from lawdraft.export.options import parse_options
from lawdraft.export.placing import depth_of, fits_on_page
from lawdraft.export.preset import find_preset
from lawdraft.export.recording import record_of
from lawdraft.export.redhead import Mark, red_head_items
from lawdraft.export.signing import signature_items
from lawdraft.export.stretches import pieces

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from lawdraft.export.blocks import Placed, Style
    from lawdraft.export.options import Options
    from lawdraft.export.preset import Preset
    from lawdraft.export.titles import Boundaries
    from lawdraft.model.report import Report


MARK_SCALES = (1.0, 0.85, 0.7, 0.6, 0.5)


@dataclass(frozen=True, slots=True)
class Request:
    """One export: what is asked for, validated."""

    layout: str
    preset: Preset
    options: Options
    boundaries: Boundaries | None = None


def make_request(
    layout: str,
    preset: str,
    presets: tuple[Path, ...],
    options: Mapping[str, str],
    boundaries: Boundaries | None = None,
) -> Request:
    """A validated request. Raises BadUsageError or BadPackError."""
    parsed = parse_options(options, layout)
    return Request(layout, find_preset(preset, presets), parsed, boundaries)


def make_plan(report: Report, request: Request) -> tuple[Plan, tuple[str, ...]]:
    """The plan, and sentences for the clerk about what the standard still wants."""
    options, preset = request.options, request.preset
    content = take_apart(report, options)
    style = text_style(preset, options)
    page = geometry(preset, options)
    groups = _groups(report, content, request, style, page.area_width)
    title = "".join(text.printed for text in content.title)
    plan = replace(
        plan_of((item for group in groups for item in group), title, preset, options),
        author=" ".join(text.printed for text in content.signature) or report.organisation or "",
        numbered=options.page_numbers,
        even_record=options.record_page == "even",
        made=str(options.day or report.date or ""),
    )
    return plan, _warnings(content, request)


def _groups(
    report: Report, content: Content, request: Request, style: Style, area: int
) -> list[list[Placed]]:
    options, preset = request.options, request.preset
    sealed = request.layout == "red-head" if options.sealed is None else options.sealed
    gap = int(preset.number("text.gap_below_text"))
    notes = attachment_items(content.attachments, style)
    record = record_of(options, preset, area, content.date.printed if content.date else "")
    return [
        *_opening(report, content, request, style),
        place_matter(content.matter, style, area),
        [(empty(style), 0)] * gap + notes if notes else [],
        signature_items(content.signature, content.date, style, area, sealed=sealed),
        _note(content.note, style),
        *(annex_items(annex, style, preset, area) for annex in content.annexes),
        [(record, 0)] if record else [],
    ]


def _opening(
    report: Report, content: Content, request: Request, style: Style
) -> list[list[Placed]]:
    """Head, title and 主送机关; a mark of many issuers so small that page 1 shows text (7.3.3)."""
    page = geometry(request.preset, request.options)
    addressee = [addressee_item(content.addressee, style)] if content.addressee else []
    opening: list[list[Placed]] = []
    for scale in MARK_SCALES if request.layout == "red-head" else (1.0,):
        head = _head(report, content, request, style, scale)
        above = depth_of(head, page) if request.layout == "red-head" else 0
        opening = [head, title_items(content, request.preset, request.boundaries, above), addressee]
        if fits_on_page([*head, *opening[1], *addressee, (empty(style), 0)], page):
            break
    return opening


def _head(
    report: Report, content: Content, request: Request, style: Style, scale: float
) -> list[Placed]:
    area = geometry(request.preset, request.options).area_width
    if request.layout != "red-head":
        return [(empty(style), 0)] * int(request.preset.number("title.gap_above"))
    names = (
        request.options.mark
        or tuple(text.printed for text in content.signature)
        or ((report.organisation,) if report.organisation else ("××××",))
    )
    mark = Mark(names, request.options.mark_word, scale)
    return red_head_items(mark, request.options, style, request.preset, area)


def _note(text: Text | None, style: Style) -> list[Placed]:
    """附注, two characters in, in round brackets on the line below the date (7.3.6)."""
    if text is None:
        return []
    indent = 2 * style.character
    block = Block(
        pieces(text),
        "Note",
        style.size,
        style.line,
        style.spacing,
        first=indent,
        indent_characters=2,
    )
    return [(block, max(text.start, 0))]


def _warnings(content: Content, request: Request) -> tuple[str, ...]:
    """What the clerk should know of this export, in sentences."""
    said = []
    if request.layout == "red-head" and not request.options.number:
        said.append("没有填发文字号，红头下方留空；有文号就填上“发文字号”，如 云政发〔2026〕3号。")
    if request.layout == "red-head" and not content.signature:
        said.append("没有发文机关署名，红头公文应当有，请填上“署名”。")
    if content.date is None:
        said.append("没有成文日期，请填上“成文日期”再报送。")
    said.extend(_mended(content))
    return tuple(said)


def _mended(content: Content) -> list[str]:
    from lawdraft.export.content import Table, cached_mends

    counts: dict[str, int] = {}
    for part in content.matter:
        if not isinstance(part, Table):
            for mend in cached_mends(part.text, part.marks):
                if mend.why:
                    counts[mend.why] = counts.get(mend.why, 0) + 1
    return [f"按标准改了{why} {count} 处。" for why, count in counts.items()]
