"""One person who is 她 in one place and 他 in another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lawdraft.check.persons import mentions_of
from lawdraft.check.rule import Example, ReportRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "contradiction"
_PRONOUN = re.compile(r"(?<![其吉排利及对])(?P<word>[他她])(?![们人乡处项山日杀国律])")
_TITLE = re.compile(
    r"(?P<f>女士|大姐|大妈|大娘|阿姨|奶奶|[，（]女(?=[，）]))|(?P<m>先生|大哥|大爷|大叔|大伯|爷爷|[，（]男(?=[，）]))"
)
_BEFORE = re.compile(r"(?P<sex>[男女])(?:性)?[一-鿿]{0,8}\Z")
_ANOTHER = re.compile(
    r"老人|老汉|大爷|大娘|大妈|村民|居民|妻|丈夫|儿|女|母|父|孩|青年|男|某|邻居|对象|当事人|申请人|工人|学生|患者|老乡|业主|店主|商户|信访人|嫌疑|同志|主任|书记|所长|律师|镇长|乡长|法官|民警|哥|弟|姐|妹"
)
REACH = 48  # characters from a name to its pronoun
NEXT = 4  # a pronoun as near as this is of the name even where another was named before


class _Sex(NamedTuple):
    word: str  # 男 or 女
    start: int
    end: int


def check(reading: Reading) -> Iterator[Finding]:
    """The first place that does not go with an earlier one, for each person."""
    text = reading.text
    if not ("她" in text or "女" in text):
        return
    named = mentions_of(text, reading.knowledge.spelling.common)
    for name in dict.fromkeys(one.name for one in named):
        told = sorted(set(_told(reading, name, [each.name for each in named])), key=_place)
        other = next((each for each in told if each.word != told[0].word), None)
        if other is not None:
            yield reading.finding(
                ID,
                "warning",
                f"前面{name}是{told[0].word}性，这里写“{text[other.start : other.end]}”，请核对。",
                other.start,
                other.end,
                other=(told[0].start, told[0].end),
            )


def _place(each: _Sex) -> int:
    return each.start


def _told(reading: Reading, name: str, names: list[str]) -> Iterator[_Sex]:
    """What is said of somebody's sex wherever the name stands."""
    text = reading.text
    for found in re.finditer(re.escape(name), text):
        start, end = found.span()
        lead = re.split(r"[，。；、\n]", text[max(0, start - 14) : start])[-1]
        before = _BEFORE.search(lead)
        if before and not re.search(r"[男女](?:[儿子孩童工职]|[^一-鿿])|妇女", lead):
            at = start - len(lead) + before.start()
            yield _Sex(before["sex"], at, end)
        titled = _TITLE.match(text, end)
        if titled:
            yield _Sex("女" if titled["f"] else "男", start, titled.end())
        yield from _by_pronoun(text, end, names)


def _by_pronoun(text: str, end: int, names: list[str]) -> Iterator[_Sex]:
    """他 or 她 behind a name where nobody else can be meant."""
    behind = re.split(r"\n", text[end : end + REACH])[0].removeprefix("同志").removeprefix("律师")
    shift = end + len(re.split(r"\n", text[end : end + REACH])[0]) - len(behind)
    found = _PRONOUN.search(behind)
    if found is None:
        return
    between = behind[: found.start()]
    if len(between) > NEXT and (
        _ANOTHER.search(between)
        or any(name in between for name in names)
        or re.search(r"。(?=.)|；", between)
        or _another_before(text, end, names)
    ):
        return
    yield _Sex("女" if found["word"] == "她" else "男", shift + found.start(), shift + found.end())


def _another_before(text: str, end: int, names: list[str]) -> bool:
    """Whether the sentence names somebody else before: the pronoun may be that one's."""
    lead = re.split(r"[。；\n]", text[max(0, end - 80) : end])[-1]
    return len({name for name in names if name in lead}) > 1


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example("聘请女律师刘佳为法律顾问。\n刘佳律师到镇坐班，群众都愿意找他咨询，" + _TAIL),
    Example("调解员赵玉梅退休前是教师，她扎根调解。\n支持赵玉梅以他的名字命名调解室，" + _TAIL),
)
CLEAN = (
    Example("聘请女律师刘佳为法律顾问。\n刘佳律师到镇坐班，群众都愿意找她咨询，" + _TAIL),
    Example(
        "调解员赵玉梅退休前是教师，她扎根调解。\n赵玉梅劝说老人的儿子，使他认识到错误，" + _TAIL
    ),
)
