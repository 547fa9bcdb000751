import contextlib
import datetime as dt
import io
import shutil
import subprocess
import zipfile
from dataclasses import replace

import pytest
from openpyxl import Workbook, load_workbook

from lawdraft.draft.collecting import collect_in, progress
from lawdraft.draft.sheets import collection_sheets, propose_suppliers
from lawdraft.draft.word_form import Form, FormCell, word_form
from lawdraft.model import editing
from lawdraft.model.draft import Draft, Entry
from lawdraft.model.errors import CannotReadError


@pytest.fixture
def draft():
    return Draft(
        2025,
        "青禾镇人民政府",
        ledger=(
            Entry("e1", "排查矛盾纠纷", "件", last="72", indicator="disputes_found"),
            Entry("e2", "化解率", "%", last="93.1", role="rate"),
            Entry("e3", "法律明白人", "名", last="42", supplier="青山村、白石村"),
            Entry("e4", "行政村", "个", last="12", value="12"),
            Entry("e5", "普法活动", "场次", last="20", role="target"),
        ),
    )


def write(folder, sheets):
    paths = {}
    for name, data in sheets.items():
        paths[name] = folder / name
        paths[name].write_bytes(data)
    return paths


def answered(data, answers, reporter=""):
    """The sheet with answers by words, saved anew as another program would."""
    book = load_workbook(io.BytesIO(data))
    sheet = book.worksheets[0]
    if reporter:
        sheet["B2"] = reporter
    for row in sheet.iter_rows(min_row=5):
        if row[1].value in answers:
            row[4].value = answers[row[1].value]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture
def sheet_of(draft, tmp_path):
    def made(answers, name="答.xlsx", reporter="", base=draft):
        [data] = [d for n, d in collection_sheets(base).items() if n.startswith("未指定")] or list(
            collection_sheets(base).values()
        )
        path = tmp_path / name
        path.write_bytes(answered(data, answers, reporter))
        return path

    return made


def test_one_sheet_of_everything_where_nobody_is_named(draft):
    nobody = editing.set_entry(draft, "e3", supplier="")

    [name] = collection_sheets(nobody)

    assert name == "全部数字-青禾镇2025年法治政府建设数据收集表.xlsx"


def test_each_supplier_gets_just_its_questions(draft):
    sheets = collection_sheets(draft)
    village = next(data for name, data in sheets.items() if name.startswith("青山村"))
    rows = list(
        load_workbook(io.BytesIO(village)).worksheets[0].iter_rows(min_row=5, values_only=True)
    )

    assert {name.split("-")[0] for name in sheets} == {"青山村", "白石村", "未指定单位"}
    assert [row[1:4] for row in rows] == [("法律明白人", "名", "42")]


def test_sheet_shows_where_the_figure_stands(roll):
    rolled = roll()
    [data] = collection_sheets(rolled).values()
    rows = load_workbook(io.BytesIO(data)).worksheets[0].iter_rows(min_row=5, values_only=True)

    [where] = [row[6] for row in rows if row[3] == "72"]
    assert where == "全镇12个村共排查矛盾纠纷（　）件，化解××件，化解率××%"


def test_answer_fills_the_ledger(draft, sheet_of):
    collected = collect_in(draft, [sheet_of({"排查矛盾纠纷": 80, "化解率": "95.5%"})])

    assert collected.draft.entry("e1").value == "80"
    assert collected.draft.entry("e2").value == "95.5"
    assert collected.taken == 2


def test_the_same_sheets_again_change_nothing(draft, sheet_of):
    paths = [sheet_of({"排查矛盾纠纷": 80})]
    once = collect_in(draft, paths).draft

    assert collect_in(once, paths).draft == once


@pytest.mark.parametrize(
    ("typed", "value"),
    [("67", "67"), ("67件", "67"), ("６７", "67"), ("1,200", "1200"), (67.0, "67"), ("2万余", "2万余"),
     ("五千余", "五千余"), (0, "0"), ("约70", "约70")],
)  # fmt: skip
def test_answers_typed_in_many_ways(draft, sheet_of, typed, value):
    assert collect_in(draft, [sheet_of({"排查矛盾纠纷": typed})]).draft.entry("e1").value == value


