"""A pack of knowledge, structure or layout as the window lists it."""

from dataclasses import dataclass

PACK_KINDS = {
    "laws": "法律法规",
    "phrases": "提法和会议",
    "indicators": "指标",
    "wording": "用词和标点",
    "places": "地名",
    "outline": "常见结构",
    "layout": "版式",
}


@dataclass(frozen=True, slots=True)
class PackInfo:
    """A pack as the window lists it; `as_of` is shown as 知识截至, `trouble` why it is refused."""

    kind: str
    name: str
    version: str
    as_of: str
    path: str
    shipped: bool
    trouble: str = ""
    entries: int = 0  # how many facts it holds
    source: str = ""  # where they come from
