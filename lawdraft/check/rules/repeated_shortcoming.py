"""Last year's shortcomings told again, in the same words or in others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, ReportRule
from lawdraft.check.shortcomings import CAUSE, LIKELY, SURE, likeness, notions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding, Severity
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
_MORE = re.compile(
    r"\s*(?:另外|此外|同时|加之|再加上|再者|其次|也|又|还|且|导致|致使|影响|造成|对此|这|该|目前|因此|以致|尤其|特别)"
)
"""What goes on about the shortcoming before it."""
SHORTEST = 10
NEARLY = 66  # of a hundred: the same letters in what is likely one shortcoming
HEAD = 7  # characters of the clause that names a shortcoming
_SAME = "这条不足与去年的几乎一字不差：要么去年没有改，要么忘了更新。"
_TOLD = "这条不足与去年说的像是同一个问题：仍未解决的，请写明今年的新情况和原因。"
_MENDED = re.compile(
    r"已(?:基本|全部|有效|得到)?(?:整改|解决|改善|补齐|消除)|(?:上|去)年(?:度)?(?:指出|提出|查摆)"
)
_NAMED_SO = "这条不足的提法与去年相同：要么去年没有改，要么忘了更新。"


def check(reading: Reading) -> Iterator[Finding]:
    """A finding at each shortcoming that last year's report has, in the same words or in others."""
    last = reading.context.last
    if last is None:
        return
    told = list(_parts(last, _spans(last, reading.last_plan_spans)))
    before = [key for _, part in told for key in _keys(part)]
    heads = {head for _, part in told if (head := _head(part))}
    ordinary = reading.knowledge.spelling.common
    others = [(item, notions(item, ordinary)) for _, item in _items(told)]
    own = list(_parts(reading.report, _spans(reading.report, reading.plan_spans)))
    for place, item in _items(own):
        parts = [(at, part) for at, part in own if place <= at < place + len(item)]
        same = [(at, part) for at, part in parts if any(_stands_in(k, before) for k in _keys(part))]
        named = [(at, part) for at, part in parts if _head(part) in heads]
        for at, part in _with_name(same, named) or named:
            yield _finding(reading, "warning", _SAME if same else _NAMED_SO, at, part)
        if not (same or named) and not _MENDED.search(item):
            own_notions = notions(item, ordinary)
            like, other = max(
                ((likeness(own_notions, told), other) for other, told in others), default=(0, "")
            )
            if like >= LIKELY:
                sure = like >= SURE or _nearly(item, other)
                yield _finding(reading, "warning" if sure else "note", _TOLD, place, item)


def _with_name(same: list[tuple[int, str]], named: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """普法针对性不强。原因在于……: a cause told again, together with the short name before it."""
    if not same:
        return []
    (at, part), *rest = same
    ahead = [(start, name) for start, name in named if start + len(name) == at]
    return [(ahead[0][0], ahead[0][1] + part) if ahead else (at, part), *rest]


def _finding(reading: Reading, level: Severity, message: str, place: int, part: str) -> Finding:
    lead = len(part) - len(part.lstrip())
    return reading.finding(ID, level, message, place + lead, place + len(part.rstrip()))


def _items(parts: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Shortcomings with all that is said of them: from one mark to the next."""
    place, item = 0, ""
    for at, part in parts:
        goes_on = (
            item and not _MARK.match(part) and at == place + len(item) and not _another(item, part)
        )
        if goes_on and not item.endswith("\n"):
            item += part
            continue
        if len(item.strip()) >= SHORTEST:
            yield place, item
        place, item = at, part
    if len(item.strip()) >= SHORTEST:
        yield place, item


def _another(item: str, part: str) -> bool:
    """Whether a shortcoming without a mark begins: the one before has had its cause, this has its own."""
    told = CAUSE.search(item.strip())
    if told is None or not told.start() or _MORE.match(part):
        return False
    own = CAUSE.search(part)
    return own.start() > 0 if own else not _MARK.match(item)


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
            heading = any(a <= place < b for a, b in headings)
            if part.strip() and not heading and not _LEAD.search(part):
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


def _nearly(item: str, other: str) -> bool:
    """Whether most of its letters are the other's too, words of degree left out."""
    from rapidfuzz import fuzz

    return fuzz.ratio(_DEGREE.sub("", _key(item)), _DEGREE.sub("", _key(other))) >= NEARLY


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
    Example(
        "一是普法手段老套。平时多靠拉横幅、发传单，年轻人不爱看，原因是新媒体人才缺乏。",
        "shortcomings",
        last="二是普法形式单一。主要依靠悬挂横幅和发放传单，对青年吸引力弱，主要原因是不懂新媒体。",
    ),
    Example(
        "三是烟花爆竹监管专业性不足。缺少检测设备，原因是经费紧张。",
        "shortcomings",
        last="一是烟花爆竹监管能力弱。没有专业人员和检测仪器，主要原因是经费有限。",
    ),
    Example(
        "（三）普法针对性弱。原因在于需求调研不深入，宣传内容与群众关心的问题结合不够。",
        "shortcomings",
        last="（一）普法针对性弱。原因在于需求调研不深入，宣传内容与群众关心的问题结合不够。",
    ),
    Example(  # of several without a mark, each with its cause, one comes again
        "山林权属矛盾化解周期偏长，究其原因是早年资料缺失；合同台账录入较慢，原因是系统刚启用。",
        "shortcomings",
        last="出租房隐患整治反弹快，原因是房东责任没压实；山林权属纠纷化解周期长，原因是历史资料缺失。",
    ),
)
CLEAN = (
    Example(
        "执法记录仪存储空间不足，原因是高清视频增多；村规民约奖惩难兑现，原因是缺乏资金。",
        "shortcomings",
        last="村规民约修订走过场，原因是村民参与少；执法记录仪使用不规范，原因是操作培训不够。",
    ),
    Example(
        "一是司法所信息化水平不高。视频设备老化，原因是更新资金未落实。",
        "shortcomings",
        last="一是司法所工作人员不足。全所仅1人在岗，主要原因是编制紧张。",
    ),
    Example(
        "去年提出的普法手段老套、多靠拉横幅发传单的问题已整改，但线上点击量不高，原因是更新慢。",
        "shortcomings",
        last="二是普法手段老套。多靠拉横幅、发传单，主要原因是人才缺乏。",
    ),
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
