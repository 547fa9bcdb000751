"""The matters such reports treat, known by their words; the names of topics are ours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Subject:
    """A matter: its id, the name shown, and words that tell it in headings and text."""

    id: str
    name: str
    words: tuple[str, ...]


_TABLE = """
leadership 组织领导：组织领导 领导小组 政治引领 政治站位 党的领导 压实责任 责任体系 法治思想 统筹推进 思想引领 工作部署
first_person 第一责任人职责：第一责任人 主要负责人 述法 亲自部署 亲自过问
study 学法用法：学法 法治思维 法治素养 关键少数 培训 依法行政能力 干部教育 法治教育学习 法治学习
publicity 普法宣传：普法 法治宣传 法治文化 谁执法谁普法 宣传教育 宪法宣传 尊法 守法 民法典
decision 行政决策：行政决策 重大决策 合法性审查 依法决策 科学决策 民主决策 三重一大 决策机制
normative 规范性文件：规范性文件 文件清理 备案审查 制度建设 制度体系
enforcement 行政执法：行政执法 执法队伍 三项制度 综合执法 文明执法 执法监督 执法能力 执法人员
disputes 矛盾纠纷化解：矛盾纠纷 人民调解 调解 信访 枫桥经验 多元化解 综治中心 诉源治理
services 公共法律服务：公共法律服务 法律援助 法律咨询 法律服务 便民
counsel 法律顾问：法律顾问 律师
openness 政务公开：政务公开 信息公开 村务公开 党务公开 阳光政府
oversight 权力监督：权力监督 人大监督 政协 监督制约 行政复议 行政诉讼 出庭应诉 审计 制约与监督 社会监督
business 营商环境与政务服务：营商环境 放管服 政务服务 简政放权 行政审批 一窗受理
functions 职能转变：政府职能 权责清单 机构职能 依法履职 履行职能
villages 基层依法治理：民主法治 村规民约 法律明白人 法治乡村 三治融合 基层治理 自治 网格
safety 平安建设：平安建设 扫黑除恶 安全生产 社会治安 反诈 禁毒 特殊人群 社区矫正 安置帮教
emergency 应急处置：应急 突发事件 防灾减灾 风险防范
digital 数字法治：数字法治 信息化 智慧 互联网+ 数字政府 科技保障
consciousness 法治意识：法治意识 法治观念 认识不足 重视不够
strength 法治力量：专业人才 队伍建设 力量薄弱 人员不足 专业能力 保障不足 经费
depth 宣传实效：针对性 实效性 宣传形式 形式单一 覆盖面
"""


@cache
def subjects() -> tuple[Subject, ...]:
    """All matters, in the order such reports usually treat them."""
    found = []
    for line in _TABLE.strip().splitlines():
        head, words = line.split("：")
        name, title = head.split(" ")
        found.append(Subject(name, title, tuple(words.split())))
    return tuple(found)


@cache
def _pattern(subject: Subject) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(subject.words, key=len, reverse=True))))


def subject_of(heading: str, text: str = "") -> Subject | None:
    """The matter of a heading, by its words first and by the text below it where they tell none."""
    for place in (heading, text[:400]):
        scores = [(len(_pattern(subject).findall(place)), subject) for subject in subjects()]
        best, subject = max(scores, key=lambda score: score[0])
        if best > (0 if place is heading else 1):
            return subject
    return None


def words_in(subject: Subject, text: str) -> dict[str, int]:
    """How often each of the subject's words stands in a text."""
    counts: dict[str, int] = {}
    for found in _pattern(subject).findall(text):
        counts[found] = counts.get(found, 0) + 1
    return counts
