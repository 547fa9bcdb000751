"""Deeds said to be done and said not to be, or to have failed: 建成启用, 尚未建成; 验收合格, 未通过验收.

Each denial is read for its thing, the words that name what was not done: before the word that
denies it, or behind the deed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading


class Kind(NamedTuple):
    """One kind of deed: how it is told, and by which words its contrary is, with no 未."""

    told: re.Pattern[str]
    undone: str
    contrary: tuple[str, ...] = ()
    again: bool = False  # comes again and again: only one with a name is the same
    far: bool = False  # told clauses behind its thing: 土地纠纷经多轮调解，双方握手言和


def _kind(
    told: str, contrary: str = "", *, undone: str = "", again: bool = False, far: bool = False
) -> Kind:
    return Kind(re.compile(told), undone or told, tuple(contrary.split()), again, far)


def _still(deeds: str) -> str:
    """Each deed as one under way: 仍在建设, 尚在建设."""
    return " ".join(f"{still}在{deed}" for still in "仍尚还正" for deed in deeds.split())


_BUILT = "建成|竣工|完工|投用|投入使用|投入试?运行|启用|挂牌|揭牌|建好|落成|交付|开放|搬迁|搬入|迁入|入驻"
KINDS = (
    _kind(_BUILT, _still("建设 筹建 筹备 施工 装修 选址") + " 停工 停建 烂尾 搁置"),
    _kind("建立|组建|成立|设立|设置|建成|运行|挂牌|揭牌"),
    _kind(
        "出台|印发|制定|制订|编制|制发|修订|发布|颁布|审议通过",
        _still("起草 征求意见 酝酿 论证 修改") + " 空白",
    ),
    _kind("上线|开通|运行|启用|投用|建成"),
    _kind("聘请|聘任|选聘|签约|签订|签署|聘用"),
    _kind("完成|办结|结束|收官|完结"),
    _kind("配备|购置|配置|安装|配齐|购买"),
    _kind("召开|举办|举行|开展|组织|开班|启动|落幕", "取消 流产", again=True),
    _kind(
        r"通过(?:[了＃]|[^，]{0,14}(?:验收|考试|考核|评估|评审|复核|审[核查]|认定|检测|抽检|表决|＃))|(?<!不)合格|(?<!不)达标|(?<!不)及格|过关",
        "不合格 不达标 不及格",
        undone="通过|合格|达标|及格|过关",
        far=True,
    ),
    _kind(
        r"创建成功|成功创[建成]|创成|获批|获评|命名|入选|评为|授予|荣?获得?|认定|摘得|当选|中标",
        "落选 落榜 落空 失败",
        undone="创建成功|创成|获批准?|获评|命名|入选|评上|当选|中标|认定|批准|成功",
    ),
    _kind(
        r"化解|(?:调解|调处)成功|达成[^，]{0,6}(?:一致|协议|和解|谅解|共识)|握手言和|撤诉|息诉|息访|解决|了结|案结事了",
        "调解失败 调处失败 调解不成 调处不成 调解无果 调处无果 僵持不下 悬而未决 久拖不决 终止调解",
        undone=r"化解|(?:调解|调处)成功|达成|解决|了结|息诉|息访",
        far=True,
    ),
    _kind(r"备案|报备|公开|公示|归档"),
    _kind(r"整改|修复|拆除|消除|销号|修缮|取缔|搬离"),
    _kind(r"结清|付清|兑付|兑现|追回|发放|拨付|到账|到位"),
    _kind(r"出庭|到庭|出席|到场", "缺席 缺庭"),
    _kind(r"同意|批准|采纳|受理|立案", "不予批准 不予受理 不予立案 不予采纳 否决"),
    _kind(r"继续有效|予以保留|继续执行|继续实施", "废止 宣布失效"),
)
_STILL = r"(?:目前|至今|到目前为止|截至[一-鿿\d]{2,6}|年底前?|全年|年内|却|但|仍然?|还|尚|暂|一直|始终|迟迟|多年|长期|迄今|多次|也|都|竟|从)"
_HOW = r"(?:能够?|有|被|得到|获得?|予以|正式|如期|按期|按时|成功|顺利|最终|全部|再)*"
_UNDONE = "|".join(dict.fromkeys("|".join(kind.undone for kind in KINDS).split("|")))
_CONTRARY = tuple(word for kind in KINDS for word in kind.contrary)
_DENIED = re.compile(rf"[未没]{_HOW}(?P<deed>{_UNDONE})(?P<of>[一-鿿“”《》]*)")
_CONTRARIES = re.compile(rf"(?P<deed>{'|'.join(_CONTRARY)})(?P<of>)")
_NO_CUE = re.compile(r"[未没]")
_BEFORE = re.compile(rf"(?:{_STILL}|(?:因|由于|受)[^，]{{2,12}}?(?={_STILL}*\Z))+\Z")
_SURE = re.compile(r"至今|多年|长期|迄今|迟迟|一直|始终|[尚仍还暂]|目前|全年|年内")
_MARKS = str.maketrans("", "", "“”《》")
_CLAUSE = re.compile(r"[^，。；：！？\n]+")
_NAME = re.compile(r"“[^”]{2,20}”|《[^》]{2,40}》")
_OF = re.compile(r".*的(?=[一-鿿]{4})")
_SMALL = re.compile(
    r"[镇乡]党委|党工委|(?<![县市区省])[镇乡]?(?:人民)?政府|街道|办事处|我[镇乡]|全[镇乡]|本[镇乡]|\A[镇乡](?!级)|\A[我全本]|\A[一-鿿]是|尽快|补上|抓紧|工作\Z|被\Z|的\Z"
)
PART = re.compile(
    r"个别|部分|一些|少数|有的|多数|大多|其他|另外|其余|各[村站]|[村组社]级|年初|去年|上年|此前|以前|上半年|原先|企业|历史|往年|一度|前期|起初|曾|不少|有些|某些|每"
)
_DEMAND = re.compile(
    r"凡|如果|一旦|若|防止|避免|杜绝|严禁|不得|应|要求|确保|对未|将未|对没|如未|填补"
)
_NUMBER = re.compile(
    r"(?<!第)(?:\d+|[两二三四五六七八九十]+)[余多]?(?:[个名件起份家户项处场次期宗条]|人)"
)
_SPENT = re.compile(
    r"历时|历经|经过?(?=[一-鿿]{2})|因|自|虽|多年|[仍尚已]|至今|目前|由于|处[在于]|正在"
)
LEAST = 4  # characters of a thing that tell which


class Denial(NamedTuple):
    """A thing said not to be done at [start, end): by name, of whom or what it is told, how surely."""

    start: int
    end: int
    thing: str
    rest: str  # the other words that say of what: 档案室 of 档案室未通过市级验收
    words: str
    kinds: tuple[Kind, ...]
    named: bool
    sure: bool


def denials(reading: Reading) -> Iterator[Denial]:
    """What is said of a thing of the unit's own, all of it: no part, no demand, no other year."""
    text, last = reading.text, 0
    cues = [*_NO_CUE.finditer(text), *_CONTRARIES.finditer(text)]
    for cue in sorted(cues, key=re.Match.start):
        found = _DENIED.match(text, cue.start()) if cue.re is _NO_CUE else cue
        if found is None or found.start() < last:
            continue
        last = found.end()
        left = max(text.rfind(sign, 0, found.start()) for sign in "，。；：！？\n") + 1
        if (denial := _denial(reading, left, found)) is not None:
            yield denial


