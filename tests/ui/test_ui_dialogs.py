"""知识包 and 常见结构: what is shown, taken in, given back, learned and chosen."""

import json

import pytest
from PySide6.QtWidgets import QLabel

from lawdraft.ui.dialogs.help import HelpDialog
from lawdraft.ui.dialogs.outlines import OutlinesDialog
from lawdraft.ui.dialogs.packs import PacksDialog


@pytest.fixture
def packs(window, qtbot):
    made = PacksDialog(window, window.desk)
    made.show()
    yield made
    made.close()


@pytest.fixture
def outlines(window, qtbot):
    made = OutlinesDialog(window, window.desk)
    made.show()
    yield made
    made.close()


@pytest.fixture
def newer(kit, tmp_path):
    """The shipped law table as a file of a later date."""
    laws = json.loads((kit.places.resources / "laws.json").read_text(encoding="utf-8"))
    path = tmp_path / "laws-2027.json"
    path.write_text(json.dumps(laws | {"as_of": "2027-03-01"}), encoding="utf-8")
    return path


@pytest.fixture
def reports(sample, tmp_path):
    folder = tmp_path / "云岭县各镇"
    folder.mkdir()
    (folder / "青禾镇.docx").write_bytes(sample.last_report.read_bytes())
    (folder / "青禾镇网页.html").write_bytes(sample.web_page.read_bytes())
    (folder / "菜谱.txt").write_text("红烧肉的做法：五花肉切块。" * 20, encoding="utf-8")
    return folder


def words(dialog):
    return "\n".join(each.text() for each in dialog.findChildren(QLabel) if not each.isHidden())


def test_every_pack_is_shown_with_date_entries_and_source(packs, kit):
    shown = words(packs)
    assert f"知识截至 {kit.knowledge.as_of}" in shown
    for name in ("法律法规", "提法和会议", "指标", "用词和标点", "地名", "常见结构", "版式"):
        assert name in shown
    assert "条" in shown
    assert "来源：" in shown
    assert not packs.backs


def test_newer_pack_is_used_at_once_and_given_back(packs, kit, newer, qtbot):
    before = kit.knowledge.as_of
    packs.take_in(newer)
    assert "2027-03-01" in packs.told
    assert "您导入的" in words(packs)
    assert kit.knowledge.as_of == "2027-03-01"
    packs.backs["laws"].click()
    assert kit.knowledge.as_of == before
    assert not packs.backs


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"PK\x03\x04", b'{"pack": "laws", "format": 1, "entries": 3}']
)
def test_bad_pack_is_one_sentence_and_the_shipped_one_stays(packs, kit, tmp_path, data):
    before = kit.knowledge.as_of
    (tmp_path / "坏.json").write_bytes(data)
    packs.take_in(tmp_path / "坏.json")
    assert "坏.json" in packs.told
    assert packs.told.endswith("原来的照用。")
    assert kit.knowledge.as_of == before
    assert not (kit.places.packs / "laws.json").exists()


def test_new_pack_checks_the_open_draft_again(drafted, newer, qtbot):
    dialog = PacksDialog(drafted, drafted.desk)
    with qtbot.waitSignal(drafted.desk.session.findings_changed, timeout=20000):
        dialog.take_in(newer)
    dialog.close()


def test_structure_is_shown_in_order_with_shares_figures_and_lengths(outlines):
    shown = outlines.page.toPlainText()
    assert "份报告学来" in shown
    assert shown.index("主要成效") < shown.index("存在不足") < shown.index("下年安排")
    assert "每份都有" in shown
    assert "的报告有" in shown
    assert "中间值" in shown
    assert "字（" in shown


def test_structure_is_learned_from_a_folder_looked_at_and_chosen(window, outlines, reports, qtbot):
    outlines.learn_from(reports)
    qtbot.waitUntil(lambda: outlines.current.name == "云岭县各镇", timeout=20000)
    assert "从 2 份报告学到了" in outlines._told.text()
    assert "菜谱" in outlines._told.toolTip()
    assert "云岭县各镇" in outlines.page.toPlainText()
    outlines.use.click()
    assert window.desk.preferences.value.outline == "own:云岭县各镇"
    assert outlines.isHidden()


def test_learning_shows_progress_and_can_be_cancelled(outlines, reports, qtbot, monkeypatch):
    from lawdraft.ui.dialogs import outlines as module

    def slowly(_paths, _kit, *, name, progress):
        while True:
            progress(1, 30, "青禾镇.docx")

    monkeypatch.setattr(module.flow, "learn_outline", slowly)
    outlines.learn_from(reports)
    qtbot.waitUntil(lambda: outlines._bar.value() == 1, timeout=5000)
    assert outlines._note.text() == "已读 1/30"
    outlines._stop.click()
    qtbot.waitUntil(outlines._busy.isHidden, timeout=5000)
    assert "已取消" in outlines._told.text()


def test_folder_without_reports_is_a_sentence(outlines, tmp_path, qtbot):
    (tmp_path / "空").mkdir()
    outlines.learn_from(tmp_path / "空")
    qtbot.waitUntil(lambda: outlines._busy.isHidden(), timeout=20000)
    assert "没有文件" in outlines._told.text()


def test_bad_structure_file_is_a_sentence(outlines, tmp_path):
    (tmp_path / "坏.json").write_text("{", encoding="utf-8")
    before = outlines.list.count()
    outlines.take_in(tmp_path / "坏.json")
    assert "坏.json" in outlines._told.text()
    assert outlines.list.count() == before


def test_chosen_structure_makes_the_draft(window, qtbot):
    window.begin_blank()
    page = window.page("recognise")
    box = page.facts.outline
    box.setCurrentIndex(box.findText("深圳：年度报告事项指引"))
    box.activated.emit(box.currentIndex())
    assert "带动法治社会" in page._outline.toPlainText()
    page.organisation.setText("青禾街道办事处")
    page.go.click()
    qtbot.waitUntil(lambda: window.desk.session.draft is not None, timeout=20000)
    assert window.desk.preferences.value.outline == "shipped:shenzhen"
    assert window.desk.session.draft.organisation == "青禾街道办事处"


def test_packs_open_from_help_and_from_a_finding(drafted, qtbot, monkeypatch):
    from lawdraft.ui.dialogs import packs as module

    opened = []
    monkeypatch.setattr(module, "show_packs", lambda parent, *_about: opened.append(parent))
    drafted.show_help()
    drafted.findChild(HelpDialog)._show_packs()
    drafted.show_step("check")
    drafted.page("check").findings._on_packs()
    assert len(opened) == 2


def test_packs_open_at_the_one_a_finding_rests_on(drafted, qtbot):
    from lawdraft.ui.dialogs.packs import PacksDialog

    dialog = PacksDialog(drafted, drafted.desk)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)

    dialog.go_to("wording")

    assert dialog.cards["wording"].property("state") == "current"
    assert dialog._area.verticalScrollBar().value() > 0
