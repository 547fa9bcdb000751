"""Years left standing from last year's text; 2023年以来, 较2024年 and dated history are meant so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.contrasted import in_a_chronicle, is_contrasted
from lawdraft.check.rule import Example, PassageRule
from lawdraft.text.numerals import parse_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.model.finding import Finding

ID = "stale-year"
LONG_AGO = 2
_YEAR = re.compile(
    r"(?<![\d〔\[.·—–~～/-])(?P<year>20[0-3]\d)(?:年(?!代)|(?=以来|度))"
    r"|(?P<chinese>二[〇○零][一二三][〇○零一二三四五六七八九])年"
)
_QUOTED = re.compile(r"《[^》\n]*》|〔[^〕\n]*〕|“[^”\n]*”|［[^］\n]*］")
_DOCUMENT = re.compile(
    r"《[^》\n]{0,24}?(?P<year>20[0-3]\d)年(?:度)?[^》\n]{0,24}(?:要点|计划|安排|任务分解|任务清单|工作方案|责任清单|考核细则|考核办法|学法清单|目标责任书)[^》\n]{0,6}》"
)
_FOLLOWED = re.compile(
    r"(?:制定|印发|出台|下发|拟定|编制|按照|根据|依据|对照|紧扣|围绕|落实|贯彻|严格执行|审议通过|研究制定)了?[^，。；《]{0,12}\Z"
)
_WHOLE_YEAR = re.compile(
    r"年?(?:1月(?:1日)?|[一1]月份?)(?:至|到|—|-|~|～)(?:12|1[01]|[2-9])月(?:\d{1,2}日)?"
)
_COMPARE = re.compile(
    r"(?:较|比|与|同|相较于?|相比于?|比照|高于|低于|多于|少于|超过|超|对比|对照|参照|区别于|不同于|于|自|从|由|早在|始于|继|延续|沿用|追溯到?"
    r"|原|上年度?|去年|发生在|签订在|即|如|针对|巩固|拓展|对|承接|包括|含|连续[^，。；]{0,6}|历时|跨|其中|总结|回顾|[吸汲]取|的)[（(]?\Z"
)
_AFTER = re.compile(
    r"(?:\d{1,2}月(?:\d{1,2}日)?(?:份)?)?(?:底|初|末|中旬|上半年|下半年|年底)?"
    r"(?:以来|起(?!草)|开始|至今|来(?!信|访|我|电)|至|到|[—–~～-]|、20\d\d|和20\d\d|及20\d\d|同期|相比|版|修订|修正|版本|印发|出台|颁布|施行|实施的|制定的|公布|发布的?"
    r"|成立|建成|设立|启用|投用|投入使用|荣获|获评|获得|被评|被命名|被授予|被列|被确定|入选|挂牌|换届|遗留|积压|结转|积存|及?[之以]?后(?![续面来台])|[之以]前(?=就|已|即|既|的|历史|发生|存在|形成|受理)|的同期|上升|下降|增长|减少|增加了?|提高|水平|的\d"
    r"|[^，。；]{0,8}(?:试点|启动|推出|探索|开展|实施|排查|立案|受理|审议|通过|开工|完工|竣工|落成|改造)[^，。；]{0,12}的|[^，。；]{0,10}(?:指出|召开的|举办的|部署的|下达的|确定的|提出的|发生的|发现的?|查出|成果|经验|反馈|督察|考核|巡察|审计|查摆|遗留|未(?:完成|化解|结)|印发的?|出台的|制定的|修订的|签订的|建成的|成立的|设立的|启用的|创建的|获评的?|命名的?))"
)
# （2024年为2.95万元）, 2022年比2021年的230件减少: told to compare, or as history
_COMPARED = re.compile(r"年?度?(?:的[^，。；]{1,12})?(?:[较比]20\d\d年|[较比](?:上|前)一?年|同比)")
_IN_BRACKETS = re.compile(
    r"年?度?(?:全年)?(?:[一-鿿]{0,6}(?:为|是|仅|共)?\d|[^（）\n]{0,20}(?:之?前|之?后|时|版|期间)）|[^（）\n]{0,12}[、至—-]20\d\d)"
)
_BEFORE_OR_AFTER = re.compile(
    r"年(?:度)?[^，。；（）\n]{2,14}(?<!目)(?:[之以]?前|[之以]后)(?![期提往台续])"
)
_THEN = re.compile(
    r"年(?:度)?[^，。；（）\n]{2,14}后(?!续)"
)  # in mid-clause only: 全国2024年普查后
# 2021年310件、2022年281件; 2022年是96.1%; 2022年立项的公园: a value of that year, a thing from it
_OF_ITS_YEAR = re.compile(
    r"年度?(?:同期)?(?:(?:为|是|仅|只有)\d|(?!\d{1,2}月)\d[\d.]*[一-鿿%％]{1,3}(?=[、，。；）])"
    r"|(?!全|我|本|各|法治|工作|普法|度)[一-鿿]{2}的(?!工作|总))"
)
_LATE = re.compile(r"[是为员人名者都均]20\d\d年(?:才|刚|新|入职)")  # 4人是2024年新招录的
_OF_PLAN = re.compile(r"(?:列入|纳入|作为|写入)\Z")
_SINCE_LAST = re.compile(
    r"以来(?!新增|[^，。；]{1,16}的)(?![^。；]{0,30}(?:连续|两年|累计|逐年|历年|持续))"
)
_TO_DO = re.compile(
    r"(?:做好|抓好|谋划好?|安排好?|部署好?|制定|编制|开展好?|(?:力争|争取|计划|预计|拟|将)(?:在|到|于)?)\Z"
)
_LOOKED_BACK = re.compile(
    r"考核|收官|评估|整改|反馈|督察|档案|述法|年报|年度报告|遗留|积案|结转|决算"
)
# 针对2025年4件未调解成功的纠纷: what was left of the year, told by a clause before its 的
_LOOKED_AT = re.compile(
    r"(?:针对|对|就|围绕|把|将)20\d\d年\0度?[^，。；]{0,12}(?:未|没有|没能|尚|仍|已|中?(?:发现|发生|暴露|反映|反馈|查出|查摆|存在|遗留))[^，。；]{0,10}的"
)
_UNTIL = re.compile(r"\d年?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:至|到|—|–|-|~|～)\Z")
_STARTS = re.compile(
    r"(?:，|,|全年|度，|我[镇乡县市区街]|全[镇镇乡街]|[一-鿿]{2,4}[镇乡]|[一-鿿]{2,6}街道|街道|镇|共|累计)"
)
_PAST_IN_PLAN = re.compile(
    r"取得|成效|虽然|虽|已经?|过去|总结|基础上|不足|问题|回顾|存在|较|相比|同期|底前已"
)
_UP_TO = re.compile(r"(?:到|至|截至)\Z")
_BY_THEN = re.compile(
    r"(?:\d{1,2}月)?(?:(?:底|末)?[，前]|(?:底|末)(?![^。；]{0,20}(?:已|了|共有|仅|达到))[一-鿿])"
)
_WILL = re.compile(
    r"度?，?[^，。；]{0,12}?(?:将(?!(?:[^，。；]{1,16})纳入)|拟|计划|打算|要(?![求点素领])|力争)"
)
_DONE = re.compile(r"取得|虽|已|了(?!解)")
_ACTS = re.compile(
    r"，?(?:全年|我[镇乡]|我街道)?(?:组织|开展|举办|召开|建成|打造|新建|重点|继续|持续|加强|推进|深化|实现|完成|力争|计划|新增|培育)(?!了)"
)
_FUTURE = re.compile(
    r"将|力争|计划|拟|下一步|重点|要|继续|持续|确保|推进|加强|前完成|底前|安排|打算|目标"
)
_COMING = re.compile(
    r"将|拟|计划|力争|目标|打算|安排|预计|奠定|打好|打下|开局|做好|谋划|准备|筹备|底前|前完成|前建成|要点|预算|规划|届时|参保|医保|社保|养老保险|农业保险|征缴|征订|良好基础|以来|施行|生效|实施"
)


_NAMES_PLAN = re.compile(r"度?[^，。；\d]{0,16}(?:安排|计划|打算|思路|要点|设想|谋划|部署|任务)")
_HONOUR = re.compile(
    r"荣获|获评|喜获|评为|评定为|授予|命名为|入选|表彰|荣誉|称号|示范(?:县|乡|镇|村|街道|社区|单位)"
)


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """A finding at each year that belongs to another report."""
    year = reading.year
    if year is None or passage.role in ("annex", "note", "annex_note", "addressee"):
        return
    if passage.role in ("date", "signature"):
        yield from _date(passage, reading, year)
        return
    yield from _documents(passage, year)
    walls = [found.span() for found in _QUOTED.finditer(passage.text)]
    for found in _YEAR.finditer(passage.text):
        stated = parse_year(found["year"] or found["chinese"])
        if stated is None or any(start <= found.start() < end for start, end in walls):
            continue
        finding = _judge(passage, found, stated, year)
        if finding is not None:
            yield finding


def _documents(passage: Passage, year: int) -> Iterator[Finding]:
    """印发《2024年法治政府建设工作要点》 in a report on 2025: a yearly paper of the year before."""
    for found in _DOCUMENT.finditer(passage.text):
        start = found.start()
        before = passage.text[max(0, start - 16) : start]
        if int(found["year"]) != year - 1 or passage.plans(start) or not _FOLLOWED.search(before):
            continue
        if re.match(
            r"[^，。；]{0,8}(?:完成情况|落实情况|执行情况|考核|评估)", passage.text[found.end() :]
        ):
            continue
        yield _stale(passage, found, year - 1, year, certain=False, group="year")


def _judge(passage: Passage, found: re.Match[str], stated: int, year: int) -> Finding | None:
    heading = passage.role == "title" or found.start() < passage.heading
    if passage.role != "title" and passage.plans(found.start()):
        return _in_plan(passage, found, stated, year, heading=heading)
    if stated == year:
        again = passage.role == "title" and f"{year}年" in passage.text[: found.start()]
        planned = again and _NAMES_PLAN.match(passage.text, found.end())
        return _late_plan(passage, found, stated, year, certain=True) if planned else None
    if stated > year:
        return _ahead(passage, found, stated, year, heading=heading)
    if passage.role == "title" or (heading and not _legitimate(passage.text, found)):
        return _stale(passage, found, stated, year, certain=True)
    if _legitimate(passage.text, found, year) or is_contrasted(passage, found.span(), year):
        return None
    if not heading and in_a_chronicle(passage, found.start(), stated):
        return None
    if stated < year - LONG_AGO and not _opens(passage.text, found):
        return None  # 依托2018年……: so old a year in mid-sentence is history, not last year's text
    certain = stated == year - 1 and bool(_STARTS.match(passage.text, found.end()))
    return _stale(passage, found, stated, year, certain=certain)


def _opens(text: str, found: re.Match[str]) -> bool:
    """2021年，全镇共…: the year opens a clause of the year's work."""
    before = text[: found.start()]
    return (not before or before[-1] in "，；。：\n") and bool(_STARTS.match(text, found.end()))


