"""Titles in 《》 that no national law or regulation has: 《行政处罚程序法》."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, PassageRule
from lawdraft.check.rules.superseded_law import TITLE
from lawdraft.knowledge.lawtable import STATE, bare_title, find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.model.finding import Finding, Severity

ID = "unknown-law"
_LAW = re.compile(r"(?:法|法典|条例)$")
_NOT_NATIONAL = re.compile(
    r"^(?:中国共产党|中共中央|关于|全国人大|最高人民|国务院关于|司法部|公安部|[一-鿿]{2,6}(?:省|自治区|自由贸易港|经济特区)|[一-鿿]{2,6}(?:省|自治区|市|县|自治州|州|盟|旗|区)(?!民))"
    r"|(?:办法|做法|工作法|执法|普法|学法|说法|用法|守法|立法|司法|书法|方法|看法|想法|魔法|兵法|疗法)$|解读|释义|读本|手册|问答|一图|图解|漫画|读懂|走进|带你|[一二三四五六七八九十百\d]+[问讲条例期集篇招策]$"
)
_NO_LAW_AFTER = re.compile(
    r"杂志|栏目|节目|专栏|期刊|报道|一书|读本|微电影|小品|短视频|情景剧|专题片|快板|歌曲|展板"
)
LONG_TITLE = 9  # characters from which a changed one tells of a slip, not of another paper
_PLACE = re.compile(r"^[一-鿿]{2,7}(?:省|自治区|市|县|自治州|州|盟|旗|区|镇|乡|街道)(?!委|级|域)")
_KINDS_OF_PAPER = frozenset(
    (
        "规定",
        "办法",
        "细则",
        "纲要",
        "规划",
        "意见",
        "方案",
        "计划",
        "清单",
        "制度",
        "规则",
        "要点",
        "通知",
        "条例",
    )
)
_SHOWN = re.compile(
    r"(?:小品|短剧|剧|相声|快板|歌曲?|电影|节目|视频|栏目?|片|图书|读物|话剧|三句半)\Z"
)
_HALF = re.compile(
    r"^(?:人民陪审员|行政处罚程序|行政执法程序|治安管理处罚|人民调解|社区矫正|法律援助|行政复议|行政诉讼|行政许可|行政强制|信访工作|安全生产|未成年人保护)$"
)


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """A finding at each title that ought to be in the table and is not."""
    if not passage.is_body:
        return
    quoted: list[tuple[int, int]] = []
    for found in TITLE.finditer(passage.text):
        quoted.append(found.span())
        told = _NO_LAW_AFTER.match(passage.text, found.end())
        if not told and not _SHOWN.search(passage.text, max(0, found.start() - 4), found.start()):
            yield from _title(passage, reading, found)
    for found in reading.knowledge.wrong_names.finditer(passage.text):
        inside = any(start <= found.start() < end for start, end in quoted)
        if found["wrong"] and not inside:
            right = reading.knowledge.wrong_law_names[found["wrong"].removeprefix(STATE)]
            yield _wrongly_named(passage, found, found["wrong"], right, right)


def _title(passage: Passage, reading: Reading, found: re.Match[str]) -> Iterator[Finding]:
    """What is wrong with one title in 《》."""
    knowledge, title = reading.knowledge, bare_title(found[1])
    law = find(found[1], knowledge.law_names)
    right = knowledge.wrong_law_names.get(title)
    if law is not None:
        if law.plain and found[1].strip().startswith(STATE):
            yield _without_state(passage, law.name, found)
    elif title in knowledge.law_titles:
        return
    elif right is not None:
        yield _wrongly_named(passage, found, f"《{title}》", right, f"《{right}》")
    elif _HALF.match(title):
        yield passage.finding(
            ID, "warning", f"《{title}》不是完整的法律法规名称，请写全称。", *found.span()
        )
    elif _misprinted(title, reading) or (
        _LAW.search(title) and not _NOT_NATIONAL.search(title) and "的" not in title
    ):
        yield _unknown(passage, reading, title, found)
    elif near := _miswritten(title, reading):
        yield _wrongly_named(passage, found, f"《{title}》", near, f"《{near}》")
    elif near := _other_kind(title, reading):
        yield passage.finding(
            ID, "note", f"《{title}》是否指《{near}》？请核对名称。", *found.span()
        )


def _wrongly_named(
    passage: Passage, found: re.Match[str], printed: str, right: str, instead: str
) -> Finding:
    return passage.finding(
        ID,
        "warning",
        f"没有名为“{printed}”的法律法规或文件，应为《{right}》。",
        *found.span(),
        suggestion=instead,
    )


def _without_state(passage: Passage, name: str, found: re.Match[str]) -> Finding:
    """《中华人民共和国信访条例》: not every regulation bears the name of the state."""
    return passage.finding(
        ID,
        "warning",
        f"《{name}》的全称前没有“中华人民共和国”。",
        *found.span(),
        suggestion=f"《{name}》",
    )


def _miswritten(title: str, reading: Reading) -> str | None:
    """A rule or plan whose title is known but for a character or two, of the same kind of paper."""
    if len(title) < LONG_TITLE or _PLACE.search(title) or _NOT_NATIONAL.search(title):
        return None
    near = _nearest(title, reading)
    other_kind = near and title[-2:] != near[-2:] and title[-2:] in _KINDS_OF_PAPER
    return None if other_kind else near


def _misprinted(title: str, reading: Reading) -> bool:
    """《民法曲》: a known title with its last character wrong."""
    return len(title) >= 3 and not _LAW.search(title) and title[:-1] in reading.knowledge.law_stems


def _other_kind(title: str, reading: Reading) -> str | None:
    """重大行政决策程序暂行规定: the name of a known 条例 with another kind of paper at its end."""
    stem = title[:-2]
    if len(stem) < LONG_TITLE or title[-2:] not in ("规定", "办法", "细则"):
        return None
    alike = (stem + kind for kind in ("条例", "规定") if stem + kind in reading.knowledge.law_names)
    return next(alike, None)


def _unknown(passage: Passage, reading: Reading, title: str, found: re.Match[str]) -> Finding:
    """A 法 that is not in the table hardly exists; a 条例 may be one of the province's."""
    near = _nearest(title, reading)
    level: Severity = "warning" if near or title.endswith(("法", "法典")) else "note"
    hint = f"是否应为《{near}》？" if near else "请核对名称。"
    as_of = reading.knowledge.as_of
    return passage.finding(
        ID,
        level,
        f"没有查到名为《{title}》的法律法规（知识截至{as_of}），{hint}",
        *found.span(),
    )


