"""check and similar: what would embarrass, and what was copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from lawdraft import flow
from lawdraft.cli import shapes
from lawdraft.cli.chinese import ChineseCommand
from lawdraft.cli.kit import (
    Door,
    FilePath,
    attempt,
    files_argument,
    json_option,
    library_option,
    library_there,
    pass_door,
    print_each,
    print_text,
    valid_year,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from lawdraft.cli.shapes import Shape

STRICT_FINDINGS = 1  # exit status of check --strict
EXCERPT = 60  # characters of a copied passage that are printed
PASSAGE = 120  # characters of a finding's place that are printed
LEVELS = (("error", "错误"), ("warning", "提醒"), ("note", "建议"))


@click.command(
    cls=ChineseCommand, help="核查报告或草稿：结构、年份、地名、数字、法规名称、用语、雷同。"
)
@files_argument
@click.option(
    "--year", type=int, callback=valid_year, metavar="年", help="报告写哪一年；不给就从报告里认。"
)
@click.option("--organisation", metavar="名称", help="单位名称；不给就从报告里认。")
@click.option("--last", type=FilePath, metavar="文件", help="去年的报告，用来对照。")
@click.option("--library", type=FilePath, metavar="目录", help="报告库，用来查雷同。")
@click.option("--public", is_flag=True, help="按公开的要求核查（电话、姓名、敏感数字）。")
@click.option("--strict", is_flag=True, help="有错误时退出状态为 1，供脚本使用。")
@json_option
@pass_door
def check(
    door: Door,
    files: tuple[Path, ...],
    year: int | None,
    organisation: str | None,
    last: Path | None,
    library: Path | None,
    public: bool,
    strict: bool,
    as_json: bool,
) -> None:
    """All checks of each file."""
    before = flow.load_report(last, door.kit)[0] if last else None

    def work(path: Path) -> Shape:
        report, draft = flow.load_report(path, door.kit)
        library_there(door, library)
        checked = flow.check(
            report,
            door.kit,
            year=year,
            organisation=organisation,
            last=before,
            draft=draft,
            library=library,
            public=public,
        )
        if strict and any(f.level == "error" for f in checked.findings):
            door.status = max(door.status, STRICT_FINDINGS)
        return shapes.of_checked(checked)

    print_each(door, files, attempt(work, files), as_json=as_json, show=_show_findings)


def _show_findings(shape: Shape) -> None:
    findings = shape["findings"]
    for level, name in LEVELS:
        for finding, times in _alike(f for f in findings if f["level"] == level):
            print_text(f"{name}  {finding['message']}" + (f"（共{times}处）" if times > 1 else ""))
            if finding["excerpt"]:
                excerpt = finding["excerpt"]
                shown = excerpt if len(excerpt) <= PASSAGE else shortened(excerpt, PASSAGE)
                print_text(f"      “{shown}”")
            if finding["suggestion"] is not None:
                print_text(f"      建议改为：{finding['suggestion'] or '（删去）'}")
    print_text(count_by_level(findings))
    if shape["similarity"] is not None:
        _show_shares(shape["similarity"])


def _alike(findings: Iterable[Shape]) -> list[tuple[Shape, int]]:
    """The first of those that say the same, with their number: ×× stands in nine places."""
    rows: dict[tuple[str, str], list[Shape]] = {}
    for finding in findings:
        rows.setdefault((finding["rule"], finding["message"]), []).append(finding)
    return [(row[0], sum(1 + each["similar"] for each in row)) for row in rows.values()]


def count_by_level(findings: list[Shape]) -> str:
    """错误 1 处，提醒 2 处，建议 0 处; places that one finding stands for are counted each."""
    told = {
        level: sum(1 + f["similar"] for f in findings if f["level"] == level) for level, _ in LEVELS
    }
    return "，".join(f"{name} {told[level]} 处" for level, name in LEVELS)


@click.command(cls=ChineseCommand, help="只查雷同：与报告库里各份报告相比。")
@files_argument
@library_option
@json_option
@pass_door
def similar(door: Door, files: tuple[Path, ...], library: Path, as_json: bool) -> None:
    """Similarity of each file to the library."""

    def work(path: Path) -> Shape:
        report, _ = flow.load_report(path, door.kit)
        library_there(door, library)
        return shapes.of_comparison(flow.compare(report, library, door.kit), report.text)

    print_each(door, files, attempt(work, files), as_json=as_json, show=_show_matches)


def _show_matches(shape: Shape) -> None:
    for match in shape["matches"]:
        if match["kind"] == "copied":
            start, end = match["draft"]
            whose = "本单位" if match["own"] else "外单位"
            said = shortened(shape["text"][start:end])
            print_text(f"{whose} {match['report']}（{match['score']:.0%}）：{said}")
            if match["leftovers"]:
                print_text(f"      遗留字样：{'、'.join(match['leftovers'])}")
    _show_shares(shape)


def shortened(passage: str, most: int = EXCERPT) -> str:
    """A passage on one line, its beginning where it is long: the whole may be a report."""
    line = "".join(passage.split())
    return line if len(line) <= most else line[:most] + "…"


def _show_shares(shape: Shape) -> None:
    own = shape["substance"] - shape["others"]
    print_text(
        f"与外单位实质雷同 {shape['others']:.1%}，沿用本单位 {own:.1%}，"
        f"固定表述 {shape['set_phrases']:.1%}。"
    )
