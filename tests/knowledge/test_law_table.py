"""Laws: every entry's dates are consistent, successors exist, nothing goes round in a circle."""

from pathlib import Path

import pytest

from lawdraft.knowledge import Knowledge
from lawdraft.knowledge.entries import Law
from lawdraft.knowledge.lawtable import bare_title, faults, find, in_force, is_day

KNOWLEDGE = Knowledge.load(Path(__file__).resolve().parents[2] / "resources", Path("nowhere"))


@pytest.mark.parametrize("law", KNOWLEDGE.laws, ids=lambda law: law.name)
def test_dates_follow_each_other(law):
    if law.published and law.effective:
        assert law.effective >= law.published
    if law.repealed and law.effective:
        assert law.repealed >= law.effective
    if law.made and law.published:
        assert law.made <= law.published
    for published, effective in law.versions:
        assert not (published and effective) or effective >= published


@pytest.mark.parametrize("law", KNOWLEDGE.laws, ids=lambda law: law.name)
def test_entry_names_its_source(law):
    assert law.source
    assert law.confidence in ("high", "medium", "unsure")


def test_whole_table_is_sound():
    assert faults(KNOWLEDGE.laws, tuple(KNOWLEDGE.law_titles)) == ()


def test_successor_made_anew_is_published_before_the_law_ends():
    table = {law.name: law for law in KNOWLEDGE.laws}
    for law in KNOWLEDGE.laws:
        for begun in (table[name].made for name in law.successors):
            assert begun is None or law.repealed is None or begun <= law.repealed, law.name


def test_circle_of_successors_is_found():
    one = Law("甲法", "法律", successors=("乙法",), repealed="2020-01-01")
    two = Law("乙法", "法律", successors=("甲法",), repealed="2021-01-01")
    assert any("圈" in fault for fault in faults((one, two)))


def test_missing_successor_and_wrong_dates_are_found():
    law = Law("甲法", "法律", published="2021-01-01", effective="2020-01-01", successors=("乙法",))
    told = "".join(faults((law,)))
    assert "乙法" in told
    assert "早于公布日期" in told


FACTS_OF_2026 = {
    "信访条例": ("2022-05-01", "信访工作条例"),
    "环境保护法": ("2026-08-15", "生态环境法典"),
    "合同法": ("2021-01-01", "民法典"),
    "森林防火条例": ("2026-01-01", "森林草原防灭火条例"),
}


@pytest.mark.parametrize("name", FACTS_OF_2026)
def test_known_repeals(name):
    law = KNOWLEDGE.law_names[name]
    assert (law.repealed, law.successors[0]) == FACTS_OF_2026[name]


def test_titles_are_bared():
    assert bare_title("《中华人民共和国行政处罚法》") == "行政处罚法"
    assert bare_title("《立法法（2023年修正）》") == "立法法"


@pytest.mark.parametrize("day", ["2020-13-45", "2021-02-29", "2021-2-3", "20210203", "昨天"])
def test_day_that_is_none_is_found(day):
    assert not is_day(day)
    law = Law("甲法", "法律", published=day)
    assert any("不是日历上的一天" in fault for fault in faults((law,)))


def test_title_with_its_bracket_goes_before_the_one_without():
    table = KNOWLEDGE.law_names
    tried = find("中国共产党统一战线工作条例（试行）", table)
    assert tried is not None
    assert tried.repealed == "2020-12-21"
    assert table["中国共产党统一战线工作条例"].repealed is None


def test_text_in_force_on_a_day():
    law = KNOWLEDGE.law_names["行政处罚法"]
    assert (in_force(law, "2019-06-01") or "")[:4] == "2017"
    assert (in_force(law, "2025-01-01") or "")[:4] == "2021"


def test_wrong_names_are_no_names_of_laws():
    right = set(KNOWLEDGE.law_names) | KNOWLEDGE.law_titles
    assert not right & set(KNOWLEDGE.wrong_law_names)


def test_law_of_the_state_by_name_is_not_plain():
    plain = {law.name for law in KNOWLEDGE.laws if law.plain}
    assert {"信访工作条例", "优化营商环境条例", "重大行政决策程序暂行条例"} <= plain
    assert not {"行政处罚法", "政府信息公开条例", "民法典"} & plain
