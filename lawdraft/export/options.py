"""The keys of --option: names in Chinese and English, what they hold, and their validation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from lawdraft.model.errors import BadUsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LayoutName = Literal["plain", "red-head"]
LAYOUTS: tuple[LayoutName, ...] = ("plain", "red-head")
YES, NO = (
    frozenset({"是", "有", "开", "yes", "true", "1", "on"}),
    frozenset({"否", "无", "关", "no", "false", "0", "off"}),
)
DAY = re.compile(r"(\d{4})\s*(?:年|-|/|\.)\s*(\d{1,2})\s*(?:月|-|/|\.)\s*(\d{1,2})\s*日?")


@dataclass(frozen=True, slots=True)
class Options:
    """Everything a user may say about one export; None or "": as the report has it."""

    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    mark: tuple[str, ...] = ()  # names of the issuers in the red head
    mark_word: bool = True  # 文件 after the names
    number: str = ""
    signers: tuple[str, ...] = ()  # 签发人
    title: tuple[str, ...] = ()  # its lines, where the user breaks them
    addressee: str = ""
    sealed: bool | None = None
    signature: tuple[str, ...] = ()  # 署名, one or several issuers
    day: date | None = None
    attachments: tuple[str, ...] = ()
    note: str = ""
    copies: str = ""
    printer: str = ""
    print_day: date | None = None
    record_page: Literal["even", "last"] = "last"
    keep_headings: bool = False
    page_numbers: bool = True
    two_sided: bool | None = None
    standard_marks: bool = True
    fonts: tuple[tuple[str, str], ...] = ()  # (preset's fonts key, family)


@dataclass(frozen=True, slots=True)
class Key:
    """One option: its Chinese and English name, what it sets, and how its value is read."""

    chinese: str
    english: str
    sets: str
    parse: Callable[[str, str], object]
    red_head_only: bool = False


def parse_options(given: Mapping[str, str], layout: str) -> Options:
    """The options of one export. Raises BadUsageError with what there is to choose."""
    check_layout(layout)
    settled: dict[str, object] = {}
    fonts: list[tuple[str, str]] = []
    for name, value in given.items():
        key = _KEYS.get(name.strip()) or _KEYS.get(name.strip().lower())
        if key is None:
            raise BadUsageError(
                f"没有“{name}”这个选项，可用：{'、'.join(k.chinese for k in KEYS)}。"
            )
        if key.red_head_only and layout != "red-head":
            raise BadUsageError(f"“{key.chinese}”只用于红头版式，请加上 --layout red-head。")
        if key.sets.startswith("fonts."):
            fonts.append((key.sets.removeprefix("fonts."), str(key.parse(key.chinese, value))))
        else:
            settled[key.sets] = key.parse(key.chinese, value)
    return Options(**settled, fonts=tuple(fonts))  # type: ignore[arg-type]


def check_layout(layout: str) -> None:
    """Raise BadUsageError for a layout that does not exist."""
    if layout not in LAYOUTS:
        raise BadUsageError(f"没有“{layout}”这种版式，可用：plain（普通）、red-head（红头）。")


def _text(name: str, value: str) -> str:
    value = " ".join(value.split())
    if len(value) > 200 or not value.isprintable():
        raise BadUsageError(f"“{name}”的内容太长或含有不能打印的字符。")
    return value


def _names(name: str, value: str) -> tuple[str, ...]:
    parts = re.split(r"[|｜]", _text(name, value))
    return tuple(part.strip() for part in parts if part.strip())


def _issuers(name: str, value: str) -> tuple[str, ...]:
    parts = re.split(r"[|｜、；;]", _text(name, value))
    return tuple(part.strip() for part in parts if part.strip())


def _yes(name: str, value: str) -> bool:
    word = value.strip().lower()
    if word in YES or word in NO:
        return word in YES
    raise BadUsageError(f"“{name}”只能写 是 或 否。")


def _day(name: str, value: str) -> date:
    found = DAY.fullmatch(value.strip())
    try:
        return date(*(int(part) for part in found.groups())) if found else _bad_day(name)
    except ValueError:
        return _bad_day(name)


def _bad_day(name: str) -> date:
    raise BadUsageError(f"“{name}”要写成 2026年1月20日 或 2026-01-20。")


def _copy_number(name: str, value: str) -> str:
    if re.fullmatch(r"\d{1,6}", value.strip()):
        return value.strip().zfill(6)
    raise BadUsageError(f"“{name}”是 6 位数字，如 000001（GB/T 9704 7.2.1）。")


def _urgency(name: str, value: str) -> str:
    if value.strip() in ("特急", "加急", "特提", "平急"):
        return value.strip()
    raise BadUsageError(f"“{name}”只能写 特急、加急（电报另有 特提、平急）。")


def _secrecy(name: str, value: str) -> str:
    found = re.fullmatch(r"(绝密|机密|秘密)\s*(?:★\s*(.+))?", _text(name, value))
    if found:
        return found[1] + (f"★{found[2]}" if found[2] else "")
    raise BadUsageError(f"“{name}”要写成 秘密、机密★1年 这样（GB/T 9704 7.2.2）。")


def _number(name: str, value: str) -> str:
    found = re.fullmatch(
        r"(.{1,20}?)[〔\[［(（【](\d{4})[〕\]］)）】]\s*第?0*(\d+)\s*号", _text(name, value)
    )
    if found:
        return f"{found[1]}〔{found[2]}〕{found[3]}号"
    raise BadUsageError(f"“{name}”要写成 云政发〔2026〕3号 这样（GB/T 9704 7.2.5）。")


def _record_page(name: str, value: str) -> str:
    chosen = {"偶数面": "even", "末面": "last", "even": "even", "last": "last"}.get(value.strip())
    if chosen:
        return chosen
    raise BadUsageError(f"“{name}”只能写 偶数面 或 末面。")


def _font(name: str, value: str) -> str:
    family = _text(name, value)
    if not family or len(family) > 60 or set(family) & set("<>&\"'"):
        raise BadUsageError(f"“{name}”要写字体名，如 仿宋。")
    return family


KEYS = (
    Key("份号", "copy-number", "copy_number", _copy_number, red_head_only=True),
    Key("密级", "secrecy", "secrecy", _secrecy, red_head_only=True),
    Key("紧急程度", "urgency", "urgency", _urgency, red_head_only=True),
    Key("发文机关标志", "mark", "mark", _issuers, red_head_only=True),
    Key("文件二字", "mark-word", "mark_word", _yes, red_head_only=True),
    Key("发文字号", "number", "number", _number, red_head_only=True),
    Key("签发人", "signers", "signers", _issuers, red_head_only=True),
    Key("标题", "title", "title", _names),
    Key("主送机关", "addressee", "addressee", _text),
    Key("印章", "seal", "sealed", _yes),
    Key("署名", "signature", "signature", _issuers),
    Key("成文日期", "date", "day", _day),
    Key("附件", "attachments", "attachments", _names),
    Key("附注", "note", "note", _text),
    Key("抄送", "copies", "copies", _text),
    Key("印发机关", "printer", "printer", _text),
    Key("印发日期", "print-date", "print_day", _day),
    Key("版记位置", "record-page", "record_page", _record_page),
    Key("标题不落页底", "keep-headings", "keep_headings", _yes),
    Key("页码", "page-numbers", "page_numbers", _yes),
    Key("双面印刷", "two-sided", "two_sided", _yes),
    Key("规范序数", "standard-marks", "standard_marks", _yes),
    Key("正文字体", "font-body", "fonts.body", _font),
    Key("一级标题字体", "font-level1", "fonts.level1", _font),
    Key("二级标题字体", "font-level2", "fonts.level2", _font),
    Key("标题字体", "font-title", "fonts.title", _font),
    Key("页码字体", "font-page-number", "fonts.page_number", _font),
    Key("数字字体", "font-digits", "fonts.digits", _font),
)
_KEYS = {name: key for key in KEYS for name in (key.chinese, key.english)}
