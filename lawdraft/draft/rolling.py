"""Last year's wording carried into this year: years, dates, plan periods, sessions, the unit's name.

Only what is surely meant is changed; what may be history is left and marked for the clerk.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lawdraft.model.draft import BLANK, Change
from lawdraft.model.editing import SLOT
from lawdraft.text.numerals import chinese_numeral, parse_number

TITLE = re.compile(r"《[^》\n]*》|〔[^〕\n]*〕")  # titles and document numbers keep their years
SPAN = re.compile(
    r"20\d\d\s*年?\s*(?:[-—–－~～]{1,2}|至|到)\s*(?:20)?\d\d\s*年(?:度)?|20\d\d\s*[-—–－~～]{1,2}\s*20\d\d"
)
YEAR = re.compile(r"(?<![\d.,])(20\d\d)(?=\s*年|\s*度|以来|全年|\s*[.\-/]\s*\d{1,2}\s*[.\-/]\s*\d)")
CHINESE_YEAR = re.compile(r"(二[〇○零][〇○零一二三四五六七八九]{2})(?=年)")
COMPARED = re.compile(r"(?:[较比与同]|相比|对比|同期)\s*$")
GROWN = r"^[^。；]*(?:增|升|降|减|提高|压缩|缩短|扩大|提速)[^。；]*{last}\s*年"  # 由2024年的…增至2025年的…
FROM = re.compile(r"[由从]\s*$")
LABEL = re.compile(r"(?<![\d.,])(20\d\d)(?![\d.,%％])")  # a year that names a column or a row
LONGEST_LABEL = 12
HONOUR = re.compile(r"^[^。；]{0,40}(?:荣获|获评|获得|评为|评定为|授予|命名|表彰|入选)")
PICTURE = re.compile(r"(?:\[image:[^\]\n]*\]|\[图片\])\"?")
BLANKS = re.compile(
    r"(?<=[\u3000-\u9fff\uff00-\uffef“”])[ \u00a0\u3000]+|[ \u00a0\u3000]+(?=[\u3000-\u9fff\uff00-\uffef“”])"
)
UNENDED = re.compile(r"[\u4e00-\u9fff0-9%％”’）⟧]$")
SHORTEST_SENTENCE = 12
LONGEST_HONOUR = 40  # characters from the year to the word
STAGE = re.compile(r"(?:收官|开局|起步|攻坚|关键|启动)之年|收官年|开局年|中期评估|疫情防控")
MEETING = re.compile(
    r"第[一二三四五六七八九十]{1,4}届[^，。；]{0,14}第[一二三四五六七八九十]{1,3}次(?:全体)?会议"
)
YEARLY = re.compile(
    r"第(?P<count>[一二三四五六七八九十]{1,3}|\d{1,2})(?=[个次届][^，。；第]{0,12}(?:宪法日|教育日|宣传周|宣传月"
    r"|安全生产月|禁毒日|减灾日|知识产权日|环境日|权益日|土地日|警察节|普法月))"
)
TREND = re.compile(
    r"(?:[与较比同](?:去年|上年|上一年|往年)(?:同期)?(?:相比|对比)?|同比|环比)[^，。；⟦]{0,10}?"
    r"(?:下降|上升|增长|减少|增加|提高|提升|持平|翻番|升高|降低)"
)
NEVER = re.compile(
    r"(?:(?:从未|未|没有|无)(?:再)?(?:发生|出现|接到|收到|产生)|实现[^，。；⟦]{0,8}?“?零)[^，。；⟦]{1,20}"
    r"|(?<=[，。；、年内均])无[^，。；⟦]{1,18}(?:案件|事故|事件|上访|败诉|投诉|现象|情形|情况)"
)
WON = re.compile(
    r"(?:荣获|获评|喜获|被评为|被评定为|被授予|被命名为|成功创建|成功入选|入选|获得了?[^，。；⟦]{0,24}?(?=荣誉|称号|奖项|表彰))"
    r"[^，。；⟦]{1,24}"
)
DAY = re.compile(
    r"(?<![\d年“·.])(?<!每年)\d{1,2}月\d{1,2}日(?!前|之前)(?![^，。；]{0,10}(?:宪法日|禁毒日|权益日|安全日|教育日|消防日|环境日|节(?:日|期间)))"
)
FIXED_PAST = re.compile(r"(?:自从?|从|始于|成立于|创建于|印发于)\s*$")
DIGITS = "〇一二三四五六七八九"
WHY_YEAR = "年份随报告年度顺延"
WHY_DATE = "日期随年度顺延，请核对是否确有其事"
WHY_COMPARED = "作比较的上一年随之顺延，请核对比较结果"
WHY_SINCE = "这里的年份像是起始时间，没有改，请核对"
WHY_SPAN = "规划期没有改，请核对今年是否仍然适用"
WHY_TITLE = "文件名里的年份没有改，请核对今年是否有新文件"
WHY_HONOUR = "荣誉、奖项的年份没有改，请核对今年是否又获得"
WHY_PICTURE = "原文这里的图片丢失了，请核对原来是什么"
WHY_STOP = "句末补上句号"
WHY_STAGE = "阶段性的提法，请核对今年是否仍然适用"
WHY_MEETING = "会议届次没有改，请核对"
WHY_ORDINAL = "每年一次的活动，次数顺延，请核对"
WHY_TREND = "与上年相比的结果没有改，请按今年的数字核对"
WHY_DAY = "日期是去年的，没有改，请核对今年是否确有其事"
WHY_BEGUN = "时期已经开始，这里没有改，请核对提法"
WHY_OVER = "时期已经结束，这里没有改，请核对提法"
WHY_NEVER = "“没有发生”的说法没有改，请核对今年是否仍然如此"
WHY_WON = "去年的荣誉没有改，请核对今年是否又获得"
WHY_NAME = "换成本单位的名称"
WHY_SESSION = "顺延到最近一次全会，请核对"


@dataclass(frozen=True, slots=True)
class Roll:
    """From which year to which; `names` are the old unit's names and what stands for them now.

    `sessions` are the plenums held by the end of the new year, oldest first: 二十届三中, 二十届四中.
    """

    last: int
    year: int
    names: tuple[tuple[str, str], ...] = ()
    sessions: tuple[str, ...] = ()

    @property
    def by(self) -> int:
        """Years between the two reports, 1 as a rule."""
        return self.year - self.last


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    change: Change


def roll_text(text: str, roll: Roll, *, plan: bool = False) -> tuple[str, tuple[Change, ...]]:
    """The text for the new year, and each change; `plan`: it speaks of the year to come.

    2024年，我镇… → 2025年，我镇…; 《2024年工作要点》 and 自2019年以来 stay, the first one marked.
    """
    edits = _names(text, roll) + _sessions(text, roll) + _labels(text, roll)
    for find in (_titles, _spans, _years, _chinese_years):
        edits += [edit for edit in find(text, roll) if not _inside(edit, edits)]
    edits += [edit for edit in _periods(text, roll, plan=plan) if not _inside(edit, edits)]
    edits += _ordinals(text, roll) + _pictures(text)
    edits += [
        edit
        for edit in _marks(text, roll, plan=plan)
        if not _inside(edit, edits) and not _told_already(edit, edits)
    ]
    edits.sort(key=lambda edit: edit.start)
    rolled, place = [], 0
    for edit in edits:
        rolled += [text[place : edit.start], edit.change.after]
        place = edit.end
    return "".join(rolled) + text[place:], _shown(edits)


def _ordinals(text: str, roll: Roll) -> list[_Edit]:
    """第十一个国家宪法日 → 第十二个国家宪法日."""
    edits = []
    for found in YEARLY.finditer(text):
        count = parse_number(found["count"])
        if count and roll.by:
            number = int(count) + roll.by
            written = str(number) if found["count"].isdigit() else chinese_numeral(number)
            change = Change(found[0], f"第{written}", WHY_ORDINAL, asked=True)
            edits.append(_Edit(found.start(), found.end(), change))
    return edits


def _marks(text: str, roll: Roll, *, plan: bool) -> list[_Edit]:
    """What was true of last year alone, left as it is for the clerk to look at."""
    if not roll.by:
        return []
    pairs = [(STAGE, WHY_STAGE), (MEETING, WHY_MEETING)]
    if not plan:
        pairs += [(TREND, WHY_TREND), (NEVER, WHY_NEVER), (WON, WHY_WON), (DAY, WHY_DAY)]
    return [_kept(found, why) for pattern, why in pairs for found in pattern.finditer(text)]


def _told_already(edit: _Edit, others: list[_Edit]) -> bool:
    """Whether the year before an honour asks the same question."""
    return edit.change.why == WHY_WON and any(
        each.change.why == WHY_HONOUR and 0 <= edit.start - each.end <= LONGEST_HONOUR
        for each in others
    )


def tidy(text: str) -> tuple[str, tuple[Change, ...]]:
    """Blanks beside Chinese characters away, and a full stop where the last sentence lacks one."""
    if "\t" in text:
        return text, ()  # a table row
    text = BLANKS.sub("", text).strip()
    if len(text) < SHORTEST_SENTENCE or not UNENDED.search(text):
        return text, ()
    end = SLOT.sub(BLANK, text)[-4:]
    return f"{text}。", (Change(end, f"{end}。", WHY_STOP),)


def _pictures(text: str) -> list[_Edit]:
    return [
        _Edit(found.start(), found.end(), Change(found[0], "", WHY_PICTURE))
        for found in PICTURE.finditer(text)
    ]


def _shown(edits: list[_Edit]) -> tuple[Change, ...]:
    """Each change once; guards that neither change nor tell anything are left out."""
    return tuple(dict.fromkeys(edit.change for edit in edits if edit.change.why))


def _inside(edit: _Edit, others: list[_Edit]) -> bool:
    return any(edit.start < other.end and other.start < edit.end for other in others)


def _titles(text: str, roll: Roll) -> list[_Edit]:
    edits = []
    for found in TITLE.finditer(text):
        of_last_year = str(roll.last) in found[0]
        edits.append(_kept(found, WHY_TITLE if of_last_year and roll.by else ""))
    return edits


def _spans(text: str, _roll: Roll) -> list[_Edit]:
    return [_kept(found, WHY_SPAN) for found in SPAN.finditer(text)]


def _kept(found: re.Match[str], why: str) -> _Edit:
    return _Edit(found.start(), found.end(), Change(found[0], found[0], why))


def _years(text: str, roll: Roll) -> list[_Edit]:
    edits = []
    for found in YEAR.finditer(text):
        edit = _year(text, found, int(found[1]), roll)
        if edit is not None:
            edits.append(edit)
    return edits


def _year(text: str, found: re.Match[str], year: int, roll: Roll) -> _Edit | None:
    """How a year is rolled: last year's and later ones are, the one before where compared."""
    before, behind = text[: found.start()], text[found.end() :]
    if not roll.by:
        return None
    grown = FROM.search(before) and re.search(GROWN.format(last=roll.last), behind)
    if year < roll.last and grown:
        return _moved(text, found, roll, WHY_COMPARED)
    if year < roll.last - 1:
        return None
    if HONOUR.match(behind):
        return _Edit(found.start(), found.end(), Change(found[1], found[1], WHY_HONOUR))
    dated = re.match(r"\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?", behind)
    if year == roll.last - 1:
        compared = COMPARED.search(before)
        return _moved(text, found, roll, WHY_COMPARED, before=compared) if compared else None
    if FIXED_PAST.search(before) and dated:
        return _Edit(found.start(), found.end(), Change(found[1], found[1], WHY_SINCE))
    if dated:
        return _moved(text, found, roll, WHY_DATE, tail=dated[0])
    return _moved(text, found, roll, WHY_YEAR)