def _opens_the_year(text: str, found: re.Match[str], year: int) -> bool:
    """2024年以来，我镇组织… in a report on 2025: a statement of the year's work left at last year."""
    head = re.sub(r"(?:自从|自|从)\Z", "", text[: found.start()])
    begins = not head or head[-1] in "。；：\n"
    return begins and _SINCE_LAST.match(text, found.end()) is not None and _is(found, year - 1)


def _is(found: re.Match[str], year: int) -> bool:
    return parse_year(found["year"] or found["chinese"]) == year


def _legitimate(text: str, found: re.Match[str], year: int = 0) -> bool:
    """Compared with, since, history told as history."""
    start, end = found.span()
    if text[start - 1 : start] == "（" and text[end : end + 1] == "）":
        return not re.search(r"(?:今年|本年度?|全年|当年)（\Z", text[:start])
    told = (_COMPARED, _BEFORE_OR_AFTER, _OF_ITS_YEAR)
    if any(pattern.match(text, end - 1) for pattern in told):
        return True
    behind_word = "一" <= text[start - 1 : start] <= "鿿"
    if behind_word and (_THEN.match(text, end - 1) or _LATE.match(text, start - 1)):
        return True
    if text[start - 1 : start] == "（" and _IN_BRACKETS.match(text, end - 1):
        return not _WHOLE_YEAR.match(text, end - 1)
    if _OF_PLAN.search(text, max(0, start - 4), start):
        return False
    if _opens_the_year(text, found, year):
        return False
    if _WHOLE_YEAR.match(text, end - 1):
        return bool(re.search(r"[较比]\Z", text[:start]))
    if _AFTER.match(text, end):
        return True
    before = text[max(0, start - 8) : start]
    if not _COMPARE.search(before):
        return False
    # 的2024年…: only 较…, 自… and the like join directly; a comma after the year begins anew.
    return not (before.endswith("的") and _STARTS.match(text, end))


