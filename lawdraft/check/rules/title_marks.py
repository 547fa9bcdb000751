"""《》 for what is no work, “” or <> for what is one: 《宪法宣传周》, “信访工作条例”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, PassageRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.model.finding import Finding

ID = "punctuation"
_WHY = "GB/T 15834-2011《标点符号用法》 4.15"
_SKIPPED = frozenset(("annex", "annex_note", "addressee", "signature", "date", "note"))
_PAPER = r"(?:(?<![普执说学用守方书司护知懂讲话议问送尊])法|法典|条例|规定|办法|细则|决定|意见|纲要|规划|方案|计划|通知|规则|准则|章程|公约|清单|要点|制度|机制|报告|指南|手册|读本|公报|目录|标准|规范|预案|协议|书|合同)"
_TITLE = re.compile(r"《(?P<name>[^《》\n]{2,30})》")
# what such a name names: a campaign, a day, an honour, a place, a team
_NO_WORK = re.compile(
    r"(?:宣传[周月日]|[^历季]周|(?:宣传|教育|安全|普法|法治|调解|服务|主题|活动)月|[^今节明生]日|行动|活动|工程|战役|大会|会议|例会|论坛|竞赛|大赛|比赛|演练|晚会"
    r"|工作室|工作站|调解室|服务站|服务队|志愿队|宣讲团|突击队|议事厅|大讲堂|示范村|示范户|示范点|示范单位|先进集体|先进单位|先进个人|标兵|能手|称号|平台|基地|广场|公园|长廊|驿站|品牌|模式|一件事|热线)\Z"
)
_ACTED = re.compile(
    r"(?:荣获|获评|获得|授予|打造|创建|擦亮|成立|组建|设立|挂牌|建成|建立)[^，。；《》]{0,12}\Z"
)
_AFTER = re.compile(
    r"(?P<sure>称号|荣誉|(?:服务|工作|治理|调解)?模式|品牌|系列活动|(?![一-鿿]{0,6}[观读阅诵学讲演播映赛]|宣传|征文|主题)[一-鿿]{0,4}(?:活动(?!的?(?:方案|计划|通知|要求|精神))|行动(?!方案|计划)|专项整治))"
    r"|调解室|工作室|服务队|宣讲团|志愿队|专班|奖牌"
)
_CHOSEN = re.compile(r"(?:评选|表彰|选树|推选|培育|培养|评为|评出)[^，。；《》]{0,10}\Z")
_WHO = re.compile(r"(?:员|人|户|家庭|村|社区|集体|单位|标兵|能手|之星|模范|楷模|团队)\Z")
_ABOUT_WORKS = re.compile(
    r"(?:歌曲?|短剧|小品|视频|电影|栏目|节目|图书|专题片|快板|舞蹈|戏|书|读物|期刊|刊物)\Z"
)
_QUOTED_PAPER = re.compile(
    rf"“(?P<name>(?:中华人民共和国)?[一-鿿]{{2,28}}?{_PAPER})”(?!宣传[周月]|[宣主]题|进)"
)
_ANGLED = re.compile(rf"(?<![《发])[<＜〈](?P<name>[一-鿿（）]{{2,40}}{_PAPER}|宪法|民法典)[>＞〉]")


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """A finding at each title or name in marks of the other kind."""
    if passage.role in _SKIPPED:
        return
    yield from _no_works(passage)
    for found in _QUOTED_PAPER.finditer(passage.text):
        name = found["name"]
        titled = name.startswith("关于") and len(name) >= 8
        if titled or (
            len(name) >= 4 and name.removeprefix("中华人民共和国") in reading.knowledge.law_names
        ):
            yield _finding(passage, found, "法律法规和文件名用书名号。", f"《{name}》")
    for found in _ANGLED.finditer(passage.text):
        if passage.in_title(found.start()):
            continue  # 《关于印发〈办法〉的通知》
        yield _finding(passage, found, "法律法规和文件名用书名号“《》”。", f"《{found['name']}》")


def _no_works(passage: Passage) -> Iterator[Finding]:
    text = passage.text
    for found in _TITLE.finditer(text):
        name = found["name"]
        before = text[max(0, found.start() - 16) : found.start()]
        if re.search(_PAPER + r"\Z", name) or _ABOUT_WORKS.search(before):
            continue
        after = _AFTER.match(text, found.end())
        named = after is not None and (after["sure"] or _ACTED.search(before))
        chosen = _WHO.search(name) and _CHOSEN.search(before)
        if _NO_WORK.search(name) or named or chosen:
            yield _finding(
                passage, found, "活动、机构、荣誉、品牌等名称用引号，不用书名号。", f"“{name}”"
            )


def _finding(passage: Passage, found: re.Match[str], message: str, should: str) -> Finding:
    return passage.finding(ID, "warning", message, *found.span(), suggestion=should, why=_WHY)


RULE = PassageRule(ID, check)
FLAGGED = (
    Example("开展《宪法宣传周》系列活动，覆盖群众600人。"),
    Example("荣获《全国民主法治示范村》称号。"),
    Example("评选表彰《最美调解员》8名，印发了“关于加强法治建设的实施意见”。"),
    Example("扎实开展《我为群众办实事》实践活动，办结实事36件。"),
    Example("打造《老周说事》调解室，化解纠纷36件。"),
    Example("组织学习“信访工作条例”，开展专题研讨。"),
    Example("全年深入学习<行政处罚法>，组织学法12次，提升综合执法队办案能力。"),
)
CLEAN = (
    Example("开展《中华人民共和国民法典》宣传活动，落实《云岭县普法责任清单》。"),
    Example(
        "开展“宪法宣传周”系列活动，编排小品《赶集日》，印发《关于开展“法润乡村”专项行动的方案》。"
    ),
    Example("推送《法治课堂》栏目12期，开展“民法典”宣传月活动。"),
)
