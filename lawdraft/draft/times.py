"""What goes with a year: guiding thought, congress, law-education plan; and what did not exist yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawdraft.knowledge import Knowledge

# Each from its first whole year of use in such reports; sources in resources/phrases.json.
_BANNERS = (
    (2017, "习近平新时代中国特色社会主义思想"),
    (2007, "中国特色社会主义理论体系"),
    (2002, "“三个代表”重要思想"),
    (0, "邓小平理论"),
)
_THOUGHTS = (
    (2020, "习近平法治思想"),
    (2018, "习近平总书记全面依法治国新理念新思想新战略"),
    (0, "依法治国基本方略"),
)
_CONGRESSES = ((2022, "二十"), (2017, "十九"), (2012, "十八"), (2007, "十七"), (2002, "十六"), (0, "十五"))  # fmt: skip
_LEARNING_BEGAN, _LEARNING_YEARS = 1986, 5  # the first five-year plan of law education
_COUNTED = "一二三四五六七八九十"


def banner(year: int) -> str:
    """The guiding thought of a year: 习近平新时代中国特色社会主义思想."""
    return _of(_BANNERS, year)


def thought(year: int) -> str:
    """What is said of the rule of law: 习近平法治思想 since November 2020."""
    return _of(_THOUGHTS, year)


def spirit(year: int, sessions: Sequence[str]) -> str:
    """党的二十大和二十届历次全会精神, once there were several plenums; before, the congress alone."""
    congress = _of(_CONGRESSES, year)
    held = [session for session in sessions if session.startswith(f"{congress}届")]
    if len(held) > 1:
        return f"党的{congress}大和{congress}届历次全会精神"
    return f"党的{congress}大精神"


def learning(year: int) -> str:
    """The five-year plan of law education under way: 八五 in 2025, 九五 in 2026, then 十五."""
    count = (year - _LEARNING_BEGAN) // _LEARNING_YEARS
    return f"{_COUNTED[count % len(_COUNTED)]}五" if count < len(_COUNTED) else "新一轮"


def _of(table: Sequence[tuple[int, str]], year: int) -> str:
    return next(words for first, words in table if year >= first)


def in_time(words: str, year: int, knowledge: Knowledge) -> bool:
    """Whether nothing in the words is said to begin after the year or to end before it."""
    for phrase in knowledge.dated_phrases:
        entry = phrase.entry
        late = entry.first is not None and entry.first > f"{year}-12-31"
        over = entry.last is not None and entry.last < f"{year}-01-01"
        if (late or over) and phrase.may_stand_in(words) and phrase.pattern.search(words):
            return False
    return True