def _nearest(title: str, reading: Reading) -> str | None:
    """A known title that differs in a character or two."""
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    known = [n for n in reading.knowledge.known_titles if abs(len(n) - len(title)) <= 2]
    limit = 1 if len(title) < 8 else 2
    best = process.extractOne(title, known, scorer=Levenshtein.distance, score_cutoff=limit)
    return best[0] if best else None


RULE = PassageRule(ID, check)
FLAGGED = (
    Example("组织学习《行政处罚程序法》，提升执法能力。"),
    Example("宣传《基层治理促进法》。"),
    Example("学习《治安处罚法》。"),
    Example("宣传《宪法》《人民陪审员》等法律法规。"),
    Example("学习《中华人民共和国信访工作条例》。"),
    Example("落实《法治政府建设与责任落实督查工作规定》。"),
    Example("贯彻《法治社会建设实施刚要（2020—2025年）》。"),
    Example("组织学习未成年人权益保护法，守护青少年成长。"),
)
CLEAN = (
    Example("学习《中华人民共和国行政处罚法》《民法典》《海上交通安全法》。"),
    Example("宣传《湖北省平安建设条例》《中国共产党纪律处分条例》。"),
    Example("学习《中华人民共和国政府信息公开条例》和人口与计划生育法。"),
    Example("印发《党政主要负责人履行推进法治建设第一责任人职责清单》。"),
    Example("修订《青禾镇重大行政决策程序规定》，普及劳动保护法律法规。"),
    Example("推广《枫桥经验二十问》和《青禾镇调解工作法》。"),
)