def _moved(
    text: str,
    found: re.Match[str],
    roll: Roll,
    why: str,
    *,
    before: re.Match[str] | None = None,
    tail: str = "",
) -> _Edit:
    """The year on by `roll.by`; what is asked about is told with the words around it."""
    mark = re.match(r"\s*年度?", text[found.end() :])
    tail = tail or (mark[0] if mark else "")
    lead = before[0] if before else ""
    year = int(found[1]) + roll.by
    change = Change(f"{lead}{found[1]}{tail}", f"{lead}{year}{tail}", why, asked=why != WHY_YEAR)
    return _Edit(found.start() - len(lead), found.end() + len(tail), change)


def _labels(text: str, roll: Roll) -> list[_Edit]:
    """Years that name the columns or rows of a comparing table: all move, 2024|2025 → 2025|2026."""
    if "\t" not in text or not roll.by:
        return []
    found = [year for start, cell in _label_cells(text) for year in _label_years(start, cell)]
    named, first = {year for _, year in found}, roll.last
    if roll.last not in named:
        return []
    while first - 1 in named:  # years before a gap are history
        first -= 1
    edits = []
    for start, year in found:
        if year < first:
            continue
        mark = re.match(r"\s*年度?", text[start + 4 :])
        tail = mark[0] if mark else ""
        change = Change(f"{year}{tail}", f"{year + roll.by}{tail}", WHY_YEAR)
        edits.append(_Edit(start, start + 4 + len(tail), change))
    return edits


