"""Five-year plans, law-education plans and plenums of last year's wording in the new year."""

from __future__ import annotations

import re

from lawdraft.draft.rolling_edits import Edit, Roll, kept
from lawdraft.model.draft import Change

WHY_BEGUN = "时期已经开始，这里没有改，请核对提法"
WHY_OVER = "时期已经结束，这里没有改，请核对提法"
WHY_SESSION = "顺延到最近一次全会，请核对"

# -- plan periods ----------------------------------------------------------------------------------

# The n-th five-year plan and the n-th law-education plan change together, on 1 January 2021, 2026 …
_PLANS = ((2021, "十三五", "十四五"), (2026, "十四五", "十五五"), (2031, "十五五", "十六五"))
_LEARNING = ((2021, "七五", "八五"), (2026, "八五", "九五"), (2031, "九五", "十五"))
_LOOKING_BACK = (
    r"(?!(?:[”’』」]|普法|规划|法治宣传教育)*\s*的?"
    r"(?:中期|期间|时期|以来|收官|期末|末|终期|期满|总结|验收|评估|先进|表现突出))"
)
_ENDED = re.compile(r"(?:完成|实现|通过|总结|回顾)[^，。；]{0,4}$")  # 圆满完成“十四五”规划
_LEARNING_TAIL = r"(?=[”’』」]?\s*普法)"


def periods(text: str, roll: Roll, *, plan: bool) -> list[Edit]:
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
            left = re.finditer(
                f"[“‘『「]?{before}{old}{behind}[”’』」]?(?:普法|规划)*的?收官(?:之年)?", text
            )
            coming = re.finditer(
                rf"(?:谋划|迎接|编制|研究制定)[^，。；]{{0,8}}?{begun[-1][2]}", text
            )
            edits += [kept(found, f"“{begun[-1][2]}”{WHY_BEGUN}") for found in coming]
            edits += switched
            edits += [_over(found, old) for found in left]
    return edits


def _switched(text: str, pattern: str, old: str, new: str, start: int) -> list[Edit]:
    why = f"{start}年起进入“{new}”时期，请核对"
    return [
        Edit(found.start(), found.start() + len(old), Change(old, new, why, asked=True))
        for found in re.finditer(pattern, text)
        if not _ENDED.search(text[: found.start()].rstrip("“‘「『"))
    ]


def _over(found: re.Match[str], old: str) -> Edit:
    """What closed a period is left; whether this year closes it is asked."""
    this_year = found[0].endswith("之年")
    change = Change(found[0], found[0], f"“{old}”{WHY_OVER}", asked=this_year)
    return Edit(found.start(), found.end(), change)


# -- sessions ------------------------------------------------------------------------------------

_SESSION = re.compile(
    r"(?P<congress>[十二三]{2,3})届(?P<list>(?:[一二三四五六七]中(?:全会)?[、和及与])*)"
    r"(?P<latest>[一二三四五六七])中全会"
)


def sessions(text: str, roll: Roll) -> list[Edit]:
    """二十届三中全会精神 → 二十届四中全会精神; a list of plenums grows: 二中、三中 → 二中、三中、四中."""
    return [
        Edit(found.start(), found.end(), Change(found[0], after, WHY_SESSION, asked=True))
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