def _told_of_its_year(passage: Passage, found: re.Match[str]) -> bool:
    """An honour belongs to its year: another year in its place would be false, not mended."""
    span = passage.sentence(found.start())
    return _HONOUR.search(passage.text, found.end(), span.end) is not None


def _stale(
    passage: Passage,
    found: re.Match[str],
    stated: int,
    year: int,
    *,
    certain: bool,
    group: str | int = 0,
) -> Finding:
    replaced = _replaced(found, year) if group == 0 else str(year)
    return passage.finding(
        ID,
        "error" if certain else "warning",
        f"本报告写{year}年，这里还是{stated}年，像是往年稿子留下的。",
        *found.span(group),
        suggestion=None if _told_of_its_year(passage, found) else replaced,
    )


def _replaced(found: re.Match[str], year: int) -> str | None:
    return found.group().replace(found["year"], str(year)) if found["year"] else None


def _ahead(
    passage: Passage, found: re.Match[str], stated: int, year: int, *, heading: bool
) -> Finding | None:
    """A later year in a report of what was done."""
    span = passage.sentence(found.start())
    sentence = passage.text[span.start : span.end]
    if passage.role == "title":
        coming = stated == year + 1 and _NAMES_PLAN.match(passage.text, found.end())
        return None if coming else _stale(passage, found, stated, year, certain=True)
    if "next_year_plan" in passage.kinds or "closing" in passage.kinds or heading:
        return None
    if _UNTIL.search(passage.text, max(0, found.start() - 12), found.start()):
        return None
    if _COMING.search(sentence) or not _STARTS.match(passage.text, found.end()):
        return None
    return passage.finding(
        ID, "warning", f"本报告写{year}年的工作，这里却是{stated}年。", *found.span()
    )


