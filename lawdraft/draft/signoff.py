"""The sign-off sheet (签批单) that goes round with the report: who drafted, checked, signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.draft.word_form import Form, FormCell, word_form

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from lawdraft.model.draft import Draft

WIDTHS = (32.0, 53.0, 32.0, 53.0)  # millimetres
_TALL = 26.0
OPINIONS = ("合法性审查意见", "会签意见", "分管领导意见", "主要领导签发")


def sign_off_sheet(
    draft: Draft, text: str, versions: Sequence[tuple[str, dt.datetime]] = ()
) -> bytes:
    """The sheet as a .docx; `text` is the report as composed, `versions` the named ones in order."""
    rows = (
        _wide("文件标题", draft.title),
        _pair("拟稿单位", "", "主送", draft.addressee or ""),
        _pair("拟稿人", "", "拟稿日期", ""),
        _pair("核稿人", "", "印制份数", ""),
        _wide("本稿情况", _state(draft, text)),
        _wide("版本", _told(versions)),
        *(_wide(opinion, "", height=_TALL) for opinion in OPINIONS),
        _wide("公开方式", "□主动公开　　□依申请公开　　□不予公开"),
    )
    name = draft.organisation or "本单位"
    lines = (f"单位：{name}　　　　年度：{draft.year}年　　　　编号：",)
    return word_form(Form("发文签批单", lines, WIDTHS, rows, header=False))


def _wide(name: str, words: str, *, height: float = 10.0) -> tuple[FormCell, ...]:
    return FormCell(name, bold=True, height=height), FormCell(words, span=3)


def _pair(one: str, first: str, other: str, second: str) -> tuple[FormCell, ...]:
    return (
        FormCell(one, bold=True, height=10.0),
        FormCell(first),
        FormCell(other, bold=True),
        FormCell(second),
    )


def _state(draft: Draft, text: str) -> str:
    """全文约3200字；数字52个；去年的安排6件，已交代6件。"""
    letters = sum(not letter.isspace() for letter in text)
    blank = sum(not entry.value and not entry.formula for entry in draft.ledger)
    parts = [f"全文约{letters}字", f"数字{len(draft.ledger)}个"]
    if blank:
        parts.append(f"其中{blank}个未填")
    if draft.promises:
        told = sum(promise.state != "open" for promise in draft.promises)
        parts.append(f"去年的安排{len(draft.promises)}件，已交代{told}件")
    return "；".join(parts) + "。"


def _told(versions: Sequence[tuple[str, dt.datetime]]) -> str:
    return "\n".join(f"{name}　{at:%Y年%m月%d日 %H:%M}" for name, at in versions)
