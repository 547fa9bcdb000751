"""library and packs: what the program compares with and what it knows."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from lawdraft import flow
from lawdraft.cli.chinese import ChineseGroup
from lawdraft.cli.kit import (
    Door,
    FilePath,
    json_option,
    library_option,
    library_there,
    listed,
    named,
    pass_door,
    print_json,
    print_text,
)
from lawdraft.model.errors import BadLibraryError, LawdraftError
from lawdraft.model.pack import PACK_KINDS
from lawdraft.store.targets import files_below

if TYPE_CHECKING:
    from pathlib import Path


@click.group(cls=ChineseGroup, help="报告库：供查雷同用的历年报告和外单位报告。")
def library() -> None:
    """The reports to compare with."""


@library.command("add", help="把文件或整个文件夹的报告加进报告库。")
@click.argument("paths", nargs=-1, required=True, type=FilePath, metavar="文件或目录…")
@library_option
@pass_door
def add(door: Door, paths: tuple[Path, ...], library: Path) -> None:
    """Add files and folders; unreadable ones are named, status 2 only where none was taken."""
    taken = known = 0
    files = files_below(paths, missing=True)
    refused: dict[Path, LawdraftError] = {}
    for path, outcome in flow.add_to_library(files, library, door.kit):
        if isinstance(outcome, LawdraftError):
            if len(files) == 1:  # its sentence says it all
                raise BadLibraryError(named(outcome, path))
            refused[path] = outcome
        elif outcome:
            taken += 1
        else:
            known += 1
    if not taken and not known:
        which = f"{listed(list(refused))}读不了，" if refused else ""
        raise BadLibraryError(f"{which}没有一份报告加进报告库，请检查给出的文件或文件夹。")
    for path, error in refused.items():
        door.tell(f"没有加入 {named(error, path)}")
    again = f"，{known} 份早已在库中" if known else ""
    print_text(f"加入 {taken} 份{again}。")


@library.command("list", help="列出报告库里的报告。")
@library_option
@json_option
@pass_door
def list_reports(door: Door, library: Path, as_json: bool) -> None:
    """The library's reports, in a stable order."""
    library_there(door, library)
    reports = flow.list_library(library)
    if as_json:
        print_json(
            {"reports": [{"report": r.id, "organisation": r.unit, "year": r.year} for r in reports]}
        )
        return
    for report in reports:
        print_text("\t".join((report.id, report.unit or "", str(report.year or ""))))


@library.command("remove", help="从报告库删去报告。")
@click.argument("names", nargs=-1, required=True, metavar="名称…")
@library_option
@pass_door
def remove(_door: Door, names: tuple[str, ...], library: Path) -> None:
    """Remove reports by their name in the library."""
    flow.remove_from_library(names, library)
    print_text(f"删去 {len(names)} 份。")


@library.command("rebuild", help="重建报告库的索引。")
@library_option
@pass_door
def rebuild(_door: Door, library: Path) -> None:
    """Make the library's index anew from its texts."""
    flow.rebuild_library(library)
    print_text("索引已重建。")


@click.group(cls=ChineseGroup, help="知识包：法规、提法、指标、地名、结构、版式。")
def packs() -> None:
    """The packs in use."""


@packs.command("list", help="列出正在使用的知识包和日期。")
@json_option
@pass_door
def list_packs(door: Door, as_json: bool) -> None:
    """Each pack with its date and where it comes from."""
    listed = flow.list_packs(door.kit)
    if as_json:
        print_json({"packs": [asdict(pack) for pack in listed]})
        return
    for pack in listed:
        origin = "自带" if pack.shipped else "已导入"
        kind = PACK_KINDS.get(pack.kind, pack.kind)
        print_text("\t".join((kind, pack.name, pack.as_of, pack.trouble or origin)))


@packs.command("import", help="检查并导入一个知识包。")
@click.argument("file", type=FilePath, metavar="文件")
@pass_door
def import_pack(door: Door, file: Path) -> None:
    """Check a pack and take it in."""
    pack = flow.import_pack(file, door.kit)
    print_text(f"已导入“{pack.name}”{f'，知识截至 {pack.as_of}' if pack.as_of else ''}。")
