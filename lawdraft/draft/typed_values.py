"""What an office typed into a cell as a figure of the ledger, or why it cannot be taken as one."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.draft.ledger import number_of

if TYPE_CHECKING:
    from lawdraft.draft.sheet_files import SheetCell
    from lawdraft.model.draft import Entry

NOTHING = frozenset({"", "无", "没有", "/", "//", "\\", "-", "--", "—", "——", "暂无", "不涉及",
                     "无此项", "无数据", "空", "未开展", "没有开展", "N/A", "n/a", "#N/A"})  # fmt: skip
_SCALES = "十百千万亿"
_NUMBER = re.compile(
    r"(?P<rough>约|近|超|逾)? ?"
    r"(?P<number>(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:\.\d+)?)"
    r" ?(?P<scale>[十百千万亿]*)(?P<more>[余多]?) ?(?P<unit>.*)"
)
_CHINESE = re.compile(
    r"(?P<rough>约|近|超|逾)?(?P<number>[零〇一二两三四五六七八九十百千万亿]+)"
    r"(?P<scale>)(?P<more>[余多]?)(?P<unit>.*)"
)
_BEFORE = re.compile(r"^(?:['‘’`\"“”]+|(?:总共|一共|共计|合计|总计|共|计)[:：]?|[¥￥]) *")
_AFTER = re.compile(r"[。,，;；、!！.]+$")
_ABOUT = re.compile(r"(?:左右|上下)$")
_LOOSE = re.compile(r"^(?:大约|大概|大致|将近|接近)")
_PER_CENT = re.compile(r"^百分之")
_UNIT_SAID = re.compile(
    r"(?:^|[，,；;。（( ])(?:计量)?(?:单位|数字?单位|以)?(?:是|为|:|：|按|以)? ?"
    r"(?P<scale>[百千万亿]+)(?P<unit>\w{0,3}?)(?:为单位|计|)(?=$|[，,；;。）) ])"
)
_MEASURED = frozenset({"元", "万元", "亿元", "%", "个百分点", "分", "公里", "平方米", "亩", "小时"})
_SAME_KIND = (frozenset({"人", "名", "位"}), frozenset({"场", "次", "场次"}))  # one says the other
_LONG_ROW = re.compile(r"\d{11,}")  # of a card or a telephone
_SEVERAL = re.compile(r"[\d、，,；;/]")  # 3、4次: what follows the first number is no unit
_WHOLE = 100.0  # per cent
_LEAP, _LEAST_LEAP = 50, 1000  # times last year's, and at least so many: told, yet taken
_FAR = 500  # times: farther from last year's is no change but another unit


@dataclass(frozen=True, slots=True)
class Typed:
    """A value as it will be printed before the unit, or why it is doubtful; `told`: say it too."""

    value: str
    doubt: str = ""
    told: str = ""


def shown(cell: SheetCell) -> str:
    """The cell as a person would read it: 67.0 → 67, 0.931 shown as a percentage → 93.1%."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{round(value * 100, 6):g}%" if cell.percent else f"{value:.10g}"
    words = unicodedata.normalize("NFKC", str(value))
    words = "".join(sign for sign in words if unicodedata.category(sign) != "Cf")
    return re.sub(r"\s+", " ", words).strip()


def read_typed(cell: SheetCell, entry: Entry, *, unit: str = "", note: str = "") -> Typed:
    """The value of an answer; `unit` and `note`: what stands in its row under 单位 and 备注."""
    words = shown(cell)
    if cell.formula:
        return Typed(words, "是没有算出结果的公式，请让对方填上数字")
    if isinstance(cell.value, dt.date | dt.time | dt.timedelta):
        return Typed(words, "表格软件把它变成了日期")
    found = _parts(words, entry)
    if found is None or (number := _printed(found, entry)) is None:
        return Typed(words, _why_no_number(words, entry))
    return _with_unit(words, number, found["unit"].strip(), entry, unit, note)


def _parts(words: str, entry: Entry) -> re.Match[str] | None:
    bare = _AFTER.sub("", _BEFORE.sub("", words))
    about = _ABOUT.search(bare) or _LOOSE.search(bare)
    bare = _LOOSE.sub("", _ABOUT.sub("", bare)).strip()
    if entry.unit == "%" and _PER_CENT.match(bare):
        bare = f"{_PER_CENT.sub('', bare)}%"
    if about and not bare.startswith(("约", "近")):
        bare = f"约{bare}"
    return _NUMBER.fullmatch(bare) or _CHINESE.fullmatch(bare)


def _printed(found: re.Match[str], entry: Entry) -> str | None:
    """The number as it will be printed; Chinese numerals as digits where last year's were digits."""
    number = re.sub("[, ]", "", found["number"])
    if entry.unit not in _MEASURED:  # 29.0 of a text cell counts 29
        number = re.sub(r"\.0+$", "", number)
    value = number_of(f"{number}{found['scale']}")
    if value is None or number[0] in "百千万亿":  # 近万, 上千: how many nobody knows
        return None
    digits = entry.last is None or entry.last[:1].isdigit()
    if not number[0].isdigit() and digits and not found["more"]:
        number = f"{value:.10g}"
    return f"{found['rough'] or ''}{number}{found['scale']}{found['more']}"


