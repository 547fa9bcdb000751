"""export, the pages of the preview, and the packs in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from lawdraft.flow.kit import Kit
    from lawdraft.model.draft import Draft
    from lawdraft.model.pack import PackInfo
    from lawdraft.model.pages import FontRole, Pages
    from lawdraft.model.report import Report

LEAST_ROWS = 2  # of a table; one line with a tab is a page's "上一篇 下一篇"


def export(
    report: Report,
    out: Path,
    kit: Kit,
    *,
    layout: str = "plain",
    preset: str = "",
    options: Mapping[str, str] | None = None,
    draft: Draft | None = None,
    public: bool = False,
    keep: frozenset[str] = frozenset(),
) -> tuple[str, ...]:
    """Lay a report out into `out` by its suffix, whole and atomically; what the clerk should know.

    `keep`: keys of omissions that the public version keeps after all.
    """
    from lawdraft.draft.ledger import evaluate
    from lawdraft.export import export_report

    return export_report(
        report,
        out,
        layout=layout,
        preset=preset,
        presets=(kit.places.packs, kit.places.templates),
        options=options or {},
        draft=evaluate(draft) if draft else None,
        public=public,
        keep=keep,
        ordinary=kit.knowledge.spelling.common if public else frozenset(),
        boundaries=kit.word_ends,
    )


def lay_out(
    report: Report,
    kit: Kit,
    *,
    layout: str = "plain",
    preset: str = "",
    options: Mapping[str, str] | None = None,
    public: bool = False,
    keep: frozenset[str] = frozenset(),
    draft: Draft | None = None,
    widths: Mapping[FontRole, Mapping[str, float]] | None = None,
) -> Pages:
    """The pages that `export` would make, for the preview and for .pdf; no file is written.

    `widths`: em widths of half-width glyphs of a face, where they are not 1/2 em.
    """
    from lawdraft.draft.ledger import evaluate
    from lawdraft.export.pages import lay_out as lay_out_pages

    return lay_out_pages(
        report,
        layout=layout,
        preset=preset,
        presets=(kit.places.packs, kit.places.templates),
        options=options or {},
        public=public,
        keep=keep,
        ordinary=kit.knowledge.spelling.common if public else frozenset(),
        draft=evaluate(draft) if draft else None,
        boundaries=kit.word_ends,
        widths=widths,
    )


def tables_left_out(report: Report) -> tuple[str, ...]:
    """A sentence where a table below a file's last line was not taken for the report's."""
    last = max((p.line or 0 for p in report.paragraphs), default=0)
    rows = [row.text for row in report.removed if row.line > last and "\t" in row.text.strip()]
    if len(rows) < LEAST_ROWS or len({row.count("\t") for row in rows}) > 1:
        return ()
    return (
        (
            f"略去落款后面的表格 {len(rows)} 行（上面没有写“附件”）；"
            "要带上，请在原件的表格上面另起一行写“附件”，再导出一次。"
        ),
    )


def list_packs(kit: Kit) -> tuple[PackInfo, ...]:
    """Knowledge, outline and layout packs in use, and those of the user that are refused."""
    from lawdraft.export.preset import list_presets, own_presets
    from lawdraft.knowledge import list_packs
    from lawdraft.model.pack import PackInfo

    places = kit.places
    known = list_packs(places.resources, places.packs)
    layouts = list_presets((places.packs, places.templates))
    own = own_presets(places.packs, places.templates)
    return (
        *known,
        *_outline_infos(kit),
        *(PackInfo("layout", name, "", "", "", shipped=name not in own) for name in layouts),
    )


def _outline_infos(kit: Kit) -> tuple[PackInfo, ...]:
    """The outline in use; before it the user's own, where that is refused."""
    from dataclasses import replace

    from lawdraft.model.errors import BadPackError
    from lawdraft.model.pack import PackInfo
    from lawdraft.recognise.outline import read_outline

    own = kit.places.packs / "outline.json"
    if not own.is_file():
        return (_outline_info(kit),)
    try:
        read_outline(own)
    except BadPackError as trouble:
        refused = PackInfo(
            "outline", own.name, "", "", str(own), shipped=False, trouble=trouble.sentence
        )
        return refused, replace(_outline_info(kit), path="", shipped=True)
    return (_outline_info(kit),)


def _outline_info(kit: Kit) -> PackInfo:
    from lawdraft.model.pack import PackInfo

    usual, own = kit.outline, kit.places.packs / "outline.json"
    return PackInfo(
        "outline",
        usual.name,
        "",
        usual.date,
        str(own) if kit.own_outline else "",
        shipped=not kit.own_outline,
        entries=sum(1 + len(section.topics) for section in usual.sections),
        source=usual.source or f"从 {usual.reports} 份报告学来",
    )


def import_pack(file: Path, kit: Kit) -> PackInfo:
    """Check a pack of any kind and take it in. Raises BadPackError with what is wrong and where."""
    from lawdraft.export.preset import import_preset
    from lawdraft.knowledge import import_pack
    from lawdraft.model.pack import PackInfo
    from lawdraft.recognise.outline import import_outline, is_outline_pack

    packs = kit.places.packs
    if file.suffix.lower() == ".toml":
        name = import_preset(file, packs, kit.places.templates)
        return PackInfo("layout", name, "", "", str(file), shipped=False)
    if is_outline_pack(file):
        import_outline(file, packs)
        kit.forget_packs()
        return _outline_info(kit)
    info = import_pack(file, packs)
    kit.forget_packs()
    return info


def remove_pack(kind: str, kit: Kit) -> None:
    """Go back to the shipped pack of a kind. Raises CannotWriteError."""
    from lawdraft.knowledge import remove_pack

    remove_pack(kind, kit.places.packs)
    kit.forget_packs()
