"""Where a run-in heading ends when no sign parts it from its body: （一）加强法治学习从高从严要求…

Every place is weighed: what headings end with stands before it, what bodies begin with behind it,
the clauses of the heading are alike in length. The best place is taken where it is good enough.
"""

from __future__ import annotations

import re


def _words(listed: str) -> list[str]:
    return listed.split()


_LAST = _words(
    "建设 学习 领导 责任 水平 能力 工作 体系 机制 制度 意识 宣传 服务 监督 管理 保障 执法 决策 治理 质效 效能 队伍 基础 防线 氛围 环境 根基 格局 素养 行为 地基 "
    "闭环 抓手 底线 屏障 后盾 职责 职能 落实 提升 规范 教育 普法 改革 发展 稳定 和谐 引领 作用 支撑 力度 力量 效果 实效 成效 问题 不足 短板 纠纷 活动 培训 用法 "
    "学法 思想 任务 关口 边界 链条 压力 动力 活力 合力 思维 方式 程序 流程 权力 运行 平台 载体 阵地 品牌 站位 基石 堡垒 情况 措施 举措 做法 成果 打算 方向 重点 "
    "考核 督察 督查 覆盖 转型 升级 创新 新征程 新格局 新路径 新局面 全覆盖 入户 落地 见效 联动 全过程 各方面 融合 观念 示范 行政 政府 义务 衔接 制约 获得感 满意度 "
    "幸福感 安全感 法治化 规范化 常态化 制度化 网格化 经验 关 多元化解 方法 事项 政令 畅通 到底 到位 有力 有效 有序 有为 有据 民主 科学 公正 文明 廉洁 高效 阳光 "
    "形象 作风 使命 担当 乡村振兴 法治乡村 家园 平安 素质 示范村 矛盾 风险 隐患 应对 应急 准备 权益 利益 需求 信访 诉讼 应诉 复议 仲裁 援助 矫正 帮教 帮扶 覆盖面 "
    "人才 培养 培育 责任制 责任人 三项制度 战斗力 公信力 执行力 凝聚力 影响力 精神 体制 方面 专项 整治 质量 便民 惠民 为民 市场 秩序 文化 自治 德治 共治 三治 约束 "
    "网络 渠道 手段 资源 要素 枫桥经验 共识 认识 高度 导向 定位 建议 提案 监管 安全 生产 健康 生态 环保 防控 预防 疫情 土地 违建 征收 清理 备案 工作计划 学习计划 "
    "年度计划 行动计划 工作安排 主要安排 重点安排 创建 争创 作风建设 政务公开 信息公开 党务公开 阳光公开 纠纷化解 矛盾化解 有效化解 调处化解 合法性审查 合法审查 人民调解 "
    "行政调解 多元调解 检查 督导 预案 清单 目标 要求 标准 规划 方案 动能 优势 特色 亮点 名片 样板 高地 监督员 参谋 助手 团队 装备 设施 信用 诚信 讲堂 课堂 长廊 "
    "广场 出庭 听证 述法 述职 对接 协作 协同 互动 共享 共建 满意 用权 执政 守法 尊法 懂法 执法权 主体责任 关键少数 头雁效应 网格 末梢 最后一公里 公正司法 公平 正义 "
    "权威 尊严 信仰 自觉 主动 特殊人群 重点人群 重点群体 法律顾问 行政处罚裁量 纠纷多元化解 矛盾纠纷化解"
)
"""What headings end with."""
_FIRST = _words(
    "我镇 我乡 我街 我办 我局 我县 我区 我市 我们 本镇 本乡 本街道 全镇 全乡 全街 全县 全区 全局 街道党 街道办 街道成 街道严 街道认 街道坚 街道始 街道以 街道把 "
    "街道将 街道主 街道司法 街道各 街道通 街道充 街道围 街道组 街道聘 街道在 街道积 街道高 街道全 街道持 街道定 街道建 街道开 镇党 乡党 党工委 镇政府 乡政府 镇司法所 "
    "镇综治 镇主要 乡主要 镇领导 镇村 镇综合 县司法 县委 县政府 区委 区政府 市委 市政府 局党组 党委、 党委书记 党委会 党政主要 党政领导 党政班子 领导班子 主要领导 "
    "主要负责 书记 班子成员 成立 一是 一方面 首先 按照 根据 为了 为进一步 为深入 为全面 为推动 为加强 为切实 为更好 今年 全年 年内 本年度 年初 当前 目前 截至 截止 "
    "近年来 上半年 一年来 每年 每月 每季度 每周 去年 严格落实 严格执行 严格按照 严格遵守 严格要求 严格履行 认真学习 认真落实 认真贯彻 认真组织 认真执行 认真履行 认真开展 "
    "认真做好 深入学习 深入贯彻 深入开展 充分发挥 充分利用 充分运用 充分整合 充分依托 积极开展 积极组织 积极推进 积极推动 积极发挥 积极引导 积极参与 积极配合 积极探索 "
    "积极主动 切实加强 切实履行 切实做好 切实抓好 切实把 切实将 始终 定期 制定 制订 建立健全 依托 高度重视 及时 先后 累计 以习近平 以“ 以党 以法 以建 以创 以人 以群 "
    "以提 以全 以深 以村 以案 以解 以网 以镇 以司 通过 结合 围绕 利用 借助 在20 在重 在推 在全 在各 在镇 在村 在矛 在日 在行 在执 在县 在市 在区 部分 个别 "
    "一些 少数 由于 20 xx XX ×× x镇 x乡 各村 各部门 各社区 各职能 虽然 开发 抓住 升级 牢牢 笃学 紧盯 锚定 坚决 狠抓 抓紧 率先 推广 盘活 疏通 破除 补齐 "
    "扩大 做实 做优 做细 用好 用活 建好 管好 承办 承接 承担 获评 荣获 实施 启动 协助 配合 联合 会同 走访 慰问 回应 畅通 加密 更新 修改 废止 上线 试行 融入 嵌入 "
    "贯穿 结对 轮流 宣讲 讲解 吸纳 招募 动员 鼓励 倡导 依靠 凭借 注重 强调 牢固 牢记 时刻 特别 尤其 同时 此外 另外 其中 有的 有些 极少数 因此 长期 常态 常年 "
    "日常 平时 于20 引入 引进 借力 编制 编印 绘制 厘清 摸排 走进 送法 开课 自20 进行 聘请 邀请 组建 明确 印发 出台 下发 针对 采取 采用 设立 设置 办理 受理 "
    "发放 召开 举办 举行 接待 解答 悬挂 投资 审核 出具 修订 选聘 选派 配备 配齐 建成 新建 新增 多次 立足 对照 紧扣 紧紧 下一步 力争 进一步 逐步 全面贯彻 全面推行 "
    "全面梳理 拟 加大对 派出所 综治中心 新办 旁听 播放 张贴 制作 开设 开通 安装 挽回 压减 压缩 拆除 评查 立案 查处 划分 公布 签订 收集 征集 录入 推送 参加 报送 "
    "上报 列入 选优 选拔 提请 每名 每村 每个 严守 压茬 依据 部门之间 做到 为困 在册 计划新 计划组 计划开 计划在 计划举 计划于 计划投 计划用 计划建 计划培 村（ "
    "各村（ 流转 原因在 原因是 究其原因 究其 将继续 将进一步 将组织 将持续 将围绕 将以 宣传多 宣传方式多"
)
"""What sentences of a body begin with and hardly a clause of a heading."""
_EITHER = _words(
    "深入推进 深入实施 将 把 由 对 主要 共 已 存在 从 受 因 建立 发挥 实现 搭建 统筹 细化 指导 协同 拓宽 梳理 排除 消除 试点 发动 突出 仍 尚 面对 面向 拓展 "
    "延伸 经 自 聚焦 实行 推行 投入 组织 开展 整合 坚持 主动 继续 持续 不断 扎实 大力 着力 全力 全面落实 全面推进 要 计划 努力 确保 推动 村级 基层 执法人员 干部 "
    "群众 司法所 法律顾问 人大 巡查 督促 参与 纳入 打造 建强 提供 提高 广泛 巩固 探索 深化 健全 完善 加强 强化 落实 优化 推进 创新 加大 严格 提升 营造 做好 抓好 "
    "抓实 压实 构建 运用 引导 全员 审议 依法 镇 乡 街道 党员 党的 网格 社区 专业 两 三 四 五 六 七 八 九 十 1 2 3 4 5 6 7 8 9 履行 完成 带头 "
    "创建 争创 加快"
)
"""What begins a body, but a clause of a heading as well."""
_MAYBE = _words(
    "学习 宣传 培训 培育 培养 化解 处置 处理 调处 排查 审查 检查 公开 防范 清理 备案 保障 支持 协调 轮训 普及 案件 矛盾纠纷 信访 行政 普法 法治 政务 执法 部门"
)
"""What begins a body and stands inside headings too: it counts only where a body must begin."""
_LONGEST = 40
_LACKING = re.compile(
    r"(?:(?:不够|不太|较为|比较|相对)(?!存在|需要|了解)[\u4e00-\u9fff]{2}|不够[强高深大严实]|不(?:强|高|足|深|实|严|大|到位|平衡|均衡|充分|健全|完善|规范|扎实|深入|严格)"
    r"|(?:有待|亟待|仍需|还需|需要?|待)(?:进一步)?(?:加强|提升|提高|完善|改进|加大|规范|强化|增强|健全)|薄弱|滞后|单一|淡薄|缺乏|欠缺|老化|偏低|匮乏|弱化|短缺)\Z"
)
"""What a heading of a shortcoming ends with; a body hardly goes on in the same clause."""
_BEFORE = re.compile("(?:" + "|".join(sorted(_LAST, key=len, reverse=True)) + r")[”）]?\Z")
_BEHIND = re.compile(
    "(?P<sure>" + "|".join(sorted(map(re.escape, _FIRST), key=len, reverse=True)) + ")"
    "|" + "|".join(sorted(map(re.escape, _EITHER), key=len, reverse=True)) + "|规范(?!化)"
)
_MIGHT = re.compile("|".join(_MAYBE))
_TAKES_OBJECT = frozenset(_words("缺乏 欠缺 弱化 短缺 需加强 需要加强 需完善 需提升"))
_SURELY = 2.6
_ENDS = 2.0
_LACK = 3.8
_UNSAID = 0.8  # less where nothing tells that a body begins
_FAR = 1.3
_OPEN_END = re.compile(
    r"(?:全面|深入|不断|持续|进一步|扎实|着力|大力|积极|切实|有效|稳步|统筹|加快|全力|纵深|坚决|认真|严格|精心|广泛|充分)[\u4e00-\u9fff]{2}\Z"
    r"|[的和与及之等新大原全各为在了]\Z"
)
"""A clause that ends so still wants its object: 全面提升, 完善的."""
_WHEN = re.compile(
    r"\s*(?:20\d\d年(?:\d|度?(?:底|末|内|上半年|下半年))|\d{1,2}月|年底|上半年|下半年)"
)
_STANDARD = re.compile(
    r"(?:20\d\d年(?:度)?|本年度|本年|今年以来|一年来|年度|全年|上?一?年度|推进|全面|法治政府|法治|依法行政|建设|工作|中|的|主要|重点|突出|举措|措施|做法|和|及|与|、|以及|取得|成效|成果|成绩|当前|存在|面临|问题|不足|困难|短板|弱项|差距|薄弱环节"
    r"|原因|分析|下一步|下步|下一阶段|今后|明年|打算|计划|安排|思路|努力|方向|目标|党政|政府|负责人|履行|第一责任人|履职|职责|情况|开展|完成|总体|基本|亮点|特色|创新|典型|经验|去年|指出|整改|落实|有关|其他|需要|报告|事项|改进|总结|回顾|进展|方面|建议|[，、]加强法治政府建设的)+"
)
_STANDARD_END = re.compile(
    r".*(?:成效|成果|成绩|问题|不足|困难|短板|弱项|差距|薄弱环节|原因|分析|打算|计划|安排|思路|方向|目标|职责|情况|亮点|经验|做法|举措|措施|事项|建议|总结|回顾|(?<=下一步)工作|(?<=主要)工作)"
)


