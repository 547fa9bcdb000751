"""What kind of matter stands under each heading: by its words, its place and what follows it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from lawdraft.model.report import Section, Span
from lawdraft.recognise.marks import mark_at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lawdraft.model.report import Heading, SectionKind

_FIRST_PERSON = re.compile(
    r"第一责任人|(?:书记|[镇乡县区市局]长|主任)[^，。]{0,10}(?:履职|履行[^，。]{0,12}职责)情况|(?:党政|政府|主要)[^，。]{0,6}(?:主要)?(?:负责人|负责同志|领导)[^，。]{0,8}(?:履行|履职|推进法治|述法|职责)|述职述法情况|述法情况"
)
_QUOTED = re.compile(r"“[^”]{2,20}”|《[^》]{2,40}》|一规划[、，]?两纲要")
_SHORT = re.compile(r"问题|不足|短板|困难|薄弱|差距|原因分析|弱项|瓶颈|难点")
_NOT_SHORT = re.compile(
    r"(?:解决|化解|破解|整治|聚焦|突出|处置|着力|针对|坚持|以|回应|防范|治理)[^，。]{0,12}(?:问题|困难|难题|短板|难点|瓶颈)"
    r"|问题(?:导向|隐患|线索|联治|解决|化解|处置|不出)|[把将让][^，。]{0,6}问题|(?:热点|难点|重点|疑难)[^，。]{0,4}问题|补(?:齐)?[^，。]{0,6}短板|强弱项|困难(?:群[众体]|家庭|人员|职工)"
    r"|(?:补强|强化|加强|攻克|聚焦|紧盯|围绕|针对)[^，。]{0,6}薄弱|缩小[^，。]{0,6}差距|(?:突破|打破|破除)[^，。]{0,6}瓶颈"
)
_PLAN = re.compile(
    r"下一?(?:步|阶段|年|个?年度)|明年|来年|今后|打算|计划|安排|思路|规划|努力方向|工作(?:重点|要点|目标|展望)|(?:主要|重点)任务|展望"
    r"|(?:改进|整改)(?:措施|方向|打算|举措)|(?:对策|工作)(?:与|和)?建议|下半年|未来|将要"
)
_NOT_PLAN = re.compile(
    r"(?:年度)?(?:工作)?计划(?:执行|完成|落实)|(?:任务|安排|部署|规划|计划)[^，。]{0,4}(?:完成|落实|推进|实施|执行)(?:情况)?"
    r"|(?:明确|突出|聚焦|围绕|抓住|抓实|制定|落实|强化|完善|理清|细化|紧扣|锚定|把握|谋划|科学|统筹|坚持|优化|健全|紧盯|精心|周密|合理|贯彻)"
    r"[^，。下今明0-9]{0,10}(?:安排|计划|思路|规划|重点|要点|目标|任务|部署)|“[^”]*”普法规划|规划(?:建设|引领)|工作部署"
)
_HIGH = re.compile(
    r"典型经验做法|特色做法|(?<!新)亮点(?:做法|工作|成效|特色)?|特色(?:工作|亮点|经验|举措|成效|创新|品牌|$)|创新(?:做法|举措|经验|实践|成果|案例|之处|亮点|工作$)"
    r"|典型(?:经验|做法|案例)|经验做法|(?:工作|主要)经验$|品牌工作|值得推广"
)
_RECTIFY = re.compile(
    r"(?:上一?年度?|去年|往年|前期|上级|督察|督查|反馈|巡[察视]|考核)[^。]{0,24}(?:整改|整治|改进)(?!措施)|(?:问题|不足)[^。，]{0,8}(?:整改(?:落实|完成|推进)?(?:情况|成效)|改进情况|整改落实)|整改(?:落实|完成|工作|推进)?情况|整改成效|(?<!及)(?<!和)(?<!与)问题整改(?:工作)?$"
)
_ACHIEVED = re.compile(
    r"成效|成果|成绩|举措|做法|工作(?:开展|完成|推进|进展|落实)?情况|开展情况|进展|主要工作|工作总结|落实情况|完成情况|工作回顾|总体情况|重点工作|主要措施|基本情况|履职情况|推进情况|建设情况|具体工作|主要特点"
)
_RESULTS = re.compile(r"成效|成果|举措|做法|成绩|主要工作|完成情况|开展情况|工作总结")
_PLANNED_WORK = re.compile(
    r"(?:下一?(?:步|阶段)|今后|明年)[^，。及和与]{0,6}(?:举措|措施|做法|主要工作)|(?:20\d\d年)?(?:重点)?工作(?:安排|计划|打算|思路|重点|目标)"
    r"|改进(?:措施|举措)|整改(?:措施|举措)"
)
_OTHER = re.compile(
    r"其他(?:需要|情况|事项|工作)|需要(?:报告|说明)|有关(?:建议|说明)|意见(?:和|与|及)?建议|指导思想|总体要求|基本概况|概况$|辖区概况|保障措施$|工作要求$|名词解释|附[:：]"
)
_COMING_TIME = re.compile(r"下一步|下步|下阶段|明年|今后|新的一年|来年|下一年|接下来")
_FUTURE = re.compile(
    rf"{_COMING_TIME.pattern}|将(?:继续|进一步|持续|着力|重点|紧紧|围绕|认真|坚持|加强|加大|不断|始终|严格|积极|切实|全面|深入|大力|扎实|推动|推进|抓好|做好|按照)"
)
_LACK = re.compile(
    r"不够|不足|不强|不高|薄弱|有待|欠缺|缺乏|滞后|尚未|仍需|还需|单一|不到位|不深|不平衡|偏[低少弱]|淡薄|差距|短缺|匮乏|不均衡|不完善|不健全"
)
_DONE = re.compile(
    r"全年|今年以来|共[^，。]{0,12}\d|累计|开展了?[^，。]{0,20}\d|已[^，。]{0,6}完成|组织[^，。]{0,20}\d|\d+[余多]?(?:次|场|件|份|人次|场次|起|名)"
)
_PLACE = re.compile(r"基本(?:情况|概况)|概况$")
_STANDING = re.compile(r"下辖|总人口|总面积|辖区面积|户籍人口|常住人口")
_YEAR = re.compile(r"(20\d\d)年?")
_NONE_FORCED: Mapping[int, tuple[SectionKind, ...]] = {}


def assign_kinds(
    headings: Sequence[Heading],
    text: str,
    end: int,
    year: int | None,
    forced: Mapping[int, tuple[SectionKind, ...]] = _NONE_FORCED,
) -> tuple[Heading, ...]:
    """The headings with their kinds; sub-headings keep none where they only inherit.

    `forced`: kinds that the user gave, by the place of the heading.
    """
    if not headings:
        return ()
    spans = spans_of(headings, end)
    top = min(heading.level for heading in headings)
    given: list[tuple[SectionKind, ...]] = [kinds_in(heading.text, year) for heading in headings]
    seen: list[SectionKind] = []
    result = list(headings)
    wrappers = _wrappers(headings, top)
    for place, heading in enumerate(headings):
        if heading.level != top:
            continue
        wrapper = wrappers.get(place)
        if wrapper is not None and not given[place]:
            kinds = result[wrapper].kinds
        else:
            kinds = _top_kinds(place, headings, given, spans, text, seen)
        kinds = forced.get(place) or kinds
        seen.extend(kinds)
        result[place] = replace(heading, kinds=kinds)
    return _sub_kinds(result, given, top, forced)


def _wrappers(headings: Sequence[Heading], top: int) -> dict[int, int]:
    """For headings counted anew under one of their own rank, which one: 一、做法 over 一、二、三、."""
    wrappers: dict[int, int] = {}
    wrapper: int | None = None
    last, outer = 0, 0
    before: int | None = None
    for place, heading in enumerate(headings):
        if heading.level != top:
            continue
        mark = mark_at(heading.text)
        number = mark.number if mark else 0
        if number == 1 and before is not None:
            wrapper, outer = before, last
        elif wrapper is not None and (
            number != last + 1 or (number == outer + 1 and kinds_in(heading.text))
        ):
            wrapper = None
        if wrapper is not None:
            wrappers[place] = wrapper
        last, before = number, place
    return wrappers


def spans_of(headings: Sequence[Heading], end: int) -> list[Span]:
    """From each heading to the next of its rank or above."""
    spans = [Span(heading.start, end) for heading in headings]
    waiting: list[int] = []
    for place, heading in enumerate(headings):
        while waiting and headings[waiting[-1]].level >= heading.level:
            over = waiting.pop()
            spans[over] = Span(headings[over].start, heading.start)
        waiting.append(place)
    return spans


def kinds_in(words: str, year: int | None = None) -> tuple[SectionKind, ...]:
    """Kinds that the words of a heading tell by themselves: 存在问题及打算 tells two."""
    words = _QUOTED.sub("", words)
    if _RECTIFY.search(words) and not re.search(
        r"(?:存在|主要|突出)[^。]{0,6}(?:问题|不足)[^。]{0,6}(?:及|和|与|、)[^。]{0,4}(?:下一?步)?整改",
        words,
    ):
        return ("rectification",)
    if _FIRST_PERSON.search(words):
        return ("first_responsible_person",)
    kinds: list[SectionKind] = []
    lacking = _SHORT.search(_NOT_SHORT.sub("", words)) is not None
    planned = _PLAN.search(_NOT_PLAN.sub("", words)) is not None or _next_year(words, year)
    results = _HIGH.sub("", _PLANNED_WORK.sub("", words))
    if _next_year(words, year):
        results = re.sub("主要工作|重点工作|举措|措施", "", results)
    telling = _RESULTS if planned or lacking else _ACHIEVED
    if telling.search(results) and not _OTHER.search(words):
        kinds.append("achievements")
    if _HIGH.search(words):
        kinds.append("highlights")
    if lacking:
        kinds.append("shortcomings")
    if planned and not (_OTHER.search(words) and not lacking):
        kinds.append("next_year_plan")
    if not kinds and _OTHER.search(words):
        kinds.append("other")
    return tuple(kinds[:2])


def _next_year(words: str, year: int | None) -> bool:
    return (
        year is not None
        and any(int(found[1]) == year + 1 for found in _YEAR.finditer(words))
        and not re.search("总结|情况|成效", words)
    )


def _top_kinds(
    place: int,
    headings: Sequence[Heading],
    given: Sequence[tuple[SectionKind, ...]],
    spans: Sequence[Span],
    text: str,
    seen: Sequence[SectionKind],
) -> tuple[SectionKind, ...]:
    stop = spans[place].end
    below = [
        given[at]
        for at in takewhile(lambda at: headings[at].start < stop, range(place + 1, len(headings)))
    ]
    body = text[headings[place].end : stop]
    words = given[place]
    if _PLACE.search(headings[place].text) and len(body) < 500 and _STANDING.search(body):
        return ("other",)
    if words and words != ("achievements",):
        return words
    under: Counter[SectionKind] = Counter(
        kind for kinds in below for kind in kinds if kind in ("shortcomings", "next_year_plan")
    )
    if words or not seen:
        return _wrapper(under, below)
    return _by_matter(body, seen, under)


def _wrapper(
    under: Counter[SectionKind], below: Sequence[tuple[SectionKind, ...]]
) -> tuple[SectionKind, ...]:
    """工作情况 over (一)成效 (二)问题 (三)打算 takes the kinds of what stands under it."""
    own: list[SectionKind] = (
        []
        if below and all(set(kinds) & {"shortcomings", "next_year_plan"} for kinds in below)
        else ["achievements"]
    )
    parts: tuple[SectionKind, ...] = ("shortcomings", "next_year_plan")
    for kind in parts:
        if under[kind] and len(own) < 2:
            own.append(kind)
    return tuple(own) or ("achievements",)


def _by_matter(
    body: str, seen: Sequence[SectionKind], under: Counter[SectionKind]
) -> tuple[SectionKind, ...]:
    """A heading without a telling word: results, a lack or a plan by what its text says."""
    if under:
        return _wrapper(under, ())
    lacks, future, done = (len(pattern.findall(body)) for pattern in (_LACK, _FUTURE, _DONE))
    after_problems = "shortcomings" in seen
    if after_problems and (future > 0 or done == 0) and done < 3:
        return ("next_year_plan",)
    if lacks >= 3 and lacks > 2 * done and not future:
        return ("shortcomings",)
    if seen and future >= 2 and done == 0 and _COMING_TIME.search(body):
        return ("next_year_plan",)
    return ("achievements",)


def _sub_kinds(
    headings: Sequence[Heading],
    given: Sequence[tuple[SectionKind, ...]],
    top: int,
    forced: Mapping[int, tuple[SectionKind, ...]],
) -> tuple[Heading, ...]:
    """Sub-headings whose words tell a kind other than their parent's carry it."""
    parents: dict[int, tuple[SectionKind, ...]] = {}
    result = []
    for place, heading in enumerate(headings):
        if heading.level == top:
            parents = {top: heading.kinds}
            result.append(heading)
            continue
        parent = next(
            (parents[level] for level in sorted(parents, reverse=True) if level < heading.level), ()
        )
        kinds = forced[place] if place in forced else _own_kinds(given[place], parent)
        parents = {level: kind for level, kind in parents.items() if level < heading.level}
        parents[heading.level] = kinds or parent
        result.append(replace(heading, kinds=kinds))
    return tuple(result)


