"""What a figure counts, in the text's own words, and whether it is a standing fact of the place."""

from __future__ import annotations

import re


def _words(listed: str) -> list[str]:
    return listed.split()


_STOP = "，。；：、！？,;:“”（）()《》\n\t "
_OUTER = _STOP.replace("“", "").replace("”", "").replace("《", "").replace("》", "")
_CHANGED = re.compile(
    r"(?:由|从)[^由从]{1,12}?(?:增加|提高|提升|上升|扩大|增长|减少|下降|压缩|缩短|降低|缩减|调整|压减|精简|核减|变更|升|降|增|减)(?:到|至|为|成)?\Z"
)
"""持证人员由4名增加到: the noun stands before."""
_WHOLE = "级以上|公共|中共|共享|共建|共治|共同|行为|和谐|存在|了解|应对|对象|对接|平均|均衡|表达|其他|平等|等级|以案|自由|理由|被告|合并"
"""Words whose one half would end a noun by itself: 违法行为, 公共法律服务."""
_AFTER = re.compile(
    r"(?:“[^”\n]{1,14}”)?(?:[\u4e00-\u9fff]{1,4}（(?:社区|街道|[镇村居组局办])）)?"
    rf"(?:{_WHOLE}|[^，。；：、！？,;:（）()《》“\n\t 的和与及并在为被把将由对已也只均都共达以了是其等\d]){{0,16}}"
)
_AFTER_UNITS = frozenset(
    _words(
        "个 名 位 家 支 处 条 起 件 项 部 份 艘 辆 台 座 所 间 户 块 张 幅 本 册 篇 套 种 类 例 宗 批 万元"
    )
)
_VERBS = (
    "组织开展|组织召开|累计开展|开展|组织|举办|召开|发放|派发|排查|调处|化解|受理|办理|接待|完成|解答|提供|聘请|配备|建立|建成|设立|打造|新增|新建|培育|培养|选拔|选派|审核|(?<!提)出具"
    "|查处|处置|制定|修订|出台|梳理|整改|发布|制作|悬挂|张贴|拆除|拆解|销毁|参加|参与|通过|帮助|走访|撰写|投入|投资|立案|办结|审议|听取|传达|观看|邀请|协调|解决|破解"
    "|巡查|覆盖|惠及|拥有|现有|共有|下辖|达到|实现|进行|签订|报备|录入|优化|压缩|推送|播放|安装|征求|收集|承办|获得|荣获|创建|命名|督促|纳入|得到|建强|缓解|充实到|印发|下发|编发|编印|刊发|推出|评选|认定|组建|新办|调处|征集|录制|摆放|更新|核查|评查|抽查|回访|调解|提出|发现|查出|指出|反馈|补充|添置|购置|招录|力争|争取|挽回"
)
_NOUN_LIKE = "审查|学习|公开|调解|研究|检查|指导"
_LAST_VERB = re.compile(
    rf".*(?:(?:{_VERBS})了?(?!率|量|数)(?<!(?:调解|调处|审核|巡查|核查|评查)(?=员|能手|骨干|人才|人员|室|站|组织|平台|品牌|协议|委员))|(?:{_NOUN_LIKE})了?(?=各类|矛盾|合同|文件|《|习近平|党的|宪法|法治|信息))(?=[^，。；]{{2}})"
)
_VERB_LAST = re.compile(rf"(?:{_VERBS}|{_NOUN_LIKE})了?\Z")
_EARLIER_FIGURE = re.compile(r"\d[\d., \xa0]*[余多]?[万千]?\s?[^\d\s]{1,2}\s*\Z")
_TAIL = re.compile(
    r"(?:平均|(?:实|现|原)有|(?<![理自缘])由|不少于|不低于|不超过|超过|达到?了?|共计?|累计|(?<![民条公合节签契预制履规])约|近|有|(?<!行)为|是|合计|(?<!总)数为?|分别|各|均|仅|逾|突破|提升至|提高到|提高至|至|了|在|的|等|次数|人数|以上"
    r"|总计|已|先后|各有|分别有|都|并)+\Z"
)
_HEAD = re.compile(
    r"^(?:[一二三四五六七八九十]{1,2}是|\d{1,2}[.．]|(?:主要|根本)?(?:原因|根源)(?:是|在于)|今年|全年|去年|本年度?|年内|目前|截至目前|截止目前|其中|同时|并|共|先后|累计|已|还|另|及(?!时)|和|以及|对|将|把|我[镇乡街县区局]|我街道|[全本][镇乡县区局]|[全本]街道|由|以|依托|通过|的|了|各类|各种)+"
)
_TIME = re.compile(r"^(?:20\d\d年(?:度|以来)?|\d{1,2}月(?:\d{1,2}日)?|20\d\d年?)+")
_LAST_YEAR = re.compile(r"[由从较比](?:上一?年度?|去年|20\d\d年度?)(?:同期|全年)?的?\Z")
"""执法检查由上年的: what is counted stands before."""
_ASIDE = re.compile(r"（(?:含|包括|包含|不含|其中|即|见|详见)[^（）]*）\Z")
"""终止（含调解和解）: an aside on what is counted."""
_NO_NOUN = re.compile(
    r"(?:平均到?)?(?:每个?|各)(?:行政)?(?:村（社区）|村|社区|[镇乡户人名年月周季]|街道)|占|(?:同比|环比|较?(?:上年|去年)(?:同期)?|较20\d\d年)*(?:增加|增长|增幅|减少|下降|上升|提高|提升)?"
)
"""What stands before a figure and names nothing it counts: 每个村, 同比增长."""
_OUTCOMES = frozenset(_words("成功 完毕 到位 办结 完成"))
_STANDING = re.compile(
    r"(?:行政村|自然村|中心村|村（社区）|村\(社区\)|村（居）|村居|村民小组|居民小组|居委会|村委会|社区|村)"
    r"(?!级|民(?!小组)|两委|道|规|务|庄规划|居?法律顾问|法律明白人|调解|矫正)"
)
_MADE = re.compile(
    r"(?:创建|打造|建成|新建|培育|命名|评为|获评|荣获|走访|检查|巡查|整治|开展|新增|评选|确定|选取|选定|指导|深入|完成|推进|覆盖到?|走进|涉及|申报)[^，。；]{0,8}\Z"
)
_POPULATION = re.compile(
    r"(?:总?人口|户籍|常住|流动人口|总户数|辖区面积|总面积|国土面积|区域面积|耕地|农户|居民|村民)[^，。；]{0,8}\Z"
)
_REACHED = re.compile(
    r"(?:惠及|受益|服务|覆盖|走访|帮扶|慰问|发放|补贴|入户|动员|组织)[^，。；]{0,8}\Z"
)
_STANDING_UNITS = frozenset(_words("个 人 户 家 所 亩 公顷 名 平方公里 平方米 公里 口 组 座"))
_GOVERNS = re.compile(r"(?:下辖|管辖|现辖|辖有?|辖区(?:内)?(?:共?有)?)[^，。；]{0,20}\Z")


