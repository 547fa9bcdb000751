"""Another year that is set against the report's own in the same sentence, or stands in a row of years."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawdraft.check.reading import Passage

_TITLES = re.compile(r"《[^》\n]*》|[（(]20\d\d[年—–~～-]+20\d\d年?[）)]")
_PLAIN = re.compile(r"(?<![\d〔])(20\d\d)年")
_COMPARED = re.compile(r"同比|下降|上升|增长|减少|增至|降至|增加|提高|相比|到|今年|本年")
_THIS_YEAR = re.compile(r"(?:[，；]|至)(?:今年|本年(?!度工作)|本年度(?!工作))[^，。；]{0,12}\d")
_EASED = re.compile(
    r"[，；](?:而|但)?(?:今年|本年)(?!以来)[^，。；]{0,12}(?:减缓|减少|回落|好转|改善|下降|降至|上升|增[加多长]|未再|不再|没有再|持平|明显|归零|清零)"
)
_TREND = re.compile(r"趋势|态势|好转|改善|明显(?:减少|下降|上升|回落|减缓)|连续[两三四五]年|逐年")
_BY_NOW = re.compile(r"年?年?[底末初][^。；]{0,20}，(?:目前|现|截至目前)[^，。；]{0,12}\d")
_SAME_TOLD = re.compile(
    r"年?度?(?:全年)?[一-鿿]{0,10}?(?P<noun>[一-鿿]{2})\d+[余多]?(?P<unit>[一-鿿])"
)


def is_contrasted(passage: Passage, found: tuple[int, int], year: int) -> bool:
    """2024年受理12件，2025年受理8件; 2024年12件，今年8件; 2024年底9名，目前14名.

    `found`: where the other year stands in the passage's text, `year`: the report's own.
    """
    span = passage.sentence(found[0])
    sentence = _TITLES.sub("", passage.text[span.start : span.end])
    later = _TITLES.sub("", passage.text[found[1] : span.end])
    if _THIS_YEAR.search(later) or _BY_NOW.match(later) or _EASED.search(later):
        return True
    if _TREND.search(later) and _of_two_years(passage.text[: span.start], later):
        return True
    if _told_of_the_same(passage.text[span.start : found[0]], later):
        return True
    return f"{year}年" in later and bool(_COMPARED.search(later) or sentence.count("年") >= 2)


def _told_of_the_same(before: str, later: str) -> bool:
    """排查矛盾纠纷196件，化解193件；2023年排查矛盾纠纷178件: told of this year before."""
    told = _SAME_TOLD.match(later) if before.endswith("；") else None
    return told is not None and bool(
        re.search(rf"{told['noun']}[一-鿿]{{0,2}}\d|\d[余多]?{told['unit']}{told['noun']}", before)
    )


def _of_two_years(before: str, later: str) -> bool:
    """办理案件53件。2024年办理案件61件，呈下降趋势: the same was told of this year, of another number."""
    told = _SAME_TOLD.match(later)
    if told is None:
        return False
    number = re.search(r"\d+", told.group())
    same = re.findall(rf"{told['noun']}(\d+)[余多]?{told['unit']}", before)
    return bool(same and number and number.group() not in same)


def in_a_chronicle(passage: Passage, at: int, stated: int) -> bool:
    """2018年入职，2024年取得资格: an earlier year stands before it in the sentence; 2022年至2024年."""
    span = passage.sentence(at)
    before = _TITLES.sub("", passage.text[span.start : at])
    return any(int(year) < stated for year in _PLAIN.findall(before))
