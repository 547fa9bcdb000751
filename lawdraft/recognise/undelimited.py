"""Where a run-in heading ends when no sign parts it from its body: （一）加强法治学习从高从严要求…"""

from __future__ import annotations

import re


def _words(listed: str) -> list[str]:
    return listed.split()


# Words that headings end with, and words that a body begins with.
_LAST = _words(
    "建设 学习 领导 责任 水平 能力 工作 体系 机制 制度 意识 宣传 服务 监督 管理 保障 执法 决策 治理 质效 效能 队伍 基础 防线 氛围 环境 根基 格局 素养 行为 "
    "职责 职能 落实 提升 规范 教育 普法 调解 化解 公开 审查 改革 发展 稳定 和谐 引领 作用 支撑 力度 力量 效果 实效 成效 问题 不足 短板 纠纷 活动 培训 用法 学法 思想 "
    "思维 方式 程序 流程 权力 运行 平台 载体 阵地 品牌 站位 基石 堡垒 合力 情况 措施 举措 做法 成果 任务 安排 计划 打算 方向 重点 考核 督察 督查 覆盖 转型 升级 创新 "
    "融合 观念 示范 行政 政府 义务 衔接 制约 获得感 满意度 法治化 规范化 常态化 经验 关 薄弱 不强 不高 不够强 不深 单一 滞后 不到位 欠缺 有待提高 "
    "有待加强 有待提升 还需加强 亟待提高 需要加强 需加强 待提升 不平衡 不均衡 多元化解 方法 方式方法"
)
_FIRST = _words(
    "从高 我镇 我乡 我街道 我办 我局 我县 我区 本镇 全镇 全乡 全街道 街道党工委 镇党委 乡党委 党工委 镇政府 乡政府 镇司法所 成立 坚持 一是 一方面 首先 按照 根据 通过 结合 围绕 为了 "
    "为进一步 为深入 为全面 今年 全年 年内 本年度 严格落实 严格执行 严格按照 严格遵守 认真学习 认真落实 认真贯彻 认真组织 深入学习 深入贯彻 深入开展 深入推进 充分发挥 充分利用 "
    "积极开展 积极组织 积极推进 积极推动 积极发挥 积极引导 切实 始终 定期 制定 组织 建立健全 将 把 以 依托 针对 聚焦 着力 高度重视 及时 先后 持续 不断 全面贯彻 全面落实 "
    "全面推行 扎实 进一步 继续 大力 加大 部分 个别 一些 少数 由于 目前 主要 在 20"
)
# In a text whose line breaks are lost, what begins the next line may be any of these too.
_FIRST_TORN = _words(
    "累计 受理 发放 召开 举办 聘请 办理 接待 解答 悬挂 投入 排查 对照 推行 修订 审查 共 对 年初 每 各村 截至 同时 依法 邀请 利用 印发 出台 下发 明确 专题 xx XX ×× 党委 政府 司法 综治 "
    "派出所 法律顾问 完成 开展 选派 配备 建成 设立 多次 主动 自觉 由 抓好 做好 实行 实施 落实领导 培育 压缩 群众 政务 健全 推进 深化 下一步 执法人员 村级 力争 计划 镇 乡 街道 按 加强 原因 强化 结合 对 政务 打造 全员 审议 梳理 公开"
)
_LONGEST = 36


def _cuts(first: list[str]) -> re.Pattern[str]:
    lasts = "|".join(f"(?<={word})" for word in _LAST)
    return re.compile(rf"(?:{lasts})(?={'|'.join(first)})")


_CUT = _cuts(_FIRST)
_CUT_TORN = _cuts(_FIRST + _FIRST_TORN)
_STANDARD = re.compile(
    r"(?:20\d\d年(?:度)?|上?一?年度|推进|全面|法治政府|法治|依法行政|建设|工作|中|的|主要|重点|突出|举措|措施|做法|和|及|与|、|以及|取得|成效|成果|成绩|当前|存在|面临|问题|不足|困难|短板|弱项|差距|薄弱环节"
    r"|原因|分析|下一步|下步|下一阶段|今后|明年|打算|计划|安排|思路|努力|方向|目标|党政|政府|负责人|履行|第一责任人|履职|职责|情况|开展|完成|总体|基本|亮点|特色|创新|典型|经验|去年|指出|整改|落实|有关|其他|需要|报告|事项|改进|总结|方面|建议)+"
)
_STANDARD_END = re.compile(
    r".*(?:成效|成果|成绩|问题|不足|困难|短板|弱项|差距|薄弱环节|原因|分析|打算|计划|安排|思路|方向|目标|职责|情况|亮点|经验|做法|举措|措施|事项|建议|总结|(?<=下一步)工作|(?<=主要)工作)"
)


def heading_words(words: str, *, torn: bool = False) -> int:
    """How many characters of `words` are the heading; 0 where none can be told apart.

    `torn`: the line breaks of the text are lost, so that more words may begin the next line.
    """
    if torn and (length := _standard(words)):
        return length
    for found in (_CUT_TORN if torn else _CUT).finditer(words, 4, _LONGEST + 4):
        if not _inside_phrase(words, found.start()):
            return found.start()
    return 0


def _standard(words: str) -> int:
    """The length of a main part's usual heading at the start: 存在的不足和原因."""
    found = _STANDARD.match(words)
    ended = _STANDARD_END.match(found.group()) if found else None
    return ended.end() if ended and ended.end() >= 4 else 0


def _inside_phrase(words: str, place: int) -> bool:
    """A cut inside quotes, brackets or right after a comma's first words is none."""
    before = words[:place]
    if any(before.count(left) != before.count(right) for left, right in ("“”", "（）", "《》")):
        return True
    return len(before.rsplit("，", 1)[-1]) < 4 or place > _LONGEST
