"""What a clause speaks of, as runs of neighbouring characters without the words around it."""

from __future__ import annotations

import re
from functools import lru_cache

from lawdraft.check.deeds import masked

_COMMON = (
    "法治建设 行政执法 人民调解 矛盾纠纷 依法治镇 法治政府 工作 会议 活动 培训班 专题 集中 开展 组织 举办 举行 召开 主持 参加 出席 陪同 全镇 全乡 街道 党委 政府 书记 "
    "镇长 乡长 主任 干部 人员 群众 村民 代表 单位 部门 宣传 法律 普法 服务 中心 平台 问题 事项 落实 推动 推进 完成 正式 我镇 我乡 我街 镇里 亲自 邀请 司法所 派出所 司法局 "
    "综合行政执法队伍 综合执法队员 综合行政执法中心 执法大队 执法中队 综合执法局 矛盾纠纷调解申请 土地纠纷 林地纠纷 邻里纠纷 家庭纠纷 婚姻家庭 物业纠纷 劳资纠纷 合同纠纷 经济纠纷 纠纷案件 邻居 接到 村民 居民 业主 受理 案卷评查 案卷评审 权属争议 权属纠纷 林地 山林 土地 宅基地 调解协议 和解协议 法治文化 案卷 群众 集中 综合 检查 纠纷 协议 双方 当事人 调解 情况 全年 党政 领导 机关 社区 行政 执法 法治 建设 镇村 现场 以来 同志 负责人 讲话 动员 部署 仪式 分管 副镇 副书 一起 之间 之后"
)  # fmt: skip
COMMON = frozenset(w[i : i + 2] for w in _COMMON.split() for i in range(len(w) - 1))
_GLUE = re.compile(
    r"[^一-鿿]|[于在的为与和及由把将被对就该其并从到双本各了得以自]|包案|推动|领办|带头|督办|牵头|亲自|协调|促成|主持|出席|陪同|参加|担任|邀请|致|上作|作了?[重交动总辅]|会同|联合|持续|历时|长达|全程|参与|正式|顺利|彻底|成功|召集|监督|多次|完成|[一-鿿]{0,2}?党委书记|[镇乡]长|[一二三四五六七八九十两\d]+[项个件名条份]"
)
_FILL = re.compile(r"集中|专题|专项|全面|重点|全员|现场|[镇乡]里")
_OWN = re.compile(r"[全我本]?(?:[镇乡]|街道)(?!村)|正式")
_QUOTES = str.maketrans("", "", "“”")
_SINCE_WHEN = re.compile(r"\d+年(?!度)|\d+户")


def object_of(words: str) -> tuple[frozenset[str], ...]:
    """The pairs of each run that says more than such reports always say."""
    return tuple(run for run in runs_of(words) if run - COMMON)


def heads_of(words: str) -> frozenset[str]:
    """The last two characters of each run, which say what it is: 论坛 of 治理论坛."""
    runs = _GLUE.split(_FILL.sub("", masked(words)))
    return frozenset(run[-2:] for run in runs if len(run) > 1)


@lru_cache(maxsize=512)  # asked for each pair of events
def phrases_of(words: str) -> tuple[str, ...]:
    """Its runs of neighbouring characters, without whose it is."""
    bare = _OWN.sub("", masked(words).translate(_QUOTES))
    return tuple(run for run in _GLUE.split(bare) if len(run) > 2)


@lru_cache(maxsize=512)  # asked for each pair of events
def runs_of(words: str) -> tuple[frozenset[str], ...]:
    """The pairs of each run of its words."""
    bare = _FILL.sub("", masked(words))
    runs = [frozenset(run[i : i + 2] for i in range(len(run) - 1)) for run in _GLUE.split(bare)]
    return (*filter(None, runs), frozenset(_SINCE_WHEN.findall(bare)))


def weight(pair: str) -> float:
    """How much a pair says: little where every report has it."""
    return 0.1 if pair in COMMON else 1.0
