"""What a figure counts, precise enough to say that two figures count the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawdraft.model.report import Figure, Report

UNIT_CLASSES = {
    "名": "人", "位": "人", "人": "人", "起": "件", "例": "件", "宗": "件", "桩": "件", "件次": "件",
    "场": "次", "场次": "次", "期": "期", "期次": "期", "批次": "批", "家次": "家", "户次": "户", "册": "份", "本": "份",
    "张": "份", "篇": "篇", "所": "个", "处": "个", "座": "个", "支": "支",
}  # fmt: skip
_VERBS = re.compile(
    r"排查|摸排|受理|接收|登记|下达|下发|制发|查扣|录入|办结|化解|调处|调解|整改|整治|办理|答复|立案|结案|处罚|查处|查办|审查|审核|出具|检查|巡查|评查|培训|轮训|参训|新增|新建|新培育|新培养|新聘|新选"
    r"|培养|培育|选拔|选聘|吸纳|发放|印发|张贴|悬挂|制作|接待|解答|提供|召开|听取|研究|举办|开展|组织|学习|走访|拆除|清理|废止|修订|制定|备案|公开|推送|发布|聘请|选配|配齐|招募|配备|建成|建立|设立|组建"
    r"|参加|列席|出席|参与|通过|考取|代理|援助|帮扶|联系|服务|惠及|覆盖|投入|争取|罚款|追回|挽回|约谈|督办|交办|转办|旁听|观看|宣誓|撰写|签订|履行|达成|司法确认|出动|处置|劝导|救助|安置|帮教"
)
_VERB_HEAD = re.compile(rf"^(?:{_VERBS.pattern})了?(?=[一-鿿]{{4}})")
_LOOKED_BACK = re.compile(
    r"(?:今年|全年|本年度?)(?:以来)?[^，。；]{0,14}\Z|(?:回顾|一年来|过去的?一年|总的?来看)[^。；]{0,28}\Z"
)
_BUILT_ON = re.compile(r"[^。；\n]{0,16}(?:的)?基础上")  # a plan that looks back
_STOCK = frozenset((
    "配备", "选配", "配齐", "招募", "建立", "建成", "设立", "组建", "聘请", "覆盖", "开展", "组织",
    "举办", "召开", "",
))  # fmt: skip
_LOWER_BOUND = frozenset(("超过", "超", "逾", "突破", "以上", "不少于", "不低于", "至少", "不小于"))
_AT_MOST = frozenset(("不超过", "不高于", "不多于", "最多", "以下", "以内", "不到", "不足"))
_NEARLY = frozenset(("近", "将近", "接近"))
_TAKEN_PART = frozenset(("参加", "列席", "出席"))  # nobody attends more meetings than are held
_SAME_ACT = {
    "立案": "查处", "查办": "查处", "处罚": "查处", "结案": "查处", "审核": "审查", "摸排": "排查", "接收": "受理", "登记": "受理", "下发": "下达",
    "化解": "办结", "调处": "办结", "调解": "办结", "培育": "培养", "选拔": "培养", "印发": "发放",
}  # fmt: skip
_FILLER = re.compile(
    r"在册|在矫|^(?:[一二三四五六七八九十]是|^[一-鿿]{2,4}?(?:镇|乡|街道)?(?:下|共)?辖有?|第[一二三四五六七八九十])|^[一-鿿]{2,4}(?:镇|乡|街道)(?=全年|共|今年|20|累计|本年)|(?:截至|截止)?20\d\d年(?:度|以来|底|末)?|\d{1,2}月底|全年|今年|本年度?|年内|目前|现有|现|截至目前|以来|我[镇乡]|我街道|全[镇乡]|全街道|一年来|年来|[镇乡]村两级|[镇乡]里|辖区内?|镇域内?|境内|镇|乡|街道|人民|共计?|累计|总计|合计|先后|已经?|均|各类|各种"
    r"|各项|建强|建好|综合执法(?:大|中)?队|综治中心|法律顾问|调委会|人民调解委员会|成功|有效|及时|依法|组织|开展|建强|建有|拥有|共有|设有|设|有|了|到|达到?|为|约|近|超过?|的|并|还|也|持续|积极|扎实|深入|常态化|广泛|认真|统筹|充分|全面|共同|通过|对|将|把|在|和|与|由|，|、"
)
_VERB_TAIL = re.compile(
    rf"(?P<noun>[一-鿿\d]{{3,}}?)(?:(?:全年|目前|共计?|已经?|累计|总共|均|先后)+(?:{_VERBS.pattern})?|(?<=[一-鿿]{{4}})(?:办结|化解|受理|培育|选聘|配备|受理量|办理量|办件量|办结量|化解量|发放量|总量))了?\Z"
)
_NOUN_TAIL = re.compile(r"(?:队伍|骨干|总数|数量|次数|人数|工作|情况|总人数|等)+\Z")
_NOUN_HEAD = re.compile(
    r"^(?:各类|各种|各项|党政|领导(?=班子)|全部|全体|所有|上述|现有|在册|在矫|全镇|全乡|全街道|全域|全区|全县|镇域|乡域|虽然?|尽管|我[镇乡]|辖区内?|一批|相关|有关|其他|基层|村居?民?)+(?=..)"
)
_TO_PLACE = re.compile(r"\d\.(?P<places>\d+)万(?![余多])")
_SCOPE = re.compile(
    r"其中|[村镇组县市省乡区]级|上半年|下半年|[一二三四1-4]季度|\d{1,2}月(?!底)|每|分别|新|首|另|专职|兼职|第[一二三四五六七八九十\d]|现场|线上|线下|网上|重大|疑难|复杂|重点"
    r"|去年|同期|上年|往年|20\d\d年|较|比|占|由|从|增至|降至|剩余|其余|已|未|在册|累计|历年|集中|专项|专题|定期|联合|协助|配合|参与"
)
_SOME = re.compile(
    r"(?!.{0,14}(?:全部|均|都|全员))[一-鿿]{2,12}(?:通过|考取|取得|获评|荣获|获得|被评|受到|入选)"
)
"""What only some of those counted did: 4名执法人员通过…考试."""
GENERIC = frozenset((
    "活动", "会议", "群众", "案件", "资料", "人员", "干部", "问题", "培训", "讲座", "村民", "法律",
    "宣传", "工作", "事项", "专题", "材料", "任务", "措施", "制度", "意见", "建议", "服务", "文件",
    "检查", "次数", "党员", "代表", "企业", "单位", "学习", "项目", "村", "社区", "线索", "诉求",
    "人", "家", "现场", "阵地", "平台", "场所", "窗口", "站点",
))  # fmt: skip


_PERSONS = "调解员|网格员|法律明白人|法律顾问|律师|执法人员|志愿者|普法讲师|平安员|矫正对象|帮教对象|人民陪审员|法治副校长|信息员|联络员|辅警|社工|楼栋长|普法员|监督员|宣讲员"
_PERSON = re.compile(_PERSONS)
_PERSON_AFTER = re.compile(rf"(?:[一-鿿]{{0,4}}?)“?(?P<who>{_PERSONS})")
_PERSON_BEFORE = re.compile(
    rf"(?P<who>{_PERSONS})”?(?:队伍|骨干|共计?|总数|人数|达到?|现有|有|增至|为|共有|已|约|近|在册|在矫|仅|只有){{0,3}}\Z"
)


@dataclass(frozen=True, slots=True)
class Count:
    """A figure with its noun, its verb and what narrows it (村级, 上半年, 新增)."""

    figure: Figure
    noun: str
    verb: str
    scope: tuple[str, ...]
    residue: str

    @property
    def act(self) -> str:
        """What is done with it, 摸排 as 排查; "" where it only stands or is held."""
        if self.verb in _STOCK or self._taken_part:
            return ""
        return _SAME_ACT.get(self.verb, self.verb)

    @property
    def _taken_part(self) -> bool:
        """Whether it counts meetings somebody attended: a part of those that were held."""
        return self.verb in _TAKEN_PART and self.noun.endswith(("会", "会议"))

    @property
    def key(self) -> tuple[str, str, str, tuple[str, ...], str]:
        """Equal for two figures that count the same."""
        verb = "" if self.verb in _STOCK else self.verb
        return verb, self.noun, unit_class(self.figure.unit), self.scope, self.residue


def unit_class(unit: str | None) -> str:
    """Measure words that count alike: 名 and 人, 件 and 起."""
    return UNIT_CLASSES.get(unit or "", unit or "")


def counts_of(report: Report) -> tuple[Count, ...]:
    """All figures of a report that state something done or standing."""
    return tuple(
        count_of(report.text, figure)
        for figure in report.figures
        if (figure.role != "target" or looks_back(report.text, figure))
        and figure.unit is not None
        and figure.high is None
    )


def looks_back(text: str, figure: Figure) -> bool:
    """Whether a plan begins with what was done: 今年培养12名，明年力争翻番."""
    left = re.split(r"[。；\n]", text[max(0, figure.start - 40) : figure.start])[-1]
    done = _LOOKED_BACK.search(left)
    planned = done and re.search(r"将|拟|计划|力争|目标|确保|争取|不少于|达到|至少", left)
    standing = re.search(r"(?:现有|已有|已建成?|原有)的?\Z", left)
    return bool((done and not planned) or standing or _BUILT_ON.match(text, figure.end))


def count_of(text: str, figure: Figure) -> Count:
    """What a figure counts, from the clause it stands in."""
    left = _clause(text, figure.start)
    noun = _person(text, figure) or _before_verb(noun_of(figure.thing))
    rest = left.replace(noun, "", 1) if noun else left
    verbs = _VERBS.findall(rest)
    verb = verbs[-1] if verbs else ""
    for word in verbs:
        rest = rest.replace(word, "", 1)
    after = text[figure.end : figure.end + 8]
    told = (
        left + text[figure.end : figure.end + 2]
        if noun in text[figure.end : figure.end + 14]
        else left
    )
    scope = tuple(sorted(set(_SCOPE.findall(told.replace("累计", "").replace("新时代", "")))))
    if re.match(r"以?[一-鿿]{0,2}(?:其中)", after):
        scope = (*scope, "其中")
    if _SOME.match(text, figure.end):
        scope = (*scope, "其中")
    residue = _bare(rest + _before_person(text, figure, noun))
    return Count(figure, noun, verb, scope, residue)


def _before_verb(noun: str) -> str:
    """A noun without the verb behind it: 12345热线工单 of 12345热线工单共办结."""
    found = _VERB_TAIL.match(noun)
    return found["noun"] if found else noun


def _bare(clause: str) -> str:
    """A clause without its small words."""
    return _FILLER.sub("", _FILLER.sub("", clause)).strip("“”（）()《》 \u3000")


def _before_person(text: str, figure: Figure, noun: str) -> str:
    """What stands between a figure and the persons it counts: 普法 of 123名普法志愿者."""
    after = _PERSON_AFTER.match(text, figure.end)
    return text[figure.end : after.start("who")] if after and after["who"] == noun else ""


def _person(text: str, figure: Figure) -> str:
    """428名人民调解员, 调解员428名, 43人调解员队伍: the persons by their plain name."""
    if unit_class(figure.unit) != "人":
        return ""
    after = _PERSON_AFTER.match(text, figure.end)
    if after:
        return after["who"]
    before = _PERSON_BEFORE.search(_clause(text, figure.start))
    return before["who"] if before else ""


def noun_of(thing: str) -> str:
    """矛盾纠纷 of 各类矛盾纠纷, 调解员 of 调解员队伍."""
    noun = _NOUN_HEAD.sub("", thing.strip("“”"))
    noun = _VERB_HEAD.sub("", noun)
    shorter = _NOUN_TAIL.sub("", noun)
    return (shorter if len(shorter) >= 2 else noun).strip("“”")


def _clause(text: str, place: int) -> str:
    left = text[max(0, place - 50) : place]
    for sign in "。；，：\n！":
        left = left.rsplit(sign, 1)[-1]
    return left.rsplit("、", 1)[-1] if "、" in left and len(left.rsplit("、", 1)[-1]) > 1 else left


def is_about(figure: Figure) -> bool:
    """Whether the number is rounded: 余, 多, 约, 超过, 以上, 2万份; sums of money are not."""
    if figure.qualifier or re.search(r"[余多]", figure.text):
        return True
    return "万" in figure.text and figure.unit != "元"


def agree(one: Figure, other: Figure) -> bool:
    """Whether two numbers can both be right: equal, or one the other's round form."""
    if one.number == other.number:
        return True
    if not (is_about(one) or is_about(other)) or _as_exact(one, other):
        return False
    (a, b), (c, d) = _reach(one), _reach(other)
    return a <= d and c <= b