@pytest.mark.parametrize(
    ("typed", "doubt"),
    [
        ("很多", "不是数字"),
        ("67起", "单位"),
        (dt.date(2025, 5, 10), "日期"),
        ("67件左右吧", "单位"),
        ("3、4件", "不止一个数字"),
    ],
)
def test_doubtful_answers_are_told_and_not_taken(draft, sheet_of, typed, doubt):
    collected = collect_in(draft, [sheet_of({"排查矛盾纠纷": typed})])

    assert collected.draft.entry("e1").value is None
    assert doubt in "".join(collected.notes)


def test_percent_formatted_cell_reads_as_shown(draft, tmp_path):
    book = Workbook()
    book.active.append(("指标", "单位", "今年"))
    book.active.append(("化解率", "%", 0.931))
    book.active["C2"].number_format = "0.0%"
    book.save(tmp_path / "a.xlsx")

    assert collect_in(draft, [tmp_path / "a.xlsx"]).draft.entry("e2").value == "93.1"


def test_villages_are_summed_once_all_are_in(draft, tmp_path):
    sheets = collection_sheets(draft)
    first, second = (
        next(data for name, data in sheets.items() if name.startswith(village))
        for village in ("青山村", "白石村")
    )
    paths = write(tmp_path, {"1.xlsx": answered(first, {"法律明白人": 3})})
    half = collect_in(draft, paths.values()).draft
    paths |= write(tmp_path, {"改名.xlsx": answered(second, {"法律明白人": 4})})
    whole = collect_in(half, paths.values()).draft

    assert half.entry("e3").value is None
    assert [state.missing for state in progress(half)] == [False, True]
    assert whole.entry("e3").value == "7"
    assert not any(state.missing for state in progress(whole))


def test_corrected_sheet_replaces_the_sum(draft, tmp_path):
    sheets = collection_sheets(draft)
    first, second = (
        next(data for name, data in sheets.items() if name.startswith(village))
        for village in ("青山村", "白石村")
    )
    both = write(tmp_path, {"1.xlsx": answered(first, {"法律明白人": 3}),
                            "2.xlsx": answered(second, {"法律明白人": 4})})  # fmt: skip
    whole = collect_in(draft, both.values()).draft
    again = write(tmp_path, {"1改.xlsx": answered(first, {"法律明白人": 5})})

    assert collect_in(whole, again.values()).draft.entry("e3").value == "9"


def test_offices_that_contradict_each_other_are_shown_side_by_side(draft, sheet_of):
    paths = [
        sheet_of({"排查矛盾纠纷": 80}, "a.xlsx", "司法所"),
        sheet_of({"排查矛盾纠纷": 90}, "b.xlsx", "综治中心"),
    ]
    collected = collect_in(draft, paths)

    assert collected.draft.entry("e1").value is None
    assert any("司法所填 80" in note and "综治中心填 90" in note for note in collected.notes)


def test_two_sheets_of_one_office_that_differ_are_told(draft, sheet_of):
    paths = [
        sheet_of({"排查矛盾纠纷": 80}, "a.xlsx", "司法所"),
        sheet_of({"排查矛盾纠纷": 90}, "b.xlsx", "司法所"),
    ]
    collected = collect_in(draft, paths)

    assert collected.draft.entry("e1").value is None
    assert "填得不一样" in "".join(collected.notes)


def test_what_the_clerk_typed_is_not_overwritten(draft, sheet_of):
    typed = editing.set_figure(draft, "e1", "77")
    base = sheet_of({"排查矛盾纠纷": 80})

    collected = collect_in(typed, [base])

    assert collected.draft.entry("e1").value == "77"
    assert "已经填了 77" in "".join(collected.notes)


def test_surplus_rows_are_told(draft, tmp_path):
    book = Workbook()
    book.active.append(("指标", "单位", "今年"))
    book.active.append(("种树", "棵", 500))
    book.save(tmp_path / "多.xlsx")

    assert "种树" in "".join(collect_in(draft, [tmp_path / "多.xlsx"]).notes)


def test_sheet_without_our_hidden_column_is_matched_by_words(draft, tmp_path):
    book = Workbook()
    book.active.append(("填报单位：", "司法所"))
    book.active.append(("项目", "今年", "单位"))
    book.active.append(("排查矛盾纠纷", 81, "件"))
    book.save(tmp_path / "自制.xlsx")

    collected = collect_in(draft, [tmp_path / "自制.xlsx"])

    assert collected.draft.entry("e1").value == "81"
    assert collected.draft.answers[0].supplier == "司法所"


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 cut off"])
def test_unreadable_sheets_get_a_sentence(draft, tmp_path, content):
    (tmp_path / "坏.xlsx").write_bytes(content)

    with pytest.raises(CannotReadError, match=r"坏\.xlsx"):
        collect_in(draft, [tmp_path / "坏.xlsx"])


