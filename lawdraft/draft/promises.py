"""What last year's plan announced, as promises to answer: verb, thing, number, unit, deadline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.model.draft import Promise
from lawdraft.text import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lawdraft.draft.ids import Ids
    from lawdraft.model.report import Figure

_VERBS = (
    "开展|建立|完善|健全|推进|推动|加强|强化|深化|落实|提升|提高|优化|压实|打造|培育|培养|组织|举办|增设|扩大|升级"
    "|修订|制定|出台|编制|规范|整治|补充|选调|招录|招聘|充实|投入|争取|开通|购置|录制|聘请|吸纳|减少|下降|压降|降低|化解|创建|设立|配备|引进|开设|新建|改造|确保|实现|建成|完成|达到|新增|做好|抓好|发挥|创新|严格|巩固|拓展"
)
_VERB = re.compile(rf"(?:{_VERBS}|(?:(?<=[，。；：、将])|\A)建设)")  # 法治建设 is a noun
_WILLING = re.compile(r"^(?:力争|确保|争取|计划|努力|实现)+")
_DEADLINE = re.compile(
    r"(?:20\d\d年)?(?:\d{1,2}月(?:份|\d{1,2}日)?(?:底|末|中旬|上旬|下旬)?(?:之?前)|年底(?:之?前)?|年内|上半年|下半年|第[一二三四]季度)"
)
_LEAD = re.compile(
    r"(?:下一步|下步|今后|接下来|将)?[^。；]*(?:以下|如下|几个?方面|重点(?:抓好|做好|工作))[^。；]*[：:]?$"
)
_LOOKING_BACK = re.compile(r"取得了?[^。]{0,8}(?:成效|成绩|进展)|(?:虽然|尽管)|仍?存在|有待|还不")
_LONGEST_THING = 16


def promises_in(
    text: str,
    start: int,
    figures: Iterable[Figure],
    ids: Ids,
    cards: tuple[str, ...],
    *,
    point: bool = False,
) -> list[Promise]:
    """Promises of one point of the plan, which begins at `start` of the report.

    Its leading sentence, and every other one that names a number or a deadline. `point`: a marked
    one (一是…) announces something whatever its verb, unless its leading sentence is the label of
    others that do.
    """
    numbered = [figure for figure in figures if figure.start >= start]
    found: list[Promise] = []
    for span in sentences.split(text):
        sentence = text[span.start : span.end]
        inside = [f for f in numbered if span.start <= f.start - start < span.end]
        wanted = not found or inside or _DEADLINE.search(sentence)
        if wanted and _announces(sentence, plain=bool(inside)):
            for figure in inside or (None,):
                verb = _verb(sentence, figure.start - start - span.start if figure else None)
                found.append(_promise(sentence, verb, figure, ids, cards))
    if point and not found:
        leading = next((text[span.start : span.end] for span in sentences.split(text)), "")
        if leading and _announces(leading, plain=True):
            found.append(_promise(leading, _verb(leading, None), None, ids, cards))
    return found


def _announces(sentence: str, *, plain: bool) -> bool:
    """Whether something is to be done; `plain`: a number or a marker says so without a verb."""
    return (
        (plain or _VERB.search(sentence) is not None)
        and not _LEAD.fullmatch(sentence)
        and not _LOOKING_BACK.search(sentence)
    )


def _verb(sentence: str, figure: int | None) -> re.Match[str] | None:
    """The verb that governs the figure: the last one before it; else the first of the sentence."""
    before = list(_VERB.finditer(sentence, 0, figure)) if figure is not None else []
    return before[-1] if before else _VERB.search(sentence)


def _promise(
    sentence: str,
    verb: re.Match[str] | None,
    figure: Figure | None,
    ids: Ids,
    cards: tuple[str, ...],
) -> Promise:
    behind = sentence[verb.end() :] if verb else sentence
    deadline = _DEADLINE.search(sentence)
    return Promise(
        id=ids.take("p"),
        text=sentence,
        verb=verb[0] if verb else "",
        thing=_WILLING.sub("", figure.thing) if figure and figure.thing else _object(behind),
        number=figure.number if figure else None,
        unit=figure.unit if figure else None,
        deadline=deadline[0] if deadline else "",
        cards=cards,
    )


def _object(behind: str) -> str:
    """The words behind the verb up to the next mark: 推进|村级法治阵地建设，…."""
    clause = re.split(r"[，。；：、！？\n]", behind, maxsplit=1)[0]
    return clause.strip("了 ")[:_LONGEST_THING]
