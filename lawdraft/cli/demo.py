"""demo: the whole way on the bundled sample."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawdraft import flow
from lawdraft.cli.checking import count_by_level
from lawdraft.cli.chinese import ChineseCommand
from lawdraft.cli.kit import Door, FilePath, pass_door, print_text
from lawdraft.cli.shapes import of_checked
from lawdraft.model.files import make_folder
from lawdraft.store.drafts import sources_of, write_draft
from lawdraft.store.sample import fill_sample, load_sample

if TYPE_CHECKING:
    from lawdraft.model.draft import Draft
    from lawdraft.model.report import Report


@click.command(cls=ChineseCommand, help="用自带的样例走一遍：去年的文件 → 草稿 → 核查 → .docx。")
@click.option(
    "--out", type=FilePath, default=Path("lawdraft-demo"), metavar="目录", help="写到哪个文件夹。"
)
@pass_door
def demo(door: Door, out: Path) -> None:
    """Each file made stands alone on a line, the finished report last."""
    make_folder(out)  # before anything is told: it may be a file
    sample = load_sample(door.kit.places.resources)
    last = flow.outline_file(sample.last_report, door.kit)
    print_text(
        f"去年的报告：{last.title}（{last.year} 年，标题 {len(last.headings)} 个，数字 {len(last.figures)} 个）"
    )
    blank = flow.start_draft(last, door.kit, year=sample.facts.year)
    draft = fill_sample(blank, sample.facts)
    print_text(f"今年的草稿：{len(draft.ledger)} 个数字，去年的安排 {len(draft.promises)} 条")
    report = flow.compose(draft, door.kit)
    checked = flow.check(report, door.kit, year=sample.facts.year, last=last, draft=draft)
    print_text(f"核查：{count_by_level(of_checked(checked)['findings'])}")
    print_text(f"页数：{len(flow.lay_out(report, door.kit).pages)} 页")
    for path in _files(door, report, draft, out):
        print_text(str(path))


def _files(door: Door, report: Report, draft: Draft, out: Path) -> list[Path]:
    name = report.title or "法治政府建设年度报告"
    drafted, finished = out / f"{name}.lawdraft", out / f"{name}.docx"
    write_draft(drafted, draft, sources_of(load_sample(door.kit.places.resources).last_report))
    flow.export(report, finished, door.kit, draft=draft)
    return [drafted, finished]
