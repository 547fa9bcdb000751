"""The numbers of headings: 一、 （一） 1. （1） ① 第一， and their damaged forms."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lawdraft.text.numerals import chinese_numeral, parse_number

_N = "[一二三四五六七八九十]{1,3}"
_D = r"[0-9０-９]{1,2}"
_MARK = re.compile(
    rf"(?P<first>(?P<n1>{_N}) ?(?:[、．.：:]|，(?=[\u4e00-\u9fff]{{3}}))|第(?P<part>{_N})部分[、：: ]?|(?P<n1s>{_N})[ \u3000\xa0]+(?=[\u4e00-\u9fff“]|20\d\d年))"
    rf"|(?P<second>[（(〔【\[] ?(?P<n2>{_N}) ?[）)〕】\]] ?[、．.]?|(?P<n2l>{_N})[）)][、．.]?|[（(](?P<n2r>{_N})[、．. ]?(?=[\u4e00-\u9fff“])|(?P<n2c>[㈠-㈩]))"
    rf"|(?P<third>(?P<n3>{_D}) ?(?:[．.](?!\d)|[．.](?=20\d\d年)|、|，(?=[\u4e00-\u9fff“]))|(?P<n3c>[⒈-⒛]))"
    rf"|(?P<fourth>[（(] ?(?P<n4>{_D}) ?[）)]、?|(?P<n4l>{_D})[）)]、?|(?P<n4c>[⑴-⒇]))"
    r"|(?P<fifth>(?P<n5c>[①-⑳]))"
    rf"|(?P<ordinal>第(?P<n6>{_N})[，、：:,])"
)
_LEVEL = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "ordinal": 6}
_CIRCLED = {"n2c": 0x3220, "n3c": 0x2488, "n4c": 0x2474, "n5c": 0x2460}
# What looks like a first-level number and is none: 一是, 三、四季度 and the like.
_NOT_MARK = re.compile(rf"{_N}[、](?:{_N})[是、级类季月]")
_NUMERALS = {chinese_numeral(number): number for number in range(1, 40)}
ORDINAL = 6
"""The level of 第一，, which by itself says nothing of rank."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A number at a place: its rank by form, its value, where the words after it begin."""

    level: int
    number: int
    start: int
    end: int
    form: str  # the form's name, so that 1. and 1、 are one kind and （1） another


def mark_at(text: str, place: int = 0) -> Mark | None:
    """The mark that begins at `place`, or None: （一）加强领导 → level 2, number 1."""
    found = _MARK.match(text, place)
    if not found or found.lastgroup is None or _NOT_MARK.match(text, place):
        return None
    name = next(name for name in _LEVEL if found[name] is not None)
    number = _number(found)
    if number is None or number == 0:
        return None
    end = found.end()
    while end < len(text) and text[end] in " \u3000\xa0\u2002\t":
        end += 1
    return Mark(_LEVEL[name], number, place, end, name)


_BARE = re.compile(
    r"(?P<number>[一二三四五六七八九十]{1,2}|[0-9]{1,2}[ \u3000\xa0]{0,2})(?=[\u4e00-\u9fff“]{3})"
    r"(?![是要次个名年方些般直定起体律切线旦味面边时批种类项村件月日级届号站窗网季周天场些键条户对手把会站式社网度生心意])"
    r"(?!(?<=[0-9 \u3000\xa0])(?:[万余多元份台辆本册支幅张亩例宗批所座间位项期号分]|人(?!民|员|大)))"
)


def bare_at(text: str, level: int) -> Mark | None:
    """A number whose sign was lost: 二加强普法宣传, 2 规范执法; one only among others of its kind."""
    found = _BARE.match(text)
    if not found:
        return None
    printed = found["number"].strip()
    number = parse_number(printed)
    if not number:
        return None
    arabic = printed.isdigit()
    return Mark(3 if arabic else level, int(number), 0, found.end(), "bare3" if arabic else "bare")


def _number(found: re.Match[str]) -> int | None:
    for name, printed in found.groupdict().items():
        if printed is None or name in _LEVEL:
            continue
        if name in _CIRCLED:
            return ord(printed) - _CIRCLED[name] + 1
        return _NUMERALS.get(printed) or int(parse_number(printed) or 0)
    return None
