"""Layout presets, fonts, the public version and the self-check sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from lawdraft.export.fonts import MissingFont as MissingFont  # for the window too
    from lawdraft.export.learning import Learned as Learned
    from lawdraft.flow.checking import Checked
    from lawdraft.flow.kit import Kit
    from lawdraft.model.draft import Draft, Wishes
    from lawdraft.model.omission import Omission
    from lawdraft.model.report import Report


class Wished(TypedDict):
    """Keyword arguments of `export` and `lay_out`."""

    layout: str
    preset: str
    options: dict[str, str]


def list_layouts(kit: Kit) -> tuple[str, ...]:
    """Names of all layout presets, the national standard first."""
    from lawdraft.export.preset import list_presets

    return list_presets((kit.places.packs, kit.places.templates))


def layout_options() -> tuple[tuple[str, bool], ...]:
    """Names of all export options, and whether one is for the red head only."""
    from lawdraft.export.options import KEYS

    return tuple((key.chinese, key.red_head_only) for key in KEYS)


def layout_departures(name: str, kit: Kit) -> tuple[str, ...]:
    """Where a preset is not the national standard, a sentence each. Raises BadUsageError."""
    from lawdraft.export.learning import departures
    from lawdraft.export.preset import find_preset

    folders = (kit.places.packs, kit.places.templates)
    found = departures(find_preset(name, folders), find_preset("", folders))
    return tuple(one.sentence for one in found)


def option_trouble(name: str, value: str, layout: str) -> str:
    """What is wrong with the value of an export option, as a sentence; empty where nothing is."""
    from lawdraft.export.options import parse_options
    from lawdraft.model.errors import BadUsageError

    try:
        parse_options({name: value}, layout)
    except BadUsageError as trouble:
        return trouble.sentence
    return ""


def wished(wishes: Wishes, kit: Kit) -> Wished:
    """What `export` and `lay_out` are given for a draft's wishes, as keyword arguments.

    Red-head options rest while the layout is plain; a preset that is gone is the standard again.
    """
    usable = {name for name, red in layout_options() if wishes.layout == "red-head" or not red}
    return {
        "layout": wishes.layout,
        "preset": wishes.preset if wishes.preset in list_layouts(kit) else "",
        "options": {name: value for name, value in wishes.options if name in usable},
    }


def learn_layout(path: Path, name: str, kit: Kit) -> Learned:
    """照着这份文件的版式: a preset from a .docx and where it departs; `save_layout` keeps it."""
    from lawdraft.export.learning import learn_preset

    return learn_preset(path, name, (kit.places.packs, kit.places.templates))


def save_layout(learned: Learned, kit: Kit) -> Path:
    """Keep a learned preset among the user's own; returns its file."""
    from lawdraft.export.learning import save_preset

    return save_preset(learned.preset, kit.places.packs)


def layout_fonts(
    kit: Kit,
    *,
    layout: str = "plain",
    preset: str = "",
    options: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """The families an export names, by body, level1, level2, title, page_number and digits."""
    from lawdraft.export.fonts import KEY_OF_ROLE, chosen_fonts
    from lawdraft.export.planning import make_request

    folders = (kit.places.packs, kit.places.templates)
    request = make_request(layout, preset, folders, options or {})
    return {KEY_OF_ROLE[r]: family for r, family in chosen_fonts(request.preset, request.options)}


def missing_fonts(
    installed: Iterable[str],
    kit: Kit,
    *,
    layout: str = "plain",
    preset: str = "",
    options: Mapping[str, str] | None = None,
) -> tuple[MissingFont, ...]:
    """Fonts an export would name that are not among the installed families, and what to do."""
    from lawdraft.export.fonts import chosen_fonts
    from lawdraft.export.fonts import missing_fonts as missing
    from lawdraft.export.planning import make_request

    folders = (kit.places.packs, kit.places.templates)
    request = make_request(layout, preset, folders, options or {})
    return missing(chosen_fonts(request.preset, request.options), installed)


def public_version(
    report: Report, kit: Kit, draft: Draft | None = None, *, keep: frozenset[str] = frozenset()
) -> tuple[Report, tuple[Omission, ...]]:
    """What may be published, and everything left out; `keep`: keys of omissions brought back."""
    from lawdraft.export.public import redact

    return redact(report, draft, keep=keep, ordinary=kit.knowledge.spelling.common)


def export_self_check(checked: Checked, out: Path, kit: Kit) -> None:
    """The findings as a .docx table to sign."""
    from lawdraft.export.preset import find_preset
    from lawdraft.export.self_check import write_self_check
    from lawdraft.model.files import write_atomically

    preset = find_preset("", (kit.places.packs, kit.places.templates))
    sheet = write_self_check(checked.report, checked.findings, preset, _compared(checked))
    write_atomically(out, sheet)


def _compared(checked: Checked) -> str:
    """与报告库比对：抄自别处 1.2%…; nothing where there was nothing to compare with."""
    found = checked.comparison
    if found is None:
        return ""
    own = f"沿用本单位往年 {found.substance - found.others:.1%}，固定表述 {found.set_phrases:.1%}"
    if not checked.with_library:
        return f"与去年的报告比对：{own}；没有报告库，没有与外单位的报告比对。"
    return f"与报告库比对：抄自别处 {found.others:.1%}，{own}。"
