"""Half-width ， ： ； （ ） 。 ？ ！ folded by a web page, restored one character for one.

Only where the mark is Chinese punctuation: 3:30, 1,000, 1:5, URLs, addresses and English stay.
"""

import re

_FULL = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）"}
_ANY = re.compile(r"[,:;?!.()]")
_LATIN = re.compile(
    r"(?:https?|ftp)://[^\s\u3000-\u9fff（）]+|www\.[^\s\u3000-\u9fff（）]+"
    r"|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|\b[\w-]{1,64}(?:\.[a-zA-Z][\w-]*)+(?:/[^\s\u3000-\u9fff]*)?",
    re.ASCII,
)
_CHINESE = re.compile(r"[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff“”‘’—…·％%\U00020000-\U0003ffff]")
_LIST_MARK = re.compile(
    r"(?:^|(?<=\n)|(?<=[\s。；]))[ \t\u3000\xa0]*"
    r"(?:[\d一二三四五六七八九十]{1,3}(?P<dot>[.:])|\((?=[\d一二三四五六七八九十]{1,3}\)))"
)


def restore(text: str) -> str:
    """The same text, same length, with its Chinese punctuation at full width."""
    if not _ANY.search(text):
        return text
    kept = _kept(text)
    signs = list(text)
    brackets = _bracket_widths(text, kept)
    for found in _ANY.finditer(text):
        place, sign = found.start(), found.group()
        if place in kept:
            continue
        if sign in "()":
            if brackets.get(place):
                signs[place] = _FULL[sign]
        elif _is_chinese_mark(text, place, sign):
            signs[place] = _FULL[sign]
    return "".join(signs)


def _kept(text: str) -> set[int]:
    """Places inside addresses of the web and of mail, and the dots of 1. 一. at a line's start."""
    kept: set[int] = set()
    for found in _LATIN.finditer(text):
        kept.update(range(found.start(), found.end()))
    for found in _LIST_MARK.finditer(text):
        if found["dot"]:
            kept.add(found.start("dot"))
    return kept


def _is_chinese_mark(text: str, place: int, sign: str) -> bool:
    before, after = _neighbour(text, place, -1), _neighbour(text, place, 1)
    if sign == ".":
        if after == "" and before not in ("", ".") and _closes_sentence(text, place):
            return True
        return bool(_CHINESE.match(before)) and (after == "" or bool(_CHINESE.match(after)))
    if before.isdigit() and after.isdigit() and text[place - 1 : place + 2].strip() != sign:
        # 3:30, 1,000, 1:5 stay; "6次" would have a unit before the mark.
        return False
    if _CHINESE.match(before):
        return True
    return before != "" and bool(_CHINESE.match(after)) and before not in "([{"


def _closes_sentence(text: str, place: int) -> bool:
    """A dot that ends a line of Chinese: 比例3:2. becomes 比例3:2。, the dot of a lone 1. stays."""
    line = text[text.rfind("\n", 0, place) + 1 : place][-_LOOK_BACK:]
    return len(_CHINESE.findall(line)) >= _CHINESE_LINE


_LOOK_BACK = 40
_CHINESE_LINE = 4


def _neighbour(text: str, place: int, step: int) -> str:
    """The next character that is no blank on this line; closing brackets count as Chinese."""
    place += step
    while 0 <= place < len(text) and text[place] in " \t\xa0\u3000\u2002":
        place += step
    if not 0 <= place < len(text) or text[place] == "\n":
        return ""
    # A bracket or a half-width mark beside it takes its own neighbour's side.
    return "（" if text[place] in "()（）" else text[place]


def _bracket_widths(text: str, kept: set[int]) -> dict[int, bool]:
    """For every half-width bracket whether it becomes full; pairs go together."""
    widths: dict[int, bool] = {}
    open_places: list[int] = []
    for place, sign in enumerate(text):
        if sign == "\n":
            open_places.clear()
        elif sign in "(（" and place not in kept:
            open_places.append(place)
        elif sign in ")）" and place not in kept:
            start = open_places.pop() if open_places else -1
            wide = _wide_pair(text, start, place)
            widths[place] = wide
            if start >= 0:
                widths[start] = wide
    for place in open_places:
        widths[place] = bool(_CHINESE.match(text[place + 1 : place + 2]))
    return widths


def _wide_pair(text: str, start: int, end: int) -> bool:
    if start < 0:
        return bool(_CHINESE.match(text[max(end - 1, 0) : end]))
    if text[start] == "（" or text[end] == "）" or _CHINESE.search(text, start + 1, end):
        return True
    around = text[max(start - 1, 0) : start] + text[end + 1 : end + 2]
    if _CHINESE.search(around):
        return True
    numbered = text[start + 1 : end].isdigit() and (start == 0 or text[start - 1].isspace())
    return numbered and not _neighbour(text, start, -1).isalpha()
