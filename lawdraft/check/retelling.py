"""The words of such reports by what they do in a clause: small words, verbs by class, nouns."""

from __future__ import annotations

import re
from functools import lru_cache

_SMALL = (
    "今年以来 全年 今年 本年度 本年 年内 一年来 目前 现有 现 在册 在矫 共有 共计 总共 累计 合计 总计 共 先后 已经 已 均 各类 各种 各项 各级 有关 相关 "
    "全镇 全乡 全街道 全区 全县 辖区内 辖区 镇域 我镇 我乡 街道 上下 乡镇 镇 乡 虽然 虽 尽管 仅仅 仅 但是 但 只有 也 还 并 又 了 的 地 为 达到 达 至 到 是 有 "
    "积极 扎实 深入 持续 认真 统筹 充分 有效 及时 依法 妥善 着力 大力 切实 全面 全部 全力 全体 所有 上述 以上 这些 这 该 其 通过 对 将 把 在 和 与 及 等 由 约 近 超过 余 针对 情况 "
    "一是 二是 三是 四是 五是 六是 一 二 三 同时 此外 另外 截至 截止 底 末 年度 年 工作 队伍 总数 总人数 人数 数量 次数 总量 办件量 受理量 办理量 量 政府 人民 专兼职 面积 镇村两级 镇村 "
    "领域 方面 坚持 加强 推动 推进 着重 主动 亲自 圆满 顺利 集中力量 高质量 常态化 铁腕 其中的 建强 骨干 一批 配齐 统计 据 群众性 参与度 中 里 上 下 后 年来 以来 综合 于 从 向 给 被 让 使 需 均已 实际 实 只办 只 办 举行 人员 案件 案 事项 活动 个 较 大 尚 存在 还有 面对 提供的 承担 出具了 社会 一线"
)
_VERBS = {
    "": "审定 审议 审签 签批 签署 签订 讨论 约谈 督办 包案 包案督办 指导 帮助 支持 走访 慰问 协调 部署 调度 督促 领办 组建 吸收 动员 引导 调整 新划 划分 布设 安装 回应 提出 梳理 明确 带队 督导 过问 牵头 代办 代理 解答 接受 承接 征集 追回 挽回 制止 转移 安置 下发 出庭 派出 整合 入驻 进驻 张贴 悬挂 开展 组织 举办 召开 实施 进行 完成 办理 接待 提供 开设 主持 主持召开 建有 设有 配备 聘任 聘请 选聘 选配 招募 拥有 投入 共投入 建成 建立 设立 创建 打造 组建 成立 已建 已建成 出动 查获 达成 拆除 出具 制发 实行 做好 落实 争取 评为 获评 覆盖 建设 审查 审核 评选 推行 听取 研究 学习 签订 修订 制定 追缴 收缴",
    "收": "承办 转办 交办 受理 接收 收到 接到 收集 登记 新收 新受理 排查 摸排 排摸 受案 接报 承接 发现 排查出 摸排出",
    "处": "立案 立案办理 查处 查办 处罚 调处 调解 处理 处置 整治 查结 查处了 办案 立案查处",
    "结": "成功 按期办结 就地化解 化解 办结 结案 办毕 调解成功 成功调解 成功化解 成功调处 调处成功 调成 解决 整改 整改完成 销号 审结 答复 办复 排查化解",
    "发": "发放 印发 派发 分发 散发",
    "印": "印制 制作 编印",
    "育": "培养 培育 发展 培养出 遴选 认定 选拔 选树 新认定",
    "新": "新增 新建 新设 新设立 新打造 新培养 新培育 新聘 新建成 新成立 增设",
    "参": "参加 列席 出席 参训 参与 旁听",
    "签": "履行 确认",
    "公": "主动公开 公开 公布 公示 主动公示 对外公开",
    "推": "推送 发布 推出 播发",
}
_NOUNS = {
    "纠纷": "矛盾纠纷 各类纠纷 民间纠纷 矛盾 纠纷 各类矛盾",
    "罚案": "行政处罚案件 行政处罚 违法案件 处罚案件 行政执法案件 违法行为 行政案件",
    "罚款": "罚款 罚没款 罚没金额 罚没 处罚金额 罚款金额",
    "信访积案": "信访积案 历史积案",
    "安置帮教对象": "刑满释放安置帮教对象 刑满释放人员 安置帮教对象 安置帮教人员 刑释人员 刑满释放安置帮教人员 帮教对象",
    "矫正对象": "社区矫正对象 社区矫正人员 矫正对象 社矫对象",
    "普法活动": "普法活动 法治宣传活动 普法宣传活动 法治宣传教育活动 普法宣传教育活动 普法宣传 法治宣传 法治宣传教育",
    "宣传资料": "宣传资料 宣传品 宣传材料 普法资料 普法宣传资料 法治宣传资料 普法宣传品 法治宣传品 宣传单",
    "合同": "合同 合同协议 协议合同 政府合同 各类合同",
    "违建": "违法建筑 违法建设 违章建筑 违建 拆违 违法建筑物 违法用地建筑",
    "政务": "政务服务",
    "重大决策": "重大决策 重大行政决策 重大决策事项 重大行政决策事项",
    "法治经费": "法治建设经费 法治经费 法治工作经费",
    "热线工单": "热线 12345热线 便民热线 政务热线 12345 热线件 12345热线件 12345热线工单 12345政务服务热线工单 热线工单 12345工单 12345政务服务便民热线工单 便民热线工单",
    "代表建议": "人大代表建议 代表建议 人大建议 人大代表意见建议",
    "政协提案": "政协提案 委员提案 政协委员提案 提案",
    "建议提案": "建议提案 人大代表建议和政协提案 人大代表建议、政协提案",
    "受众": "受众 受教育群众 受众群众 惠及群众 覆盖群众 参与群众 参加群众 受教育 受益群众 受教育人数",
    "信息": "法治信息 普法信息 政府信息 政务信息 各类信息 信息 政府政务信息 政务公开信息 政府公开信息",
    "咨询": "法律咨询 群众咨询 咨询 群众法律咨询 法律问题",
    "来访": "来访群众 群众来访 来访 来信来访 群众来信来访 来访来信群众",
    "法律意见": "法律意见 审查意见 审核意见 修改意见 法律意见建议 合法性审查意见 审查建议",
    "信访件": "信访事项 信访件 信访案件 群众信访 群众信访事项",
}
NAMES = frozenset(_NOUNS)
_WHOLE = (
    "调解员 人民调解员 调解室 调解组织 调解委员会 调委会 调解协议 调解协议书 培训班 调解中心 调解品牌 调解站 检查站 处罚决定书 整改通知书 审查意见 审查意见书 登记证 接待室 排查队 执法人员 参与率 "
    "多元化解中心 多元化解 一站式化解 下一步 上级 中心 人员密集 人大 中小学 中队 大队 大案 案卷 个体 集镇 乡村 街道口 年度考核 大厅 三轮车 一站式 上门 案例 实验 实践 现场 现金 已婚 量刑 余额 在校 等级 对接 对象 了解 至今 大讲堂 大学 发展对象 学习资料"
)


