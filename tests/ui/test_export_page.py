"""The page 导出: wishes go into the draft and the preview; fonts, omissions, learned layouts."""

import pytest

from lawdraft.model import editing, wishing
from lawdraft.ui.dialogs.learn_layout import LearnedDialog, told


@pytest.fixture
def page(drafted):
    drafted.show_step("export")
    return drafted.page("export")


def draft_of(window):
    return window.desk.session.draft


def test_red_head_reaches_draft_and_preview(drafted, page, qtbot):
    page.form.layout_choice.buttons["red-head"].click()
    field = page.form.fields["发文字号"]
    field.setText("青政〔2027〕1号")
    field.textEdited.emit(field.text())

    assert draft_of(drafted).wishes.layout == "red-head"
    assert not page.form._head.isHidden()
    drafted.show_step("preview")
    pages = drafted.desk.session
    qtbot.waitUntil(
        lambda: any("青政〔2027〕1号" in x.text for x in pages.pages.pages[0].lines), timeout=100000
    )


def test_a_value_against_the_standard_is_told_and_kept_out(drafted, page):
    page.form.layout_choice.buttons["red-head"].click()
    field = page.form.fields["发文字号"]
    field.setText("青政2027")
    field.textEdited.emit(field.text())

    assert "要写成" in page.form._troubles["发文字号"].text()
    assert draft_of(drafted).wishes.options == ()
    assert field.text() == "青政2027"


def test_a_missing_font_is_replaced_by_one_click_and_brought_back(drafted, page, monkeypatch):
    monkeypatch.setattr(
        "lawdraft.ui.widgets.fonts_box.QFontDatabase.families", lambda: ["仿宋", "黑体", "宋体"]
    )
    page.form.fonts._shown = None
    page.form.fonts.refresh()
    page.form.fonts.choices["body"].buttons["仿宋"].click()
    assert draft_of(drafted).wishes.options == (("正文字体", "仿宋"),)
    page.form.fonts.choices["body"].buttons["仿宋_GB2312"].click()
    assert draft_of(drafted).wishes.options == ()
    drafted.desk.session.undo()

    drafted.desk.session.undo()
    assert draft_of(drafted).wishes.options == ()


def test_one_button_takes_all_fonts_that_are_here(drafted, page, monkeypatch):
    from PySide6.QtWidgets import QPushButton

    here = ["仿宋", "楷体", "黑体", "宋体", "华文中宋"]
    monkeypatch.setattr("lawdraft.ui.widgets.fonts_box.QFontDatabase.families", lambda: here)
    page.form.fonts._shown = None
    page.form.fonts.refresh()
    take = next(b for b in page.form.fonts.findChildren(QPushButton) if b.text() == "都换成有的")
    take.click()
    wished = dict(draft_of(drafted).wishes.options)
    assert wished == {"正文字体": "仿宋", "二级标题字体": "楷体", "标题字体": "华文中宋"}
    assert page.form.fonts.choices["title"].choice == "华文中宋"
    drafted.desk.session.undo()
    assert draft_of(drafted).wishes.options == ()


def test_each_omission_can_be_brought_back(drafted, page, qtbot):
    session = drafted.desk.session
    card = list(session.draft.cards)[3]
    session.apply(
        editing.set_card_text(session.draft, card.id, "村民王小明电话13800001234。"), "写"
    )
    qtbot.waitUntil(lambda: "13800001234" in session.report.text, timeout=100000)
    page.public.setChecked(True)
    listed = page.omissions.list
    qtbot.waitUntil(lambda: listed.count() >= 2, timeout=100000)

    from PySide6.QtCore import Qt

    phone = next(i for i in range(listed.count()) if "手机号" in listed.item(i).text())
    listed.item(phone).setCheckState(Qt.CheckState.Unchecked)
    assert session.draft.wishes.kept_public == ("手机号|13800001234",)


def press(page, path):
    page.go.setEnabled(True)
    page.path.setText(str(path))
    page.export()