def _label_cells(text: str) -> list[tuple[int, str]]:
    """Where the cells of the first row and of the first column begin, and their words."""
    cells, at = [], 0
    for number, row in enumerate(text.split("\n")):
        start = at
        for column, cell in enumerate(row.split("\t")):
            named = number == 0 or column == 0
            if named and len(cell.strip()) <= LONGEST_LABEL and not SPAN.search(cell):
                cells.append((start, cell))
            start += len(cell) + 1
        at += len(row) + 1
    return cells


def _label_years(start: int, cell: str) -> list[tuple[int, int]]:
    return [(start + found.start(), int(found[1])) for found in LABEL.finditer(cell)]


def _chinese_years(text: str, roll: Roll) -> list[_Edit]:
    edits = []
    for found in CHINESE_YEAR.finditer(text):
        year = int("".join(str(DIGITS.index(c)) if c in DIGITS else "0" for c in found[1]))
        if year >= roll.last and roll.by:
            written = "".join(DIGITS[int(digit)] for digit in str(year + roll.by))
            change = Change(f"{found[1]}年", f"{written}年", WHY_YEAR)
            edits.append(_Edit(found.start(), found.end() + 1, change))
    return edits


# -- plan periods ----------------------------------------------------------------------------------

# The n-th five-year plan and the n-th law-education plan change together, on 1 January 2021, 2026 …
_PLANS = ((2021, "十三五", "十四五"), (2026, "十四五", "十五五"), (2031, "十五五", "十六五"))
_LEARNING = ((2021, "七五", "八五"), (2026, "八五", "九五"), (2031, "九五", "十五"))
_LOOKING_BACK = (
    r"(?!(?:[”’』」]|普法|规划)*\s*(?:中期|期间|时期|以来|收官|期末|末|总结|验收|先进|表现突出))"
)
_LEARNING_TAIL = r"(?=[”’』」]?\s*普法)"


