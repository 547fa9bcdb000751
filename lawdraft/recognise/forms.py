"""Where the heading ends that a numbered paragraph begins with, form by form.

Own line, run in with 。 or ： or a gap, followed by 一是 at once, or with nothing that parts it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.recognise.kinds import kinds_in
from lawdraft.recognise.marks import Mark, mark_at
from lawdraft.recognise.undelimited import heading_words

if TYPE_CHECKING:
    from lawdraft.model.report import Layout

STOP = re.compile(r"[。！？]")
CJK = re.compile(r"[\u4e00-\u9fff]")
LONGEST = 42
_LONGEST_BY_SIBLINGS = 62
_LONGEST_PLAIN = 34
_OWN_LONGEST = 60
_GAP = re.compile(
    r"(?<=[\u4e00-\u9fff”）])(?:[ \xa0]{2,}|[\u3000\u2002\u2003\t]+|[ \xa0](?=[\u4e00-\u9fff“0-9]))"
)
_MEMBER = re.compile(r"(?<=[\u4e00-\u9fff”）])[ \u3000\xa0]*(?=一是|一方面|首先，|第一，)")
NOMINAL = re.compile(r"(?:等?(?:有关)?情况|方面|等工作|举措|成效|问题|打算|安排)[。：]?$")
_STATEMENT = re.compile(
    r"\d+(?:\.\d+)?[余多]?万?(?:人次|场次|[次件场份名个人户家起项%])|了《|《[^》]{8,}》"
)


@dataclass(frozen=True, slots=True)
class Ending:
    """How many of the words are the heading, and how sure its form makes us."""

    length: int
    layout: Layout
    certain: bool = True  # False: a numbered paragraph unless its siblings are headings
    closed: bool = True  # False: no sign parts it from the body
    leaf: bool = False  # on its own line with nothing below it


def ending_of(
    words: str,
    mark: Mark,
    below: str | None,
    *,
    torn: bool = False,
    names: tuple[str, ...] = (),
) -> Ending | None:
    """The end of the heading in `words`, the paragraph behind its mark; `below` is the next one.

    `names`: how the report calls its unit; such a name begins a body, not a clause of a heading.
    """
    if not CJK.search(words):
        return None
    stop = STOP.search(words)
    end = stop.start() if stop else len(words)
    member = _MEMBER.search(words, 3, min(end, LONGEST) + 1)
    if member and not re.search("[，：；]$|[。；]", words[: member.start()]):
        return Ending(_before_lead_in(words[: member.start()]), "run_in")
    gap = gap_in(words, min(end, _OWN_LONGEST))
    if gap is not None:
        return Ending(gap, "run_in")
    if torn and stop and (ending := _torn(words, end, names)) is not None:
        return ending
    if (colon := _colon(words, end)) and _has_body(words, colon):
        return Ending(colon, "run_in")
    if stop and (length := _lost_sign(words, end, names)):
        return Ending(length, "run_in", certain=False, closed=False)
    if end >= len(words.rstrip("。！？")) and len(words) <= _OWN_LONGEST:
        return _own_line(words, mark, below)
    return _run_in(words, end, names)


def _torn(words: str, end: int, names: tuple[str, ...]) -> Ending | None:
    """In a text without line breaks: the words of a usual heading, or up to a likely beginning."""
    colon = words.find("：", 0, 28)
    length = heading_words(words[:end], torn=True, names=names)
    if not length or length == end or 0 <= colon <= length:
        return None
    if end > 24 or re.search(r"\d", words[:end]):
        return Ending(length, "run_in", closed=False)
    return None


def _lost_sign(words: str, end: int, names: tuple[str, ...]) -> int:
    """Where a heading ends whose 。 is lost, so that its first sentence states far too much."""
    if not _STATEMENT.search(words, 0, end) and (end <= _LONGEST_PLAIN or NOMINAL.search(words)):
        return 0
    length = heading_words(words[:end], torn=True, names=names)
    return length if 0 < length < end - 5 else 0


def _before_lead_in(words: str) -> int:
    """二、存在不足主要表现在一是…: the lead-in is no part of the heading."""
    found = re.search(
        r"(?<=..)(?:主要(?:表现|体现)(?:在|为)|具体(?:表现|体现)在|主要有|表现为)$", words
    )
    return found.start() if found else len(words)


def gap_in(words: str, end: int) -> int | None:
    """Where blanks part a heading from its body: a wide gap, or one blank before much text."""
    for found in _GAP.finditer(words, 4, end):
        wide = found.group().strip(" \xa0") or len(found.group()) > 1
        rest = len(words) - found.end()
        told = rest > 12 and found.start() <= 20 and kinds_in(words[: found.start()])
        if (wide and rest > 12) or rest > 30 or told:
            return found.start()
    return None


def _colon(words: str, end: int) -> int:
    """Where a short phrase with ： behind it ends; 0 where there is none."""
    colon = words.find("：", 0, min(end, 28))
    if colon >= 2 and words.count("，", 0, colon) <= 1 and "；" not in words[:colon]:
        return colon
    return 0


def _has_body(words: str, colon: int) -> bool:
    """Whether what follows a colon on the line is a body: much text, or a whole sentence."""
    rest = words[colon + 1 :]
    return len(rest) > 11 or (len(rest) > 5 and rest[-1] in "。！")


def _own_line(words: str, mark: Mark, below: str | None) -> Ending:
    ended = words[-1] in "。；！"
    below_mark = mark_at(below) if below else None
    has_body = below is not None and (below_mark is None or below_mark.level > mark.level)
    if not ended and len(words) <= (_OWN_LONGEST if has_body else 45) and words.count("，") <= 3:
        return Ending(len(words), "own", leaf=not has_body)
    if has_body and len(words) <= 45 and not words.endswith("；"):
        sure = len(words) <= 32 or mark.level == 1 or bool(NOMINAL.search(words))
        return Ending(len(words), "own", certain=sure)
    if has_body and words[-1] != "；" and is_phrase(words.rstrip("。！")):
        return Ending(len(words), "own", certain=bool(NOMINAL.search(words)))
    short = len(words) <= (26 if mark.level == 1 else 20) and words.count("，") <= 1
    return Ending(len(words), "own", certain=short and not words.endswith("；"), leaf=True)


def _run_in(words: str, end: int, names: tuple[str, ...]) -> Ending | None:
    """With body behind it on the line: the first sentence, or what stands before a colon."""
    if colon := _colon(words, end):
        return Ending(colon, "run_in")
    if end <= LONGEST and len(words) - end > 4:
        if (
            end > 30
            and "，" not in words[:end]
            and (length := heading_words(words[:end], names=names))
        ):
            return Ending(length, "run_in", closed=False)
        likely = not _STATEMENT.search(words, 0, end) and words.count("，", 0, end) <= 3
        return Ending(end, "run_in", certain=likely)
    if end <= _LONGEST_BY_SIBLINGS and len(words) - end > 15 and is_phrase(words[:end]):
        return Ending(end, "run_in", certain=False)
    if length := heading_words(words, names=names):
        return Ending(length, "run_in", certain=False, closed=False)
    return None


def is_phrase(words: str) -> bool:
    """No statement with figures or law titles, at most three parts."""
    return not _STATEMENT.search(words) and words.count("，") <= 2 and "：" not in words