def _own_kinds(
    words: tuple[SectionKind, ...], parent: tuple[SectionKind, ...]
) -> tuple[SectionKind, ...]:
    if words == ("first_responsible_person",):
        return words
    if len(parent) > 1:
        # Under a combined heading each part says what it is.
        return words
    if parent == ("achievements",):
        return (
            words
            if words
            in (("highlights",), ("rectification",), ("shortcomings",), ("next_year_plan",))
            else ()
        )
    return ()


def sections_of(
    headings: Sequence[Heading], text: str, start: int, end: int
) -> tuple[Section, ...]:
    """Opening, the top-level sections and a closing, side by side over the body."""
    top = min((heading.level for heading in headings), default=0)
    tops = [place for place, heading in enumerate(headings) if heading.level == top]
    first = headings[tops[0]].start if tops else end
    sections = []
    if not tops:
        return tuple(_with_closing(_by_paragraphs(text, start, end), text))
    if text[start:first].strip():
        sections.append(Section(("opening",), None, start, _trimmed(text, start, first)))
    for at, place in enumerate(tops):
        stop = headings[tops[at + 1]].start if at + 1 < len(tops) else end
        sections.append(
            Section(
                headings[place].kinds,
                place,
                headings[place].start,
                _trimmed(text, headings[place].start, stop),
            )
        )
    return tuple(_with_closing(sections, text))


