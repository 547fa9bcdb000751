"""What a promise is about, beside the words that every plan and every report has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

ENOUGH = 0.34  # share of its own words that one sentence holds, two of them at least
ALONE = 0.5  # share where that is but one word
MOST = 0.66  # share of its usual words, where it has no others
SPOKEN = 3  # so many words of its own make a promise of a thing, though it names none
MANY, LITTLE = 4, 0.25  # so many words, and no more than so few of them together: no answer
APART = 6  # characters from the first of a word drawn apart to behind its second
_USUAL = (
    "政府 行政 法治 开展 情况 工作 人民 建设 组织 主要 推进 依法 思想 责任 落实 履行 学习 法律 第一 报告 贯彻 "
    "年度 执法 决策 负责 服务 职责 普法 重大 事项 领导 书记 纠纷 中心 宣传 人员 存在 群众 干部 精神 坚持 规范 "
    "严格 审查 合同 办理 学法 党政 会议 问题 成效 矛盾 化解 机制 公开 全年 社会 研究 培训 意见 司法 专题 指导 "
    "推动 教育 不足 顾问 合法 原因 调解 提升 深入 综合 制度 社区 党委 全面 任务 清单 主持 活动 程序 发放 治理 "
    "召开 加强 健全 参与 受理 案件 重点 能力 参加 信息 完善 结合 发展 安全 检查 经济 制定 解决 理论 围绕 全部 "
    "带头 部署 水平 办结 不够 班子 力量 排查 建立 文化 强化 部门 考核 办事 不少 少于 成功 管理 文件 集中 用法 "
    "推行 深化 特色 环境 实行 法制 委员 安排 保障 机关 办公 通过 成员 纳入 法规 整改 违法 专业 完成 要求 内容 "
    "实现 明确 重要 小组 以上 覆盖 举措 集体 认真 资料 行为 审核 邀请 各类 基层 知识 有关 业务 便民 咨询 建议 "
    "主题 风险 队伍 发现 提高 取得 实施 持续 发挥 质量 职能 代表 企业 决定 提出 调处 作用 作为 国家 各项 优化 "
    "现场 进行 生产 协调 领域 公众 接受 发生 配备 执行 引领 突出 规定 产业 项目 意识 稳定 主动 家庭 有效 规划 "
    "联合 聘请 接待 乡村 定期 履职 氛围 提供 创新 形式 体系 少数 及时 过程 民主 经费 记录 答复 统一 打击 严厉 "
    "争取 力争 打造 设立 开通 具有 充实 购置 编印 办好 杜绝 每月 每季 每年 一次 一批 逐一 逐步 进一 一步 继续 "
    "加大 力度 切实 更加 更多 广泛 充分 积极 大力 扎实 稳步 有序 年内 年底 之前 确保 达到 左右 使用 新增 建成 "
    "搭建 成立 组建 选聘 设置 引入 引进 启动 拓展 延伸 巩固 整合 资源 平台 渠道 全镇 全乡 街道 镇级 村级 乡级 "
    "县级 本级 相关 其他 不断 工程 常态 制发 按照 梳理 压实 良好 促进 增强 满意 维护 权益 防范 对照 做好 抓好 "
    "以及 层面 措施 目标 关键 夯实 基础 推广 普及 全覆 监督 地方 品牌 手段 流程 方式 关于 示范 议题 宣讲 组长 "
    "累计 中华 共和 编制 经营 述职 牵头 议事 市场 没有 阵地 利用 乡镇 具体 公共 改革 营造 亲自 法定 素养 统筹 "
    "全民 运用 聚焦 科学 减少 有力 系统 环节 总结 督办 做到 监管 专项 讨论 窗口 培育 计划 营商 保护 依托 方案 "
    "守法 纲要 调整 办法 政治 节点 督促 援助 一年 权力 经验 更新 习惯 涉及 公示 担任 文书 罚款 采纳 效能 谋划 "
    "正确 实际 举办 发布 讲座 单位 合格 公布 针对 平安 清理 村民 事务 需求 培养 个别 群体 自觉 改造 现有 在于 "
    "紧扣 形成 协助 着力 思维 配合 振兴 上级 日常 运行 方面 历次 辖区 居民 主任 短板 引导 事件 用好 季度 人才 "
    "文明 有待 每个 轻微 机构 印发 核心 公正 两级 时间 书面 设法 行动 共有 骨干 到位 实效 政策 职工 党员 资格 "
    "规则 支持 复杂 疑难 处置 秩序 评查 平均 查处 立案 期限 根基 学校 实践 日期 承接 紧紧 根据 时限 质效 模式 "
    "基本 基地 构建 全体 标准 论证 列入 载体 创建 流动 细化 新建 兼职 分类 现象 护航 成绩 调研 按期 评价 作出 "
    "一些 增加 差距 预防 制作 多元 帮助 源头 收集 轮训 参训 案卷 装备 利益 切身 效率 办案 实战 练兵 考评 督导 "
    "弱项 纵深 提质 增效 联动 协同 衔接 配套 保质 高效 精准 精细 完备 补齐 加快 加紧 着眼 立足 依靠 力求 务求 "
    "全程 全员 全域 闭环 台账 档案 身边 实事 民生 难题"
)
_EVERYWHERE = frozenset(_USUAL.split())  # words that stand in most plans and reports
_BETWEEN = "的了和与在为将对把等及各每个以上下前内后年月日底更多一二三两到至从由向于有是做其该本新中性化员点次名处镇乡村"
_RUN = re.compile(rf"[^\W\da-zA-Z{_BETWEEN}]{{2,}}")
_COUNTED = re.compile(r"\d+(?!%|月|日|年)[一-鿿]")


def own_words(promise: str, ordinary: Container[str]) -> tuple[str, ...]:
    """Pairs of characters that tell this promise from others: 巡回 审判 旁听 庭审.

    `ordinary`: words of two characters; where a run holds one, its other pairs are no words.
    """
    found: list[str] = []
    for run in _RUN.findall(_without_usual(promise)):
        pairs = [run[at : at + 2] for at in range(len(run) - 1)]
        words = [pair for pair in pairs if pair in ordinary]
        found += words or pairs
    return tuple(dict.fromkeys(found))


def is_usual(word: str) -> bool:
    """Whether it stands in most plans and reports."""
    return word in _EVERYWHERE


def usual_words(promise: str) -> set[str]:
    """Those of its words that stand in most plans and reports."""
    return {promise[at : at + 2] for at in range(len(promise) - 1)} & _EVERYWHERE


def _without_usual(promise: str) -> str:
    """With a blank in place of every word that stands everywhere."""
    signs = list(promise)
    for at in range(len(promise) - 1):
        if promise[at : at + 2] in _EVERYWHERE:
            signs[at] = signs[at + 1] = " "
    return "".join(signs)


def is_told(promise: str, words: Sequence[str], answers: Sequence[str]) -> bool:
    """Whether one sentence holds enough of its own words: two, or one and another usual one."""
    usual = usual_words(promise)
    for answer in answers:
        hits = sum(_has(answer, word) for word in words)
        if hits >= 2 and hits >= ENOUGH * len(words):
            return True
        if hits and hits >= ALONE * len(words) and any(word in answer for word in usual):
            return True
        if len(words) == 1 and words[0] in answer:
            return True
    return False


def is_hinted(promise: str, answers: Sequence[str]) -> bool:
    """Whether one sentence holds most of its usual words; nothing else in it is always told."""
    if len("".join(re.findall(r"[一-鿿]", _without_usual(promise)))) < 2:
        return True  # 普法队伍: every year's
    usual = usual_words(promise)
    hits = (sum(word in answer for word in usual) for answer in answers)
    return not usual or max(hits, default=0) >= MOST * len(usual)


def is_silent(promise: str, words: Sequence[str], answers: Sequence[str]) -> bool:
    """Whether no sentence speaks of it: of one word of its own only where it is counted."""
    most = max((sum(_has(answer, word) for word in words) for answer in answers), default=0)
    if most:
        return len(words) >= MANY and most <= LITTLE * len(words)
    return len(words) >= SPOKEN or (bool(words) and _COUNTED.search(promise) is not None)


def _has(answer: str, word: str) -> bool:
    """The word, be it drawn apart: 参训 as 参加县级轮训."""
    if word in answer:
        return True
    at = answer.find(word[0])
    while at >= 0:
        if answer.find(word[1], at + 1, at + APART) > 0:
            return True
        at = answer.find(word[0], at + 1)
    return False
