"""Where copied passages begin and end; what a second comparing takes over from the first."""

import pytest
from conftest_similarity import copied, paragraph, report

from lawdraft.similarity import Index
from lawdraft.similarity.counts import SET_UNITS, set_units


@pytest.mark.parametrize("start", [60, 77, 101])
def test_slice_out_of_sentences_is_marked_to_the_letter(library, reports, start):
    source = dict(reports)["白石乡"]
    stolen = source[start : start + 150]
    before = report("望山镇", 2025, "own")
    with Index.open(library) as index:
        (match,) = copied(index.compare(before + stolen + paragraph("after")))
    assert abs(match.draft.start - len(before)) <= 8
    assert abs(match.draft.end - len(before) - len(stolen)) <= 8
    assert abs(match.source.start - start) <= 8
    assert abs(match.source.end - start - len(stolen)) <= 8


def test_span_holds_the_whole_number_and_its_marks(library, reports):
    source = dict(reports)["白石乡"]
    sentence = source[source.index("\n") + 1 :].split("。")[1]
    text = sentence[: sentence.index("，") - 1] + "98.5%"
    draft = report("望山镇", 2025, "own") + "“" + sentence + text + "”。" + paragraph("mine")
    with Index.open(library) as index:
        for match in copied(index.compare(draft)):
            after = draft[match.draft.end : match.draft.end + 1]
            assert not (draft[match.draft.end - 1].isdigit() and (after.isdigit() or after in ".%"))


@pytest.mark.parametrize(("units", "many"), [(1, 7), (4, 7), (5, 3), (10, 6), (12, 7), (900, 7)])
def test_set_text_takes_seven_units_or_most_of_few(units, many):
    assert set_units(units) == many <= SET_UNITS


def test_text_of_most_units_of_a_small_library_is_set_text(tmp_path):
    shared = paragraph("县里统一口径", 4)
    with Index.create(tmp_path) as index:
        index.add_many(
            (f"h{k}", report(f"共{k}镇", 2024, f"h{k}").replace("\n", f"\n{shared}\n", 1))
            for k in range(4)
        )
        index.add("a", report("独一镇", 2024, "a"))
        draft = report("望山镇", 2025, "own") + shared
        assert copied(index.compare(draft)) == []


def test_comparing_again_says_the_same(library, reports):
    draft = report("望山镇", 2025, "own") + paragraph("白石乡/2") + "\n" + paragraph("青禾镇/1")
    changed = draft.replace(paragraph("青禾镇/1"), paragraph("云坪镇/1"))
    with Index.open(library) as index:
        first, other = index.compare(draft), index.compare(changed)
        again = index.compare(draft)
    with Index.open(library) as index:
        fresh = index.compare(changed)
    assert first == again != other
    assert other == fresh


def test_what_was_unpacked_before_a_removal_is_not_compared(library):
    draft = report("望山镇", 2025, "own") + paragraph("白石乡/2")
    with Index.open(library) as index:
        assert copied(index.compare(draft))
        index.remove("白石乡")
        assert copied(index.compare(draft)) == []


def test_replaced_report_is_compared_as_it_is_now(library):
    draft = report("望山镇", 2025, "own") + paragraph("new")
    with Index.open(library) as index:
        assert copied(index.compare(draft)) == []
        index.add("白石乡", report("白石乡", 2024, "白石乡") + paragraph("new"))
        assert [match.report_id for match in copied(index.compare(draft))] == ["白石乡"]
