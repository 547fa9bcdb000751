"""Said of all, and denied of some in the same words: 8个村均签约法律顾问, 仍有2个村未签约法律顾问.

What excepted.py does for the claims that clerks word in many ways, this does for any deed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lawdraft.check.rule import Example, ReportRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "contradiction"
_EVERY = re.compile(
    r"(?P<who>[^，。；：\n]{0,28}?)(?:全部|均|(?<![首成])都(?!市)|全员|一律|悉数|人人|村村|户户)(?P<did>[^，。；、\n]{2,24})"
)
_COVERED = re.compile(
    r"(?P<who>[^，。；：\n]{0,28}?)(?:(?:实现|做到|达到)了?(?:\d+个[^，。；：\d]{1,6}?|[镇村两级全域]{1,4})?全覆盖|[一-鿿]{0,2}率(?:均|都)?(?:已|达到?|为|实现|保持|在)*100%)"
)
_SOME = re.compile(
    r"(?<![\d.第])(?P<few>\d+|[一两三四五六七八九十])(?P<unit>[个名人位件起份项户家宗条处所支])(?!月|工作日)(?P<name>[^，。；：\d\n]{0,14}?)"
    r"(?:目前|至今|全年|年内|一直|始终|仍然?|还|依然|因[^，。；\d]{1,10})*(?:尚未|仍未|暂未|还未|未能?|没有|没能|还没|缺少?|无)(?P<did>[^，。；、\n]{2,24})"
)
_ONLY = re.compile(
    r"(?P<whole>\d(?<![\d.第].)\d*)(?P<unit>[个名人位件起份项户家宗条处所支])(?P<name>[^，。；：\d\n]{1,16}?)(?:中|里|当中)，?(?:目前|已|还|虽)*(?:只有|仅有|仅|只)(?P<few>\d+)(?P=unit)(?P<did>[^，。；、\d\n]{2,24})"
)
_SMALL = re.compile(
    r"已经?|经|了|过|的|能够?|做到|实现|完成|按要求|依法|及时|进行|开展|接受|予以|得到|到位|目前|其中|[\d]+[名个件项次]?(?:以上)?|“|”|（|）|年内"
)
_NOT_ALL = re.compile(
    r"其余|其他|余下|剩余|除|基本|大多|要求|应(?!急|诉)|确保|力争|必须|争取|目标|计划|[未没不无]"
)
_OTHER_TIME = re.compile(
    r"去年|上年|年初|同期|往年|上半年|此前|以前|起初|一度|过去|20\d\d年|[前上]一年|\d{1,2}月前|之初|原(?=有|来|先)"
)
_DEEDS = re.compile(
    r"建立|建成|聘请|配备|设立|组建|签约|覆盖|成立|设置|制定|取得|持有|拥有|安装|落实|达到|标准"
)
_PLACE = re.compile(r"(村|社区)(?:的|(?=[一-鿿“]{2}))")
SHARED = 4  # characters that two deeds share
_OF_WHOLE = re.compile(
    r"(?<![\d.])(?P<whole>\d+)(?P<unit>[一-鿿])(?P<name>[^，。；\d]{1,14}?)(?:中|里)，?(?:目前|还|仍|尚|只|仅|有)*\Z"
)
_OTHERS = re.compile(r"(?:其他|其它|其余)的?\Z")
LEAST = 2  # characters of what is everywhere
MOST = 0.6  # of the shorter one


class _All(NamedTuple):
    who: str
    did: str
    start: int
    end: int


def check(reading: Reading) -> Iterator[Finding]:
    """Each place that leaves some out, with the one that speaks of all."""
    left_out = (*_SOME.finditer(reading.text), *_ONLY.finditer(reading.text))
    some = [found for found in left_out if not _excused(reading, found)]
    if not some:
        return
    every = [*_all(reading, _EVERY), *_all(reading, _COVERED)]
    for found in some:
        one = next((each for each in every if _denied(reading, each, found)), None)
        if one is not None:
            told = reading.text[one.start : one.end]
            yield reading.finding(
                ID,
                "warning",
                f"别处写“{told}”，这里写“{found.group()}”，两处不一致，请核对。",
                *found.span(),
                other=(one.start, one.end),
            )


def _all(reading: Reading, pattern: re.Pattern[str]) -> Iterator[_All]:
    """What is said of all this year: neither demanded nor of the rest."""
    for found in pattern.finditer(reading.text):
        if reading.in_plan(found.start()) or _NOT_ALL.search(found.group()):
            continue
        if _OTHER_TIME.search(found["who"]):
            continue
        did = found.groupdict().get("did") or ""
        everywhere = found.group().endswith("全覆盖") and not did
        who = _covered_by(reading, found) if everywhere else found["who"]
        if not did and len(who) < LEAST:
            continue
        yield _All(who, _SMALL.sub("", did), *found.span())


def _covered_by(reading: Reading, found: re.Match[str]) -> str:
    """What is everywhere, and where: told in the clause before, too, 建成广场11个，实现村村全覆盖."""
    lead = reading.text[reading.sentence_at(found.start()).start : found.start()]
    before = re.split(r"[，；：]", lead.rstrip("，"))[-1] if len(found["who"]) < SHARED else ""
    return before + found.group()


def _excused(reading: Reading, some: re.Match[str]) -> bool:
    lead = reading.text[reading.sentence_at(some.start()).start : some.start()]
    clause = re.split(r"[；，]", lead)[-1]
    if _OTHERS.search(lead):
        return True
    return reading.in_plan(some.start()) or bool(_OTHER_TIME.search(clause + some.group()))


def _denied(reading: Reading, every: _All, some: re.Match[str]) -> bool:
    """Whether the two speak of one kind of subject and one deed."""
    if reading.sentence_at(every.start) == reading.sentence_at(some.start()):
        return False
    whole, name = _of_how_many(reading, some)
    if whole and f"{whole}{some['unit']}" not in every.who:
        return False
    subject, thing = _named(name)
    did = _SMALL.sub("", some["did"])
    if every.did and did.startswith(every.did):  # 执法记录仪全员配备
        rest = did.removeprefix(every.did)
        if len(rest) >= SHARED and rest in every.who:
            return True
    if not _among(subject, every.who):
        return False
    if not every.did:  # 人民调解室实现全覆盖
        return _covered(every.who, thing, _DEEDS.sub("", did))
    if thing:
        told = every.who + every.did
        return len(thing + did) >= SHARED and thing in told and did in told and did != ""
    return _one_deed(did, every.did, len(subject))


def _of_how_many(reading: Reading, some: re.Match[str]) -> tuple[str, str]:
    """Of how many they are some, "" where that is not told, and what: 38份合同中有4份."""
    told = some.groupdict().get("whole")
    lead = reading.text[reading.sentence_at(some.start()).start : some.start()]
    before = None if told else _OF_WHOLE.search(lead)
    if before is None or before["unit"] != some["unit"]:
        return told or "", some["name"]
    return before["whole"], some["name"] or before["name"]


def _named(name: str) -> tuple[str, str]:
    """Who some are and what of theirs is meant: 村, 法律顾问 of 村法律顾问."""
    found = _PLACE.match(name)
    subject, _, thing = (found[1], "", name[found.end() :]) if found else name.partition("的")
    return re.sub(r"(?:中|当中|里|目前|仍|还)+\Z", "", subject).strip("“”"), thing.strip("“”")


def _among(subject: str, who: str) -> bool:
    """Whether some are of those all are told of: 执法人员, but no 临聘人员."""
    if len(subject) > len("行政村"):
        return subject[:2] in who and subject[-2:] in who
    kin = subject[-1:] in who and subject[-1:] in "村校学站组"
    kin = kin or (subject[-2:] == "学校" and "学" in who)
    return bool(subject) and (subject[-2:] in who or kin)


def _covered(who: str, thing: str, did: str) -> bool:
    """Whether what some lack is what is said to be everywhere."""
    if thing:
        return thing in who and (not did or did in who or _shared(did, who) >= SHARED)
    return len(did) > 1 and (did in who or _shared(did, who) >= SHARED)


def _one_deed(one: str, other: str, subject: int) -> bool:
    """Whether two deeds share most of their words; short ones all, of a subject well told."""
    few, many = sorted((one, other), key=len)
    if few in many:
        return len(few) >= SHARED or (1 < len(few) == len(many) and subject > 1)
    same = few[:2] == many[:2] or (_DEEDS.match(few) and _DEEDS.match(many))
    shared = _shared(few, many) if same else 0
    return shared >= SHARED and shared >= MOST * len(few)


def _shared(one: str, other: str) -> int:
    """The length of the longest run of characters that both have."""
    for length in range(len(one), 0, -1):
        if any(one[at : at + length] in other for at in range(len(one) - length + 1)):
            return length
    return 0


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example("8个村均签约法律顾问。\n仍有2个村未签约法律顾问，" + _TAIL),
    Example("各村人民调解室实现全覆盖。\n至今还有3个村没有人民调解室，" + _TAIL),
)
CLEAN = (
    Example("8个村均签约法律顾问。\n仍有2个村未建成法治广场，" + _TAIL),
    Example("8个村均签约法律顾问。\n年初还有2个村未签约法律顾问，" + _TAIL),
)
