import pytest
from conftest_similarity import paragraph, report

from lawdraft.similarity import Index
from lawdraft.similarity.leftovers import leftovers
from lawdraft.similarity.unit import (
    place_of,
    recognise_unit,
    recognise_year,
    same_unit,
    town_of,
)

COUNTY = paragraph("云岭县统一口径", 4)


def library(folder, holders, alone=12):
    """`holders` units whose reports all have the county's paragraph, and others without it."""
    index = Index.create(folder)
    index.add_many(
        (f"h{k}", report(f"共{k}镇", 2024, f"h{k}").replace("\n", f"\n{COUNTY}\n", 1))
        for k in range(holders)
    )
    index.add_many((f"a{k}", report(f"独{k}镇", 2024, f"a{k}")) for k in range(alone))
    return index


def draft():
    return report("望山镇", 2025, "own") + COUNTY + "\n" + paragraph("mine") + "\n"


def kinds(comparison):
    text = draft()
    return {
        match.kind
        for match in comparison.matches
        if COUNTY[5:60] in text[match.draft.start : match.draft.end]
    }


def test_text_of_many_units_is_set_text(tmp_path):
    with library(tmp_path, 9) as index:
        comparison = index.compare(draft())
    assert kinds(comparison) == {"set_phrase"}
    assert comparison.substance == 0
    assert comparison.set_phrases > 0.1


def test_text_of_one_neighbour_is_copied(tmp_path):
    with library(tmp_path, 1) as index:
        comparison = index.compare(draft())
    assert kinds(comparison) == {"copied"}
    assert comparison.substance > 0.1


def test_text_of_two_neighbours_is_copied(tmp_path):
    with library(tmp_path, 2) as index:
        assert "copied" in kinds(index.compare(draft()))


def test_a_units_yearly_chain_does_not_make_set_text(tmp_path):
    with Index.create(tmp_path) as index:
        index.add_many(
            (f"y{year}", report("青禾镇", year, f"y{year}") + COUNTY + "\n")
            for year in range(2014, 2025)
        )
        index.add("other", report("白石乡", 2024, "other"))
        assert kinds(index.compare(draft())) == {"copied"}


def test_new_numbers_do_not_hide_a_copy(tmp_path):
    stolen = paragraph("a3/2").translate(str.maketrans("123456789", "987654321"))
    with library(tmp_path, 0) as index:
        matches = index.compare(report("望山镇", 2025, "own") + stolen).matches
    assert "a3" in {match.report_id for match in matches if match.kind == "copied"}


def test_leftovers_name_what_is_the_sources():
    span = "白石乡联合云岭华信律师事务所在石桥村调解，2023年办结，望山镇满意。"
    words = leftovers(span, span, source_unit="白石乡人民政府", unit="望山镇", year=2025)
    assert {"白石乡", "石桥村", "2023年"} <= set(words)
    assert any("律师事务所" in word for word in words)
    assert "望山镇" not in words


def test_own_places_are_no_leftovers():
    span = "在石桥村开展调解，各村满意，全镇推广。"
    words = leftovers(
        span, span, source_unit="白石乡", unit="望山镇", year=2025, elsewhere="石桥村是我镇的村。"
    )
    assert words == ()


def test_units_are_recognised_in_title_and_signature():
    assert recognise_unit(report("青禾镇", 2024, "x")) == "青禾镇人民政府"
    assert recognise_unit("云岭县青禾镇2024年法治政府建设工作总结\n正文。") == "云岭县青禾镇"
    assert recognise_unit("关于2024年度柳岸街道法治政府建设情况的报告\n正文。") == "柳岸街道"
    assert recognise_unit("今天天气很好。") is None
    assert recognise_year("青禾镇2024年度法治政府建设报告") == 2024


def test_same_unit_with_and_without_county():
    assert place_of("云岭县青禾镇人民政府") == "青禾镇"
    assert same_unit("云岭县青禾镇人民政府", "青禾镇")
    assert same_unit("柳岸街道办事处", "柳岸街道")
    assert not same_unit("云岭县城关镇人民政府", "青川县城关镇人民政府")
    assert not same_unit("青禾镇", None)


def test_namesakes_of_two_counties_are_two_towns():
    text = "云岭县委要求，云岭县司法局指导，云岭县各社区、老旧小区、沿河片区，全县推广。"
    assert town_of("城关镇", text, "a") == "城关镇@云岭县"
    assert town_of("青川县城关镇", text, "b") == "城关镇@青川县"
    assert town_of("城关镇", "各社区、小区、片区。" * 5, "c") == "城关镇"
    assert town_of(None, text, "d") == "?d"


def test_of_a_chain_the_year_that_agrees_to_the_letter_is_named(tmp_path):
    base = report("白石乡", 2020, "chain")
    years = {
        y: base.replace("2020", str(y)).replace("件", f"{y % 7}{y % 5}件")
        for y in range(2018, 2024)
    }
    with library(tmp_path, 0) as index:
        index.add_many((f"白石{y}", text) for y, text in years.items())
        stolen = years[2021].split("\n")[2]
        found = index.compare(report("望山镇", 2025, "own") + stolen, unit="望山镇").matches
    assert {m.report_id for m in found if m.kind == "copied"} == {"白石2021"}


def test_what_the_user_calls_a_set_phrase_is_not_counted(tmp_path):
    phrase = paragraph("渔火湾的话", 3)
    draft = report("青禾镇", 2025, "draft") + phrase
    with Index.create(tmp_path) as index:
        index.add_many((f"r{k}", report(f"共{k}镇", 2024, f"r{k}")) for k in range(12))
        index.add("望海镇2024", report("望海镇", 2024, "sea") + phrase)
        before, after = index.compare(draft), index.compare(draft, phrases=(phrase,))
    assert before.others > 0
    assert after.others == 0
    assert not [match for match in after.matches if match.kind == "copied"]


@pytest.mark.parametrize(
    "span",
    [
        "择优选拔培养村级骨干30名，创新推行村党组织书记述法。",
        "推行村务公开，走进社区、深入村组，法治宣传进村入户。",
    ],
)
def test_running_words_are_no_places(span):
    assert leftovers(span, span, source_unit="白石乡人民政府", unit="望山镇", year=2025) == ()


def test_villages_of_the_source_are_left():
    span = "在梨花村、石门坎社区设立议事亭，柳溪村党支部牵头。"
    words = leftovers(span, span, source_unit="白石乡人民政府", unit="望山镇", year=2025)
    assert words == ("梨花村", "石门坎社区", "柳溪村")
