"""A change of a returned file, or between two versions, in words and colours."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from lawdraft.model.draft import BLANK
from lawdraft.model.editing import SLOT
from lawdraft.ui.widgets.diff import diff_html

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lawdraft.model.rounds import Revision
    from lawdraft.ui.look import Colours

KINDS = {
    "card": "改文字",
    "card_heading": "改小标题",
    "topic": "改小节标题",
    "section": "改部分标题",
    "title": "改标题",
    "addressee": "改主送",
    "signature": "改署名",
    "figure": "改数字",
    "new_card": "加一段",
    "new_topic": "加一节",
    "new_section": "加一部分",
    "move": "换位置",
    "paragraph": "分段",
    "date": "改日期",
    "drop": "删一段",
    "comment": "批注",
    "unplaced": "找不到位置",
}
_BROKEN = re.compile(r"⟦[^⟧]*$|^[^⟦]*⟧")  # a slot cut by the end of the context
AROUND = 16  # characters shown either side
NO_VALUES: Mapping[str, str] = {}


def shown(revision: Revision, colours: Colours, values: Mapping[str, str] = NO_VALUES) -> str:
    """The change as HTML, between the words around it; figures with their values."""

    def words(raw: str) -> str:
        return _BROKEN.sub("", SLOT.sub(lambda slot: values.get(slot[1], BLANK), raw))

    if revision.kind == "comment":
        return f"“{escape(revision.before)}”<br>批注：<b>{escape(revision.comment)}</b>"
    if revision.kind == "move":
        return f"“{escape(revision.before)}…”<br>移到“{escape(words(revision.left))}…”后面"
    if revision.kind == "paragraph":
        return f"“{escape(revision.before)}…”{escape(revision.after)}"
    if revision.kind in ("new_card", "new_topic", "new_section"):
        return diff_html("", words(revision.after), colours).replace("\n", "<br>")
    change = diff_html(words(revision.before), words(revision.after), colours)
    tail = f"<br>批注：{escape(revision.comment)}" if revision.comment else ""
    left, right = words(revision.left)[-AROUND:], words(revision.right)[:AROUND]
    dots = "…" if left or right else ""
    return f"{dots}{escape(left)}{change}{escape(right)}{dots}{tail}"