FAIR = 2.2
"""Worth that is enough in a text whose line breaks are lost."""
SURE = 4.2
"""Worth that is enough elsewhere, where a sign was to be expected."""


def heading_words(words: str, *, torn: bool = False, names: tuple[str, ...] = ()) -> int:
    """How many characters of `words` are the heading; 0 where none can be told apart.

    `torn`: the line breaks of the text are lost, so that less makes a place good enough;
    `names`: how the report names its unit, which begins many a sentence.
    """
    if torn and (length := standard(words)):
        return length
    place, worth = best_cut(words, names)
    return place if worth >= (FAIR if torn else SURE) else 0


def best_cut(words: str, names: tuple[str, ...] = (), *, forced: bool = False) -> tuple[int, float]:
    """(place, worth) of the likeliest end of the heading that `words` begin with.

    `forced`: there surely is one, so that one side may speak for a place alone.
    """
    if _WHEN.match(words):
        return 0, 0.0  # 2025年6月底前建成…: a sentence that begins with its time
    stop = re.search("[。；！]", words)
    last = min(len(words) - 1, _LONGEST, stop.start() - 3 if stop else _LONGEST)
    best = (0, 0.0)
    for place in range(4, last + 1):
        worth = _worth(words, place, names, forced=forced)
        # Behind a place that is good enough lies the body: a better one there must be far better.
        if worth > best[1] + (_FAR if best[1] >= SURE else 0.0):
            best = (place, worth)
    return best


