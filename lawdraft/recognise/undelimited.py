"""Where a run-in heading ends when no sign parts it from its body: （一）加强法治学习从高从严要求…"""

from __future__ import annotations

import re

_LAST = (
    "建设|学习|领导|责任|水平|能力|工作|体系|机制|制度|意识|宣传|服务|监督|管理|保障|执法|决策|治理|质效|效能|队伍|基础|防线|氛围|环境|根基|格局|素养|行为"
    "|职责|职能|落实|提升|规范|教育|普法|调解|化解|公开|审查|改革|发展|稳定|和谐|引领|作用|支撑|力度|力量|效果|实效|成效|问题|不足|短板|纠纷|活动|培训|用法|学法|思想"
    "|思维|方式|程序|流程|权力|运行|平台|载体|阵地|品牌|站位|基石|堡垒|合力|情况|措施|举措|做法|成果|任务|安排|计划|打算|方向|重点|考核|督察|督查|覆盖|转型|升级|创新|融合|观念|示范"
)
_FIRST = (
    "从高|我镇|我乡|我街道|我办|我局|我县|我区|本镇|全镇|全街道|街道党工委|镇党委|乡党委|党工委|镇政府|镇司法所|成立|坚持|一是|一方面|首先|按照|根据|通过|结合|围绕|为了|为进一步|为深入|为全面|今年|全年|年内|本年度|20\\d\\d年"
    "|严格(?:落实|执行|按照|遵守)|认真(?:学习|落实|贯彻|组织)|深入(?:学习|贯彻|开展|推进)|充分(?:发挥|利用)|积极(?:开展|组织|推进|推动|发挥|引导)|切实|始终|定期|制定|组织|建立健全|将|把|以|依托|针对|聚焦|着力|高度重视|及时|先后|持续|不断|全面(?:贯彻|落实|推行)|扎实|进一步|继续|大力|加大|部分|个别|一些|少数|由于|目前|主要|在"
)
_CUT = re.compile(
    rf"(?<=[\u4e00-\u9fff]{{4}})(?:(?<={')|(?<='.join(_LAST.split('|'))}))(?={_FIRST})"
)
_LONGEST = 36


def heading_words(words: str) -> int:
    """How many characters of `words` are the heading; 0 where none can be told apart."""
    for found in _CUT.finditer(words, 0, _LONGEST + 4):
        place = found.start()
        if 4 <= place <= _LONGEST and not _inside_phrase(words, place):
            return place
    return 0


def _inside_phrase(words: str, place: int) -> bool:
    """A cut inside quotes, brackets or right after 的 and the like is none."""
    before = words[:place]
    if before.count("“") != before.count("”") or before.count("（") != before.count("）"):
        return True
    if before.count("《") != before.count("》"):
        return True
    clause = before.rsplit("，", 1)[-1]
    return len(clause) < 4
