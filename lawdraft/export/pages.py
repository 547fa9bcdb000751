"""The layout model: a plan's blocks broken into lines and set on pages, in points.

The preview paints these pages, the exporter asks them whether the signature stands alone; page
breaks follow Word, WPS and LibreOffice: exact line heights, no widow control, a line goes to the
next page when its whole height does not fit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.export.fonts import faces
from lawdraft.export.measure import make_widths
from lawdraft.export.placing import set_pages
from lawdraft.export.planning import make_plan, make_request
from lawdraft.export.public import redact, tell
from lawdraft.export.settling import fit
from lawdraft.model.pages import Pages

if TYPE_CHECKING:
    from collections.abc import Container, Mapping
    from pathlib import Path

    from lawdraft.export.titles import Boundaries
    from lawdraft.model.draft import Draft
    from lawdraft.model.pages import FontRole
    from lawdraft.model.report import Report


def lay_out(
    report: Report,
    *,
    layout: str = "plain",
    preset: str = "",
    presets: tuple[Path, ...] = (),
    options: Mapping[str, str] | None = None,
    public: bool = False,
    keep: frozenset[str] = frozenset(),
    draft: Draft | None = None,
    boundaries: Boundaries | None = None,
    ordinary: Container[str] = frozenset(),
    widths: Mapping[FontRole, Mapping[str, float]] | None = None,
) -> Pages:
    """The pages of a report as `export_report` would make them.

    `boundaries` gives the places where a title may break; `widths` the half-width glyphs of
    fonts that are not 1/2 em wide. Raises BadUsageError, BadPackError.
    """
    left_out: tuple[str, ...] = ()
    if public:
        report, omissions = redact(report, draft, keep=keep, ordinary=ordinary)
        left_out = tell(omissions)
    table = make_widths(widths) if widths else None
    request = make_request(layout, preset, presets, options or {}, boundaries)
    plan, warnings = make_plan(report, request)
    plan, more = fit(plan)
    pages = set_pages(plan, table)
    return Pages(pages, request.preset.name, faces(plan.fonts), (*left_out, *warnings, *more))
