"""Titles in 《》 that no national law or regulation has: 《行政处罚程序法》."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, PassageRule
from lawdraft.knowledge.lawtable import STATE, find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.knowledge.citations import Citation
    from lawdraft.model.finding import Finding, Severity

ID = "unknown-law"
_LAW = re.compile(r"(?:法|法典|条例)$")
_NOT_NATIONAL = re.compile(
    r"^(?:中国共产党|中共中央|关于|全国人大|最高人民|国务院关于|司法部|公安部)"
    r"|(?:办法|做法|工作法|调解法|执法|普法|学法|说法|用法|守法|立法|司法|书法|方法|看法|想法|魔法|兵法|疗法|[步式字][一-鿿]{0,2}法)$|解读|释义|读本|手册|问答|一图|图解|漫画|读懂|走进|带你|[一二三四五六七八九十百\d]+[问讲条例期集篇招策]$"
)
_LOCAL = re.compile(
    r"^[一-鿿]{2,6}?(?:省|自治区|自由贸易港|经济特区|市(?!场|区|民|容)|县|自治州|州|盟|旗|区(?!域|民|居))"
)
# 民法典 and 宪法 end no longer title; 山歌唱民法, 法律伴你行
_TOLD = re.compile(r".(?:民法典?|宪法|刑法)$|[唱讲聊谈戏漫]|山歌|快板|[你我他]|身边")
_OPENED, _CLOSED = re.compile(r"[（(]"), re.compile(r"[）)]")
_OWN_LAND = re.compile(r"^[我本全]?(?:省|市|县|州|区|自治)")  # 省农村公路条例
SHORTEST = 3  # characters of a title that only a known one near it shows to be wrong: 监查法
LIKE = 60  # per cent of likeness from which a known title may be meant
VERY_LIKE = 80  # per cent from which a paper of another kind may be meant
SHORT_FORM = 5  # characters up to which a title may be shortened: 道交法, 英烈保护法
_NO_LAW_AFTER = re.compile(
    r"[歌唱剧读绘][本词]|手册|图册|画册|漫画|动漫|动画|作品|剧目|杂志|栏目|节目|专栏|期刊|报道|一书|读本|微电影|小品|短视频|情景剧|专题片|快板|歌曲|展板"
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
    r"(?:小品|短剧|剧|相声|快板|歌曲?|电影|节目|视频|栏目?|片|图书|读物|话剧|三句半|编印|编排|创作|自编|排演|上演|演出|拍摄|录制|推出|传唱)了?\Z"
)
_HALF = re.compile(
    r"^(?:人民陪审员|行政处罚程序|行政执法程序|治安管理处罚|人民调解|社区矫正|法律援助|行政复议|行政诉讼|行政许可|行政强制|信访工作|安全生产|未成年人保护)$"
)


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """A finding at each title that ought to be in the table and is not."""
    if not passage.is_body:
        return
    for cited in reading.knowledge.citations.of(passage.text):
        if cited.quoted:
            if not _shown(passage.text, cited):
                yield from _title(passage, reading, cited)
        elif cited.known:
            yield from _named_wrongly(passage, reading, cited)
        else:
            yield from _unheard_of(passage, reading, cited)


def _shown(text: str, cited: Citation) -> bool:
    """Whether it is the title of something to read or to watch: 小品《…》, 编印《…》."""
    return bool(
        _NO_LAW_AFTER.match(text, cited.end)
        or _SHOWN.search(text, max(0, cited.start - 6), cited.start)
    )


def _named_wrongly(passage: Passage, reading: Reading, cited: Citation) -> Iterator[Finding]:
    """未成年人权益保护法 without 《》: a name that the law is given by mistake."""
    right = reading.knowledge.wrong_law_names.get(cited.title)
    if right is not None:
        yield _wrongly_named(passage, cited, cited.title, right, right)


def _unheard_of(passage: Passage, reading: Reading, cited: Citation) -> Iterator[Finding]:
    """反黑恶势力法 in a list of laws, 行政处理法 that is studied; short forms are fine: 道交法."""
    title = cited.title
    if not _national(title) or _OWN_LAND.search(title) or _short_form(title, reading):
        return
    near = _nearest(title, reading) or _turned(title, reading)
    if cited.listed and title.endswith(("法", "法典")) and len(title) > SHORTEST:
        near = near or _likest(title, reading)
    elif near is None:
        return
    yield _not_found(passage, reading, cited, "warning", near)


def _title(passage: Passage, reading: Reading, cited: Citation) -> Iterator[Finding]:
    """What is wrong with one title in 《》."""
    knowledge, title = reading.knowledge, cited.title
    printed = passage.text[cited.start + 1 : cited.end - 1].strip()
    if len(_OPENED.findall(printed)) != len(_CLOSED.findall(printed)):
        return  # 《…纲要（2021—2025年》: a mark is lost, which is another rule's matter
    law = find(printed, knowledge.law_names)
    right = knowledge.wrong_law_names.get(title)
    if law is not None:
        if law.plain and printed.startswith(STATE):
            yield _without_state(passage, law.name, cited)
    elif title in knowledge.law_titles:
        return
    elif right is not None:
        yield _wrongly_named(passage, cited, f"《{title}》", right, f"《{right}》")
    elif _HALF.match(title):
        yield passage.finding(
            ID,
            "warning",
            f"《{title}》不是完整的法律法规名称，请写全称。",
            cited.start,
            cited.end,
        )
    elif _misprinted(title, reading) or _national(title):
        yield _unknown(passage, reading, cited)
    elif near := _miswritten(title, reading):
        yield _wrongly_named(passage, cited, f"《{title}》", near, f"《{near}》")
    elif near := _other_kind(title, reading):
        yield passage.finding(
            ID, "note", f"《{title}》是否指《{near}》？请核对名称。", cited.start, cited.end
        )


def _national(title: str) -> bool:
    """Whether it is put as a law of the state: no place makes a 法, but 条例 of its own."""
    if not _LAW.search(title) or "的" in title or _TOLD.search(title):
        return False
    local = title.endswith("条例") and _LOCAL.search(title)
    return not local and not _NOT_NATIONAL.search(title)


def _wrongly_named(
    passage: Passage, cited: Citation, printed: str, right: str, instead: str
) -> Finding:
    return passage.finding(
        ID,
        "warning",
        f"没有名为“{printed}”的法律法规或文件，应为《{right}》。",
        cited.start,
        cited.end,
        suggestion=instead,
    )


def _without_state(passage: Passage, name: str, cited: Citation) -> Finding:
    """《中华人民共和国信访条例》: not every regulation bears the name of the state."""
    return passage.finding(
        ID,
        "warning",
        f"《{name}》的全称前没有“中华人民共和国”。",
        cited.start,
        cited.end,
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
    local = _PLACE.search(title) or _NOT_NATIONAL.sub("", title[:-2]) != title[:-2]
    return next(alike, None) or (None if local else _likest(title, reading, VERY_LIKE))


def _unknown(passage: Passage, reading: Reading, cited: Citation) -> Finding:
    """A 法 that is not in the table hardly exists; a 条例 may be one of the province's."""
    title = cited.title
    near = _nearest(title, reading) or _turned(title, reading)
    grave = near or title.endswith(("法", "法典"))
    return _not_found(
        passage,
        reading,
        cited,
        "warning" if grave else "note",
        near or _likest(title, reading),
    )