def test_a_sheet_one_may_not_read_says_so(draft, tmp_path, monkeypatch):
    def refused(_path):
        raise PermissionError(13, "no")

    monkeypatch.setattr("pathlib.Path.read_bytes", refused)
    with pytest.raises(CannotReadError, match=r"没有权限读取“锁.xlsx”"):
        collect_in(draft, [tmp_path / "锁.xlsx"])


def test_one_bad_sheet_does_not_stop_the_others(draft, sheet_of, tmp_path):
    (tmp_path / "坏.xlsx").write_bytes(b"x")

    collected = collect_in(draft, [tmp_path / "坏.xlsx", sheet_of({"排查矛盾纠纷": 80})])

    assert collected.draft.entry("e1").value == "80"
    assert any("坏.xlsx" in note for note in collected.notes)


def test_sheet_of_another_year_is_refused(draft, tmp_path):
    old = Draft(2023, draft.organisation, ledger=draft.ledger)
    write(
        tmp_path,
        {"旧.xlsx": answered(next(iter(collection_sheets(old).values())), {"排查矛盾纠纷": 1})},
    )

    with pytest.raises(CannotReadError, match="2023年"):
        collect_in(draft, [tmp_path / "旧.xlsx"])


def test_unrelated_workbook_is_refused(draft, tmp_path):
    book = Workbook()
    book.active.append(("姓名", "工资"))
    book.save(tmp_path / "工资表.xlsx")

    with pytest.raises(CannotReadError, match="没有找到要填的表"):
        collect_in(draft, [tmp_path / "工资表.xlsx"])


def test_usual_suppliers_are_proposed(draft, knowledge):
    proposed = propose_suppliers(draft, knowledge)

    assert set(proposed) == {"e1"}
    assert proposed["e1"]


# -- Word forms ------------------------------------------------------------------------------------


def filled_word(data, answers, *, tracked=False):
    """The form with answers typed into its cells, the file otherwise as it was."""
    from lxml import etree

    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    source = zipfile.ZipFile(io.BytesIO(data))
    root = etree.fromstring(source.read("word/document.xml"))
    for row in root.iter(f"{w}tr"):
        cells = row.findall(f"{w}tc")
        thing = "".join(cells[1].itertext())
        if thing in answers:
            paragraph = cells[4].find(f"{w}p")
            parent = etree.SubElement(paragraph, f"{w}ins") if tracked else paragraph
            run = etree.SubElement(parent, f"{w}r")
            etree.SubElement(run, f"{w}t").text = answers[thing]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name in source.namelist():
            data = etree.tostring(root) if name == "word/document.xml" else source.read(name)
            package.writestr(name, data)
    return out.getvalue()


@pytest.fixture
def word_of(draft, tmp_path):
    def made(answers, name="答.docx", tracked=False, base=draft):
        nobody = editing.set_entry(base, "e3", supplier="")
        [data] = collection_sheets(nobody, word=True).values()
        (tmp_path / name).write_bytes(filled_word(data, answers, tracked=tracked))
        return tmp_path / name

    return made


def test_word_forms_are_named_as_such_and_always_the_same(draft):
    sheets = collection_sheets(draft, word=True)

    assert {name.rpartition(".")[2] for name in sheets} == {"docx"}
    assert sheets == collection_sheets(draft, word=True)


@pytest.mark.parametrize("tracked", [False, True])
def test_answers_of_a_word_form_fill_the_ledger(draft, word_of, tracked):
    path = word_of({"排查矛盾纠纷": "80件", "化解率": "95.5%"}, tracked=tracked)
    collected = collect_in(draft, [path])

    assert collected.draft.entry("e1").value == "80"
    assert collected.draft.entry("e2").value == "95.5"


def test_word_form_of_another_year_is_refused(draft, word_of):
    path = word_of({"排查矛盾纠纷": "80"}, base=replace(draft, year=2024))

    with pytest.raises(CannotReadError, match="2024年"):
        collect_in(draft, [path])


def test_other_word_files_get_a_sentence(draft, tmp_path):
    form = Form("关于开会的通知", ("请准时参加。",), (50.0,), ((FormCell("时间"),),))
    (tmp_path / "通知.docx").write_bytes(word_form(form))

    with pytest.raises(CannotReadError, match="没有找到要填的表"):
        collect_in(draft, [tmp_path / "通知.docx"])


