import datetime as dt
import io
import zipfile

import pytest

from lawdraft.compose import compose_with_places
from lawdraft.draft.accepting import accept
from lawdraft.draft.marked import plain_paragraphs, read_marked
from lawdraft.draft.rounds import revisions
from lawdraft.model import editing
from lawdraft.model.draft import Card, Draft, DraftSection, Entry, Topic
from lawdraft.model.errors import BadUsageError, CannotReadError, NotAReportError

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture
def draft():
    cards = (
        Card("c1", "健全领导体制。全年研究法治工作⟦e1⟧次；", marker="一是", series=1),
        Card("c2", "提升干部素养。", marker="二是", series=1, new_paragraph=False),
        Card("c3", "群众满意度进一步提高。"),
    )
    section = DraftSection(
        "s1", ("achievements",), "主要成效", topics=(Topic("t1", "加强领导", cards=cards),)
    )
    return Draft(
        2025,
        "青禾镇",
        title="青禾镇2025年工作总结",
        signature="青禾镇人民政府",
        sections=(section,),
        ledger=(Entry("e1", "研究法治工作", "次", last="6", value="8"),),
        next_id=20,
    )


@pytest.fixture
def composed(draft, templates, knowledge):
    return compose_with_places(draft, templates, knowledge)


def run(text, tag="t"):
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def inserted(text):
    return f'<w:ins w:id="1" w:author="李镇长">{run(text)}</w:ins>'


def deleted(text):
    return f'<w:del w:id="2" w:author="李镇长">{run(text, "delText")}</w:del>'


def word(paragraphs, comments=""):
    body = "".join(f"<w:p>{p}</w:p>" for p in paragraphs)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        )
        if comments:
            package.writestr(
                "word/comments.xml", f'<w:comments xmlns:w="{W}">{comments}</w:comments>'
            )
    return out.getvalue()


@pytest.fixture
def returned(draft, composed):
    """Revisions of a file whose lines are those of the report, some given anew as XML."""

    def compared(changes, comments="", extra=()):
        lines = composed.report.text.split("\n")
        paragraphs = [changes.get(line, run(line)) for line in lines if changes.get(line, 1)]
        data = word([*paragraphs, *extra], comments)
        return revisions(draft, composed, read_marked(data, "审阅.docx"))

    return compared


LINE = "一是健全领导体制。全年研究法治工作8次；二是提升干部素养。"


def test_untouched_file_changes_nothing(returned):
    assert returned({}) == ()


def test_tracked_words_are_placed_on_their_card(returned, draft):
    marked = run("一是健全") + deleted("领导体制") + inserted("工作机制") + run(LINE[8:])

    [change] = returned({LINE: marked})

    assert (change.kind, change.target, change.before, change.after) == (
        "card", "c1", "领导体制", "工作机制")  # fmt: skip
    assert (change.author, change.tracked) == ("李镇长", True)
    assert accept(draft, change).card("c1").text == "健全工作机制。全年研究法治工作⟦e1⟧次；"


def test_untracked_words_are_found_too(returned, draft):
    [change] = returned({LINE: run(LINE.replace("干部素养", "干部法治素养"))})

    assert (change.kind, change.target, change.tracked) == ("card", "c2", False)
    assert accept(draft, change).card("c2").text == "提升干部法治素养。"


def test_changed_figure_changes_the_ledger(returned, draft):
    [change] = returned({LINE: run(LINE.replace("8次", "10次"))})

    assert (change.kind, change.target, change.after) == ("figure", "e1", "10")
    assert accept(draft, change).entry("e1").value == "10"


def test_heading_and_title_are_placed(returned, draft):
    changes = returned(
        {
            "（一）加强领导": run("（一）加强组织领导"),
            "青禾镇2025年工作总结": run("青禾镇2025年度工作总结"),
        }
    )
    for change in changes:
        draft = accept(draft, change)

    assert draft.topic("t1").heading == "加强组织领导"
    assert draft.title == "青禾镇2025年度工作总结"


def test_struck_out_paragraph_drops_its_card(returned, draft):
    [change] = returned({"群众满意度进一步提高。": deleted("群众满意度进一步提高。")})

    assert (change.kind, change.target) == ("drop", "c3")
    assert accept(draft, change).card("c3").decision == "drop"


def test_removed_line_drops_its_cards(returned):
    changes = returned({LINE: ""})

    assert [(change.kind, change.target) for change in changes] == [("drop", "c1"), ("drop", "c2")]