def _not_found(
    passage: Passage, reading: Reading, cited: Citation, level: Severity, near: str | None
) -> Finding:
    title = f"《{cited.title}》" if cited.quoted else f"“{cited.title}”"
    hint = f"是否应为《{near}》？" if near else "请核对名称。"
    as_of = reading.knowledge.as_of
    return passage.finding(
        ID,
        level,
        f"没有查到名为{title}的法律法规（知识截至{as_of}），{hint}",
        cited.start,
        cited.end,
    )


def _turned(title: str, reading: Reading) -> str | None:
    """A known title of the same characters in another order: 民族自治区域法."""
    signs = sorted(title)
    alike = (name for name in reading.knowledge.known_titles if len(name) == len(title))
    return next((name for name in alike if sorted(name) == signs), None)


def _likest(title: str, reading: Reading, least: int = LIKE) -> str | None:
    """The known title most like it, to ask whether that is meant; None where none is near."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(
        title, reading.knowledge.known_titles, scorer=fuzz.ratio, score_cutoff=least
    )
    return best[0] if best else None


def _short_form(title: str, reading: Reading) -> bool:
    """道交法, 治安处罚法: a few characters of a known title in its order are in common use."""
    return len(title) <= SHORT_FORM and any(
        name[0] == title[0] and _follows(title, name) for name in reading.knowledge.known_titles
    )


def _follows(short: str, whole: str) -> bool:
    rest = iter(whole)
    return all(sign in rest for sign in short)


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
    Example("学习宪法、民法典、基层自治管理法等法律。"),
    Example("学习宪法、监查法和公务员法，宣传民法典。"),
    Example("宣传民族自治区域法、乡村振兴促进法。"),
    Example("宣传《城市社区自治法》《民法典》。"),
    Example("依据突发公共事件应对法修订预案。"),
)
CLEAN = (
    Example("学习《中华人民共和国行政处罚法》《民法典》《海上交通安全法》。"),
    Example("落实《法治政府建设实施纲要（2021—2025年》部署。"),
    Example("宣传《湖北省平安建设条例》《中国共产党纪律处分条例》。"),
    Example("学习《中华人民共和国政府信息公开条例》和人口与计划生育法。"),
    Example("印发《党政主要负责人履行推进法治建设第一责任人职责清单》。"),
    Example("修订《青禾镇重大行政决策程序规定》，普及劳动保护法律法规。"),
    Example("宣传民法典、道交法、英烈保护法、省信访条例和云岭县养犬管理条例。"),
    Example("编印《山歌唱民法》歌本，运用换位思考法、四步调解法化解纠纷。"),
    Example("推广《枫桥经验二十问》和《青禾镇调解工作法》。"),
)