def _in_plan(
    passage: Passage, found: re.Match[str], stated: int, year: int, *, heading: bool
) -> Finding | None:
    """A plan speaks of year + 1; the year reported on stands there only in looking back."""
    if stated > year:
        return None
    text, end = passage.text, found.end()
    if heading:
        return (
            None
            if _heading_covers_both(passage, year) or _COMPARE.search(text, 0, found.start())
            else _late_plan(passage, found, stated, year, certain=True)
        )
    span = passage.sentence(found.start())
    rest = text[end : span.end]
    if stated == year and _UP_TO.search(text[span.start : found.start()]) and _BY_THEN.match(rest):
        return _late_plan(passage, found, stated, year, certain=False)
    if _is_told_of(text, span.start, end):
        return None
    will = bool(_WILL.match(rest)) and not _DONE.search(rest)
    if stated == year and not will and (_PAST_IN_PLAN.search(rest) or f"{year + 1}年" in rest):
        return None
    if stated < year and _legitimate(text, found):
        return None
    to_do = _TO_DO.search(text[span.start : found.start()])
    if stated == year and to_do and not _LOOKED_BACK.search(rest):
        return _late_plan(passage, found, stated, year, certain=False)
    deadline = bool(
        re.match(r"(?:\d{1,2}月)?(?:\d{1,2}日|底|末|内|[一-鿿]{2,3})?前(?![期提])", rest)
    )
    before = text[span.start : found.start()]
    if stated == year and _ACTS.match(rest) and (not before or before[-1] in "，；：。、"):
        return _late_plan(passage, found, stated, year, certain=False)
    if deadline or _FUTURE.search(rest) or re.search(r"将|下一步|计划|打算", before):
        return _late_plan(passage, found, stated, year, certain=False)
    return None


def _is_told_of(text: str, start: int, end: int) -> bool:
    """Whether the year that ends at `end` names a thing of it: 2025年以来, 针对2025年未化解的纠纷."""
    if _AFTER.match(text, end):
        return not re.match(r"\d{0,2}月?底?前", text[end:])
    return _LOOKED_AT.search(text[start:end] + "\0" + text[end : end + 30]) is not None


def _heading_covers_both(passage: Passage, year: int) -> bool:
    """2025年存在的问题及2026年打算 speaks of both."""
    heading = passage.text[: passage.heading]
    return f"{year + 1}" in heading or "shortcomings" in passage.kinds


def _late_plan(
    passage: Passage, found: re.Match[str], stated: int, year: int, *, certain: bool
) -> Finding:
    return passage.finding(
        ID,
        "error" if certain else "warning",
        f"下一年度安排应写{year + 1}年，这里还是{stated}年。",
        *found.span(),
        suggestion=_replaced(found, year + 1),
    )


