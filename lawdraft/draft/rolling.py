"""Last year's wording carried into this year: years, dates, plan periods, sessions, the unit's name.

Only what is surely meant is changed; what may be history is left and marked for the clerk.
"""

from __future__ import annotations

import re

from lawdraft.draft.rolling_edits import Edit, Roll, inside, kept
from lawdraft.draft.rolling_periods import periods, sessions
from lawdraft.draft.rolling_years import SPAN, WHY_HONOUR, chinese_years, labels, years
from lawdraft.model.draft import BLANK, Change
from lawdraft.model.editing import SLOT
from lawdraft.text.numerals import chinese_numeral, parse_number

__all__ = ("Roll", "roll_text", "tidy")

TITLE = re.compile(r"《[^》\n]*》|〔[^〕\n]*〕")  # titles and document numbers keep their years
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
WHY_SPAN = "规划期没有改，请核对今年是否仍然适用"
WHY_TITLE = "文件名里的年份没有改，请核对今年是否有新文件"
WHY_PICTURE = "原文这里的图片丢失了，请核对原来是什么"
WHY_STOP = "句末补上句号"
WHY_STAGE = "阶段性的提法，请核对今年是否仍然适用"
WHY_MEETING = "会议届次没有改，请核对"
WHY_ORDINAL = "每年一次的活动，次数顺延，请核对"
WHY_TREND = "与上年相比的结果没有改，请按今年的数字核对"
WHY_DAY = "日期是去年的，没有改，请核对今年是否确有其事"
WHY_NEVER = "“没有发生”的说法没有改，请核对今年是否仍然如此"
WHY_WON = "去年的荣誉没有改，请核对今年是否又获得"
WHY_NAME = "换成本单位的名称"


def roll_text(text: str, roll: Roll, *, plan: bool = False) -> tuple[str, tuple[Change, ...]]:
    """The text for the new year, and each change; `plan`: it speaks of the year to come.

    2024年，我镇… → 2025年，我镇…; 《2024年工作要点》 and 自2019年以来 stay, the first one marked.
    """
    edits = _names(text, roll) + sessions(text, roll) + labels(text, roll)
    for find in (_titles, _spans, years, chinese_years):
        edits += [edit for edit in find(text, roll) if not inside(edit, edits)]
    edits += [edit for edit in periods(text, roll, plan=plan) if not inside(edit, edits)]
    edits += _ordinals(text, roll) + _pictures(text)
    edits += [
        edit
        for edit in _marks(text, roll, plan=plan)
        if not inside(edit, edits) and not _told_already(edit, edits)
    ]
    edits.sort(key=lambda edit: edit.start)
    rolled, place = [], 0
    for edit in edits:
        rolled += [text[place : edit.start], edit.change.after]
        place = edit.end
    return "".join(rolled) + text[place:], _shown(edits)


def _ordinals(text: str, roll: Roll) -> list[Edit]:
    """第十一个国家宪法日 → 第十二个国家宪法日."""
    edits = []
    for found in YEARLY.finditer(text):
        count = parse_number(found["count"])
        if count and roll.by:
            number = int(count) + roll.by
            written = str(number) if found["count"].isdigit() else chinese_numeral(number)
            change = Change(found[0], f"第{written}", WHY_ORDINAL, asked=True)
            edits.append(Edit(found.start(), found.end(), change))
    return edits


def _marks(text: str, roll: Roll, *, plan: bool) -> list[Edit]:
    """What was true of last year alone, left as it is for the clerk to look at."""
    if not roll.by:
        return []
    pairs = [(STAGE, WHY_STAGE), (MEETING, WHY_MEETING)]
    if not plan:
        pairs += [(TREND, WHY_TREND), (NEVER, WHY_NEVER), (WON, WHY_WON), (DAY, WHY_DAY)]
    return [kept(found, why) for pattern, why in pairs for found in pattern.finditer(text)]


def _told_already(edit: Edit, others: list[Edit]) -> bool:
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


def _pictures(text: str) -> list[Edit]:
    return [
        Edit(found.start(), found.end(), Change(found[0], "", WHY_PICTURE))
        for found in PICTURE.finditer(text)
    ]


def _shown(edits: list[Edit]) -> tuple[Change, ...]:
    """Each change once; guards that neither change nor tell anything are left out."""
    return tuple(dict.fromkeys(edit.change for edit in edits if edit.change.why))


def _titles(text: str, roll: Roll) -> list[Edit]:
    edits = []
    for found in TITLE.finditer(text):
        of_last_year = str(roll.last) in found[0]
        edits.append(kept(found, WHY_TITLE if of_last_year and roll.by else ""))
    return edits


def _spans(text: str, _roll: Roll) -> list[Edit]:
    return [kept(found, WHY_SPAN) for found in SPAN.finditer(text)]


def _names(text: str, roll: Roll) -> list[Edit]:
    edits: list[Edit] = []
    for old, new in roll.names:
        for found in re.finditer(re.escape(old), text):
            edit = Edit(found.start(), found.end(), Change(old, new, WHY_NAME))
            if not inside(edit, edits):
                edits.append(edit)
    return edits