def test_new_paragraph_becomes_a_card(returned, draft):
    both = (
        run("群众满意度进一步提高。") + "</w:p><w:p>" + inserted("另外，开展了专项督查工作并通报。")
    )

    [change] = returned({"群众满意度进一步提高。": both})

    assert (change.kind, change.target) == ("new_card", "c3")
    assert accept(draft, change).card("c20").text == "另外，开展了专项督查工作并通报。"


def test_comment_stands_on_its_card(returned, draft):
    marked = (
        run("群众") + '<w:commentRangeStart w:id="7"/>' + run("满意度") + '<w:commentRangeEnd w:id="7"/>'
        + run("进一步提高。")
    )  # fmt: skip
    note = f'<w:comment w:id="7" w:author="王书记"><w:p>{run("请补具体数字")}</w:p></w:comment>'

    [change] = returned({"群众满意度进一步提高。": marked}, note)

    assert (change.kind, change.target, change.before) == ("comment", "c3", "满意度")
    assert (change.comment, change.author) == ("请补具体数字", "王书记")
    with pytest.raises(BadUsageError):
        accept(draft, change)


def test_changes_are_accepted_one_by_one_in_any_order(returned, draft):
    changes = returned(
        {
            LINE: run(
                LINE.replace("健全", "完善").replace("研究", "专题研究").replace("素养", "能力")
            )
        }
    )

    for change in reversed(changes):
        draft = accept(draft, change)

    assert draft.card("c1").text == "完善领导体制。全年专题研究法治工作⟦e1⟧次；"
    assert draft.card("c2").text == "提升干部能力。"


def test_change_whose_words_are_gone_is_refused(returned, draft):
    [change] = returned({LINE: run(LINE.replace("干部素养", "干部法治素养"))})

    with pytest.raises(BadUsageError, match="找不到位置"):
        accept(editing.set_card_text(draft, "c2", "别的话。"), change)
    with pytest.raises(BadUsageError, match="不在草稿里"):
        accept(editing.remove_card(draft, "c2"), change)


def test_file_of_another_kind_is_compared_line_by_line(draft, composed):
    lines = composed.report.text.replace("提高。", "提升。").split("\n")

    [change] = revisions(draft, composed, plain_paragraphs(iter(lines)))

    assert (change.target, change.before, change.after) == ("c3", "高", "升")


def test_widths_that_laying_out_mends_are_no_change(returned):
    assert returned({LINE: run(LINE.replace("；", "; "))}) == ()


def test_changed_marker_belongs_to_nothing(returned):
    [change] = returned({LINE: run(LINE.replace("一是", "首先"))})

    assert change.kind == "unplaced"


@pytest.mark.parametrize("data", [b"", b"PK broken", b"<html>"])
def test_damaged_file_gets_a_sentence(data):
    with pytest.raises(CannotReadError, match=r"审阅\.docx"):
        read_marked(data, "审阅.docx")


def test_unrelated_file_gets_a_sentence(draft, composed):
    with pytest.raises(NotAReportError, match="选对"):
        revisions(draft, composed, plain_paragraphs(iter(["采购合同", "甲方：某公司"])))


# -- what leaders do to points, headings and paragraphs --------------------------------------------


@pytest.fixture
def long_draft():
    law = (
        Card("c1", "开展执法检查⟦e1⟧次。", marker="一是", series=1),
        Card("c2", "组织业务培训并逐人考核。", marker="二是", series=1, new_paragraph=False),
        Card("c3", "配齐执法记录设备。", marker="三是", series=1, new_paragraph=False),
    )
    told = (Card("c4", "举办法治讲座，发放宣传资料。培育一批法律明白人。"),)
    topics = (
        Topic("t1", "规范行政执法", cards=law),
        Topic("t2", "开展普法宣传", cards=told),
    )
    last = (Topic("t3", cards=(Card("c5", "执法力量不足，队伍有待充实。"),)),)
    return Draft(
        2026,
        "青禾镇人民政府",
        title="青禾镇2026年工作总结",
        addressee="云岭县人民政府",
        signature="青禾镇人民政府",
        date=dt.date(2027, 1, 15),
        sections=(
            DraftSection("s1", ("achievements",), "主要成效", topics=topics),
            DraftSection("s2", ("shortcomings",), "存在问题", topics=last),
        ),
        ledger=(Entry("e1", "执法检查", "次", last="6", value="8"),),
        next_id=20,
    )


