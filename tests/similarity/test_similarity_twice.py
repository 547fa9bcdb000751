from conftest_similarity import paragraph, report

from lawdraft.similarity import compare_texts, opcodes, repeats


def test_last_years_sentences_are_own():
    last = report("青禾镇", 2024, "q")
    draft = report("青禾镇", 2025, "other") + paragraph("q/1").replace("5", "7") + "\n"
    (match,) = [m for m in compare_texts(draft, last).matches if m.kind == "copied"]
    assert match.own
    assert match.report_id == "last"
    assert last[match.source.start : match.source.end] == paragraph("q/1")


def test_nothing_copied_from_another_last_report():
    comparison = compare_texts(report("青禾镇", 2025, "a"), report("青禾镇", 2024, "b"))
    assert [m for m in comparison.matches if m.kind == "copied"] == []
    assert comparison.substance == 0


def test_passage_said_twice_is_found_with_both_places():
    said = paragraph("twice", 3)
    text = f"{paragraph('x')}\n{said}\n{paragraph('y')}\n{said}{paragraph('z')}\n"
    (found,) = repeats(text)
    assert text[found.first.start : found.first.end] == said
    assert text[found.second.start : found.second.end] == said


def test_text_without_repeats_has_none():
    assert repeats(report("青禾镇", 2025, "once")) == ()


def test_repeats_of_strange_texts():
    assert repeats("") == ()
    assert repeats("法") == ()
    assert repeats("法" * 100_000) == ()


def test_opcodes_tile_both_texts():
    draft, source = "青禾镇调解纠纷72件，成效明显。", "白石乡共调解矛盾纠纷65件，成效明显。"
    steps = opcodes(draft, source)
    assert "".join(draft[s.draft.start : s.draft.end] for s in steps) == draft
    assert "".join(source[s.source.start : s.source.end] for s in steps) == source
    for step in steps:
        same = (
            draft[step.draft.start : step.draft.end] == source[step.source.start : step.source.end]
        )
        assert same == (step.kind == "equal")
