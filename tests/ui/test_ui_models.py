"""Item models over the draft's tuples."""

from dataclasses import replace

import pytest

from lawdraft.model.draft import Card, Draft, DraftSection, Entry, Promise, Topic
from lawdraft.model.finding import Finding
from lawdraft.model.revision import Revision
from lawdraft.ui.figures import change_in_words, number_of
from lawdraft.ui.models.blanks import Blank, written_blanks
from lawdraft.ui.models.findings import FindingsModel
from lawdraft.ui.models.ledger import CHANGE, DIFFERENCE, PUBLIC, VALUE, LedgerModel
from lawdraft.ui.models.readiness import readiness, verdict
from lawdraft.ui.models.sections import progress, section_nodes
from lawdraft.ui.models.tree import KEY, STATE, Node, TreeModel

CARDS = (
    Card("c1", "排查⟦e1⟧件。", last="排查72件。", decision="numbers"),
    Card("c2", "已化解。", decision="undecided"),
)
DRAFT = Draft(
    2026,
    "青禾镇人民政府",
    addressee="云岭县人民政府",
    sections=(
        DraftSection("s1", ("achievements",), "成效", topics=(Topic("t1", "调解", cards=CARDS),)),
    ),
    ledger=(
        Entry("e1", "矛盾纠纷", "件", last="72"),
        Entry("e2", "培训", "次", last="4", value="6"),
    ),
    promises=(Promise("p1", "开展培训12次。"),),
)


def test_tree_model_is_sound(qtmodeltester, qapp):
    model = TreeModel()
    qtmodeltester.check(model)
    model.show((Node("a", "甲", children=(Node("b", "乙"), Node("c", "丙"))), Node("d", "丁")))
    qtmodeltester.check(model)
    assert model.find("c").parent().data(KEY) == "a"


def test_tree_of_the_same_keys_is_changed_in_place(qapp, qtbot):
    model = TreeModel()
    model.show((Node("a", "甲", state="none"),))
    index = model.find("a")
    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.show((Node("a", "甲", state="all"),))
    assert index.data(STATE) == "all"


def test_sections_show_what_is_done(qapp):
    nodes = section_nodes(DRAFT)

    assert [node.key for node in nodes] == [
        "basics",
        "s1",
        "ledger",
        "collect",
        "promises",
        "duties",
        "diary",
        "rounds",
    ]
    assert (nodes[1].state, nodes[1].detail) == ("some", "0/2")
    filled = replace(DRAFT, ledger=(replace(DRAFT.ledger[0], value="80"), DRAFT.ledger[1]))
    assert section_nodes(filled)[1].detail == "1/2"


def test_ledger_model_is_sound_and_edits_go_out(qtmodeltester, qapp):
    edits = []
    model = LedgerModel(lambda *edit: edits.append(edit) or True)
    model.show(DRAFT)
    qtmodeltester.check(model)
    model.setData(model.index(0, VALUE), " 80 ")
    model.setData(model.index(0, VALUE), "")
    assert edits[-2:] == [("e1", "value", "80"), ("e1", "value", None)]


def test_ledger_shows_the_change(qapp):
    model = LedgerModel(lambda *_edit: True)
    model.show(DRAFT)

    assert model.index(1, DIFFERENCE).data() == "增加 2（50.0%）"
    assert model.index(1, DIFFERENCE).data(CHANGE) == 0.5
    assert model.index(0, DIFFERENCE).data() == ""
    assert model.index(0, PUBLIC).flags() & model.index(0, PUBLIC).flags().ItemIsUserCheckable


def test_row_just_filled_does_not_vanish(qapp):
    model = LedgerModel(lambda *_edit: True)
    model.show(DRAFT)
    model.filter(lambda entry: not entry.value)
    model.refilter()
    assert model.rowCount() == 1
    model.show(replace(DRAFT, ledger=(replace(DRAFT.ledger[0], value="9"), DRAFT.ledger[1])))
    assert model.rowCount() == 1
    model.refilter()
    assert model.rowCount() == 0


def test_findings_model_puts_the_gravest_first_and_blanks_together(qtmodeltester, qapp):
    blank = Finding("placeholder", "error", "没填", "××", 5, 7)
    findings = (
        Finding("typo", "note", "看看", "字", 1, 2),
        blank,
        replace(blank, start=9, end=11),
        Finding("missing-section", "error", "缺"),
    )
    model = FindingsModel()
    model.show(findings)
    qtmodeltester.check(model)
    assert [f.rule for f in model.findings] == ["missing-section", "placeholder", "typo"]
    assert "2 处“××”" in model.findings[1].message


def test_readiness_tells_every_gap():
    items = readiness(DRAFT, (Finding("typo", "error", "错"),))

    assert [item.done for item in items] == [False, False, False, False, False, True]
    assert "署名、日期" in items[0].text
    assert verdict(items)[1] == "bad"
    assert verdict(tuple(replace(item, done=True) for item in items)) == ("可以上报了。", "good")


WRITTEN = replace(
    DRAFT,
    signature="青禾镇人民政府",
    date="2027-01-20",
    sections=(
        DraftSection(
            "s1",
            ("achievements",),
            "成效",
            topics=(
                Topic(
                    "t1", "调解", cards=(Card("c1", "共⟦e2⟧次，原因在于××。", decision="rewrite"),)
                ),
            ),
        ),
    ),
    ledger=(DRAFT.ledger[1],),
    promises=(),
)


def test_what_is_blank_in_the_words_is_not_ready():
    blank = Finding("placeholder", "error", "没填", "××", 20, 22)
    items = readiness(WRITTEN, (blank, Finding("typo", "error", "错")))
    told = [item.text for item in items if not item.done]

    assert written_blanks(WRITTEN) == (Blank("s1", "c1", 8, 10),)
    assert told == ["正文里还有 1 处××没有填", "除了没填的××，另有 1 处必须改"]
    assert verdict(items)[1] == "bad"
    assert progress(WRITTEN) == (0, 1)
    assert verdict(readiness(WRITTEN, ()))[1] == "bad", "also before it is checked again"


def test_what_is_not_written_this_year_may_stay_blank():
    dropped = replace(WRITTEN.sections[0].topics[0].cards[0], decision="drop")
    topic = Topic("t1", "调解", cards=(dropped,))
    draft = replace(WRITTEN, sections=(replace(WRITTEN.sections[0], topics=(topic,)),))

    assert verdict(readiness(draft, ()))[1] == "good"


def test_comments_not_seen_yet_are_told():
    comment = Revision("r1", "comment", "c2", "", "", comment="数字再核一下")
    items = readiness(replace(DRAFT, revisions=(comment,)), ())

    assert [i.place for i in items if i.text == "还有 1 条领导批注没看"] == ["rounds"]


@pytest.mark.parametrize(
    ("printed", "number"),
    [("72", 72), ("2万余", 20000), ("85.4", 85.4), ("1,203", 1203), ("若干", None), ("", None)],
)
def test_printed_numbers(printed, number):
    assert number_of(printed) == number


def test_change_in_words():
    assert change_in_words("72", "80") == "比去年增加 8（11.1%）"
    assert change_in_words("80", "72") == "比去年减少 8（10.0%）"
    assert change_in_words("8", "8") == "与去年相同"
    assert change_in_words("0", "8") == "比去年增加 8"
    assert change_in_words("若干", "8") == ""
