"""Usual structures to choose from: shipped, imported, learned; and packs that come and go."""

import json

import pytest

from lawdraft import flow
from lawdraft.model.errors import BadPackError, CancelledError, CannotReadError

REPORT = """云岭县{name}{year}年法治政府建设工作报告
{year}年，{name}坚持依法行政，推进普法宣传，现将情况报告如下：
一、主要做法和成效
（一）加强组织领导。召开专题会议{n}次，研究法治政府建设工作。
（二）化解矛盾纠纷。全年排查矛盾纠纷{n}2件，化解{n}0件。
（三）规范行政执法。办理行政执法案件{n}件，合法性审查文件{n}份。
二、存在的不足
普法宣传针对性不强，行政执法人员少。
三、下一步工作安排
计划开展普法宣传20场次。
{name}人民政府
{next}年1月15日
"""


@pytest.fixture
def kit(home):
    return flow.Kit()


@pytest.fixture
def folder(tmp_path):
    reports = tmp_path / "云岭县各镇"
    reports.mkdir()
    for n, name in enumerate(("青禾镇", "白石镇", "柳湾乡"), 3):
        text = REPORT.format(name=name, year=2025, next=2026, n=n)
        (reports / f"{name}.txt").write_text(text, encoding="utf-8")
    (reports / "菜谱.txt").write_text("红烧肉的做法：五花肉切块。" * 20, encoding="utf-8")
    return reports


def test_shipped_structures_are_listed_with_their_sources(kit):
    listed = flow.list_outlines(kit)
    assert listed[0].key == ""
    assert all(each.shipped and each.outline and not each.trouble for each in listed)
    rules = [each.outline for each in listed[1:]]
    assert rules
    for outline in rules:
        assert outline.source
        kinds = {section.kind for section in outline.sections}
        assert kinds >= {
            "achievements",
            "shortcomings",
            "first_responsible_person",
            "next_year_plan",
        }


def test_structure_is_learned_from_a_folder_and_kept(kit, folder):
    seen = []
    learned = flow.learn_outline(
        [folder], kit, name="云岭县", progress=lambda *each: seen.append(each)
    )
    key = flow.keep_outline(learned.outline, kit)
    assert learned.outline.reports == 3
    assert "3 份报告" in learned.outline.source
    assert len(learned.troubles) == 1
    assert "菜谱" in learned.troubles[0]
    assert [done for done, _total, _note in seen] == [1, 2, 3, 4]
    assert flow.chosen_outline(key, kit) == learned.outline
    assert key in [each.key for each in flow.list_outlines(kit)]


def test_learning_can_be_cancelled(kit, folder):
    def stop(_done, _total, _note):
        raise CancelledError

    with pytest.raises(CancelledError):
        flow.learn_outline([folder], kit, name="云岭县", progress=stop)


def test_folder_without_reports_gets_a_sentence(kit, tmp_path):
    (tmp_path / "菜谱.txt").write_text("红烧肉的做法：五花肉切块。" * 20, encoding="utf-8")
    with pytest.raises(CannotReadError, match="没有一份"):
        flow.learn_outline([tmp_path], kit, name="空")


def test_own_structure_is_imported_and_removed_again(kit, folder, tmp_path):
    learned = flow.learn_outline([folder], kit, name="云岭/县:一")
    file = tmp_path / "给别人.json"
    flow.save_outline(learned.outline, file)
    key = flow.import_outline(file, kit)
    assert flow.chosen_outline(key, kit).name == "云岭/县:一"
    flow.remove_outline(key, kit)
    assert key not in [each.key for each in flow.list_outlines(kit)]
    flow.remove_outline("shipped:regulation", kit)
    assert "shipped:regulation" in [each.key for each in flow.list_outlines(kit)]


def test_damaged_structure_is_listed_with_the_reason(kit):
    own = kit.places.packs / "outlines"
    own.mkdir(parents=True)
    (own / "坏.json").write_text('{"pack": "outline"', encoding="utf-8")
    listed = {each.key: each for each in flow.list_outlines(kit)}
    assert "坏.json" in listed["own:坏"].trouble
    with pytest.raises(BadPackError):
        flow.chosen_outline("own:坏", kit)


def test_imported_pack_is_used_at_once_and_the_shipped_one_comes_back(kit, tmp_path):
    shipped = json.loads((kit.places.resources / "laws.json").read_text(encoding="utf-8"))
    file = tmp_path / "新.json"
    fresh = shipped | {"as_of": "2027-03-01", "entries": shipped["entries"][:0]}
    file.write_text(json.dumps(fresh, ensure_ascii=False), encoding="utf-8")
    before = kit.knowledge.as_of
    info = flow.import_pack(file, kit)
    assert (info.as_of, info.entries) == ("2027-03-01", len(shipped["titles"]))
    assert kit.knowledge.as_of == "2027-03-01"
    flow.remove_pack("laws", kit)
    assert kit.knowledge.as_of == before


def test_every_pack_tells_how_much_it_holds_and_from_where(kit):
    known = [pack for pack in flow.list_packs(kit) if pack.kind != "layout"]
    assert {"laws", "phrases", "indicators", "wording", "places", "outline"} == {
        pack.kind for pack in known
    }
    assert all(pack.entries > 20 and pack.source and pack.as_of for pack in known)


def test_damaged_structure_in_use_is_told_and_the_shipped_one_is_used(kit):
    kit.places.packs.mkdir(parents=True)
    (kit.places.packs / "outline.json").write_text("{", encoding="utf-8")
    refused, used = [pack for pack in flow.list_packs(kit) if pack.kind == "outline"]
    assert "outline.json" in refused.trouble
    assert (used.shipped, used.trouble) == (True, "")
    flow.remove_pack("outline", kit)
    assert len([pack for pack in flow.list_packs(kit) if pack.kind == "outline"]) == 1
