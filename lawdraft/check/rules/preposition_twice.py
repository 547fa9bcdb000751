"""A preposition told again before its verb: 对执法人员对进行培训, 由司法所由牵头办理."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.reading import NOT_OWN_WORDS
from lawdraft.check.rule import Example, PassageRule
from lawdraft.text.pairs import places_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.model.finding import Finding

ID = "typo"
_VERBS = {
    "对": "进行 开展 实施 予以 作出 给予 加强",
    "在": "开展 设立 设置 进行 推行 实施 举办 召开 组织 张贴 安装 修建 建立",
    "把": "压实 纳入 作为 落实 摆在 列入 送到 解决 化解 推进 贯穿",
    "将": "纳入 列入 分解 压实 细化 落实 作为 送到 贯穿 融入",
    "向": "宣传 讲解 公开 通报 报告 汇报 反映 提供 发放 征求 介绍 普及 送达 推送 社会",
    "由": "牵头 负责 组织 承办 主持 担任 兼任 统筹 收集 上报 汇总 审核 受理 办理 承接 实施 推进 落实"
    " 协调 处置 承担 出具 带领 安排 召集 保管 报送 提供 组成 选派 推荐",
    "为": "提供 解决 办理 争取 挽回 化解 追回 申请 开展 送去",
    "与": "签订 开展 建立 联合 形成 沟通 签署 对接 共同",
    "从": "减少 预防 化解 解决 遏制 推动 防范",
    "被": "称为 评为 授予 列入 列为 纳入 誉为 查处 追究 命名 确定",
    "让": "感受 享受 知晓 了解 得到 看到 明白 懂得 参与",
}
_WORDS = frozenset(
    re.findall(
        r"\S+",
        "正在 存在 现在 所在 潜在 实在 内在 外在 在职 在家 在线 在校 在建 在岗 在押 在册 在外 在案 在场 在于"
        " 旨在 好在 自在 针对 面对 应对 核对 对接 对照 对口 对外 对内 对象 反对 绝对 相对 对于 校对 结对 比对"
        " 对策 对方 对话 对此 对标 对比 派对 对应 一对 把关 一把 把握 把手 两把 每把 把脉 即将 将来 将近 必将"
        " 将要 面向 转向 方向 导向 走向 意向 一向 定向 动向 趋向 向好 倾向 志向 去向 取向 流向 双向 投向"
        " 朝向 理由 自由 缘由 事由 由于 案由 经由 由来 由此 因为 作为 成为 行为 认为 为了 为民 为主 为期 为此"
        " 为止 为何 分为 化为 变为 转为 改为 列为 定为 视为 称为 名为 评为 以为 更为 较为 极为 参与 与会 与其"
        " 与否 服从 从业 从事 从严 从重 从而 从轻 从快 从优 自从 从此 从未 从来 听从 被告 被执 被申 被征 转让"
        " 出让 互让 谦让 让利 让步 忍让 避让 礼让",
    )
)
"""Words that hold such a character and are no preposition."""
_FAR = 12  # characters from the first to the second
_TELLING = "被在"  # 住进被称为“别墅”的房子
_OF = re.compile(r"[^，。；\n]*的")
_STOP = re.compile(r"[，。；：、！？“”（）《》\n的]")


def check(passage: Passage, _reading: Reading) -> Iterator[Finding]:
    """The second of two where a verb stands directly behind it."""
    if passage.role in NOT_OWN_WORDS:
        return
    text = passage.text
    for at in places_of(text, _BEGUN.keys()):
        sign = text[at]
        if text[at + 1 : at + 3] in _BEGUN[text[at : at + 2]] and _is_own(text, at):
            first, end = text.rfind(sign, max(0, at - _FAR), max(0, at - 1)), at + 3
            told = sign in _TELLING and _OF.match(text, end)
            if first >= 0 and _is_own(text, first) and not (told or _STOP.search(text, first, at)):
                message = f"“{text[first:end]}”：“{sign}”重复了，请删去一个。"
                right = text[first:at] + text[at + 1 : end]
                yield passage.finding(ID, "warning", message, first, end, suggestion=right)


def _is_own(text: str, at: int) -> bool:
    """Whether the character is a word of itself."""
    return text[max(0, at - 1) : at + 1] not in _WORDS and text[at : at + 2] not in _WORDS


def _begun() -> dict[str, frozenset[str]]:
    """The verbs that may follow, by the preposition and their first character."""
    found: dict[str, set[str]] = {}
    for sign, verbs in _VERBS.items():
        for verb in verbs.split():
            found.setdefault(sign + verb[0], set()).add(verb)
    return {begin: frozenset(verbs) for begin, verbs in found.items()}


_BEGUN = _begun()
RULE = PassageRule(ID, check)
FLAGGED = (
    Example("年内对沿街商户对开展普法宣传2次。"),
    Example("该项工作由镇司法所由牵头办理。"),
    Example("在各村村口在设立法治宣传栏。"),
)
CLEAN = (
    Example("在职党员在设立的岗亭值守，由县里部署、由镇里负责落实。"),
    Example("面向群众向上级反映的问题，对照清单对进度滞后的村予以提醒。"),
    Example("为方便群众、为解决办事难，被执行人被列入名单，与会人员与企业沟通。"),
)
