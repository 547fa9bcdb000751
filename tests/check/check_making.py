"""Reports for the tests of checking: a paragraph set into a small clean report, and recognised."""

import re
from functools import cache
from pathlib import Path

from lawdraft.check import Context, check_report
from lawdraft.knowledge import Knowledge
from lawdraft.model.document import Document, Line, Source
from lawdraft.model.report import Span
from lawdraft.model.similarity import Comparison, Match
from lawdraft.recognise import recognise_report

ROOT = Path(__file__).resolve().parents[2]
FILLER = {
    "opening": "{year}年，{unit}深入学习贯彻习近平法治思想，稳步推进依法行政。现将有关情况报告如下：",
    "achievements": "党政主要负责人切实履行第一责任人职责，对重要工作亲自部署、重大问题亲自过问。",
    "shortcomings": "执法力量偏弱，主要原因是持证人员少。",
    "plan": "继续充实执法队伍，办好群众身边的法治实事。",
}


@cache
def knowledge():
    return Knowledge.load(ROOT / "resources", ROOT / "no-packs")


def recognised(text):
    lines = tuple(Line(line) for line in text.split("\n"))
    return recognise_report(Document(Source("x.txt", "txt", "test"), lines), knowledge())


def whole(example, paragraph):
    """The small report around a paragraph; "whole" examples are reports already."""
    if example.part == "whole":
        return paragraph
    year = example.year
    parts = {part: text.format(year=year, unit=_unit(example)) for part, text in FILLER.items()}
    if year < 2020:
        parts["opening"] = parts["opening"].replace("习近平法治思想", "全面依法治国方略")
    if example.part == "achievements":
        parts["achievements"] += "\n" + paragraph
    else:
        parts[example.part] = paragraph
    signed = "\n".join(_date_line(example, year))
    return (
        f"{example.organisation.removesuffix('人民政府')}{year}年法治政府建设年度报告\n{parts['opening']}\n"
        f"一、主要举措和成效\n{parts['achievements']}\n二、存在的不足和原因\n{parts['shortcomings']}\n"
        f"三、{year + 1}年工作安排\n{parts['plan']}\n{signed}"
    )


def _unit(example):
    """青禾镇 of 云岭县青禾镇人民政府."""
    return re.search(r"(?<=[县市区]).+?(?:镇|乡|街道)", example.organisation)[0]


def _date_line(example, year):
    y, m, d = example.written.split("-")
    return example.organisation, f"{y}年{int(m)}月{int(d)}日"


def findings_of(example):
    """What checking an example gives: rule ids with the findings."""
    report = recognised(whole(example, example.text))
    last = None
    if example.last:
        from dataclasses import replace

        earlier = replace(
            example, year=example.year - 1, written=f"{example.year}-01-18", text=example.last
        )
        last = recognised(whole(earlier, example.last))
    context = Context(
        knowledge(),
        year=example.year,
        organisation=example.organisation,
        last=last,
        public=example.public,
        comparison=_comparison(example.copied, report.text),
    )
    return check_report(report, context), report


def _comparison(copied, text):
    if not copied:
        return None
    start = text.index(copied)
    span = Span(start, start + len(copied))
    match = Match("白鹤镇2024", "copied", False, span, Span(0, len(copied)), 0.95)
    return Comparison((match,), 0.2, 0.3)