def _worth(words: str, place: int, names: tuple[str, ...], *, forced: bool) -> float:
    """How well `place` parts a heading from its body; 0 where it cannot."""
    before = _BEFORE.search(words, max(0, place - 7), place)
    behind = _behind(words, place, names, forced=forced)
    lacking = words[place] not in "的，、" and _LACKING.search(words, max(0, place - 8), place)
    alone = (lacking and lacking.group() not in _TAKES_OBJECT) or (forced and (before or behind))
    if behind < _SURELY and not (before and behind) and not alone:
        return 0.0
    if words[place] in "，、：”）" or _inside_phrase(words, place):
        return 0.0
    worth = _LACK if lacking else _ENDS if before else 0.0
    worth -= 0.0 if behind else _UNSAID
    return worth + behind + _shape(words[:place])


def _behind(words: str, place: int, names: tuple[str, ...], *, forced: bool) -> float:
    """How surely a body begins at `place`."""
    if names and words.startswith(names, place):
        return _SURELY
    found = _BEHIND.match(words, place)
    if found:
        return _SURELY if found["sure"] is not None else 0.8
    return 0.8 if forced and _MIGHT.match(words, place) else 0.0


def _shape(heading: str) -> float:
    """Clauses alike in length speak for a heading; much length and many clauses against it."""
    clauses = heading.split("，")
    worth = -0.02 * len(heading) - 0.05 * max(0, len(heading) - 24)
    if len(heading) < 6:
        worth -= 0.6
    if len(clauses) > 2:
        worth -= 0.8
    if len(clauses) > 1:
        unlike = abs(len(clauses[-1]) - len(clauses[-2]))
        worth += next((bonus for most, bonus in _ALIKE if unlike <= most), -1.0)
    return worth


_ALIKE = ((0, 1.4), (1, 1.0), (3, 0.5), (6, -0.3))


def standard(words: str) -> int:
    """The length of a main part's usual heading at the start: 存在的不足和原因."""
    found = _STANDARD.match(words)
    ended = _STANDARD_END.match(found.group()) if found else None
    return ended.end() if ended and ended.end() >= 4 else 0


def _inside_phrase(words: str, place: int) -> bool:
    """A cut inside quotes or brackets, right after a comma's first words, or before an object."""
    before = words[:place]
    if any(before.count(left) != before.count(right) for left, right in ("“”", "（）", "《》")):
        return True
    clause = before.rsplit("，", 1)[-1]
    return (
        before[-1] == "、"
        or len(clause) < 4
        or (len(clause) <= 7 and bool(_OPEN_END.search(clause)))
    )