POINTS = "一是开展执法检查8次。二是组织业务培训并逐人考核。三是配齐执法记录设备。"
TOLD = "举办法治讲座，发放宣传资料。培育一批法律明白人。"
REWRITTEN = [
    ({POINTS: "一是开展执法检查8次。二是配齐执法记录设备。"}, 1),
    ({POINTS: POINTS.replace("三是", "三是推行柔性执法。四是")}, 1),
    ({POINTS: f"{POINTS}四是推行柔性执法。五是公开裁量基准。"}, 2),
    ({POINTS: "一是配齐执法记录设备。二是开展执法检查8次。三是组织业务培训并逐人考核。"}, 1),
    ({POINTS: POINTS.replace("二是", "\n二是").replace("三是", "\n三是")}, 2),
    ({TOLD: TOLD.replace("。培育", "。\n培育")}, 1),
    ({TOLD: f"{TOLD}\n建成一处法治广场。\n开展宪法宣传。"}, 2),
    ({TOLD: f"{TOLD}\n（三）强化应急处置\n修订预案，开展演练。"}, 1),
    ({"（二）开展普法宣传": f"（二）开展普法宣传。{TOLD}", TOLD: ""}, 1),
    ({"云岭县人民政府：": "县司法局："}, 1),
    ({"2027年1月15日": "2027年1月20日"}, 1),
    ({"青禾镇人民政府": "中共青禾镇委员会"}, 1),
    ({"（一）规范行政执法": f"（一）开展普法宣传\n{TOLD}\n（二）规范行政执法",
      "（二）开展普法宣传": "", TOLD: ""}, 1),
]  # fmt: skip


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize(("changes", "count"), REWRITTEN)
def test_all_changes_accepted_give_the_leaders_text(
    long_draft, templates, knowledge, changes, count, backwards
):
    composed = compose_with_places(long_draft, templates, knowledge)
    lines = [changes.get(line, line) for line in composed.report.text.split("\n")]
    wanted = "\n".join(filter(None, lines))
    found = revisions(long_draft, composed, plain_paragraphs(iter(wanted.split("\n"))))

    draft = long_draft
    for change in reversed(found) if backwards else found:
        draft = accept(draft, change)

    assert len(found) == count
    assert compose_with_places(draft, templates, knowledge).report.text == wanted


def test_points_keep_their_figures_when_split_into_paragraphs(long_draft, templates, knowledge):
    composed = compose_with_places(long_draft, templates, knowledge)
    lines = composed.report.text.replace("二是", "\n二是").replace("8次", "9次").split("\n")

    found = revisions(long_draft, composed, plain_paragraphs(iter(lines)))

    assert {change.kind for change in found} == {"figure", "paragraph"}


def test_everything_retyped_keeps_cards_and_numbers(long_draft, templates, knowledge):
    composed = compose_with_places(long_draft, templates, knowledge)
    lines = composed.report.text.split("\n")
    data = word([deleted(line) + inserted(line.replace("培训", "轮训")) for line in lines])

    [change] = revisions(long_draft, composed, read_marked(data, "审阅.docx"))

    assert (change.kind, change.target, change.after) == ("card", "c2", "轮")
    assert change.author == "李镇长"


def test_paragraph_marked_as_moved_moves_its_topic(long_draft, templates, knowledge):
    composed = compose_with_places(long_draft, templates, knowledge)
    lines = composed.report.text.split("\n")
    at = lines.index("（二）开展普法宣传")
    there = lines.index("（一）规范行政执法")

    def marked(tag, line):
        return f'<w:pPr><w:rPr><w:{tag} w:id="1"/></w:rPr></w:pPr><w:{tag} w:id="2">{run(line)}</w:{tag}>'

    went = [marked("moveFrom", line) for line in lines[at : at + 2]]
    came = [marked("moveTo", line) for line in lines[at : at + 2]]
    plain = [run(line) for line in lines]
    data = word([*plain[:there], *came, *plain[there:at], *went, *plain[at + 2 :]])

    [change] = revisions(long_draft, composed, read_marked(data, "审阅.docx"))

    assert (change.kind, change.target) == ("move", "t2")
    assert [t.id for t in accept(long_draft, change).sections[0].topics] == ["t2", "t1"]


