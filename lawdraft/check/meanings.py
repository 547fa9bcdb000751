"""Words of one meaning, and words of one kind that exclude each other, by their two characters.

讨回工钱 and 追回工资 are told of one thing; 老年人 and 残疾人 are two, however alike the rest is.
"""

from __future__ import annotations

from functools import lru_cache

_KINDS = (
    # whom it is for
    (
        "老人 老年 高龄 银发 长者/五老 老同/残疾 残障/妇女 巾帼 女性/学生 青少 少年 儿童 未成 孩子 学子/务工 民工 职工 员工/商户 商铺 门店 店铺 店家 摊贩 商贩 经营/企业 厂家"
        "/军人 退役 老兵/游客/渔民 渔家/牧民 牧户/果农/茶农/司机 骑手/党员"
    ),
    # what a dispute is about
    (
        "婚姻 婚恋 家事/邻里 相邻/山林 林权 林地 山场/土地 征地 田地 征收/劳资 欠薪 工资 工钱 薪酬 薪水 讨薪 劳动/物业/交通 车祸/医疗 医患/消费/债务 借贷/涉海 海域 涉渔 海上 海洋 与海 与渔"
        "/草场 草原 草山/宅基 农房 建房/旅游 景区/环境 环保 污染 噪声 噪音 扰民/用水 水事 水源/工伤 伤亡/电梯/祖坟 坟山"
    ),
    # where it was
    "校园 学校 课堂 小学 中学/园区 厂区 车间/机关/村庄 田间 村组 入村 村头/集市 赶集 圩日 墟日 大集/军营/寺庙/法院 法庭/检察/牧场 牧区 草场/渔港 码头 渔村/工地/广场",
    # what was made or handed out
    "资料 材料 传单 手册 折页 读本 单页 小册/横幅 标语 条幅/视频 短片 影片/文章 稿件/展板 板报/标牌 示牌 牌子/合同 协议 契约/文件/决定/通知 告知",
)
EXCLUDING = 2  # kinds of which a count has but one: whom it is for, what a dispute is about
_ALIKE = (
    "发放 印发 散发 派发 分发 赠送 发送/化解 调解 调处 调成 说和 平息 握手/排查 摸排 排摸 排出/办理 办结 办好 办完 办妥/批准 批下 审批 获批 核准 核发"
    "/讨回 追回 追讨 要回 挽回 追缴 清欠 讨薪/拆除 拆掉 拆违 拆了 清拆/劝离 劝走 劝导 劝返/审查 审核 把关 审看 过目/召开 开会 开了 召集/参加 参与 出席 列席 到会"
    "/查处 查办 处罚 立案/整改 纠正 改正 改完/反馈 指出/建成 建好 建起 新建 建立 设立 设置/聘请 聘用 选聘 受聘 新聘/培训 轮训 集训 参训/培养 培育/慰问 看望/走访 入户 上门 登门 到户"
    "/检查 巡查 巡检 抽查 督查 督察/送去 调运 运送/援助 帮助 帮扶/接待 接访/解答 答复 回答 答疑/出动 派出/开展 举办 组织 办了/宣传 宣讲 普法 讲法/讲座 授课 讲课 上课 治课 法课 课堂"
    "/驻点 坐班/创作 编写 新写 编排 编创 写了/演出 表演 巡演 上演/推送 发布 推出 刊发/纠纷 矛盾 争议 争端 摩擦/问题 毛病 缺陷/群众 百姓 村民 居民/工单 诉求 来电 热线/案件 案子"
    "/队员 成员/座谈 恳谈/满意 好评/按时 按期 限时 如期/时长 时间 用时 耗时 周期/网上 线上 网办/诉讼 官司/违法 违规 违建/棚房 棚子/提示 警示/受教 受众 听众"
    "/惠及 受益 帮到/越级 赴省 进京/上访 访人/隐患 险情/执法 办案/学习 学法/会议 例会/旁听 观摩/签发 签批 制发 出台 印制/人员 力量"
    "/代办 帮办/志愿 义工/喊寨 鸣锣/比重 占比 比例/资金 经费/投入 花费/巡逻 夜巡/案卷 卷宗"
)


def _listed() -> dict[str, tuple[str, int]]:
    """Every pair of characters with the word that stands for its meaning, and its kind (-1 for none)."""
    known: dict[str, tuple[str, int]] = {}
    for kind, rows in enumerate((*_KINDS, _ALIKE)):
        for row in rows.split("/"):
            first, *others = row.split()
            for word in (first, *others):
                for pair in (word[at : at + 2] for at in range(len(word) - 1)):
                    known.setdefault(pair, (first[:2], kind if kind < len(_KINDS) else -1))
    return known


_LISTED = _listed()
PAIRS = frozenset(_LISTED)


def by_meaning(pairs: frozenset[str], listed: frozenset[str]) -> frozenset[str]:
    """Pairs of characters, those of them that are listed by the word that stands for the meaning."""
    return (pairs - listed).union([_LISTED[pair][0] for pair in listed]) if listed else pairs


@lru_cache(maxsize=1)
def alike() -> dict[str, list[str]]:
    """The word that stands for a meaning with all pairs of characters that tell it."""
    rows: dict[str, list[str]] = {}
    for pair, (word, _) in _LISTED.items():
        rows.setdefault(word, []).append(pair)
    return rows


def kinds_of(listed: frozenset[str]) -> dict[int, set[str]]:
    """Of each kind (whom it is for, what a dispute is about …) what the listed pairs name."""
    named: dict[int, set[str]] = {}
    for pair in listed:
        word, kind = _LISTED[pair]
        if kind >= 0:
            named.setdefault(kind, set()).add(word)
    return named
