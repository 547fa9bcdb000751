"""How a unit's name, an addressee and a red head look on a line of their own."""

from __future__ import annotations

import re

from lawdraft.recognise.marks import mark_at

UNIT_END = re.compile(
    r"(?:人民政府|委员会|办事处|党工委|党委|党组|管委会|政府|司法所|司法局|局|办公室|党政办|综合办|法治办|领导小组|中心|大队|支队|总队|中队|执法队|派出所|院|镇|乡|街道|县委|区委|市委|街道办|委)(?:[（(](?:盖章|公章|印章|代章|章)[）)])?$"
)
ADDRESSEE = re.compile(
    r"^(?!.*(?:如下|以下|汇报|总结))[^。；！？，]{0,60}(?:，[^。；！？]{0,40})?(?:委|政府|办公室|办|局|人大|组|委员会|常委会|领导|代表|委办)[^。；！？，]{0,6}[：:]$"
)
_YEAR = r"(?:20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})"
_NUMBER = rf"(?:〔\s*{_YEAR}\s*〕|[（(\[【]\s*{_YEAR}\s*[）)\]】])\s*第?\s*\d+\s*号"
RED_HEAD = re.compile(
    rf"(?!.*[，。；！？])(?:.*(?:文件|公报)$|[（(]?[^《》（(]{{0,24}}{_NUMBER}(?:[）)]?$|[\s|]|签发人)"
    r"|.*签发人\s*[：:]|签发人|(?:机密|秘密|绝密)|(?:特急|加急|急件|平急)$|(?:份号)?0{2,}\d+$|[★☆\s]+$)"
)
"""A line of its own above or under the title; a sentence that cites a number is none. To match."""
_VERB = re.compile(r"^(?:加强|完善|推进|强化|深化|落实|健全|提升|优化|规范|推动|坚持|聚焦|建强)")


_BLANKS = re.compile(r"[ \u3000\xa0\u2002\u2003\t]+")
_WIDE = re.compile(r"[ \u3000\xa0\u2002\u2003\t]{2,}")


def printed_name(text: str) -> str:
    """A name as it is read: without blanks where letter by letter is spaced, 青 禾 镇 → 青禾镇."""
    parts = _BLANKS.split(text.strip())
    if len(parts) <= 2 or sum(len(part) == 1 for part in parts) * 2 <= len(parts):
        return text
    names = ["".join(_BLANKS.split(name)) for name in _WIDE.split(text.strip())]
    return (" " if all(UNIT_END.search(name) for name in names) else "").join(names)


def is_unit(text: str) -> bool:
    """A unit's name alone: 青禾镇人民政府, 中共青禾镇委员会 青禾镇人民政府, 青 禾 镇 人 民 政 府."""
    text = printed_name(text)
    return (
        3 <= len(text) <= 44
        and not re.search("[，。；：:、>|0-9“]", text)
        and bool(UNIT_END.search(text))
        and not mark_at(text)
        and not _VERB.match(text)
    )
