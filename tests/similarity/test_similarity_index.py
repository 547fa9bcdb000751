import sqlite3

import pytest
from conftest_similarity import UNITS, copied, paragraph, report

from lawdraft.model.errors import BadLibraryError
from lawdraft.similarity import Index


def test_copied_paragraph_is_found_where_it_stands(library, reports):
    stolen = paragraph("白石乡/2")
    draft = report("望山镇", 2025, "own") + stolen + "\n" + paragraph("after")
    with Index.open(library) as index:
        (match,) = copied(index.compare(draft))
    assert match.report_id == "白石乡"
    assert draft[match.draft.start : match.draft.end] == stolen
    source = dict(reports)["白石乡"]
    assert source[match.source.start : match.source.end] == stolen


def test_own_text_is_not_marked(library):
    with Index.open(library) as index:
        comparison = index.compare(report("望山镇", 2025, "own"))
    assert copied(comparison) == []
    assert comparison.substance == 0


def test_own_earlier_year_is_told_apart(library):
    draft = report("青禾镇", 2025, "青禾镇")
    with Index.open(library) as index:
        comparison = index.compare(draft)
    assert {match.report_id for match in copied(comparison)} == {"青禾镇"}
    assert all(match.own for match in copied(comparison))
    assert comparison.substance > 0.5
    assert comparison.others == 0


def test_excluded_report_is_left_out_and_its_double_is_found(library, reports):
    text = dict(reports)["沙洲镇"]
    with Index.open(library) as index:
        index.add("副本", text)
        matches = copied(index.compare(text, exclude=["沙洲镇"], unit="望山镇"))
    assert {match.report_id for match in matches} == {"副本"}
    assert sum(m.draft.end - m.draft.start for m in matches) > 0.9 * len(text)


def test_removed_report_is_not_found(library):
    draft = paragraph("白石乡/2")
    with Index.open(library) as index:
        index.remove("白石乡")
        assert copied(index.compare(draft)) == []
        with pytest.raises(BadLibraryError, match="白石乡"):
            index.remove("白石乡")


def test_known_id_is_replaced(library):
    with Index.open(library) as index:
        index.add("白石乡", report("白石乡", 2025, "new"))
        assert copied(index.compare(paragraph("白石乡/2"))) == []
        assert copied(index.compare(paragraph("new/2")))[0].report_id == "白石乡"
        assert len(index.list()) == len(UNITS)


def test_list_gives_unit_and_year(library):
    with Index.open(library) as index:
        held = index.list()
    assert [one.year for one in held] == [2024] * len(UNITS)
    assert {one.unit for one in held} == {f"{unit}人民政府" for unit in UNITS}


def test_open_without_library_is_a_sentence(tmp_path):
    with pytest.raises(BadLibraryError, match="没有报告库"):
        Index.open(tmp_path)


def test_newer_library_is_refused(library):
    with sqlite3.connect(library / "library.sqlite") as db:
        db.execute("PRAGMA user_version=99")
    db.close()
    with pytest.raises(BadLibraryError, match="升级"):
        Index.open(library)


def test_foreign_file_is_refused(tmp_path):
    (tmp_path / "library.sqlite").write_bytes(b"not a database at all" * 100)
    with pytest.raises(BadLibraryError):
        Index.open(tmp_path)


@pytest.mark.parametrize("damage", ["cut", "flip", "missing"])
def test_damaged_segment_is_rebuilt(library, damage):
    (path,) = library.glob("segment-*")
    content = bytearray(path.read_bytes())
    if damage == "missing":
        path.unlink()
    else:
        content[-50] ^= 0xFF
        path.write_bytes(bytes(content[: len(content) // 2] if damage == "cut" else content))
    with Index.open(library) as index:
        assert copied(index.compare(paragraph("白石乡/2")))[0].report_id == "白石乡"


@pytest.mark.parametrize(
    "text", ["", " \n", "法", "法" * 300_000, "0" * 5000, "𠮷" * 200, "，。" * 99]
)
def test_strange_texts_have_no_matches(library, text):
    with Index.open(library) as index:
        assert copied(index.compare(text)) == []


def test_empty_text_is_not_added(library):
    with Index.open(library) as index:
        with pytest.raises(BadLibraryError, match="没有文字"):
            index.add("空", " \n")
        assert len(index.list()) == len(UNITS)


def test_spans_count_code_points_beyond_the_first_plane(library):
    stolen = paragraph("云坪镇/1")
    draft = "𠮷𠮷。" * 30 + "\n" + stolen
    with Index.open(library) as index:
        index.add("𠮷", "𠮷野家。\n" + report("𠮷野镇", 2024, "non-bmp"))
        (match,) = copied(index.compare(draft))
        assert draft[match.draft.start : match.draft.end] == stolen
        (match,) = copied(index.compare(paragraph("non-bmp/1")))
        text = index.text("𠮷")
    assert text[match.source.start : match.source.end] == paragraph("non-bmp/1")


def test_passage_of_an_endless_report_is_placed(library):
    endless = "".join(paragraph(f"endless/{k}", 6) for k in range(160))
    with Index.open(library) as index:
        index.add("endless", endless)
        stolen = paragraph("endless/150", 6)
        (match,) = copied(index.compare(stolen))
    assert endless[match.source.start : match.source.end] == stolen