def _date(passage: Passage, reading: Reading, year: int) -> Iterator[Finding]:
    """A report is dated in the months after its year, or at its very end."""
    date = reading.report.date
    if date is None or (
        passage.role == "signature" and not re.search(r"\d|二[〇○零]", passage.text)
    ):
        return
    months = (date.year - year) * 12 + date.month
    if 10 <= months <= 24:
        return
    found = re.search(r"20\d\d|二[〇○零][一二三][〇○零一二三四五六七八九]", passage.text)
    span = found.span() if found else (0, len(passage.text))
    yield passage.finding(
        ID,
        "error" if months < 10 else "warning",
        f"成文日期是{date.year}年{date.month}月，与{year}年度报告对不上。",
        *span,
        suggestion=str(year + 1) if found and found.group().isdigit() and months < 10 else None,
    )


RULE = PassageRule(ID, check)
FLAGGED = (
    Example("办结案件53件。2024年，我镇排查矛盾纠纷131件，各项工作呈现良好态势。"),
    Example("2024年，我镇共开展普法宣传活动28场次。"),
    Example("2024年全年召开党委会研究法治议题6次。", "opening"),
    Example("2025年，青禾镇将重点抓好以下工作，继续加强执法培训。", "plan"),
    Example("到2025年底建成法治广场1处。", "plan"),
    Example("一是2025年汛期前组织避险演练2次。", "plan"),
    Example("2024年12月4日，组织开展宪法宣传活动。"),
    Example("2024年，青禾镇落实《云岭县法治建设规划（2021—2025年）》部署，扎实推进依法行政。"),
    Example("2024年以来，我镇组织干部学法6次。"),
    Example("自2024年以来，我镇组织干部学法6次。"),
    Example("把法治建设列入2024年度绩效考核内容。"),
    Example("到2025年底，法律顾问参与度达到100%。", "plan"),
    Example("2025年，青禾镇将围绕存在的问题重点做好四个方面工作。", "plan"),
    Example("调解员培训（2024年1月至12月）每季度举办一期。"),
    Example(
        "青禾镇2026年度法治政府建设工作情况的报告\n云岭县人民政府：\n"
        "2025年，青禾镇扎实推进依法行政。现将有关情况报告如下。\n一、主要举措和成效\n"
        "青禾镇人民政府\n2026年1月20日",
        "whole",
    ),
)
CLEAN = (
    Example("办理案件53件。2024年办理案件61件，案件数量呈下降趋势。"),
    Example("2024年拆除违法建设31处，今年新增势头明显减缓。"),
    Example("三是针对2025年4件未调解成功的纠纷继续跟踪。", "plan"),
    Example("2023年以来，我镇连续三年未发生越级上访。"),
    Example(
        "青禾镇2025年度法治政府建设工作情况及2026年度工作安排的报告\n云岭县人民政府：\n"
        "2025年，青禾镇扎实推进依法行政。现将有关情况报告如下。\n一、主要举措和成效\n"
        "青禾镇人民政府\n2026年1月20日",
        "whole",
    ),
    Example("受理信访事项32件，较2024年下降12%。"),
    Example("自2024年以来推行的公示制度运行良好。2024年以来，全镇连续两年无命案。"),
    Example("落实《云岭县法治建设规划（2021—2025年）》和云办发〔2024〕12号文件。"),
    Example("2024年受理信访40件，2025年受理32件，下降20%。"),
    Example("依托2019年建成的法治文化广场开展活动。"),
    Example("全年罚没款3.46万元（2024年为2.95万元）。"),
    Example("对2022年至2024年的案卷开展“回头看”，全国2024年普查后新增商户86家。"),
    Example("执法人员小李2018年入职，2024年取得法律职业资格。"),
    Example("信访量连续两年下降，2023年比2022年的230件减少16件。"),
    Example("系统梳理原县政府法制办（2018年机构改革前）下发的文件，逐件核对效力。"),
    Example("2024年6月起推行的执法公示制度持续运行。"),
    Example("2026年1月1日起施行的《治安管理处罚法》宣传同步启动。"),
    Example("2025年工作虽有成效，仍存在短板，2026年将继续努力。", "plan"),
    Example("去年同期受理41件，今年受理36件。"),
    Example("该纠纷发生在2019年，适用当时的合同法处理。"),
    Example("对2024年度考核反馈的问题逐项整改。"),
    Example("检查案卷38卷，2024年为31卷；化解率98%，这一指标2023年是96.1%。"),
    Example("排查量连续下降，2022年310件、2023年281件；办结建议16件，其中2024年转办2件。"),
    Example("2022年立项的法治公园建成开放。"),
    Example("另办结2022年结转案件5件，其中4件为2021年之前就已存在的争议。"),
    Example("（三）总结2025年经验，设立政务公开信息员。", "plan"),
    Example("8名执法人员中，5名是2024年以后取得证件的，2名为2024年新招录，1名队员2024年才转岗。"),
)