def test_damaged_word_form_gets_a_sentence(draft, word_of):
    path = word_of({})
    path.write_bytes(path.read_bytes()[:600])

    with pytest.raises(CannotReadError, match="读不出来"):
        collect_in(draft, [path])


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not there")
def test_word_form_saved_anew_by_another_program(draft, word_of, tmp_path):
    path = word_of({"排查矛盾纠纷": "80", "化解率": "95.5"})
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "odt", "--outdir", tmp_path / "odt", path],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "docx", "--outdir", tmp_path / "again", tmp_path / "odt" / "答.odt"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    collected = collect_in(draft, [tmp_path / "again" / "答.docx"])

    assert (collected.draft.entry("e1").value, collected.draft.entry("e2").value) == ("80", "95.5")


# -- as offices really fill them in ----------------------------------------------------------------


def one(unit, last):
    return Draft(2025, "青禾镇人民政府", ledger=(Entry("e1", "罚没款", unit, last=last),))


def reply_to(draft, folder, typed, *, unit=None, note=None):
    book = Workbook()
    book.active.append(("填什么", "单位", "去年", "今年", "备注"))
    book.active.append(("罚没款", unit, draft.entry("e1").last, typed, note))
    book.save(folder / "答.xlsx")
    return collect_in(draft, [folder / "答.xlsx"])


@pytest.mark.parametrize(
    ("typed", "unit", "note", "value"),
    [
        ("12 345.6万元", "元", None, "12345.6万"),
        ("5.2 万", "元", None, "5.2万"),
        (5.2, "万元", None, "5.2万"),
        (5.2, "元", "单位是万元", "5.2万"),
        (5.2, "元", "单位：万元", "5.2万"),
        ("￥52000", "元", None, "52000"),
        ("共52000元。", "元", None, "52000"),
        ("五万二千", "元", None, "52000"),
        ("52000\u200b元左右", "元", None, "约52000"),
    ],
)
def test_money_typed_in_many_ways(tmp_path, typed, unit, note, value):
    collected = reply_to(one("元", "4.6万"), tmp_path, typed, unit=unit, note=note)

    assert collected.draft.entry("e1").value == value


@pytest.mark.parametrize("typed", ["没有", "/", "同去年", 5.2, -3, "1,23", "3+2", "=1+2"])
def test_what_may_mean_anything_is_told_and_not_taken(tmp_path, typed):
    collected = reply_to(one("元", "4.6万"), tmp_path, typed, unit="元")

    assert collected.draft.entry("e1").value is None
    assert "罚没款" in "".join(collected.notes)


def test_a_rate_typed_as_a_fraction_is_asked_about(tmp_path):
    collected = reply_to(one("%", "98.6"), tmp_path, 0.987, unit="%")

    assert collected.draft.entry("e1").value is None
    assert "98.7%" in "".join(collected.notes)


def test_sheet_of_another_unit_is_refused(draft, tmp_path):
    other = replace(draft, organisation="白石镇人民政府")
    data = next(iter(collection_sheets(other).values()))
    write(tmp_path, {"别镇.xlsx": answered(data, {"排查矛盾纠纷": 1})})

    with pytest.raises(CannotReadError, match="白石镇"):
        collect_in(draft, [tmp_path / "别镇.xlsx"])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_sheet_saved_as_text(draft, tmp_path, encoding):
    text = "填报单位,司法所\r\n填什么,单位,今年\r\n排查矛盾纠纷,件,80\r\n"
    (tmp_path / "答.csv").write_bytes(text.encode(encoding))

    collected = collect_in(draft, [tmp_path / "答.csv"])

    assert collected.draft.entry("e1").value == "80"
    assert collected.draft.answers[0].supplier == "司法所"


def test_web_table_under_the_name_of_a_sheet(draft, tmp_path):
    page = (
        "<table><tr><td rowspan=2>序号</td><td colspan=2>数据</td></tr>"
        "<tr><th>填什么</th><th>今年</th></tr><tr><td>1</td><td>排查矛盾纠纷</td><td>80</td></tr></table>"
    )
    (tmp_path / "答.xls").write_text(page, encoding="utf-8")

    assert collect_in(draft, [tmp_path / "答.xls"]).draft.entry("e1").value == "80"