def _with_unit(words: str, number: str, unit: str, entry: Entry, row_unit: str, note: str) -> Typed:
    """The number fitted to the ledger's unit: 5.2 with 单位是万元 → 5.2万 for a figure in 元."""
    own = entry.unit or ""
    told = ""
    if _SEVERAL.search(unit):
        return Typed(words, "写了不止一个数字，请问清是哪一个")
    plainly = bool(unit or number.rstrip("余多")[-1] in _SCALES)  # 12345.6万 was meant so
    if unit and own and any({unit, own} <= kind for kind in _SAME_KIND):
        unit = own
    if unit and unit != own:
        if unit[0] in _SCALES or not own.startswith(tuple(_SCALES)):
            return Typed(words, f"单位是“{unit}”，台账里是“{own or '无'}”")
        if own != f"{number[-1]}{unit}":  # 5.2万 and 元 for a figure in 万元
            return Typed(words, f"单位是“{unit}”，台账里是“{own}”")
    elif not unit:
        scale, told = _scale_said(entry, row_unit, note)
        if scale is None:
            return Typed(words, told)
        if scale and number[-1] not in f"{_SCALES}余多":
            number = f"{number}{scale}"
    if own[:1] in tuple(_SCALES) and number.endswith(own[0]):
        number = number[:-1]
    doubt = _impossible(number, entry) or ("" if plainly else _unlikely(number, entry))
    return Typed(number, doubt, told or _leap(number, entry))


def _scale_said(entry: Entry, row_unit: str, note: str) -> tuple[str | None, str]:
    """万 where the row says 万元 for a figure in 元, and the sentence; None: another unit, and why."""
    own = entry.unit or ""
    written = re.sub(r"[\s()（）]", "", unicodedata.normalize("NFKC", row_unit))
    if written and own and written != own:
        scale = written.removesuffix(own)
        if scale != written and set(scale) <= set(_SCALES):
            return scale, f"“单位”一格写的是“{written}”，按“{scale}{own}”采用"
        return None, f"“单位”一格改成了“{written}”，台账里是“{own}”"
    said = _UNIT_SAID.search(unicodedata.normalize("NFKC", note))
    if said and said["unit"] in ("", own) and not own.startswith(said["scale"]):
        return said["scale"], f"备注写的是“{note}”，按“{said['scale']}{own}”采用"
    return "", ""


def _impossible(number: str, entry: Entry) -> str:
    """Why a number cannot be: 120% where last year's was below 100, the number of a card."""
    value, last = number_of(number), number_of(entry.last)
    if _LONG_ROW.fullmatch(number):
        return "像是证件、电话号码，不是数字"
    if entry.unit != "%" or value is None or value <= _WHOLE:
        return ""
    whole = "率" in entry.thing or (last is not None and last <= _WHOLE and entry.role == "rate")
    grown = re.search(r"增长|增加|上升|提高|同比|增幅", entry.thing)
    return "百分比超过了 100%，请核对" if whole and not grown else ""


def _leap(number: str, entry: Entry) -> str:
    """What is said of a number many times last year's; it may be right."""
    value, last = number_of(number), number_of(entry.last)
    if not value or not last or value < _LEAST_LEAP or value / last < _LEAP:
        return ""
    return f"填的是 {number}，去年是 {entry.last}{entry.unit or ''}，相差很大，已采用"


def _unlikely(number: str, entry: Entry) -> str:
    """Why a plain number is hardly what was meant: 5.2 where last year's was 4.6万."""
    value, last = number_of(number), number_of(entry.last)
    if value is None or not value:
        return ""
    if entry.unit == "%":
        lost = last is not None and last > 2 and value <= 1
        return f"去年是 {entry.last}%，是不是 {value * 100:g}%" if lost else ""
    if last and entry.last and entry.last.rstrip("余多")[-1:] in tuple("万亿千"):
        if last / value > _FAR or value / last > _FAR:
            return f"去年是 {entry.last}{entry.unit or ''}，相差太远，是不是漏写或多写了“万”"
    elif not value.is_integer() and entry.unit not in _MEASURED and (not last or last.is_integer()):
        return "不是整数"
    return ""


def _why_no_number(words: str, entry: Entry) -> str:
    if words in NOTHING:
        return "填的是文字，不知道是不是 0" if words else "没有填数字，只写了备注"
    if (
        re.search(r"[同与和跟]?(?:去年|上年|上一年)(?:度)?(?:一样|相同|持平|数)?$", words)
        or "持平" in words
    ):
        last = f"（去年是 {entry.last}{entry.unit or ''}）" if entry.last else ""
        return f"填的不是数字{last}"
    return "填的不是数字"
