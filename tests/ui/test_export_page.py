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
        lambda: any("青政〔2027〕1号" in x.text for x in pages.pages.pages[0].lines), timeout=9000
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
    page.form.fonts._take("正文字体", "仿宋")
    assert draft_of(drafted).wishes.options == (("正文字体", "仿宋"),)

    drafted.desk.session.undo()
    assert draft_of(drafted).wishes.options == ()


def test_each_omission_can_be_brought_back(drafted, page, qtbot):
    session = drafted.desk.session
    card = list(session.draft.cards)[3]
    session.apply(
        editing.set_card_text(session.draft, card.id, "村民王小明电话13800001234。"), "写"
    )
    qtbot.waitUntil(lambda: "13800001234" in session.report.text, timeout=9000)
    page.public.setChecked(True)
    listed = page.omissions.list
    qtbot.waitUntil(lambda: listed.count() >= 2, timeout=5000)

    from PySide6.QtCore import Qt

    phone = next(i for i in range(listed.count()) if "手机号" in listed.item(i).text())
    listed.item(phone).setCheckState(Qt.CheckState.Unchecked)
    assert session.draft.wishes.kept_public == ("手机号|13800001234",)


def test_a_failed_exports_notice_goes_when_moving_on(drafted, page, qtbot, tmp_path):
    page.path.setText(str(tmp_path / "没有" / "a.docx"))
    page.export()
    qtbot.waitUntil(lambda: "没有导出" in drafted.notice.text, timeout=9000)
    drafted.show_step("fill")
    assert drafted.notice.text == ""


@pytest.mark.parametrize("kind", ["html", "self-check", "xlsx", "pdf"])
def test_every_kind_is_made_with_a_red_head_wished(drafted, page, qtbot, tmp_path, kind):
    session = drafted.desk.session
    draft = wishing.set_wishes(session.draft, layout="red-head")
    session.apply(wishing.set_option(draft, "发文字号", "青政〔2027〕1号"), "x")
    page.kind.setCurrentIndex(page.kind.findData(kind))
    out = tmp_path / f"out{page.chosen.suffix}"
    page.path.setText(str(out))
    page.export()
    qtbot.waitUntil(lambda: page._result.isVisibleTo(page), timeout=20000)
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
