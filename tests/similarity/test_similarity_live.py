import pytest
from conftest_similarity import copied, paragraph

from lawdraft.similarity import Index, Session


@pytest.fixture
def index(tmp_path, reports):
    with Index.create(tmp_path / "library") as library:
        library.add_many(reports)
        yield library


def test_edited_paragraph_is_checked_alone(index):
    session = Session(index, unit="望山镇人民政府", year=2025)
    assert copied(session.compare(paragraph("mine"))) == []
    (match,) = copied(session.compare(paragraph("白石乡/3")))
    assert (match.report_id, match.own) == ("白石乡", False)
    assert match.draft.start == 0


def test_session_sees_what_is_added_later(index):
    session = Session(index)
    assert copied(session.compare(paragraph("late/1"))) == []
    index.add("late", paragraph("late/0") + "\n" + paragraph("late/1"))
    assert copied(session.compare(paragraph("late/1")))[0].report_id == "late"


def test_session_excludes(index):
    assert copied(Session(index, exclude=["白石乡"]).compare(paragraph("白石乡/3"))) == []


@pytest.mark.parametrize("text", ["", "法", "\n"])
def test_session_takes_empty_paragraphs(index, text):
    assert Session(index).compare(text).matches == ()


def test_last_report_beside_the_library_is_the_units_own(index):
    text = paragraph("ours/0") + "\n" + paragraph("白石乡/3")
    whole = index.compare(text, unit="望山镇人民政府", beside=[("去年", paragraph("ours/0"))])
    assert [(m.report_id, m.own) for m in copied(whole)] == [("去年", True), ("白石乡", False)]
    assert whole.substance > whole.others > 0


def test_session_knows_the_last_report_too(index):
    session = Session(index, unit="望山镇人民政府", beside=[("去年", paragraph("ours/0"))])
    (match,) = copied(session.compare(paragraph("ours/0")))
    assert (match.report_id, match.own) == ("去年", True)


def test_one_copied_sentence_is_found_in_a_small_library(tmp_path):
    """The lists of a small library are not so short of cells that chance drowns a sentence."""
    names = [f"{one}镇" for one in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒"]
    towns = {name: "\n".join(paragraph(f"{name}/{n}") for n in range(22)) for name in names}
    towns["玄镇"] = "\n".join(
        paragraph(f"玄/{n}") for n in range(3)
    )  # a short report among long ones
    taken = "。".join(towns["玄镇"].split("\n")[1].split("。")[:2]) + "。"
    ours = "\n".join(paragraph(f"own/{n}") for n in range(22)) + "\n" + taken
    with Index.create(tmp_path / "small") as library:
        library.add_many((name, text, f"{name}人民政府") for name, text in towns.items())
        found = library.compare(ours, unit="望山镇人民政府")
    assert {match.report_id for match in copied(found)} == {"玄镇"}


def test_what_the_unit_said_itself_is_its_own_though_a_neighbour_says_it_too(tmp_path):
    shared, text = paragraph("shared/0"), paragraph("ours/0") + "\n" + paragraph("shared/0")
    with Index.create(tmp_path / "library") as library:
        library.add("白石", f"{paragraph('b')}\n{shared}", "白石乡人民政府")
        library.add("往年", f"{paragraph('w')}\n{shared}", "望山镇人民政府")
        found = library.compare(text, unit="望山镇人民政府")
        alone = Session(library, unit="望山镇人民政府").compare(shared)
    assert [(match.report_id, match.own) for match in copied(found)] == [("往年", True)]
    assert found.others == 0
    assert [match.own for match in copied(alone)] == [True]


def test_a_neighbour_with_one_paragraph_hides_nothing_of_ones_own_report(tmp_path):
    """However small the library: what one's own last report says is found whole."""
    ours = "\n".join(paragraph(f"ours/{n}") for n in range(6))
    now = "\n".join([paragraph("new/0"), *ours.split("\n")[1:]])
    with Index.create(tmp_path / "library") as library:
        library.add("白石", paragraph("b") + "\n" + ours.split("\n")[3], "白石乡人民政府")
        found = library.compare(now, unit="望山镇人民政府", beside=[("去年", ours)])
    assert {(match.report_id, match.own) for match in copied(found)} == {("去年", True)}
    assert found.substance > 0.7
