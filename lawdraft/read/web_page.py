"""Saved web pages and what is copied from them: the article's lines, the rest told apart."""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from lawdraft.model.document import Line, Removed
from lawdraft.model.errors import CannotReadError
from lawdraft.read.content import Content, refuse_too_long
from lawdraft.read.decode import decode_declared
from lawdraft.read.page_article import LITTLE_PROSE, Split, split_article, weight
from lawdraft.read.page_hidden import hiding_selectors, show_largest
from lawdraft.read.page_lines import PageLine, cleaned, visible_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I
)
BODY = re.compile(r"<body[\s>]", re.I)
CUT_OFF = "网页的结尾不完整，像是没有保存完，读到的内容可能不全，请与原网页核对。"
CLIPBOARD_HEAD = re.compile(r"\AVersion:[\d.]+\r?\n(?:\w+:[^\n<]*\n)+")
META_TITLES = ("articletitle", "og:title", "title")
TOO_DEEP = "网页的结构异常（嵌套过深），读不出来；请用浏览器打开它，复制正文粘贴进来。"
FRAMES = "这个网页由几个框架拼成，正文在别的文件里；请用浏览器打开它，复制正文粘贴进来。"
LARGEST_PAGE = 16 << 20


def read(data: bytes, password: str | None = None) -> Content:
    """The article of a saved page; visible text outside of it is in `dropped`."""
    del password
    found = CHARSET.search(data[:8192].replace(b"\0", b""))
    return read_markup(data, found[1].decode("ascii", "replace") if found else None)


def read_markup(data: bytes, charset: str | None) -> Content:
    """The same for markup whose encoding is named elsewhere, as in a .mht file."""
    if len(data) > LARGEST_PAGE:
        raise CannotReadError("这个网页文件太大，不像一份报告；请只复制报告正文，粘贴进来。")
    text = decode_declared(data, charset)
    if text is None:
        raise CannotReadError("网页的文字编码认不出来；请用浏览器打开它，复制正文粘贴进来。")
    content = _content(text, "html")
    return replace(content, warnings=(CUT_OFF,)) if _is_cut_off(text) else content


def _is_cut_off(text: str) -> bool:
    """A page that opens its body and never closes it, nor the whole: browsers save neither so."""
    tail = text[-20_000:].lower()
    return BODY.search(text) is not None and "</body" not in tail and "</html" not in tail


def read_pasted(markup: str) -> Content:
    """The article in the clipboard's HTML flavour, which on Windows has a head of its own."""
    return _content(CLIPBOARD_HEAD.sub("", markup[:LARGEST_PAGE], count=1), "clipboard")


def _content(markup: str, reader: str) -> Content:
    root = _parsed(markup)
    if root is None:
        return Content((), reader)
    if next(root.iter("frameset"), None) is not None:
        root = _beside_frames(root)
    body = root if root.tag == "body" else root.find("body")
    if body is None:
        body = root
    lines = list(visible_lines(body, hiding_selectors(root)))
    if sum(map(weight, lines)) < LITTLE_PROSE:  # a tab page: its text is hidden until a script runs
        show_largest(body)
        lines = list(visible_lines(body, frozenset()))
    refuse_too_long(sum(len(line.text) for line in lines))
    return _told_apart(lines, split_article(lines, body, page_title(root)), reader)


def _beside_frames(root: etree._Element) -> etree._Element:
    """What a page of frames holds for browsers without them; mostly its text is in other files."""
    inside = "".join(str(text) for node in root.iter("noframes") for text in node.itertext())
    other = _parsed(inside) if inside.strip() else None
    if other is None or len("".join(map(str, other.itertext()))) < LITTLE_PROSE:
        raise CannotReadError(FRAMES)
    return other


def _parsed(markup: str) -> etree._Element | None:
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False
    )
    data = markup.replace("\0", "").encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, etree.ParserError, ValueError):
        return None
    if any("depth" in entry.message for entry in parser.error_log):
        raise CannotReadError(TOO_DEEP)
    return root


def page_title(root: etree._Element) -> str:
    """What the page calls itself, to know the article's title by; never a title itself."""
    titles = [cleaned("".join(map(str, node.itertext()))) for node in root.iter("title")]
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").lower()
        if name in META_TITLES:
            titles.append(cleaned(meta.get("content") or ""))
    return " ".join(titles[:4])


def _told_apart(lines: Sequence[PageLine], split: Split, reader: str) -> Content:
    kept = [
        Line(line.text, line.style, line.numbering, table=line.table)
        for line in (lines[i] for i in split.kept)
    ]
    dropped = tuple(Removed(bisect(split.kept, i) + 1, lines[i].text) for i in split.left_out)
    return Content(tuple(kept), reader, dropped)