def test_red_head_record_and_a_title_in_two_lines_are_no_changes(long_draft, templates, knowledge):
    composed = compose_with_places(long_draft, templates, knowledge)
    title, *lines = composed.report.text.split("\n")
    head = ["青禾镇人民政府文件", "青政发〔2027〕3号", "签发人：李某", title[:6], title[6:]]
    record = ["抄送：县司法局。", "青禾镇党政办公室 2027年1月15日印发"]

    assert revisions(long_draft, composed, plain_paragraphs(iter([*head, *lines, *record]))) == ()


def test_tracked_cells_and_rows_of_a_table(long_draft, templates, knowledge):
    table = editing.add_card(long_draft, "t2", "指标\t今年\n讲座\t12场\n案件\t23件", after="c4")
    composed = compose_with_places(table, templates, knowledge)

    def row(*cells, gone=False):
        mark = '<w:trPr><w:del w:id="9" w:author="李镇长"/></w:trPr>' if gone else ""
        words = "".join(f"<w:tc><w:p>{cell}</w:p></w:tc>" for cell in cells)
        return f"<w:tr>{mark}{words}</w:tr>"

    changed = row(run("案件"), deleted("23") + inserted("25") + run("件"))
    rows = row(run("指标"), run("今年")) + row(run("讲座"), run("12场"), gone=True) + changed
    lines = composed.report.text.split("\n")
    at = lines.index("指标\t今年")
    before = [run(line) for line in lines[:at]]
    behind = [run(line) for line in lines[at + 3 :]]
    data = word([*before, f"</w:p><w:tbl>{rows}</w:tbl><w:p>", *behind])

    found = revisions(table, composed, read_marked(data, "审阅.docx"))
    draft = table
    for change in found:
        draft = accept(draft, change)

    assert draft.card("c20").text.split("\n")[-1] == "案件\t25件"
    assert "讲座" not in draft.card("c20").text


def test_damaged_comments_get_a_sentence():
    data = word([run(LINE)], f'<w:comment w:id="1"><w:p>{run("请核对数字")}</w:p></w:comment>' * 40)
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            after.writestr(name, before.read(name))
    broken = bytearray(packed.getvalue())
    at = broken.index(b"word/comments.xml") + 17
    broken[at : at + 12] = b"\xff" * 12

    with pytest.raises(CannotReadError, match=r"审阅\.docx"):
        read_marked(bytes(broken), "审阅.docx")


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("slotted", [False, True])
def test_many_changes_of_a_short_sentence_are_all_accepted(
    draft, templates, knowledge, backwards, slotted
):
    number = "⟦e1⟧" if slotted else "8"
    short = editing.set_card_text(draft, "c3", f"化解率{number}%")
    composed = compose_with_places(short, templates, knowledge)
    wanted = composed.report.text.replace("化解率8%", "矛盾纠纷化解率达到8%。")
    found = revisions(short, composed, plain_paragraphs(iter(wanted.split("\n"))))

    for change in reversed(found) if backwards else found:
        short = accept(short, change)

    assert compose_with_places(short, templates, knowledge).report.text == wanted


def test_a_change_is_refused_where_its_nearest_words_stand_twice(returned, draft):
    [change] = returned({"群众满意度进一步提高。": run("群众满意度进一步大幅提高。")})

    with pytest.raises(BadUsageError, match="找不到位置"):
        accept(editing.set_card_text(draft, "c3", "一步提高；再一步提高；"), change)


@pytest.mark.parametrize(
    ("old", "new", "value"), [("8次", "10次", "10"), ("工作8次", "工作18次", "18")]
)
def test_a_figure_tracked_with_its_unit_changes_the_ledger(returned, draft, old, new, value):
    head, tail = LINE.split(old)

    [change] = returned({LINE: run(head) + deleted(old) + inserted(new) + run(tail)})

    assert (change.kind, change.target, change.after) == ("figure", "e1", value)
    assert "⟦e1⟧" in accept(draft, change).card("c1").text


def test_words_and_number_struck_and_written_anew_keep_the_ledger(draft, returned):
    line = "一是健全领导体制。全年研究法治工作8次；二是提升干部素养。"
    changes = {
        line: run("一是健全领导体制。全年")
        + deleted("研究法治工作8次")
        + inserted("由党委会专题研究法治建设12次")
        + run("；二是提升干部素养。")
    }

    taken = draft
    for change in returned(changes):
        taken = accept(taken, change)

    assert taken.card("c1").text == "健全领导体制。全年由党委会专题研究法治建设⟦e1⟧次；"
    assert taken.entry("e1").value == "12"
