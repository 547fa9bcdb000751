"""read, outline, learn: what is in files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from lawdraft import flow
from lawdraft.cli import shapes
from lawdraft.cli.chinese import ChineseCommand
from lawdraft.cli.kit import (
    Door,
    FilePath,
    counting,
    demand_suffix,
    files_argument,
    json_option,
    listed,
    named,
    pass_door,
    password_in,
    password_option,
    print_each,
    print_json,
    print_text,
)
from lawdraft.model.errors import CannotReadError, LawdraftError
from lawdraft.model.files import refuse_overwriting
from lawdraft.model.report import KIND_NAMES
from lawdraft.store.targets import files_below

if TYPE_CHECKING:
    from pathlib import Path

    from lawdraft.cli.shapes import Shape
    from lawdraft.model.document import Progress

INDENT = "  "


@click.command(cls=ChineseCommand, help="读取文件，输出里面的文字。")
@files_argument
@password_option
@json_option
@pass_door
def read(door: Door, files: tuple[Path, ...], password_file: Path | None, as_json: bool) -> None:
    """Lines of files of any supported format."""
    documents = flow.read_files(
        files, password=password_in(password_file), progress=_for_one(files)
    )
    shaped = (d if isinstance(d, LawdraftError) else shapes.of_document(d) for d in documents)
    print_each(door, files, shaped, as_json=as_json, show=_show_lines)


def _for_one(files: tuple[Path, ...]) -> Progress | None:
    """Scanned pages take their time; with several files the results themselves show how far."""
    return counting() if len(files) == 1 else None


def _show_lines(shape: Shape) -> None:
    print_text("\n".join(line["text"] for line in shape["lines"]))


@click.command(cls=ChineseCommand, help="识别报告：标题、单位、年份、各级标题、要点、数字、落款。")
@files_argument
@password_option
@json_option
@pass_door
def outline(door: Door, files: tuple[Path, ...], password_file: Path | None, as_json: bool) -> None:
    """Structure of the report in each file."""
    reports = flow.outline_files(
        files, door.kit, password=password_in(password_file), progress=_for_one(files)
    )
    shaped = (r if isinstance(r, LawdraftError) else shapes.of_report(r) for r in reports)
    print_each(door, files, shaped, as_json=as_json, show=_show_outline)


def _show_outline(shape: Shape) -> None:
    facts = (
        ("标题", shape["title"]),
        ("单位", shape["organisation"]),
        ("年份", shape["year"]),
        ("主送", shape["addressee"]),
        ("落款", shape["signature"]),
        ("日期", shape["date"]),
    )
    for name, value in facts:
        print_text(f"{name}：{'（没有）' if value is None else value}")
    for heading in shape["headings"]:
        kinds = "、".join(KIND_NAMES[kind] for kind in heading["kinds"])
        print_text(INDENT * heading["level"] + heading["text"] + (f"  [{kinds}]" if kinds else ""))
    print_text(
        f"要点 {len(shape['points'])} 处，数字 {len(shape['figures'])} 个，"
        f"不属于报告的文字 {len(shape['removed'])} 行。"
    )


@click.command(cls=ChineseCommand, help="从一批报告里学出通常的结构，存成结构包。")
@click.argument("paths", nargs=-1, required=True, type=FilePath, metavar="文件或目录…")
@click.option(
    "--out", type=FilePath, required=True, metavar="文件", help="结构包写到哪里（.json）。"
)
@click.option("--name", default="", metavar="名称", help="结构包的名称，例如“云岭县”。")
@json_option
@pass_door
def learn(door: Door, paths: tuple[Path, ...], out: Path, name: str, as_json: bool) -> None:
    """The usual structure of example reports; a bad file is a warning."""
    demand_suffix(out, ".json", "结构包")
    files = files_below(paths)
    refuse_overwriting(out, *files)
    read = list(zip(files, flow.outline_files(files, door.kit), strict=True))
    reports = [report for _, report in read if not isinstance(report, LawdraftError)]
    bad = [(path, report) for path, report in read if isinstance(report, LawdraftError)]
    if not reports and len(bad) == 1:  # its sentence says it all
        raise CannotReadError(named(bad[0][1], bad[0][0]))
    if not reports:
        which = f"{listed([path for path, _ in bad])}读不了，" if bad else ""
        raise CannotReadError(f"{which}没有一份能识别的报告，请换一个文件夹或文件再试。")
    for path, error in bad:
        door.tell(f"跳过 {named(error, path)}")
    learned = flow.learn(reports, door.kit, name=name or out.stem)
    flow.save_outline(learned, out)
    if as_json:
        print_json({"out": str(out), "reports": learned.reports, "sections": len(learned.sections)})
    else:
        print_text(f"从 {learned.reports} 份报告学出结构，已存为 {out}")
