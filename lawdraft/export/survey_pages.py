"""What stands on each sheet of a survey: rows of plain values, no spreadsheet yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from lawdraft.model.finding import LEVEL_NAMES, RULE_NAMES
from lawdraft.model.survey import PARTS, STATES, growth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lawdraft.model.survey import Survey, SurveyRow

UNIT_COLUMN = 2  # of the overview
MOST_PAGES = 400  # towns with a page of their own; more than that nobody turns over
MOST_IN_MATRIX = 60  # reports beside each other on one sheet
MOST_PAIRS = 400
MOST_PASSAGES = 12
MOST_FINDINGS = 60_000  # lines of the flat list

Look = Literal["title", "part", "head", "note", "plain", "bad", "warn", "value"]
Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Row:
    """Values side by side; `look` is for the whole row, `link` leads from a column to a sheet."""

    values: tuple[Value, ...]
    look: Look = "plain"
    link: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet."""

    widths: tuple[int, ...]
    rows: Iterable[Row]
    frozen: str = ""
    orientation: Literal["landscape", "portrait"] = "landscape"


def overview(survey: Survey, titles: Mapping[int, str]) -> Page:
    """Who sent what, how complete it is, how much there is to mend."""
    heads = ("序号", "单位", "年度", "报告日期", "字数", *(name for _, name in PARTS))
    tail = ("必须改", "应当看", "可留意", "与外单位雷同", "最像的一份", "说明", "文件")
    widths = (6, 26, 8, 12, 8, 10, 10, 10, 10, 8, 8, 8, 9, 22, 46, 36)
    return Page(widths, [*_summary(survey), Row((*heads, *tail), "head"), *_towns(survey, titles)])


def _summary(survey: Survey) -> Iterator[Row]:
    readable = survey.readable
    yield Row(("法治政府建设年度报告汇总",), "title")
    files, bad = len(survey.rows), len(survey.rows) - len(readable)
    yield Row(
        (f"共 {files} 个文件，读出报告 {len(readable)} 份，读不出 {bad} 个（见“说明”）。",), "note"
    )
    yield Row((f"四个必备部分齐全的 {survey.complete} 份。",), "note")
    if len(readable) > MOST_PAGES:
        yield Row((f"报告太多，只有前 {MOST_PAGES} 份另有单页；其余的见“问题清单”。",), "note")


def _towns(survey: Survey, titles: Mapping[int, str]) -> Iterator[Row]:
    worst, twins = survey.most_alike(), survey.twin_rows()
    for number, row in enumerate(survey.rows):
        if row.trouble:
            blanks = ("",) * 12
            yield Row((number + 1, "读不出", *blanks, row.trouble, row.name), "bad")
            continue
        copied = worst.get(number)
        yield Row(
            (
                number + 1,
                row.unit,
                row.year,
                row.date,
                len(row.text),
                *(STATES[state] for state in row.parts),
                *(row.count(level) for level in LEVEL_NAMES),
                copied.share if copied else 0.0,
                survey.rows[copied.there].unit if copied else "",
                survey.remark(number, twins.get(number, ())),
                row.name,
            ),
            "warn" if "missing" in row.parts or row.count("error") else "plain",
            (UNIT_COLUMN, titles[number]) if number in titles else None,
        )


def rules(survey: Survey) -> Page:
    """How often each rule speaks, and in how many reports."""
    rows = (
        Row(
            (
                LEVEL_NAMES[each.level],
                RULE_NAMES.get(each.rule, each.rule),
                each.reports,
                each.places,
            )
        )
        for each in survey.spoken()
    )
    return Page((12, 30, 12, 12), [Row(("轻重", "问题", "涉及份数", "处数"), "head"), *rows], "A2")


def all_findings(survey: Survey) -> Page:
    """Every finding of every report, one below the other, to be filtered."""
    head = Row(("单位", "年度", "轻重", "问题", "说明", "原文", "建议改为", "文件"), "head")
    return Page((24, 8, 9, 18, 60, 50, 30, 30), [head, *_flat(survey)], "A2")


def _flat(survey: Survey) -> Iterator[Row]:
    left = MOST_FINDINGS
    for number in survey.readable:
        row = survey.rows[number]
        for finding in row.findings[:left]:
            kind = RULE_NAMES.get(finding.rule, finding.rule)
            texts = (finding.message, finding.excerpt, finding.suggestion or "", row.name)
            yield Row((row.unit, row.year, LEVEL_NAMES[finding.level], kind, *texts))
        left = max(0, left - len(row.findings))


def figures(survey: Survey) -> Page:
    """Each indicator of the newest year: sum, middle, range, and who is far from the others."""
    head = ("指标", "单位", "填报份数", "合计", "中位数", "最小", "最大", "相差悬殊的（请核实）")
    rows = []
    for tally in survey.tallies:
        numbers = [value for _, value in tally.values]
        far = (
            f"{survey.rows[n].unit}（{value:g}）"
            for n, value in tally.values
            if n in tally.outliers
        )
        look: Look = "warn" if tally.outliers else "value"
        values = (len(numbers), tally.total, tally.middle, min(numbers), max(numbers))
        rows.append(Row((tally.name, tally.unit, *values, "、".join(far)), look))
    return Page((30, 8, 10, 14, 12, 12, 12, 60), [Row(head, "head"), *rows], "A2")