_AFTER_VERB = re.compile(
    r"(?:移交|纳入|全部|均|已|得到|被|需|进行|完成|办结|整改|统一|持有|取得|获得|通过|参加|无一|移送|转|分别|同比|较|占|增加|增至|提高|上升|减少|下降|压缩|缩短|扩大|调整|压减|精简|核减)"
)
_CHANGES = re.compile("增加|增至|增长|提高|提升|上升|减少|减至|下降|降低|降至|压缩|缩短|压减")
_HELD = re.compile(
    r"(?:均|已|全部)?(?:持有|取得|获得|通过|考取|具有|拥有|参加)了?(?P<thing>[\u4e00-\u9fff“”]{2,14})"
)
_ONLY_PLACE = re.compile(
    r"(?:[\u4e00-\u9fff]{1,6}[镇乡县区局]|[\u4e00-\u9fff]{1,6}街道)?(?:[全本我][镇乡县区局]|街道|全街道)?"
)


def thing_of(text: str, start: int, end: int, unit: str | None) -> str:
    """The words for what text[start:end] counts: 72件矛盾纠纷, 矛盾纠纷72件 → 矛盾纠纷."""
    after = _after(text, end)
    if unit in _AFTER_UNITS and after and not _AFTER_VERB.match(after):
        return after
    before = _before(text, start)
    if held := _held(text, end, before):
        return held
    if after and (not before or (_VERB_LAST.search(before) and not _CHANGES.match(after))):
        return after
    return before or _clause_before(text, start)


