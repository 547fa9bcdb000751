"""Last year's shortcomings told again in the same words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, ReportRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding
    from lawdraft.model.report import Report, Span

ID = "repeated-shortcoming"
_MARK = re.compile(
    r"^\s*(?:[一二三四五六七八九十]+是|第[一二三四五六七八九十]+，|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、])"
)
_CAUSE = re.compile(r"[，,、：:]?(?:其?主要)?(?:原因|因为|由于|究其|根源|缘于|源于|主要是因)")
_LETTERS = re.compile(r"[^一-鿿]+")
_LEAD = re.compile(
    r"取得了?[一-鿿]{0,6}(?:成绩|成效|进展)|还?存在(?:着|一些|以下|诸多|不少)?[一-鿿]{0,8}(?:问题|不足|差距)|主要(?:表现|体现)在|有(?:一定)?(?:的)?差距"
)
_NAMED = re.compile(r"[，,。；：:\n]")
_DEGREE = re.compile(
    r"相对|较为|比较|较|还是|还|仍然|依然|仍|尚|(?<=不)够(?!$)|有些|部分|少数|个别|一些|的|存在|我[镇乡]|本[镇乡]|全[镇乡]|上(?=有|不|存)|方面"
)
"""Words that change from year to year while the shortcoming stays: 不够精细, 不精细."""
SHORTEST = 10
HEAD = 7  # characters of the clause that names a shortcoming
_SAME = "这条不足与去年的几乎一字不差：要么去年没有改，要么忘了更新。"
_NAMED_SO = "这条不足的提法与去年相同：要么去年没有改，要么忘了更新。"


def check(reading: Reading) -> Iterator[Finding]:
    """A finding at each shortcoming that last year's report has word for word, or names so."""
    last = reading.context.last
    if last is None:
        return
    told = [part for _, part in _parts(last, _spans(last, reading.last_plan_spans))]
    before = [key for part in told for key in _keys(part)]
    heads = {head for part in told if (head := _head(part))}
    own = _spans(reading.report, reading.plan_spans)
    for place, part in _parts(reading.report, own):
        if _LEAD.search(part):
            continue
        same = any(_stands_in(key, before) for key in _keys(part))
        if same or _head(part) in heads:
            lead = len(part) - len(part.lstrip())
            yield reading.finding(
                ID,
                "warning",
                _SAME if same else _NAMED_SO,
                place + lead,
                place + len(part.rstrip()),
            )


def _spans(report: Report, plans: tuple[Span, ...]) -> list[tuple[int, int]]:
    """The shortcomings of a report, up to where its plan begins."""
    found = []
    for section in report.sections:
        if "shortcomings" in section.kinds:
            inside = [p.start for p in plans if section.start < p.start < section.end]
            found.append((section.start, min([*inside, section.end])))
    return found


def _parts(report: Report, spans: list[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    headings = {(h.start, h.end) for h in report.headings if h.level == 1}
    for start, end in spans:
        place = start
        for part in re.split(r"(?<=[。；\n])", report.text[start:end]):
            if part.strip() and not any(a <= place < b for a, b in headings):
                yield place, part
            place += len(part)


def _keys(part: str) -> list[str]:
    """A shortcoming with its cause and without: the cause may stand in a sentence of its own."""
    return [k for k in {_key(part), _key(_CAUSE.split(part)[0])} if len(k) >= SHORTEST]


def _head(part: str) -> str:
    """The clause that names the shortcoming, where it is marked as one: 二是普法形式偏于传统."""
    mark = _MARK.match(part)
    if mark is None:
        return ""
    head = _DEGREE.sub("", _key(_NAMED.split(part[mark.end() :].strip())[0]))
    return head if len(head) >= HEAD else ""


def _key(part: str) -> str:
    return _LETTERS.sub("", _MARK.sub("", part))


def _stands_in(key: str, before: list[str]) -> bool:
    from rapidfuzz import fuzz

    return any(fuzz.ratio(key, other, score_cutoff=88) for other in before)


RULE = ReportRule(ID, check)
_OLD = "一是执法力量偏弱，主要原因是综合执法队持证人员少。二是普法形式较为单一。"
_SPLIT = "村级法律顾问作用发挥不充分，坐班制度流于形式。原因是经费保障不足。"
FLAGGED = (
    Example(_OLD, "shortcomings", last=_OLD),
    Example(
        "二是规范性文件管理不精细，备案材料不齐全。原因是交接不彻底。",
        "shortcomings",
        last="一是规范性文件管理不够精细，个别件漏报，原因是专业人员缺乏。",
    ),
    Example(_SPLIT, "shortcomings", last=_SPLIT.replace("。原因", "，原因")),
)
CLEAN = (
    Example(
        "一是村级调解员能力不足，原因是新手多。二是执法人员老化，原因是编制少。",
        "shortcomings",
        last="一是村级调解员报酬偏低，原因是经费少。二是执法人员偏少，原因是招录难。",
    ),
    Example(
        "一是村级调解员业务不熟，原因是换届后新手多。二是线上普法点击量不高。",
        "shortcomings",
        last=_OLD,
    ),
)