def changes(survey: Survey) -> Page:
    """Each unit's indicators, from one year in the folder to the next."""
    rows = [
        Row(
            (
                change.unit,
                change.name,
                change.measure,
                change.earlier[0],
                change.earlier[1],
                change.later[0],
                change.later[1],
                growth(change.earlier[1], change.later[1]),
            ),
            "value",
        )
        for change in survey.changes
    ]
    head = Row(("单位", "指标", "量词", "上一年", "数值", "本年", "数值", "增减"), "head")
    return Page((26, 30, 8, 8, 12, 8, 12, 10), [head, *rows], "A2")


def matrix(survey: Survey) -> Page:
    """Share of each row's report that stands in each column's; empty where there are too many."""
    involved = sorted({n for pair in survey.copying for n in (pair.here, pair.there)})
    if len(involved) > MOST_IN_MATRIX:
        return Page((), ())
    share = {(pair.here, pair.there): pair.share for pair in survey.copying}
    names = [survey.rows[n].unit for n in involved]
    rows = [
        Row((names[i], *(share.get((here, there), "") for there in involved)))
        for i, here in enumerate(involved)
    ]
    head = Row(("本行报告中与各列相同的部分", *names), "head")
    return Page((26, *(12 for _ in names)), [head, *rows], "B2")


def copied_pairs(survey: Survey) -> Page:
    """The words that stand in two reports, side by side, the most alike first."""
    head = ("报告", "与哪一份相同", "占本报告", "是否本单位", "本报告原文", "对方原文")
    return Page((24, 24, 10, 10, 70, 70), [Row(head, "head"), *_pairs(survey)], "A2")


def _pairs(survey: Survey) -> Iterator[Row]:
    for pair in survey.copying[:MOST_PAIRS]:
        here, there = survey.rows[pair.here], survey.rows[pair.there]
        for passage in pair.passages[:MOST_PASSAGES]:
            ours = here.text[passage.here.start : passage.here.end]
            theirs = there.text[passage.there.start : passage.there.end]
            own = "本单位往年" if pair.own else "外单位"
            yield Row((here.unit, there.unit, pair.share, own, ours, theirs))


def town_page(survey: Survey, number: int) -> Page:
    """One report on a page of its own, to be sent back to the town."""
    row = survey.rows[number]
    rows = [
        *_town_head(row),
        *_town_findings(row),
        *_town_figures(survey, number),
        *_town_copying(survey, number),
    ]
    return Page((20, 24, 60, 50, 30), rows, orientation="portrait")


def _town_head(row: SurveyRow) -> Iterator[Row]:
    yield Row((f"{row.unit} {row.year or ''}年度报告".replace(" 年", "年"),), "title")
    yield Row((f"文件：{row.name}",), "note")
    yield Row((f"标题：{row.title or '（没有）'}",), "note")
    yield Row((f"署名：{row.signature or '（没有）'}　日期：{row.date or '（没有）'}",), "note")
    parts = "　".join(
        f"{name}：{STATES[state]}" for (_, name), state in zip(PARTS, row.parts, strict=True)
    )
    yield Row((f"必备部分　{parts}",), "note")


def _town_findings(row: SurveyRow) -> Iterator[Row]:
    yield Row((f"核查发现 {len(row.findings)} 处",), "part")
    if row.findings:
        yield Row(("轻重", "问题", "说明", "原文", "建议改为"), "head")
    for level in LEVEL_NAMES:
        for finding in (f for f in row.findings if f.level == level):
            texts = (finding.message, finding.excerpt, finding.suggestion or "")
            look: Look = "bad" if level == "error" else "plain"
            kind = RULE_NAMES.get(finding.rule, finding.rule)
            yield Row((LEVEL_NAMES[level], kind, *texts), look)


def _town_figures(survey: Survey, number: int) -> Iterator[Row]:
    given = [(tally, value) for tally in survey.tallies for n, value in tally.values if n == number]
    if not given:
        return
    yield Row(("主要数字",), "part")
    yield Row(("本报告", "指标", "全部报告的中位数", "提示"), "head")
    for tally, value in given:
        far = number in tally.outliers
        hint = "与其他单位相差悬殊，请核实" if far else ""
        look: Look = "warn" if far else "value"
        yield Row((value, f"{tally.name}（{tally.unit}）", tally.middle, hint), look)


def _town_copying(survey: Survey, number: int) -> Iterator[Row]:
    pairs = [pair for pair in survey.copying if pair.here == number]
    if not pairs:
        return
    yield Row(("与其他报告相同的内容",), "part")
    yield Row(("占本报告", "哪一份", "本报告原文", "对方原文"), "head")
    for pair in pairs[:MOST_PASSAGES]:
        there = survey.rows[pair.there]
        for passage in pair.passages[:MOST_PASSAGES]:
            ours = survey.rows[number].text[passage.here.start : passage.here.end]
            theirs = there.text[passage.there.start : passage.there.end]
            yield Row((pair.share, f"{there.unit}{there.year or ''}", ours, theirs))
