"""new, compose, export: this year's draft and what comes out of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from lawdraft import flow
from lawdraft.cli import shapes
from lawdraft.cli.chinese import ChineseCommand
from lawdraft.cli.kit import (
    Door,
    FilePath,
    demand_suffix,
    json_option,
    pass_door,
    password_in,
    password_option,
    print_json,
    print_text,
    valid_year,
)
from lawdraft.model.asking import is_left, kept_numbers, open_questions
from lawdraft.model.draft import Wishes
from lawdraft.model.errors import BadUsageError
from lawdraft.model.files import refuse_overwriting
from lawdraft.store.drafts import read_draft, sources_of, write_draft

if TYPE_CHECKING:
    from pathlib import Path

    from lawdraft.model.draft import Draft

LAYOUTS = ("plain", "red-head")


@click.command(cls=ChineseCommand, help="由去年的报告开始写今年的，存成草稿（.lawdraft）。")
@click.option("--from", "last", type=FilePath, metavar="文件", help="去年的报告，可以不给。")
@click.option(
    "--year", type=int, required=True, callback=valid_year, metavar="年", help="报告写哪一年。"
)
@click.option("--organisation", metavar="名称", help="单位名称；不给就用去年报告里的。")
@click.option(
    "--outline", "outline", type=FilePath, metavar="文件", help="结构包（learn 学出的）。"
)
@click.option("--out", type=FilePath, required=True, metavar="文件", help="草稿写到哪里。")
@password_option
@json_option
@pass_door
def new(
    door: Door,
    last: Path | None,
    year: int,
    organisation: str | None,
    outline: Path | None,
    out: Path,
    password_file: Path | None,
    as_json: bool,
) -> None:
    """This year's draft from last year's report."""
    demand_suffix(out, ".lawdraft", "草稿")
    refuse_overwriting(out, *(p for p in (last, outline) if p))
    report, _last_draft = (
        flow.load_report(last, door.kit, password=password_in(password_file))
        if last
        else (None, None)
    )
    if report and report.year and report.year >= year:
        door.tell(f"请留意：给出的报告写的是 {report.year} 年，新报告却是 {year} 年。")
    elif report and report.year and report.year < year - 1:
        door.tell(
            f"请留意：给出的报告写的是 {report.year} 年，不是 {year - 1} 年：文中的数字和安排都是"
            f" {report.year} 年的，请逐条核对。"
        )
    usual = flow.load_outline(outline) if outline else None
    draft = flow.start_draft(report, door.kit, year=year, organisation=organisation, outline=usual)
    write_draft(out, draft, sources_of(last))
    cards = sum(len(t.cards) for s in draft.sections for t in s.topics)
    if as_json:
        print_json({"out": str(out), "cards": cards, "figures": len(draft.ledger)})
        return
    print_text(
        f"已建草稿 {out}：{len(draft.sections)} 个部分，{cards} 条要点，{len(flow.open_figures(draft))} 个数字待填，"
        f"{draft.last_called}的安排 {len(draft.promises)} 条待答复。"
    )
    for question in open_questions(draft):
        change = question.change
        how = "没有改" if is_left(change) else f"已改成{_quoted(change.after)}"
        door.tell(f"请确认：{_quoted(change.before)}{how}（{change.why}）。")
    if kept := kept_numbers(draft):
        door.tell(f"这些数沿用{draft.last_called}的，请核对今年变了没有：{'、'.join(kept)}。")
    for card in draft.cards:
        if card.hint and "附件" in card.hint and not card.last:
            door.tell(card.hint)


def _quoted(words: str) -> str:
    """“‘八五’普法收官之年”: quotation marks inside others are single ones."""
    return f"“{words.replace('“', '‘').replace('”', '’')}”"


@click.command(cls=ChineseCommand, help="输出草稿现在的全文。")
@click.argument("draft", type=FilePath, metavar="草稿")
@json_option
@pass_door
def compose(door: Door, draft: Path, as_json: bool) -> None:
    """The report's text as the draft stands."""
    report = flow.compose(read_draft(draft), door.kit)
    if as_json:
        print_json(shapes.of_report(report))
    else:
        print_text(report.text)


@click.command(
    cls=ChineseCommand, help="按公文格式导出；由 --out 的后缀决定 .docx .pdf .html .txt .xlsx。"
)
@click.argument("source", type=FilePath, metavar="报告或草稿")
@click.option("--out", type=FilePath, required=True, metavar="文件", help="写到哪里。")
@click.option(
    "--layout", metavar="plain|red-head", help="普通版式或红头版式；草稿不给就用它自己选好的。"
)
@click.option("--preset", metavar="名称或文件", help="版式预设，例如“国标”；草稿同上。")
@click.option("--public", is_flag=True, help="公开版：略去不宜公开的内容。")
@click.option("--option", "options", multiple=True, metavar="名=值", help="版式要素，可写多次。")
@password_option
@pass_door
def export(
    door: Door,
    source: Path,
    out: Path,
    layout: str | None,
    preset: str | None,
    public: bool,
    options: tuple[str, ...],
    password_file: Path | None,
) -> None:
    """Lay a report out, or a draft as it wishes; what is said here goes before its wishes."""
    if layout not in (*LAYOUTS, None):
        raise BadUsageError(f"没有“{layout}”这种版式，请写 plain（普通）或 red-head（红头）。")
    refuse_overwriting(out, source)
    chosen = dict(_pair(option) for option in options)
    report, draft = flow.load_report(source, door.kit, password=password_in(password_file))
    wishes = flow.wished(_wishes(draft, layout, preset), door.kit)
    kept = frozenset(draft.wishes.kept_public) if draft else frozenset()
    wishes["preset"] = wishes["preset"] if preset is None else preset
    wishes["options"] |= chosen
    if out.suffix.lower() == ".pdf":
        pages = flow.lay_out(report, door.kit, draft=draft, public=public, keep=kept, **wishes)
        door.write_pdf(pages, out)
        told = pages.warnings
    else:
        told = flow.export(report, out, door.kit, draft=draft, public=public, keep=kept, **wishes)
    for sentence in (*flow.tables_left_out(report), *told):
        click.echo(sentence, err=True)
    print_text(str(out))


def _wishes(draft: Draft | None, layout: str | None, preset: str | None) -> Wishes:
    """What a draft wishes, or nobody, with the layout and preset of the command line."""
    stored = draft.wishes if draft else Wishes()
    return replace(stored, layout=layout or stored.layout, preset=preset or stored.preset)


def _pair(option: str) -> tuple[str, str]:
    key, equals, value = option.partition("=")
    if not equals or not key.strip():
        raise BadUsageError(f"--option 要写成 名=值，例如 --option 签发人=王明；现在是“{option}”。")
    return key.strip(), value.strip()