def test_a_failed_export_is_told_beside_the_button_and_gone_when_moving_on(
    drafted, page, qtbot, tmp_path
):
    press(page, tmp_path / "没有" / "a.docx")
    qtbot.waitUntil(lambda: page.result.failed, timeout=100000)
    assert "没有导出。文件夹" in page.result.words.text()
    assert page.result.elsewhere.isVisibleTo(page)
    drafted.show_step("fill")
    drafted.show_step("export")
    assert not page.result.failed
    assert drafted.notice.text == ""


def test_what_came_of_it_is_in_sight_on_a_small_screen(drafted, page, qtbot, tmp_path):
    page.form.layout_choice.buttons["red-head"].click()
    drafted.resize(911, 512)
    press(page, tmp_path / "a.docx")
    qtbot.waitUntil(lambda: page.result.made is not None, timeout=100000)
    qtbot.wait(50)
    for each in (page.result.open_file, page.go):
        assert not each.visibleRegion().isEmpty()
        foot = each.mapTo(drafted, each.rect().bottomLeft()).y()
        assert foot < drafted.height()


def test_a_double_click_is_one_export_and_asks_nothing(drafted, page, qtbot, tmp_path, monkeypatch):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    asked, begun = [], []
    monkeypatch.setattr("lawdraft.ui.dialogs.ask.ask", lambda *a, **k: asked.append(a))
    drafted.desk.tasks.started.connect(lambda job: begun.append(job.name))
    page.path.setText(str(tmp_path / "a.docx"))
    QTest.mouseClick(page.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.result.made is not None, timeout=100000)
    QTest.mouseDClick(page.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.go.isEnabled, timeout=100000)
    assert begun.count("export") == 1
    assert not asked


def test_its_own_file_is_replaced_unasked_until_somebody_changes_it(
    drafted, page, qtbot, tmp_path, monkeypatch
):
    asked, out = [], tmp_path / "a.docx"
    monkeypatch.setattr("lawdraft.ui.dialogs.ask.ask", lambda *a, **k: asked.append(a))
    for _ in range(2):
        press(page, out)
        qtbot.waitUntil(lambda: page.result.made == out, timeout=100000)
        page.result.made = None
    assert not asked
    out.write_bytes(b"changed in Word")
    press(page, out)
    qtbot.waitUntil(lambda: bool(asked), timeout=100000)
    assert out.read_bytes() == b"changed in Word"


@pytest.mark.parametrize("held", [5, 32, 33])
def test_a_file_held_by_word_is_told_and_another_name_offered(
    drafted, page, qtbot, tmp_path, monkeypatch, held
):
    out = tmp_path / "报告.docx"
    out.write_bytes(b"old")

    def locked(self, other):
        trouble = PermissionError(13, "held")
        trouble.winerror = held
        raise trouble

    with monkeypatch.context() as patch:
        patch.setattr("lawdraft.ui.dialogs.ask.ask", lambda *a, **k: True)
        patch.setattr("pathlib.Path.replace", locked)
        press(page, out)
        qtbot.waitUntil(lambda: page.result.failed, timeout=100000)
    assert "Word、WPS" in page.result.words.text()
    assert page.result.rename.text() == "改名为“报告（2）.docx”"
    page.go.setEnabled(True)
    page.result.rename.click()
    qtbot.waitUntil(lambda: page.result.made == tmp_path / "报告（2）.docx", timeout=100000)
    assert out.read_bytes() == b"old"


@pytest.mark.parametrize("code", [30, 28])  # a read-only folder, a full disk
def test_where_nothing_can_be_written_the_own_folder_is_offered(
    drafted, page, qtbot, tmp_path, monkeypatch, code
):
    import os

    own, there = tmp_path / "文档", tmp_path / "盘"
    own.mkdir()
    there.mkdir()
    monkeypatch.setattr("lawdraft.ui.dialogs.files.documents", lambda: own)
    real = os.open

    def refuse(path, *more, **other):
        if str(path).startswith(str(there)):
            raise OSError(code, "no")
        return real(path, *more, **other)

    monkeypatch.setattr(os, "open", refuse)
    press(page, there / "a.docx")
    qtbot.waitUntil(lambda: page.result.failed, timeout=100000)
    assert page.result.rename.text() == f"存到“{own}”"
    page.go.setEnabled(True)
    page.result.rename.click()
    qtbot.waitUntil(lambda: page.result.made == own / "a.docx", timeout=100000)
    assert not list(there.iterdir())