def _denial(reading: Reading, left: int, found: re.Match[str]) -> Denial | None:
    text, of = reading.text, found["of"]
    lead = text[left : found.start()]
    still = _BEFORE.search(lead)
    behind = _CLAUSE.match(text, found.end())
    words = lead + found.group() + (behind[0] if behind else "")
    sure = found.re is _CONTRARIES or bool(_SURE.search(lead[still.start() :] if still else ""))
    known = of.startswith("的")
    if _excused(words) or ((known or reading.in_plan(found.start())) and not sure):
        return None
    kinds = _kinds(found)
    subject = bare(lead[: still.start()] if still else lead)
    if len(subject) < LEAST:
        before = text[reading.sentence_at(left).start : max(left - 1, 0)]
        subject = bare(_SPENT.split(before.rpartition("，")[2])[0])
    thing = "" if known else bare(of)
    if len(thing) < LEAST:
        thing = _OF.sub("", subject)
    named = bool(_NAME.search(words))
    if len(thing) < LEAST or (kinds and all(kind.again for kind in kinds) and not named):
        return None
    return Denial(left, found.end(), thing, subject, bare(words), kinds, named, sure)


def _kinds(found: re.Match[str]) -> tuple[Kind, ...]:
    deed = found["deed"]
    if found.re is _CONTRARIES:
        return tuple(kind for kind in KINDS if deed in kind.contrary)
    return tuple(kind for kind in KINDS if re.fullmatch(kind.undone, deed))


def _excused(words: str) -> bool:
    """Whether a part or a demand is told of, or a number of things of which others may be otherwise."""
    return any(pattern.search(words) for pattern in (_NUMBER, PART, _DEMAND))


def bare(words: str) -> str:
    """A thing by its own words, without marks and who does it."""
    return _SMALL.sub("", words.translate(_MARKS))
