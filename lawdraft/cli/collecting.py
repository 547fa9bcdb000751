"""collect: sheets for the offices and villages, and their answers back in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from lawdraft import flow
from lawdraft.cli.chinese import ChineseGroup
from lawdraft.cli.kit import Door, FilePath, json_option, pass_door, print_json, print_text
from lawdraft.model.errors import CannotWriteError
from lawdraft.model.files import make_folder
from lawdraft.store.drafts import DraftFile, read_draft

if TYPE_CHECKING:
    from pathlib import Path

    from lawdraft.model.collecting import Collected


@click.group(cls=ChineseGroup, help="收集表：发给各办所和村（社区），收回后汇总。")
def collect() -> None:
    """Both ways of the collection sheets."""


@collect.command("out", help="把还没有填的数字做成收集表，一个单位一份。")
@click.argument("draft", type=FilePath, metavar="草稿")
@click.option("--out", type=FilePath, required=True, metavar="文件夹", help="收集表放到哪里。")
@click.option("--word", is_flag=True, help="做成 Word 表（.docx）；不写就做成 Excel 表（.xlsx）。")
@json_option
@pass_door
def out(_door: Door, draft: Path, out: Path, *, word: bool, as_json: bool) -> None:
    """Write the sheets of all open figures."""
    asked = read_draft(draft)
    make_folder(out)
    sheets = flow.collect_out(asked, out, word=word)
    if as_json:
        print_json({"sheets": [str(sheet) for sheet in sheets]})
        return
    for sheet in sheets:
        print_text(str(sheet))
    if not sheets:
        print_text("没有待填的数字，不需要收集表。")


@collect.command("in", help="把收回的收集表读进草稿。")
@click.argument("draft", type=FilePath, metavar="草稿")
@click.argument("sheets", nargs=-1, required=True, type=FilePath, metavar="收集表…")
@json_option
@pass_door
def take_in(door: Door, draft: Path, sheets: tuple[Path, ...], *, as_json: bool) -> None:
    """Take the answers into the draft; doubtful ones are told on standard error."""
    with DraftFile.open(draft) as file:
        before = file.draft
        collected = flow.collect_in(before, sheets)
        if collected.draft != before:
            if file.read_only:
                raise CannotWriteError(file.read_only)
            file.save(collected.draft)
    for note in collected.notes:
        door.tell(note)
    if as_json:
        print_json(_shape(collected))
    else:
        print_text(f"已填入 {collected.taken} 个数字，还有 {_open(collected)} 个待填。")


def _shape(collected: Collected) -> dict[str, object]:
    return {
        "taken": collected.taken,
        "open": _open(collected),
        "notes": list(collected.notes),
        "suppliers": [
            {"name": state.name, "asked": state.asked, "answered": state.answered}
            for state in flow.collecting_progress(collected.draft)
        ],
    }


def _open(collected: Collected) -> int:
    return len(flow.open_figures(collected.draft))