def _periods(text: str, roll: Roll, *, plan: bool) -> list[_Edit]:
    """What was under way in last year's report and is over now; older periods are history."""
    spoken_of = roll.year + 1 if plan else roll.year
    edits = []
    for table, before, behind in (
        (_PLANS, "", r"(?!普法)"),
        (_LEARNING, "(?<!十)", _LEARNING_TAIL),
    ):
        begun = [each for each in table if roll.last < each[0] <= spoken_of]
        for _, old, _ in begun:
            start, _, new = begun[-1]
            pattern = f"{before}{old}{behind}{_LOOKING_BACK}"
            switched = _switched(text, pattern, old, new, start)
            left = re.finditer(f"{before}{old}{behind}[”’』」]?(?:普法|规划)*收官", text)
            coming = re.finditer(
                rf"(?:谋划|迎接|编制|研究制定)[^，。；]{{0,8}}?{begun[-1][2]}", text
            )
            edits += [_kept(found, f"“{begun[-1][2]}”{WHY_BEGUN}") for found in coming]
            edits += switched
            edits += [_kept(found, f"“{old}”{WHY_OVER}") for found in left]
    return edits


def _switched(text: str, pattern: str, old: str, new: str, start: int) -> list[_Edit]:
    why = f"{start}年起进入“{new}”时期，请核对"
    return [
        _Edit(found.start(), found.start() + len(old), Change(old, new, why, asked=True))
        for found in re.finditer(pattern, text)
    ]


# -- sessions and names ----------------------------------------------------------------------------

_SESSION = re.compile(
    r"(?P<congress>[十二三]{2,3})届(?P<list>(?:[一二三四五六七]中(?:全会)?[、和及与])*)"
    r"(?P<latest>[一二三四五六七])中全会"
)


def _sessions(text: str, roll: Roll) -> list[_Edit]:
    """二十届三中全会精神 → 二十届四中全会精神; a list of plenums grows: 二中、三中 → 二中、三中、四中."""
    return [
        _Edit(found.start(), found.end(), Change(found[0], after, WHY_SESSION, asked=True))
        for found in _SESSION.finditer(text)
        if (after := _session_after(found, roll.sessions)) != found[0] and _in_force(text, found)
    ]


def _session_after(found: re.Match[str], sessions: tuple[str, ...]) -> str:
    congress = found["congress"]
    held = [each.removeprefix(f"{congress}届")[0] for each in sessions if each.startswith(congress)]
    newer = held[held.index(found["latest"]) + 1 :] if found["latest"] in held else []
    if not newer:
        return found[0]
    if found["list"]:
        return found[0].removesuffix("全会") + "".join(f"、{each}中" for each in newer) + "全会"
    return f"{congress}届{newer[-1]}中全会"


def _in_force(text: str, found: re.Match[str]) -> bool:
    """A session whose spirit is followed, not one that is told as an event of its day."""
    return re.match(r"[^，。；]{0,16}精神|(?:[^，。；]{0,6})决定", text[found.end() :]) is not None


def _names(text: str, roll: Roll) -> list[_Edit]:
    edits: list[_Edit] = []
    for old, new in roll.names:
        for found in re.finditer(re.escape(old), text):
            edit = _Edit(found.start(), found.end(), Change(old, new, WHY_NAME))
            if not _inside(edit, edits):
                edits.append(edit)
    return edits