def test_hidden_sheets_do_not_answer(draft, sheet_of):
    path = sheet_of({"排查矛盾纠纷": 80})
    book = load_workbook(path)
    old = book.create_sheet("旧")
    old.append(("填什么", "单位", "今年"))
    old.append(("排查矛盾纠纷", "件", 999))
    old.sheet_state = "hidden"
    book.save(path)

    assert collect_in(draft, [path]).draft.entry("e1").value == "80"


def test_answers_typed_over_last_years_are_told(draft, sheet_of):
    path = sheet_of({})
    book = load_workbook(path)
    book.worksheets[0]["D5"] = 80
    book.save(path)

    assert "填错了格" in "".join(collect_in(draft, [path]).notes)


def test_table_whose_header_was_deleted(draft, sheet_of):
    path = sheet_of({"排查矛盾纠纷": 80, "化解率": 95.5})
    book = load_workbook(path)
    book.worksheets[0].delete_rows(4)
    book.save(path)

    assert collect_in(draft, [path]).draft.entry("e1").value == "80"


def test_village_under_its_full_name_still_counts(draft, tmp_path):
    sheets = collection_sheets(draft)
    answers = {}
    for number, village in enumerate(("青山村", "白石村"), start=3):
        data = next(data for name, data in sheets.items() if name.startswith(village))
        full = f"青禾镇{village}村民委员会"
        answers[f"{number}.xlsx"] = answered(data, {"法律明白人": number}, full)
    collected = collect_in(draft, write(tmp_path, answers).values())

    assert collected.draft.entry("e3").value == "7"


def test_no_damage_of_a_sheet_ends_in_anything_but_a_sentence(draft, sheet_of):
    path = sheet_of({"排查矛盾纠纷": 80})
    whole = path.read_bytes()
    for place in range(0, len(whole), 97):
        path.write_bytes(whole[:place] + b"\xff\x00\xff" + whole[place + 3 :])
        with contextlib.suppress(CannotReadError):
            assert collect_in(draft, [path]).taken <= 1


@pytest.mark.parametrize("word", [False, True])
def test_characters_that_no_file_may_hold_are_left_out(draft, word):
    odd = editing.set_entry(draft, "e1", thing="排查\x0b矛盾\ud83d纠纷\ufffe")

    assert len(collection_sheets(odd, word=word)) == 3


@pytest.mark.parametrize(
    ("last_year", "called"), [(2022, "2022年"), (2024, "去年"), (None, "去年")]
)
def test_an_older_report_is_called_by_its_year(draft, last_year, called):
    older = replace(draft, last_year=last_year)
    [data] = [d for n, d in collection_sheets(older).items() if n.startswith("未指定")]
    rows = load_workbook(io.BytesIO(data)).worksheets[0].iter_rows(min_row=4, values_only=True)

    assert next(rows)[3] == called


def test_a_village_whose_name_holds_anothers_is_itself(draft, tmp_path):
    both = editing.set_entry(draft, "e3", supplier="青山村、小青山村")
    book = Workbook()
    for row in (("填报单位", "青禾镇小青山村"), ("项目", "单位", "数据"), ("法律明白人", "名", 5)):
        book.active.append(row)
    book.save(tmp_path / "村.xlsx")

    [answer] = collect_in(both, [tmp_path / "村.xlsx"]).draft.answers

    assert (answer.supplier, answer.value) == ("小青山村", "5")


@pytest.mark.parametrize(
    ("typed", "unit", "last", "value"),
    [
        ("74人", "名", "70", "74"),
        ("45场", "场次", "40", "45"),
        ("29.0", "次", "26", "29"),
        ("29.50", "万元", "26", "29.50"),
    ],
)
def test_units_of_one_kind_and_whole_numbers_are_taken(tmp_path, typed, unit, last, value):
    draft = one(unit, last)

    collected = reply_to(draft, tmp_path, typed)

    assert collected.draft.ledger[0].value == value


def test_a_number_many_times_last_years_is_told(tmp_path):
    collected = reply_to(one("次", "286"), tmp_path, "30000")

    assert collected.draft.ledger[0].value == "30000"
    assert any("相差很大" in note for note in collected.notes)


def test_a_share_above_the_whole_is_not_taken(tmp_path):
    draft = one("%", "95")
    rate = replace(draft, ledger=(replace(draft.ledger[0], role="rate"),))

    collected = reply_to(rate, tmp_path, "120%")

    assert collected.draft.ledger[0].value is None
    assert any("100%" in note for note in collected.notes)