def _as_exact(one: Figure, other: Figure) -> bool:
    """Whether both are told to the same place, as 1.86万 and 1.68万: neither rounds the other."""
    if one.qualifier or other.qualifier:
        return False
    a, b = _TO_PLACE.search(one.text), _TO_PLACE.search(other.text)
    return a is not None and b is not None and len(a["places"]) == len(b["places"])


def _reach(figure: Figure) -> tuple[float, float]:
    """What a round number may stand for: 1.3万份 12500 to 14000, 300余件 up to 400, 近400人 from 300."""
    number = figure.number
    if not is_about(figure):
        return number, number
    step = max(_step(figure.text, number), 0.1 * number)
    if figure.qualifier in _LOWER_BOUND:
        return number, 1.5 * number
    if figure.qualifier in _NEARLY:
        return number - max(0.1 * number, min(step, 0.25 * number)), number
    if figure.qualifier in _AT_MOST:
        return 0.5 * number, number
    if figure.qualifier in ("约", "大约", "左右", "上下"):
        return number - step, number + step
    below = 0.0 if figure.qualifier or re.search(r"[余多]", figure.text) else step / 2
    return number - below, number + step


def _step(printed: str, number: float) -> float:
    """The value of the last digit that is printed: 1000 in 1.3万, 100 in 300."""
    found = re.search(r"\d(?:\.(?P<places>\d+))?万", printed)
    if found:
        return 10.0 ** (4 - len(found["places"] or ""))
    whole, step = int(number), 1
    while whole and whole % (step * 10) == 0:
        step *= 10
    return float(step)