_OPENS = re.compile(r"(?:如下|下)[：:。]$")
_LACKING = re.compile(r"[^。；]{0,16}(?:问题|不足|短板|困难)")
_COMING = re.compile(
    r"(?:20\d\d年，)?[^。；，]{0,8}(?:下一步|下步|下阶段|今后|明年|新的一年)|20\d\d年，[^。；，]{0,8}将"
)


def _by_paragraphs(text: str, start: int, end: int) -> list[Section]:
    """Sections of a text without headings, by how its paragraphs begin."""
    sections: list[Section] = []
    for place, line in _lines(text, start, end):
        if not sections and _OPENS.search(line):
            kinds: tuple[SectionKind, ...] = ("opening",)
        elif _COMING.match(line):
            kinds = ("next_year_plan",)
        elif _LACKING.match(line) and _LACK.search(line):
            kinds = ("shortcomings",)
        elif sections and sections[-1].kinds != ("opening",):
            kinds = sections[-1].kinds
        else:
            kinds = ("achievements",)
        if sections and sections[-1].kinds == kinds:
            sections[-1] = replace(sections[-1], end=place + len(line))
        else:
            sections.append(Section(kinds, None, place, place + len(line)))
    return sections


def _lines(text: str, start: int, end: int) -> list[tuple[int, str]]:
    lines = []
    for line in text[start:end].split("\n"):
        lines.append((start, line))
        start += len(line) + 1
    return lines


_CLOSING = re.compile(
    r"\n((?:特此报告|此报告|以上报告|专此报告|以上(?:汇报|情况|是)|汇报完毕|如有不妥|妥否|请(?:予)?审[阅议])[^\n]{0,30})\s*\Z"
)


def _with_closing(sections: list[Section], text: str) -> list[Section]:
    if not sections or not (found := _CLOSING.search(text, sections[-1].start, sections[-1].end)):
        return sections
    last = sections[-1]
    return [
        *sections[:-1],
        replace(last, end=_trimmed(text, last.start, found.start(1))),
        Section(("closing",), None, found.start(1), last.end),
    ]


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