def _held(text: str, end: int, before: str) -> str:
    """What people hold or passed, where only a place stands before them: 全乡27人持有行政执法证."""
    if before and not _ONLY_PLACE.fullmatch(before):
        return ""
    found = _HELD.match(text, end)
    return found["thing"] if found else ""


def _after(text: str, end: int) -> str:
    if text[end : end + 2] in ("以上", "以下", "左右", "以内"):
        end += 2
    found = _AFTER.match(text, end)
    words = found.group() if found else ""
    verb = re.search(
        rf"(?<=..)(?:{_VERBS}|担任|常态化|积极|全部|全面|作为|全覆盖|统一|划入|移交|持有|取得|获得)|(?<=.)目前",
        words,
    )
    words = words[: verb.start()] if verb else words
    if text[end + len(words) : end + len(words) + 1] in ("为", "任"):
        words = words.removesuffix("作").removesuffix("担")
    if text[end + len(words) : end + len(words) + 1] == "与":
        words = words.removesuffix("参")
    return words if len(words) > 1 or words == "村" else ""


def _before(text: str, start: int) -> str:
    while start and text[start - 1] in " \xa0":
        start -= 1
    left = max(0, start - 60)
    begin = start
    depth = 0
    while begin > left:
        sign = text[begin - 1]
        if sign in "”》）)":
            depth += 1
        elif sign in "“《（(" and depth:
            depth -= 1
        elif sign in _STOP and not depth:
            break
        begin -= 1
    return _noun(text[begin:start])


def _noun(words: str) -> str:
    words = _LAST_YEAR.sub("", _ASIDE.sub("", words))
    words = _CHANGED.sub("", words.strip(_OUTER))
    words = _EARLIER_FIGURE.sub("", _TAIL.sub("", words))
    words = _HEAD.sub("", _TIME.sub("", _TAIL.sub("", words)))
    if found := _LAST_VERB.match(words):
        rest = words[found.end() :]
        words = rest if len(rest) >= 2 and rest not in _OUTCOMES else words
    if "》" in words and "《" not in words:
        words = words.rsplit("》", 1)[-1]
    words = _closed(_HEAD.sub("", words).strip("的了等 \xa0"))
    return "" if _NO_NOUN.fullmatch(words) else words


def _closed(words: str) -> str:
    """Without a quotation mark or bracket that has lost its other half."""
    for left, right in ("“”", "（）", "《》"):
        if words.count(left) < words.count(right):
            words = words.rsplit(right, 1)[-1]
        elif words.count(left) > words.count(right):
            words = words.replace(left, "", 1)
    return words


def _clause_before(text: str, start: int) -> str:
    """The words of the clause before, where the figure's own clause holds none."""
    left = re.split("[。；\n]", text[max(0, start - 60) : start])[-1]
    for clause in reversed(re.split(r"，|(?<=\d[\u4e00-\u9fff])、", left)):
        if words := _noun(clause):
            return words[-16:]
    return ""


def is_standing_fact(text: str, start: int, end: int, unit: str | None) -> bool:
    """Villages, inhabitants, households, area: what the place has, not what the year brought."""
    left = text[max(0, start - 24) : start]
    if unit in ("平方公里", "平方千米"):
        return True
    if _REACHED.search(left):
        return False
    if _POPULATION.search(left) and unit in ("人", "户", "亩", "公顷", "平方米"):
        return True
    if unit == "户" and re.match(r"“一户|居民|农户|村民", text[end : end + 3]):
        return not re.search(r"[为给向帮助使]\Z", left)
    if _GOVERNS.search(left) and unit in _STANDING_UNITS:
        return True
    if unit == "个" and _STANDING.match(text, end):
        return not _MADE.search(left)
    return unit == "人" and text.startswith("口", end)
