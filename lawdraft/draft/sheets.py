"""Collection sheets: for each office or village an .xlsx or .docx with just its own questions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.draft.ledger import evaluate, is_given
from lawdraft.draft.names import short_name
from lawdraft.draft.sheet_files import MARK_SHEET
from lawdraft.draft.word_form import Form, FormCell, printable, word_form
from lawdraft.model import editing
from lawdraft.model.draft import BLANK, SLOT_CLOSE, SLOT_OPEN
from lawdraft.model.workbook import workbook_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from lawdraft.knowledge import Knowledge
    from lawdraft.model.draft import Draft, Entry

LAST = "去年"
HEADER = ("序号", "填什么", "单位", LAST, "今年（填数字）", "备注", "报告里的原句", "编号")
WIDTHS = (6, 26, 8, 10, 16, 20, 52, 10)
WORD_WIDTHS = (11.0, 55.0, 16.0, 22.0, 32.0, 40.0, 68.0, 12.0)  # millimetres
LAST_SHOWN = 7  # columns; the eighth holds our number and is hidden
LONGEST_SENTENCE = 80
ANSWER_COLUMN = 5
REPORTER = "填报单位"
EVERYTHING = "全部数字"
UNASSIGNED = "未指定单位"
HOW_TO = "请在黄色格里填今年的数字，没有的填 0；说不清的写在备注里。填好后原样发回，文件名可以改。"
WORKED_OUT = "由别的数字自动算出，可以不填。"
_BETWEEN = re.compile(r"[、，,；;/\s]+")
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


def suppliers_of(entry: Entry) -> tuple[str, ...]:
    """Who is asked for a figure; several are summed: 青山村、白石村."""
    return tuple(dict.fromkeys(filter(None, _BETWEEN.split(entry.supplier))))


def open_questions(draft: Draft) -> tuple[Entry, ...]:
    """All figures still waited for, each ×× in the text, whoever gives or works them out.

    What only dropped cards tell is not; a figure no text names yet is asked for all the same.
    """
    cards = draft.cards
    kept = [f"{c.heading or ''}{c.text}" for c in cards if c.decision != "drop"]
    kept += [section.heading or "" for section in draft.sections]
    kept += [topic.heading or "" for topic in draft.topics]
    waited = set(editing.SLOT.findall("".join(kept)))
    dropped = {each for c in cards for each in editing.SLOT.findall(c.text)} - waited
    return tuple(e for e in evaluate(draft).ledger if not is_given(e) and e.id not in dropped)


def propose_suppliers(draft: Draft, knowledge: Knowledge) -> Mapping[str, str]:
    """Who usually supplies a figure, by entry id, where nobody is named yet.

    Of several who may (司法所/各办) the first: two who are named would be added up.
    """
    usual = {
        each.id: each.supplier.partition("/")[0] for each in knowledge.indicators if each.supplier
    }
    return {
        entry.id: usual[entry.indicator]
        for entry in draft.ledger
        if not entry.supplier and entry.indicator in usual
    }


def collection_sheets(draft: Draft, *, word: bool = False) -> dict[str, bytes]:
    """File names and contents; one sheet of everything where nobody is named. `word`: .docx."""
    asked: dict[str, list[Entry]] = {}
    named = any(entry.supplier for entry in draft.ledger)
    for entry in open_questions(draft):
        if named and not entry.supplier and (entry.formula or entry.role == "target"):
            continue  # nobody's to report: worked out, or set by the unit itself
        for supplier in suppliers_of(entry) or ("",):
            asked.setdefault(supplier, []).append(entry)
    alone = set(asked) <= {""}
    return {
        _file_name(supplier or (EVERYTHING if alone else UNASSIGNED), draft, word=word): (
            _word_sheet(supplier, entries, draft) if word else _sheet(supplier, entries, draft)
        )
        for supplier, entries in asked.items()
    }


def sentence_of(entry: Entry, draft: Draft) -> str:
    """The clause of the report that the figure stands in: 共排查矛盾纠纷（　）件，已化解67件."""
    if entry.formula:
        return WORKED_OUT
    slot = f"{SLOT_OPEN}{entry.id}{SLOT_CLOSE}"
    text = next((card.text for card in draft.cards if slot in card.text), "")
    if not text or "\t" in text:
        return ""
    sentence = next(part for part in re.split(r"[。；\n]", text) if slot in part)
    values = {each.id: each.value or BLANK for each in draft.ledger}
    here = sentence.replace(slot, "（　）")
    shown = editing.SLOT.sub(lambda other: values.get(other[1], BLANK), here)
    start = max(0, shown.index("（　）") - LONGEST_SENTENCE // 2)
    cut = shown[start : start + LONGEST_SENTENCE]
    return f"{'…' if start else ''}{cut}{'…' if start + LONGEST_SENTENCE < len(shown) else ''}"


def _file_name(supplier: str, draft: Draft, *, word: bool) -> str:
    name = f"{supplier}-{sheet_title(draft)}"
    return f"{_FORBIDDEN.sub('', name)[:80]}.{'docx' if word else 'xlsx'}"


def sheet_title(draft: Draft) -> str:
    """青禾镇2026年法治政府建设数据收集表; the year is read back from it."""
    return f"{short_name(draft.organisation)}{draft.year}年法治政府建设数据收集表"


def _header(draft: Draft) -> tuple[str, ...]:
    return tuple(draft.last_called if words == LAST else words for words in HEADER)


def _word_sheet(supplier: str, entries: list[Entry], draft: Draft) -> bytes:
    head = tuple(FormCell(words, bold=True) for words in _header(draft))
    rows = [
        (
            FormCell(str(number)),
            FormCell(entry.thing),
            FormCell(entry.unit or ""),
            FormCell(entry.last or ""),
            FormCell("", shaded=True, height=9.0),
            FormCell(""),
            FormCell(sentence_of(entry, draft)),
            FormCell(entry.id, faint=True),
        )
        for number, entry in enumerate(entries, start=1)
    ]
    form = Form(
        title=sheet_title(draft),
        lines=(f"{REPORTER}：{supplier}", HOW_TO),
        widths=WORD_WIDTHS,
        rows=(head, *rows),
        landscape=True,
    )
    return word_form(form)


def _sheet(supplier: str, entries: list[Entry], draft: Draft) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "数据收集表"
    _write_head(sheet, supplier, draft)
    for number, entry in enumerate(entries, start=1):
        where = sentence_of(entry, draft)
        words = (entry.thing, entry.unit or "", entry.last or "", None, "", where, entry.id)
        sheet.append((number, *(word and printable(word) for word in words)))
    _format(sheet, len(entries))
    _write_mark(book, supplier, draft)
    return workbook_bytes(book)


def _write_head(sheet: Worksheet, supplier: str, draft: Draft) -> None:
    sheet.append((printable(sheet_title(draft)),))
    sheet.append((REPORTER, printable(supplier)))
    sheet.append((HOW_TO,))
    sheet.append(_header(draft))


def _write_mark(book: Workbook, supplier: str, draft: Draft) -> None:
    mark = book.create_sheet(MARK_SHEET)
    for row in (("organisation", draft.organisation), ("year", draft.year), ("supplier", supplier)):
        mark.append([printable(str(word)) for word in row])
    mark.sheet_state = "hidden"


def _format(sheet: Worksheet, questions: int) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    first, last = 5, 4 + questions
    for column, width in enumerate(WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.column_dimensions[get_column_letter(LAST_SHOWN + 1)].hidden = True
    sheet["A1"].font = Font(size=16, bold=True)
    for cells in ("A1:G1", "B2:G2", "A3:G3"):
        sheet.merge_cells(cells)
    sheet["A1"].alignment = Alignment(horizontal="center")
    sheet["A3"].alignment = Alignment(wrap_text=True, vertical="top")
    sheet.row_dimensions[3].height = 32
    thin = Side(style="thin", color="999999")
    for row in sheet.iter_rows(min_row=4, max_row=last, max_col=LAST_SHOWN):
        for cell in row:
            cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
            cell.alignment = Alignment(wrap_text=True, vertical="center")
    for row_number in range(first, last + 1):
        answer = sheet.cell(row_number, ANSWER_COLUMN)
        answer.fill = PatternFill("solid", start_color="FFF2CC")
    _validate(sheet, first, last)
    sheet.freeze_panes = "A5"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _validate(sheet: Worksheet, first: int, last: int) -> None:
    """A warning, not a wall: 2万余 may be typed after a second thought."""
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(type="decimal", operator="greaterThanOrEqual", formula1="0")
    rule.errorStyle = "warning"
    rule.errorTitle, rule.error = "请填数字", "这里一般填一个数字，不带单位。确实要这样填吗？"
    rule.promptTitle, rule.prompt = "填今年的数字", "只填数字，不带单位；没有的填 0。"
    rule.showErrorMessage = rule.showInputMessage = True
    rule.add(f"E{first}:E{last}")
    sheet.add_data_validation(rule)
