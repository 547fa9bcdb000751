"""survey: a county's view of a folder of reports."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import click

from lawdraft import flow
from lawdraft.cli.chinese import ChineseCommand
from lawdraft.cli.kit import (
    Door,
    FilePath,
    counting,
    demand_suffix,
    json_option,
    pass_door,
    print_json,
    print_text,
)
from lawdraft.model.files import refuse_overwriting
from lawdraft.store.targets import files_below

if TYPE_CHECKING:
    from pathlib import Path

    from lawdraft.cli.shapes import Shape
    from lawdraft.model.survey import Survey, SurveyRow


@click.command(
    cls=ChineseCommand, help="汇总一个文件夹的报告：齐不齐、有什么问题、数字、彼此雷同。"
)
@click.argument("folder", type=FilePath, metavar="目录")
@click.option("--out", type=FilePath, required=True, metavar="文件", help="表格写到哪里（.xlsx）。")
@json_option
@pass_door
def survey(door: Door, folder: Path, out: Path, as_json: bool) -> None:
    """One table of all reports in a folder; a bad file is a row."""
    demand_suffix(out, ".xlsx", "汇总表")
    if folder.is_dir() and not _is_table(out):  # last time's table may be made anew
        refuse_overwriting(out, *files_below([folder]))
    found = flow.survey(folder, door.kit, leave_out=out, progress=counting())
    flow.export_survey(found, out)
    if as_json:
        print_json(shape_of(found, out))
        return
    readable = len(found.readable)
    print_text(
        f"共 {len(found.rows)} 个文件，读出报告 {readable} 份，读不出 {len(found.rows) - readable} 个。"
    )
    print_text(f"汇总表：{out}")


def _is_table(out: Path) -> bool:
    """Whether a workbook stands there, and no report under a workbook's name."""
    if not out.is_file():
        return True
    try:
        with zipfile.ZipFile(out) as package:
            return "xl/workbook.xml" in package.namelist()
    except (OSError, zipfile.BadZipFile):
        return False


def shape_of(found: Survey, out: Path) -> Shape:
    """`survey --json`."""
    pairs = [
        {
            "report": found.rows[pair.here].name,
            "source": found.rows[pair.there].name,
            "share": round(pair.share, 4),
            "own": pair.own,
        }
        for pair in found.copying
    ]
    return {"out": str(out), "reports": [_row(row) for row in found.rows], "copying": pairs}


def _row(row: SurveyRow) -> Shape:
    if row.trouble:
        return {"file": row.name, "error": row.trouble}
    return {
        "file": row.name,
        "organisation": row.organisation,
        "year": row.year,
        "date": row.date,
        "parts": list(row.parts),
        "errors": row.count("error"),
        "warnings": row.count("warning"),
        "notes": row.count("note"),
        "figures": len(row.figures),
    }
