"""An exact number called about: 72余次, 约300余人, 100%以上."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, PassageRule
from lawdraft.check.wordings import pattern_findings
from lawdraft.text.units import UNIT_PATTERN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.model.finding import Finding, Severity

ID = "exact-with-approx"
_EXACT = re.compile(
    r"(?P<number>\d(?<![\d.，,·—~～-].)\d*(?<=[1-9]))(?P<about>余|多)(?=[一-鿿])(?!种|样)"
)
_UNIT = rf"(?:{UNIT_PATTERN}|平方米)"
_ABOUT = re.compile(
    rf"(?:大约|大概|(?<![民条公合节签契预制履规])约(?!定|束)|接近|(?<![临附最])近(?!年))(?:[一-鿿]{{2,6}})?(?P<number>\d{{2,}}[1-9]|\d[1-46-9](?=场|次|件|起|份|条|篇|期|家)|\d+\.\d\d(?=万))(?=个|{_UNIT}|万)"
)
_AROUND = re.compile(
    rf"(?P<number>\d(?<![\d.，,·—~～-].)(?:\d+[1-9]|\d*[1-46-9]))(?!个(?:月|小)|分钟|小时|天|岁|年|[%％])(?:{_UNIT})(?P<about>左右|上下|以上)"
)
_NUMBER = rf"(?:[一-鿿]{{1,4}})??\d[\d.]*[万亿千百]{{0,2}}(?:{_UNIT}|元)(?:{UNIT_PATTERN}|元)?"
_TWICE = re.compile(
    rf"(?P<one>大约|大概|差不多|将近|接近|(?<![民条公合节签契预制履规集])约(?!定|束|谈)|(?<![临附最邻远靠亲相])近(?!年|期|日))(?:有|为)?{_NUMBER}(?P<two>左右|上下|以上)"
    rf"|(?P<least>不少于|不低于|不下于?|至少|不超过|最多|至多|(?:超过?|逾|突破)(?!时|期|市))(?:有|为|达到?)?{_NUMBER}(?P<bound>左右|上下|以上|以下)"
)
_BOUND = re.compile("左右|上下|以[上下]")  # with which all of _TWICE end
_FRACTION = re.compile(r"\d+\.\d+(?P<about>余|多)(?=[一-鿿])")
_FINE = re.compile(
    rf"(?P<before>大约|将近|接近|(?<![民条公合节签契预制履规])约(?!定|束)|(?<![临附最])近(?!年)|超过|逾)?(?P<number>\d{{2,}}\.\d+|\d\.\d{{2,}})(?:万|亿)(?:(?P<about>余|多)|(?:{UNIT_PATTERN}|元)(?P<around>左右|上下))"
)
_OVER = re.compile(rf"(?:超过?|逾|突破|将近)(?P<number>\d{{2,}}[1-9])(?={_UNIT})")
_AVERAGE = re.compile(r"(?:[月年日周季旬人户村校家店班]均|平均|每|折合)[^，。；：、]*\Z")
_HINT = re.compile(r"[余多约近逾]|左右|上下|以上|大概|超|突破|%")  # without one there is no about
_WHY = "GB/T 15835-2011 第4.2.2条：概数后面的“余、多”只接整数"


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """Numbers that do not end in 0 with 余 or 多, and two words for about."""
    if not passage.is_body or not _HINT.search(passage.text):
        return
    for found in _EXACT.finditer(passage.text):
        yield passage.finding(
            ID,
            "warning",
            f"“{found.group()}”：{found['number']}是确数，不能再加“{found['about']}”。",
            *found.span(),
            why=_WHY,
        )
    for found in _FRACTION.finditer(passage.text):
        yield passage.finding(
            ID,
            "warning",
            f"“{found.group()}”：带小数的数已经是确数，不能再加“{found['about']}”。",
            *found.span(),
            why=_WHY,
        )
    yield from _twice(passage)
    loose = (_ABOUT, _AROUND, _FINE, _OVER)
    for found in (each for pattern in loose for each in pattern.finditer(passage.text)):
        if found.re in (_ABOUT, _AROUND) and (not _exact(found) or _averaged(passage, found)):
            continue
        yield passage.finding(
            ID,
            _level(found),
            f"“{found.group()}”：{found['number']}像是确数，前后不必再加概数词。",
            *found.span(),
        )
    yield from pattern_findings(passage, reading, ID)


def _twice(passage: Passage) -> Iterator[Finding]:
    """约3.62万元左右, 不少于8次以上: two words that say the same, one of them too many."""
    for found in _TWICE.finditer(passage.text) if _BOUND.search(passage.text) else ():
        one, two = found["one"] or found["least"], found["two"] or found["bound"]
        yield passage.finding(
            ID,
            "warning",
            f"“{found.group()}”：“{one}”和“{two}”留一个。",
            *found.span(),
        )


def _level(found: re.Match[str]) -> Severity:
    """以上 and 超过 may be a bound, 3.46万余元 is written often: only pointed out."""
    bound = found.groupdict().get("about") == "以上" or found.re in (_FINE, _OVER)
    return "note" if bound else "warning"


def _averaged(passage: Passage, found: re.Match[str]) -> bool:
    """月均近36次: what a division gives may be rounded to any number."""
    return _AVERAGE.search(passage.text, max(0, found.start() - 24), found.start()) is not None


def _exact(found: re.Match[str]) -> bool:
    """Whether the number is too fine to be rounded; 以上 is also a threshold: 12次以上."""
    return (
        len(found["number"]) >= 3
        or found.re is _ABOUT
        or found.groupdict().get("about", "") in ("左右", "上下")
    )


RULE = PassageRule(ID, check)
FLAGGED = (
    Example("法律顾问提供咨询72余次。"),
    Example("发放资料约3000余份。"),
    Example("化解率达100%以上。"),
    Example("挽回损失约3.62万元左右。"),
    Example("约有200名左右群众参加。"),
    Example("召开会议不少于8次以上。"),
    Example("每月召开例会，全年开展检查近34次。"),
    Example("办理各类事项近8426件，接访46次左右。"),
    Example("培训人员超过126人次，追回欠薪128.6万元左右。"),
)
CLEAN = (
    Example("提供咨询70余次，发放资料3000余份，约200人参加，近3年无复发。"),
    Example(
        "不少于8次，至少2名，约有200名群众参加；罚款1万元以上的处罚约占两成，近五年来以上措施有效。"
    ),
    Example("开展巡查430次，月均近36次，平均每村约26次，每名网格员年均处理近48件。"),
    Example("附近100名以上群众受益，村规民约3条以上。"),
    Example("化解率达100%，满意度95%以上，涉及1.2万余人。"),
)
