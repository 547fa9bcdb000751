"""What a template, a web page or a picture left behind: ××镇, 【填写】, [image: …]."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, PassageRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.model.finding import Finding

ID = "placeholder"
_BLANK = re.compile(
    r"[×✕✖]+|[XxＸ]{2,}(?![A-Za-z])|(?<![A-Za-z])[XxＸ](?= ?[县市区镇乡村年月日件次名人场份条户处起批家期万亿元余多%％])|(?<![A-Za-z+＋])[NＮ](?= ?[件次名人场份条户处起批家期](?![A-Za-z]))|_{2,}|＿{2,}|[*＊]{2,}"
    r"|[□■○●◯]{2,}|[?？]{2,}|\{\{.*?\}\}|\{[一-鿿A-Za-z_]{1,16}\}|⟦.*?⟧|<[一-鿿A-Za-z/][^<>\n]{0,20}>"
    r"|(?<![王李张刘陈杨黄赵周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文])某{2,}(?=[一-鿿])|(?:[一-鿿]{2,4}[局部委办所站]|联合)?某(?=部门|单位|地|企业(?![因与违未擅涉拖负职员存被主在发欠])|村[，。、的]|社区|街道)|(?<![一-鿿])某(?=[镇乡县])|(?<![A-Za-z])(?:TODO|TBD)(?![A-Za-z])|(?<![A-Za-z#])N/A(?![A-Za-z])|(?<![\d.,，])00+(?= ?[件人次个场份起名户批期处条])|20\d\d年[ \u3000_]+月[ \u3000_]*\d{0,2}[ \u3000_]*日|20\d\d年 ?\d{1,2} ?月[ \u3000_]+日|(?<!\d)20[ \u3000_]+年|&(?:nbsp|amp|lt|gt|quot|#\d+)[;；]?|#(?:REF|VALUE|N/A|DIV/0)[!?]?|错误！未找到引用源|Lorem ipsum"
    r"|【[^】\n]{0,16}】|〖[^〗\n]{0,16}〗|\[(?:[^\]\n]*(?:填|待|补|此处|单位|姓名|数字|年份|插入|image|图片|img)[^\]\n]*|)\]"
    r"|[（(](?:[^（）()\n]{0,6}(?:待补|待填|待定|待核|待更新|待完善|请填|此处|填写|数据待|略去|插入)[^（）()\n]{0,10}|空|略|\s*|\s{2,}|数字|单位名称|姓名|名称|人名|人数|数量|金额|年份|日期|地点)[）)]"
    r"|(?:(?<=[一-鿿])[_*＿＊]|(?:^|(?<=[，。；：、]))[?？])(?=(?P<u>件|起|场次?|人次?|份|名|户|万?元|次|个|处|条|家|架|项|台)(?!(?P=u)|[别性民体案日数]))"
    r"|(?<=[一-鿿])[?？](?=(?:件|起|场次?|人次?|份|名|户|万?元|次|个|处|条|家)[，。；、）])"
    r"|(?<![一二两零〇])〇{2,}(?![一二三四五六七八九])"
    r"|(?<=[一-鿿])[ \u3000]+(?=(?:件|场次?|人次?|份|名|户|万?元|次|个|处|条|%|％)[，。、；（])"
    r"|(?:…+|\.{3,}|△+|▲+|[#＃@＠]{2,}|[~～]{2,}|[-－]{3,}) ?(?=(?:余|多)?[万亿]?(?P<unit>元|件|起|份|场|名|户|亩|个|处|人|次|条|项|%|％)(?!(?P=unit)))"
    r"|(?<![A-Za-z])(?:undefined|[Nn][Uu][Ll][Ll]|NaN|nan|MERGEFORMAT|HYPERLINK|Error!)(?![A-Za-z])|[\[【]?批注 ?[\[【：:\d]"
    r"|此处(?:填写|插入|补充|省略|添加|待)[一-鿿]{0,6}|请(?:在此|在这里)?(?:填写|输入|补充)[一-鿿]{0,6}|单击此处|(?:数据|数字|内容)待(?:补充?|填|核实|更新|定)|(?<![有亟尚])待(?:补充|填写|填报|补填|录入)(?=[。，；）\s]|$)"
)
# every branch of _BLANK begins with one of these, but that with words before 某
_BEGINS = re.compile(
    r"[×✕✖XxＸNＮ_＿*＊□■○●◯?？{⟦<T02&#错L【〖\[（(〇 \u3000….△▲＃@＠~～\-－unMHE批此请单数内待]"
)
# what one of the people at work on the text says to another
_ASIDE = re.compile(
    r"[（(](?:(?:此处|以下|上述)[^（）()\n]{0,16}(?:模板|范文|示例|样例|略)[^（）()\n]{0,14}"
    r"|[^（）()\n]{0,8}(?:请(?:结合|根据|按)[^（）()\n]{0,8}(?:填|写|补充|修改|调整|增减)|可自行(?:增减|修改|调整))[^（）()\n]{0,4}"
    r"|(?:数据|数字|材料|人数|此数|该数)[^（）()\n]{0,4}[由请][^（）()\n]{2,10}(?:提供|补充|补报|核实|核对|确认)"
    r"|[由请][^（）()\n]{2,10}(?:补充|补报|核实|核对|确认)(?:数据|数字)?"
    r"|[^（）()\n]{0,8}(?:请|烦请|麻烦|待|需|须|尚未|还没|暂未|建议|是否)[^（）()\n，。；]{0,16}"
    r"(?:填|填写|填报|填入|补上|补充|补齐|补报|核实|核对|核定|确认|提供|更新|修改|改一下|完善|审定|斟酌|插入|删除|删去|删掉|调整|替换|再定|统计|报数|报送|报来|上报|给数|保留|取舍|准确|合适|妥当|属实|一致|需要)(?:一下|后|下)?[。！？?]?"
    r"|[^（）()\n]{0,10}(?:[?？]+|存疑|可删|照抄|沿用去年|去年(?:的)?(?:数据|数字)|上年(?:的)?(?:数据|数字)|再核|待议)[^（）()\n]{0,6}"
    r"|(?:此|本|该|这)[段句处][^（）()\n]{0,14}(?:见|如)?(?:上图|下图|附图)?|(?:插图|配图|附图|图片|照片)[^（）()\n]{0,8}|[见如]?[上下]?图 ?\d{0,2})[）)]"
)
_CHROME = re.compile(
    r"当前位置[：:]|您现在的位置|长者版|无障碍阅读|扫一扫(?=\s|分享|关注|在手机|打开|下载|[：:|])|版权声明|版权所有|已是首条|已是最后|上一[篇条][：:]|下一[篇条][：:]|浏览次数[：:]|阅读次数"
    r"|点击数?[：:]|是否继续访问|【(?:打印|关闭|字体)[^】]*】|打印本页|点击(?:查看|阅读|下载|进入|此处|这里)|阅读全文|展开全文|返回顶部|关闭窗口|分享到[：:]?|字体[：:]\s*[大小]|责任编辑[：:]|来源[：:][^，。\n]{2,20}(?:网|局|办)"
    r"|发布时间[：:]|发表日期[：:]|索引号[：:]|主办单位[：:]|"
    + "|".join(
        f"{province}ICP备"
        for province in "京粤鄂湘豫滇川浙苏皖赣鲁冀晋陕桂黔闽渝沪津甘青宁新蒙藏辽吉黑琼"
    )
)
_TO_FILL = re.compile(
    r"填|待|补|此处|单位|姓名|数字|年份|插入|名称|日期|具体|[×XxＸ_*]{2}|】【|【】"
)
_COLUMN = re.compile(r"开设|开辟|打造|设立|推出|创办|开办|专栏|栏目|板块|专题|课堂|话题|系列|品牌")
_MULTIPLIED = re.compile(r"\d\s*[一-鿿a-zA-Z]{0,3}[×✕]\s*\d")
_LAW = re.compile(r"(?:法|法典|条例|规定|办法|纲要|意见)>\Z")
_CLAUSE_END = re.compile(r"[。；\n]")
_HIDING = re.compile(
    r"隐[名去匿藏]|匿名|化名|脱敏|遮[挡盖蔽]|打码|代替|替代|代称|[车号]牌|(?:形式|方式|样式|字样|符号)[^，。；]{0,8}(?:处理|公[开示布]|表示|标注|标示|代|显示|处置|张贴)"
)
_ANY_MORE = re.compile(r"[+＋][NＮ]")


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """A finding at each leftover."""
    del reading
    for found in (*_blanks(passage.text), *_ASIDE.finditer(passage.text)):
        if _fine(passage.text, found):
            continue
        yield passage.finding(
            ID, "error", f"“{found.group()}”是没有填的空或残留的标记，请填写或删去。", *found.span()
        )
    for found in _CHROME.finditer(passage.text):
        yield passage.finding(
            ID, "error", f"“{found.group()}”是网页上带来的文字，请删去。", *found.span()
        )


def _blanks(text: str) -> Iterator[re.Match[str]]:
    """As _BLANK.finditer, but its many branches are tried only where one can begin."""
    if "某" in text:
        yield from _BLANK.finditer(text)
        return
    end = 0
    for sign in _BEGINS.finditer(text):
        if sign.start() >= end and (found := _BLANK.match(text, sign.start())):
            end = found.end()
            yield found


def _fine(text: str, found: re.Match[str]) -> bool:
    """7×24小时, 138****1234 and 【普法】 as the name of a column are no leftovers."""
    start, end = found.span()
    around = text[max(0, start - 5) : end + 3]
    if found.group()[0] == "<" and _LAW.search(found.group()):
        return True  # <行政处罚法>: a title in wrong marks
    if found.group()[0] in "×✕✖" and _MULTIPLIED.search(around):
        return True
    if found.group()[0] in "×✕✖*＊XxＸ" and _hidden(text, start, end):
        return True
    if found.group()[0] in "NＮ" and _ANY_MORE.search(text):
        return True  # “1+3+N”机制，即……和N名乡贤
    if found.group()[0] in "*＊" and re.search(r"\d[*＊]+\d", around):
        return True
    if found.group()[0] == "【" and not _TO_FILL.search(found.group()):
        if _headed(text, start, end):
            return True
        return bool(_COLUMN.search(text, max(0, start - 8), min(len(text), end + 4)))
    return found.group()[0] == "某" and "某种" in around


_LEAD = re.compile(r"\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．])?\s*")


def _headed(text: str, start: int, end: int) -> bool:
    """【强化顶层设计】街道党工委…: a heading set in brackets, with the paragraph behind it."""
    lead = _LEAD.match(text)
    return bool(lead and lead.end() == start) and end - start >= 6 and len(text) - end >= 20


def _hidden(text: str, start: int, end: int) -> bool:
    """“甘J×××××”, 以“×某”形式隐名: a sign between quotation marks that hides something on purpose."""
    opened, closed = text.rfind("“", max(0, start - 12), start), text.find("”", end, end + 12)
    if opened < 0 or closed < 0 or "”" in text[opened:start]:
        return False
    clause = _CLAUSE_END.split(text[:opened])[-1] + _CLAUSE_END.split(text[closed + 1 :], 1)[0]
    return _HIDING.search(clause) is not None


RULE = PassageRule(ID, check)
_OPEN_DATE = (
    "云岭县青禾镇2025年法治政府建设年度报告\n2025年，青禾镇扎实推进法治政府建设。\n一、主要举措和成效\n"
    "全年开展普法活动28场次。\n二、存在的不足和原因\n执法力量薄弱，原因是编制不足。\n三、2026年工作安排\n"
    "加强执法培训。\n云岭县青禾镇人民政府\n2026年  月  日"
)
FLAGGED = (
    Example("全年共排查矛盾纠纷××件，化解率100%。"),
    Example("XX镇党委高度重视法治建设。"),
    Example("机关干部通过率达到了[image: image1.png]。"),
    Example("开展普法活动（待补充）场次。"),
    Example("【单位名称】扎实推进依法行政。"),
    Example("全年审查合同36份（数据由司法所提供）。"),
    Example(_OPEN_DATE, "whole"),
    Example("调解纠纷00件，成功率98%。"),
    Example("建成法治文化广场1处（请镇文化站核实后填写）。"),
    Example("安排普法专项经费……万元。"),
    Example("协助办理法律援助 件（待司法所报数），安排经费4.6万元（领导看是否保留）。"),
    Example("续聘〇〇律师事务所，购置无人机_架，覆盖村民*人次，镇长（姓名）带队检查。"),
    Example("排查隐患86处（这个数字是否准确？）。"),
)
CLEAN = (
    Example("公示的处罚决定书以“张××”形式隐名，查获号牌为“云A×××××”的货车1辆。"),
    Example("推行场所码，扫一扫便知检查记录；每户贴码，用手机扫一扫。"),
    Example("实行7×24小时值班值守，新设3米×2米的展板20块。"),
    Example("群众事谁来管？个别干部有答案，各部门（单位）齐上阵。"),
    Example("某企业拖欠86名工人工资132万元，经协调全部兑付。"),
    Example("编印《法律十问》（图文版）2000册。"),
    Example("推行“1+3+N”机制，即1名干部、3名调解员和N名乡贤共同参与。"),
    Example("实行一次性告知（需补充材料的当场告知），群众反映的事……件件有回音。"),
    Example("建立“1+5+N”工作机制，推行“X+法治”模式。"),
    Example("（一）加强组织领导（含村级）。"),
    Example("【建强普法队伍】全镇选聘普法志愿者42名，走村入户宣讲86场次，受众3200人次。"),
    Example("微信公众号开设【普法课堂】专栏，推送短文20篇。"),
)
