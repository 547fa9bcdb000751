"""Whatever is put together in the common form is recognised as it was put together."""

from hypothesis import given, settings
from hypothesis import strategies as st
from reading import OPENING, RESULTS, TITLE, report_of

from lawdraft.recognise.marks import mark_at
from lawdraft.text.numerals import chinese_numeral

WORDS = st.sampled_from(
    [
        "加强组织领导",
        "深化普法宣传",
        "规范行政执法，提升执法水平",
        "化解矛盾纠纷",
        "完善公共法律服务",
        "落实“三项制度”",
    ]
)
SECTION = st.tuples(WORDS, st.lists(WORDS, max_size=4), st.booleans())


@given(st.lists(SECTION, min_size=1, max_size=6))
@settings(derandomize=True, max_examples=60, deadline=None)
def test_composed_headings_come_back(sections):
    lines, expected = [TITLE, OPENING], []
    for number, (words, topics, own) in enumerate(sections, 1):
        expected.append((1, f"{chinese_numeral(number)}、{words}"))
        lines += [expected[-1][1]] if topics else [expected[-1][1], RESULTS]
        for count, topic in enumerate(topics, 1):
            expected.append((2, f"（{chinese_numeral(count)}）{topic}"))
            lines += [expected[-1][1], RESULTS] if own else [f"{expected[-1][1]}。{RESULTS}"]
    assert [(h.level, h.text) for h in report_of("\n".join(lines)).headings] == expected


@given(st.integers(1, 39), st.sampled_from([("{}、", 1), ("（{}）", 2), ("({})", 2), ("{}）", 2)]))
@settings(derandomize=True, max_examples=100)
def test_marks_tell_level_and_number(number, form):
    pattern, level = form
    mark = mark_at(pattern.format(chinese_numeral(number)) + "加强领导")
    assert (mark.level, mark.number) == (level, number)


@given(st.text("一二三是、（）()1234.．。，：；法治建设 \u3000\n“”年报告", max_size=200))
@settings(derandomize=True, max_examples=150, deadline=None)
def test_any_text_behind_a_report_keeps_the_spans_right(text):
    report = report_of(f"{TITLE}\n{OPENING}\n一、成效\n{RESULTS}\n{text}")
    assert all(report.text[h.start : h.end] == h.text for h in report.headings)
    assert all(0 <= p.start < p.end <= len(report.text) for p in report.points)
    assert "\n".join(report.text[p.start : p.end] for p in report.paragraphs) == report.text
