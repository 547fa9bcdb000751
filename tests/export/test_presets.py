"""Presets: the shipped ones, a county's own, each bad value with a sentence."""

import pytest
from export_samples import make_report

from lawdraft.export.learning import learn_preset, preset_toml, save_preset
from lawdraft.export.preset import FIELDS, STRENGTHS, find_preset, list_presets
from lawdraft.model.errors import BadPackError, BadUsageError, CannotReadError


def own(tmp_path, text, name="county.toml"):
    folder = tmp_path / "packs" / "layouts"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return tmp_path / "packs"


def test_shipped_presets_name_clause_and_strength(presets):
    assert list_presets(presets) == ("国标", "常见地方做法", "补偿边距")
    for name in list_presets(presets):
        preset = find_preset(name, presets)
        assert set(preset.values) == set(FIELDS)
        assert all(o.clause and o.strength in STRENGTHS for o in preset.origins.values())


def test_compensated_margins_are_those_asked_for(presets):
    preset = find_preset("compensated", presets)
    values = [preset.number(k) for k in ("page.top_mm", "page.bottom_mm", "text.line_pt")]
    assert values == [34.6, 32.6, 29.45]


def test_countys_own_goes_before_ours_and_takes_the_rest_from_the_standard(tmp_path, presets):
    packs = own(tmp_path, 'name = "云岭县"\n[text]\nline_pt = 28\n')
    preset = find_preset("云岭县", (packs, *presets))
    assert preset.number("text.line_pt") == 28
    assert preset.number("page.top_mm") == 37


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("[text]\nline_pt = 500", "应在 10 到 80"),
        ('[text]\nline_pt = "大"', "写一个数"),
        ("[text]\ncolour = 3", "不认识"),
        ('[fonts]\nbody = ""', "字体名"),
        ("[headings]\nbold_level1 = 3", "true 或 false"),
        ("[page]\nlines = 21.5", "整数"),
        ("[page]\nbinding_mm = 80\nouter_mm = 80\nwidth_mm=200", "版心只剩"),
        ("[text\n", "写法有误"),
        ('base = "没有的"', "没有这个版式"),
        ('[text]\nline_pt = { value = 28, strength = "大概" }', "strength"),
    ],
)
def test_bad_value_is_a_sentence(tmp_path, presets, text, word):
    packs = own(tmp_path, text)
    with pytest.raises(BadPackError, match=word):
        find_preset(str(packs / "layouts" / "county.toml"), (packs, *presets))


def test_two_presets_resting_on_each_other_are_refused_or_end(tmp_path, presets):
    packs = own(tmp_path, 'name = "甲"\nbase = "乙"', "a.toml")
    own(tmp_path, 'name = "乙"\nbase = "甲"', "b.toml")
    with pytest.raises(BadPackError, match="base"):
        find_preset("甲", (packs, *presets))


def test_unknown_preset_lists_what_there_is(presets):
    with pytest.raises(BadUsageError, match="补偿边距"):
        find_preset("没有", presets)


def test_layout_learned_from_our_own_file_departs_nowhere(write, presets):
    learned = learn_preset(write(make_report()), "学来的", presets)
    assert learned.departures == ()


def test_layout_learned_tells_departures_and_can_be_used(tmp_path, write, presets):
    learned = learn_preset(write(make_report(), preset="常见地方做法"), "云岭县", presets)
    told = "".join(d.sentence for d in learned.departures)
    assert "毫米" in told or "磅" in told
    assert "正文行距是 28" in told
    assert "Times New Roman" in told
    assert "二级标题加粗：这里是" in told
    save_preset(learned.preset, tmp_path / "packs")
    again = find_preset("云岭县", (tmp_path / "packs", *presets))
    assert again.values == learned.preset.values
    assert 'clause = "5.2.1"' in preset_toml(again)


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04broken"])
def test_no_layout_in_a_damaged_file(tmp_path, presets, data):
    file = tmp_path / "x.docx"
    file.write_bytes(data)
    with pytest.raises(CannotReadError):
        learn_preset(file, "x", presets)


def test_a_learned_preset_of_any_name_can_be_read_again(tmp_path, presets):
    from dataclasses import replace

    from lawdraft.export.learning import save_preset
    from lawdraft.export.preset import find_preset

    name = '县里"新"版式\\2026/1'
    save_preset(replace(find_preset("", presets), name=name), tmp_path)
    assert find_preset(name, (tmp_path, *presets)).name == name
