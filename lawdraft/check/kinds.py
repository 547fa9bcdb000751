"""Names that answer one question and exclude each other: 简易程序 and 普通程序, 维持 and 撤销, 上半年 and 下半年.

Parts told by them fall apart without overlap, so they can make a total even where no 其中 says so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_TWO = (
    "上半年 下半年", "简易程序|简易案|当场处罚 一般程序|普通程序|普通案|一般案", "专职 兼职", "书面 口头", "男 女", "党员 群众|非党员",
    "初信|初访|初次|首次 重信|重访|重复|再次", "个访|个体访 集体访|群访", "范围内|辖区内|以内 范围外|辖区外|以外", "存量|历史遗留|原有 新增|新发", "实有|实际 缺编|空编|空缺|缺",
    "线上|网上|网络 线下|现场|窗口", "城镇|城市|社区 农村|行政村|建制村", "属实|有效|查实 失实|无效|查否|不实|查无", "持证 无证",
    "按期|按时|如期 超期|逾期|延期", "在编|编内|正式|公务员 编外|聘用|辅助|劳务|临聘|合同制",
    "即办|当场办 承诺|限时", "工作日|白天 夜间|节假日|双休日", "镇级|乡级|街道级|镇本级|镇调委 村级|社区级|村（|各村", "本地|本镇 外地|外来|流动",
)  # fmt: skip
_SEVERAL = (
    "维持 撤销 终止 驳回 变更 确认违法|违法 撤回|和解", "胜诉 败诉 撤诉|撤回 调解|和解 未审结|审理|未判", "一审 二审 再审",
    "审批|批准|许可|核准|核发|同意|准予 不予|不符合|未通过|退回|驳回|未批|否决 撤回|撤销|主动放弃 正在|待",
    "采纳|采信 部分 未", "予以公开|同意公开|全部公开 部分公开 不予公开|不予 不存在 不予处理|非本机关|告知", "警告 罚款 没收 责令 暂扣|吊销 拘留", "协商|调解 诉讼|起诉|司法 仲裁 移送|移交", "主办 协办|会办 分办", "第一|首[批期] 第二 第三 第四 第五 第六",
    "当场|立即|现场整改|即时|立行立改|立查立改|已整改|整改完成|整改到位|完成整改 限期|责令|正在 挂牌|停业|移交|停产 剩余|其余|未",
    "缓刑 假释 暂予监外 管制", "一季 二季 三季 四季", "电话|来电|热线 现场|当面|来访|窗口|上门|接访 线上|网络|网上|微信|视频|邮箱 来信|信件|书面",
    "镇级|乡级|街道级|镇本级|镇调委 村级|社区级|村调委 行业|专业|企业 县级|区级|市级 省级 国家级",
    "公务员|行政编 事业 编外|聘用|辅助|劳务|合同制|其他人员 参公", "保留|继续有效 修改|修订|修正 废止|失效|宣布",
    "东片|东部 南片|南部 西片|西部 北片|北部 中片|中部", "红 黄 绿 蓝", "Ａ|A|甲|一级 B|乙|二级 C|丙|三级 D|丁|四级", "优秀 良好|优良 不合格|不达标 合格|称职|达标|基本", "高风险|重大 中风险|较大 低风险|一般",
    "满意(?<!不满意)(?<!基本满意) 基本满意 不满意", "行政许可 行政处罚 行政强制 行政检查 行政确认 行政给付 行政裁决|其他行政",
    "日常|例行 专项 联合|协同 双随机 随机|抽查", "咨询 求助 投诉 建议 举报 表扬 意见", "网站 公众号|微信|微博|新媒体 公开栏|公示栏|公告栏|宣传栏 报|刊",
    "婚姻|家庭|赡养|继承 邻里|相邻 土地|山林|林地|宅基|权属|承包|流转|水利 劳资|劳动|欠薪|工资|劳务|务工 物业 交通 债务|借贷|经济|合同|债权 赔偿|损害|伤害|人身 医 征地|拆迁|征收 消费 环|污染 房屋|租赁|建房 交易 历史",
    "占道|出店|流动摊 违建|违法建|建房|占地 焚烧|秸秆 倾倒|渣土|垃圾|抛洒 油烟|餐饮 张贴|小广告 停车|停放 燃气|消防|安全 施工|工地|噪 食品 环境|污染",
    "进机关 进乡村|进农村|进村 进社区|进小区 进学校|进校 进企业|进企 进单位 进家庭|进户 进军营 进网络 进宗教 进集|赶集|集市 进市场|进商 进工地 进景区",
    "合同|协议 规范性文件|文件 决策|事项 处罚|执法 招投标|项目", "政策 动态|工作|信息 公告|通知|公示 民生|财政|预算 人事 其他",
    "(?<!\\d)1月 (?<!\\d)2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月", "社会保|社保 医疗|医保 民政|救助|低保 户籍 计生|卫健|生育 就业 退役 不动产|国土",
    "土地 工程|建设 租赁|房屋 采购|物资|服务 劳务|用工 承包|流转",
    "广场|公园 长廊|文化墙 宣传栏|橱窗|展板 驿站|书屋|角 电子屏|大屏 中心|站 室|点",
    "餐饮 商超|超市|商铺|商店 企业|工厂|作坊|加工 学校|幼儿园 宾馆|旅馆|民宿 出租 养老 网吧|娱乐 其他",
)  # fmt: skip
_REST = re.compile(r"其他|其它|其余|剩余|剩下|另有|另外|余下|^另|^余")
_PAIRS = tuple(tuple(re.compile(a) for a in family.split()) for family in _TWO)
_FAMILIES = tuple(tuple(re.compile(a) for a in family.split()) for family in _SEVERAL)
_OPEN = re.compile(
    r"未|尚|正在|仍在?|剩余|其余|余下|另有|稳控|在办|攻坚|推进中|超期|逾期|审理中|调查中|不"
)
_DONE = re.compile(r"已|化解|办结|结案|审结|整改|完成|销号|处置|答复|成功|受理|指派|处理|解决|批")
_DENIED = re.compile(r"(?:未(?:予|能|被)?|不予?|非|无|没有?)(?P<what>[一-鿿]{2})")


def is_rest(name: str) -> bool:
    """Whether a part is what is left over: 其他, 其余."""
    return bool(_REST.search(name))


def complete(names: Sequence[str]) -> bool:
    """Whether the names leave nothing out: both of two sides, the done and the open, all and 其他."""
    if len(names) == 2 and any(_both(pair, names) for pair in _PAIRS):
        return True
    return _denied(names) or (len(names) > 1 and is_rest(names[-1]))


def exclusive(names: Sequence[str]) -> bool:
    """Whether each name is another answer to one question; what is left over answers any."""
    named = [name for name in names if not is_rest(name)]
    if len(names) < 2:
        return False
    if complete(names) and len(named) <= 2:
        return True
    if all("满意" in name and "不满意" not in name for name in names):
        return False  # 满意203件、基本满意5件: who was not is left unsaid
    return any(_apart(family, named) for family in (*_FAMILIES, *_PAIRS))


def answers(name: str, names: Sequence[str]) -> bool:
    """Whether a name is itself one more answer to the question that the others answer."""
    return any(_apart(family, (name, *names)) for family in (*_FAMILIES, *_PAIRS))


def _both(pair: Sequence[re.Pattern[str]], names: Sequence[str]) -> bool:
    (a, b), (one, other) = pair, names
    return bool((a.search(one) and b.search(other)) or (b.search(one) and a.search(other)))


def _denied(names: Sequence[str]) -> bool:
    """已整改 and 未整改, 成功 and 不成功: done, and what is still open of it."""
    if len(names) != 2:
        return False
    one, other = names
    for name, partner in ((one, other), (other, one)):
        found = _DENIED.search(name)
        if found and found["what"][0] in partner and not _DENIED.search(partner):
            return True
    return bool(_DONE.search(one) and not _OPEN.search(one) and _OPEN.search(other))


def _apart(family: Sequence[re.Pattern[str]], names: Sequence[str]) -> bool:
    """Each name has an answer of the family, no two the same."""
    taken: set[int] = set()
    for name in names:
        told = [i for i, answer in enumerate(family) if answer.search(name) and i not in taken]
        if not told:
            return False
        taken.add(told[0])
    return len(taken) >= 2
