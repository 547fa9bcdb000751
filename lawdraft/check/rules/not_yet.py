"""One thing said to be done and said not to be: 综治中心建成启用, 综治中心尚未建成."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, ReportRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "contradiction"
_KINDS = (
    "建成|竣工|完工|投用|投入使用|投入运行|启用|挂牌|揭牌|建好",
    "建立|组建|成立|设立|设置",
    "出台|印发|制定|制发|修订|发布",
    "上线|开通|运行|启用",
    "聘请|聘任|选聘|签约",
    "完成|办结|结束",
    "配备|购置|配置|安装",
)
_DEED = "|".join(_KINDS)
_NOT_YET = re.compile(
    rf"(?P<who>[一-鿿“”]{{2,24}}?)(?:目前|至今|到目前|仍然?|还)*(?:尚未|还未|仍未|至今未|暂未|还没有?|仍没有|尚没有|(?<=至今)没有|(?<=目前)没有)(?:正式|如期|按期|按时)?(?P<deed>{_DEED})(?P<what>[一-鿿“”]{{0,16}})"
)
_PART = re.compile(
    r"个别|部分|一些|少数|有的|多数|大多|其他|另外|各[村站]|[村组社]级|\d|年初|去年|上年|此前|以前|上半年|原先|企业|历史"
)
_DONE_NOT = re.compile(r"[未没不无]|拟|将|计划|推进|加快|筹|争取|力争|正在|指导|帮助|县|市|省")
_DATED = re.compile(r"\d{1,2}月(?:\d{1,2}日|底|初|份)?|\d+[名个]")
_SMALL = re.compile(r"镇政府|乡政府|街道|[镇乡]|我|全|本|的|工作|目前|但|由于|因|正式|了|已经?|并")
SHARED = 4  # characters of the thing that both must tell
CLAUSE = 60  # characters of a clause at most


_BEING_BUILT = re.compile(
    r"(?P<who>[一-鿿“”]{4,16}?)(?:目前|至今)?(?:尚在|仍在|还在)(?P<deed>建设|筹建|筹备|施工)(?P<what>)"
)
_CUE = re.compile(
    r"[尚还仍暂]未|至今未|[还仍尚]没|(?:至今|目前)没有|[尚仍还]在(?:建设|筹建|筹备|施工)"
)
BEFORE, BEHIND = 30, 30  # characters around such a word


def check(reading: Reading) -> Iterator[Finding]:
    """The place that says it is not done, with the one that says it is."""
    for found in _undone(reading.text):
        span = reading.sentence_at(found.start())
        lead = reading.text[max(span.start, found.start() - 12) : found.start()]
        if _PART.search(lead + found["who"]) or reading.in_plan(found.start()):
            continue
        thing = _SMALL.sub("", found["what"] if len(found["what"]) > 1 else found["who"])
        done = _done(reading, found, thing) if len(thing) >= SHARED else None
        if done is not None:
            yield reading.finding(
                ID,
                "warning",
                f"别处写“{reading.text[done[0] : done[1]]}”，这里写“{found.group()}”，请核对。",
                *found.span(),
                other=done,
            )


def _undone(text: str) -> Iterator[re.Match[str]]:
    """What is said not to be done, or to be still under way; looked for around the words for it."""
    last = 0
    for cue in _CUE.finditer(text):
        start = max(last, cue.start() - BEFORE)
        found = _NOT_YET.search(text, start, cue.end() + BEHIND) or _BEING_BUILT.search(
            text, start, cue.end() + BEHIND
        )
        if found:
            last = found.end()
            yield found


def _done(reading: Reading, found: re.Match[str], thing: str) -> tuple[int, int] | None:
    """Where the very thing is said to be done: a clause with its name and such a deed."""
    text, core = reading.text, thing[-max(SHARED, len(thing) - 2) :]
    deeds = "|".join(kind for kind in _KINDS if found["deed"] in kind.split("|")) or _KINDS[0]
    for place in re.finditer(re.escape(core), text):
        here = reading.sentence_at(place.start())
        if here == reading.sentence_at(found.start()) or reading.in_plan(place.start()):
            continue
        start = max(text.rfind(sign, 0, place.start()) for sign in "，。；：、\n") + 1
        end = min(
            (at for sign in "，。；：\n" if (at := text.find(sign, place.end())) >= 0),
            default=len(text),
        )
        clause = text[start:end]
        if len(clause) > CLAUSE or not _of_all(clause.replace(core, "")):
            continue
        if re.search(deeds, clause.replace(core, "", 1)):
            return start, end
    return None


def _of_all(clause: str) -> bool:
    """Whether it is done, and not of a part: 于5月建成 and 聘请2名律师 are."""
    bare = _DATED.sub("", clause)
    return not (_DONE_NOT.search(bare) or _PART.search(bare))


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example("镇综治中心于5月建成启用。\n镇综治中心尚未建成，群众仍要多头跑，" + _TAIL),
    Example("建立调解员补贴制度。\n调解员补贴制度尚未建立，积极性不高，" + _TAIL),
)
CLEAN = (
    Example("镇综治中心于5月建成启用。\n部分村综治中心尚未建成，群众仍要多头跑，" + _TAIL),
    Example("建立调解员补贴制度。\n调解员考核制度尚未建立，积极性不高，" + _TAIL),
)