@pytest.mark.parametrize(
    ("name", "words"),
    [("报告:终稿.docx", "不能有 :"), ("NUL.docx", "不让用"), ("长" * 300 + ".docx", "太长")],
)
def test_impossible_names_are_one_sentence_and_a_name_that_works(
    drafted, page, qtbot, tmp_path, name, words
):
    press(page, tmp_path / name)
    qtbot.waitUntil(lambda: page.result.failed, timeout=100000)
    assert words in page.result.words.text()
    if "NUL" not in name:
        page.go.setEnabled(True)
        page.result.rename.click()
        qtbot.waitUntil(lambda: page.result.made is not None, timeout=100000)
        assert len(list(tmp_path.glob("*.docx"))) == 1


def test_the_pages_beside_the_form_follow_what_is_filled(drafted, page, qtbot):
    drafted.resize(1366, 740)
    page.form.layout_choice.buttons["red-head"].click()
    qtbot.waitUntil(page.view.isVisible, timeout=10000)
    text = lambda: "".join(x.text for x in page.view._pages.pages[0].lines)  # noqa: E731
    qtbot.waitUntil(lambda: "人民政府文件" in text(), timeout=100000)
    drafted.resize(1000, 600)
    qtbot.waitUntil(lambda: not page.view.isVisible(), timeout=10000)


@pytest.mark.parametrize("kind", ["html", "self-check", "xlsx", "pdf"])
def test_every_kind_is_made_with_a_red_head_wished(drafted, page, qtbot, tmp_path, kind):
    session = drafted.desk.session
    draft = wishing.set_wishes(session.draft, layout="red-head")
    session.apply(wishing.set_option(draft, "发文字号", "青政〔2027〕1号"), "x")
    page.kind.setCurrentIndex(page.kind.findData(kind))
    out = tmp_path / f"out{page.chosen.suffix}"
    page.path.setText(str(out))
    page.export()
    qtbot.waitUntil(lambda: page.result.made == out, timeout=100000)
    assert out.stat().st_size > 100


def test_a_learned_layout_is_told_kept_and_used(drafted, page, qtbot, tmp_path, kit):
    from lawdraft import flow

    out = tmp_path / "县里.docx"
    flow.export(flow.compose(draft_of(drafted), kit), out, kit, preset="常见地方做法")
    learned = flow.learn_layout(out, "县里", kit)
    assert "正文行距是 28" in told(learned)

    dialog = LearnedDialog(page, drafted.desk, out, learned)
    dialog.keep()
    assert draft_of(drafted).wishes.preset == "县里"
    assert page.form.preset.currentText() == "县里"


def test_a_layout_is_learned_behind_the_window_and_a_bad_file_told(
    drafted, page, qtbot, tmp_path, monkeypatch
):
    from lawdraft.ui.dialogs import learn_layout

    bad = tmp_path / "坏的.docx"
    bad.write_bytes(b"PK\x03\x04 no document")
    monkeypatch.setattr(learn_layout, "_ask_file", lambda _parent: bad)
    page._on_learn()
    qtbot.waitUntil(lambda: "坏的.docx" in drafted.notice.text, timeout=100000)


def test_a_self_check_sheet_is_a_word_file_whatever_was_typed(drafted, page):
    page.kind.setCurrentIndex(page.kind.findData("self-check"))
    page.path.setText("自查.pdf")
    assert page._chosen_path().name == "自查.pdf.docx"
    page.kind.setCurrentIndex(page.kind.findData("docx"))
    page.path.setText('"C:\\a.b\\报告"')
    assert page._chosen_path().suffix == ".docx"


def test_tab_goes_through_the_page_as_it_is_laid_out(drafted, page, qtbot):
    page.attachments._on_ledger()
    qtbot.wait(50)
    order, each = [], page.kind
    while each is not page.go and len(order) < 200:
        order.append(each)
        each = each.nextInFocusChain()
    name = next(iter(page.attachments.names.values()))
    wanted = [
        page.form.preset,
        page.form.fonts.choices["body"].buttons["仿宋_GB2312"],
        name,
        page.public,
    ]
    places = [order.index(each) for each in (*wanted, page.path)]
    assert places == sorted(places)