def _lexicon() -> dict[str, tuple[str, str]]:
    known = dict.fromkeys(_SMALL.split(), ("", ""))
    known |= {word: ("verb", kind) for kind, told in _VERBS.items() for word in told.split()}
    known |= {word: ("noun", noun) for noun, told in _NOUNS.items() for word in told.split()}
    known |= {word: ("noun", word.removeprefix("人民")) for word in _WHOLE.split()}
    return known


_KNOWN = _lexicon()
_NOUN_WORDS = frozenset(word for told in _NOUNS.values() for word in told.split())
_CUT = re.compile(
    "|".join(sorted(map(re.escape, _KNOWN), key=len, reverse=True)) + r"|[一-鿿A-Za-z]"
)
PERIOD = re.compile(
    r"上半年|下半年|[前一二三四1-4]季度|\d{1,2}月(?!底)|\d{1,2}日|期间|当[天日]|专项(?!资金|经费|规划)|[日节周月]前后|宣传[周月日]|首[次批]|攻坚|行动中|试点|截至\d{1,2}月"
)
"""What makes all figures behind it in a sentence a part of the year."""
NARROW = re.compile(
    PERIOD.pattern
    + r"|其中|[村镇县市省]级|专职|(?<!专)兼职|联合|协助|配合|参与|进校园|进企业|重大|疑难|复杂|分别|夜间|现场|电话|网[络上]|线[上下]|轻微|不予|免予|首违|历史|遗留|积案|(?:抽查|抽取|抽选|评查|选取)的"
)
"""What makes a figure a part, within its clause."""
PART_OF = frozenset(
    (
        ("结", "处"), ("结", "收"), ("处", "收"), ("结", ""), ("育", ""), ("新", ""), ("参", ""), ("签", ""),
    )
)  # fmt: skip
"""Classes of verbs, a part's and its whole's: no more can be 办结 than was 受理."""
PLAIN = frozenset(("收", "处", "发", "印"))
"""Classes of verbs that a count without a verb may be meant with: it was received or handled."""


@lru_cache(maxsize=4096)
def parsed(clause: str) -> tuple[str, str | None, str]:
    """The nouns before its last verb, the class of its verbs (None without one), the nouns behind."""
    before, after = "", ""
    verb: str | None = None
    for word in _CUT.findall(clause):
        kind, told = _KNOWN.get(word, ("noun", word))
        if kind == "noun":
            after += told if told not in after else ""
        elif kind == "verb":
            before, after, verb = before + after, "", told or verb or ""
    return before, verb, after


@lru_cache(maxsize=4096)
def leading(words: str) -> str:
    """The nouns words begin with, up to the first verb."""
    nouns = ""
    for word in _CUT.findall(words):
        kind, told = _KNOWN.get(word, ("noun", word))
        if kind == "verb":
            break
        nouns += told if kind == "noun" and told not in nouns else ""
    return nouns


@lru_cache(maxsize=4096)
def first_name(words: str) -> str:
    """The noun of the list that words begin with: 合同 of 合同逐件作出批示; "" for another."""
    found = _CUT.match(words)
    return _KNOWN[found.group()][1] if found and found.group() in _NOUN_WORDS else ""


@lru_cache(maxsize=4096)
def tokens(clause: str) -> tuple[str, str]:
    """The nouns of a clause, in one row and by one name, and the class of its last verb."""
    nouns, verb = "", ""
    for word in _CUT.findall(clause):
        kind, told = _KNOWN.get(word, ("noun", word))
        if kind == "noun" and told not in nouns:
            nouns += told
        elif kind == "verb":
            verb = told or verb
    return nouns, verb
