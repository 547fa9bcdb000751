import re
from dataclasses import replace

import pytest

from lawdraft.draft.phrasebook import add_variant, put_variant, shown, unrefreshed, variants_for
from lawdraft.draft.phrases import choice, load_wording
from lawdraft.model import editing
from lawdraft.model.draft import BLANK
from lawdraft.model.errors import BadPackError


@pytest.fixture
def disputes(roll):
    draft = roll()
    return draft, next(t.id for t in draft.topics if t.heading == "化解矛盾纠纷")


def test_variants_fit_the_topic(disputes, templates, knowledge):
    draft, topic = disputes

    first = shown(draft, variants_for(draft, topic, knowledge, templates)[0], knowledge)

    assert "矛盾纠纷" in first
    assert BLANK in first
    assert "{{" not in first


def test_given_figures_come_first_and_towns_differ(disputes, templates, knowledge):
    draft, topic = disputes
    found = next(e for e in draft.ledger if e.indicator == "disputes_found")
    given = editing.set_figure(draft, found.id, "80")
    first = shown(given, variants_for(given, topic, knowledge, templates)[0], knowledge)
    orders = {
        variants_for(replace(draft, organisation=f"第{n}镇"), topic, knowledge, templates)
        for n in range(6)
    }

    assert "80" in first
    assert len(orders) > 3
    assert variants_for(draft, topic, knowledge, templates) == variants_for(
        draft, topic, knowledge, templates
    )


def test_what_stands_there_is_not_offered_again(disputes, templates, knowledge):
    draft, topic = disputes
    variants = variants_for(draft, topic, knowledge, templates)
    card = draft.topic(topic).cards[0].id
    put = put_variant(draft, card, variants[0], knowledge)

    assert put.card(card).text.startswith(shown(draft, variants[0], knowledge)[:6])
    assert variants[0] not in variants_for(put, topic, knowledge, templates)


def test_added_variant_uses_the_ledgers_figures(disputes, templates, knowledge):
    draft, topic = disputes
    found = next(e for e in draft.ledger if e.indicator == "disputes_found")

    grown = add_variant(
        draft, topic, variants_for(draft, topic, knowledge, templates)[0], knowledge
    )

    assert f"⟦{found.id}⟧" in grown.topic(topic).cards[-1].text
    assert set(editing.slots_of(grown.topic(topic).cards[-1].text)) <= {e.id for e in grown.ledger}


def test_card_that_only_repeats_last_year_is_marked(roll):
    draft = roll()
    card = next(card for card in draft.cards if card.text.startswith("带头学法"))
    kept = editing.set_decision(draft, card.id, "keep")
    [entry] = [e for e in draft.ledger if e.last == "8"]

    assert unrefreshed(draft) == ()
    assert unrefreshed(kept) == (card.id,)
    assert unrefreshed(editing.set_figure(kept, entry.id, "8")) == (card.id,)
    assert unrefreshed(editing.set_figure(kept, entry.id, "9")) == ()
    assert (
        unrefreshed(editing.set_card_text(kept, card.id, "今年换了全新的做法，成立了宣讲团。"))
        == ()
    )


def test_choice_is_stable_and_spread():
    variants = ("甲", "乙", "丙")
    towns = [f"第{n}镇" for n in range(60)]
    chosen = [choice(variants, town, "x") for town in towns]

    assert chosen == [choice(variants, town, "x") for town in towns]
    assert min(chosen.count(each) for each in variants) > 8


def test_every_indicator_of_the_wording_is_known(templates, knowledge):
    known = {each.id for each in knowledge.indicators}
    text = (templates / "wording.toml").read_text(encoding="utf-8")

    assert set(re.findall(r', \\"([a-z_]+)\\"\)', text)) <= known
    assert all(len(point) > 1 for t in load_wording(templates).topic for point in t.points)


def test_wrong_wording_gets_a_sentence(tmp_path):
    (tmp_path / "wording.toml").write_text("part = 3", encoding="utf-8")

    with pytest.raises(BadPackError, match="措辞模板"):
        load_wording(tmp_path)


def headed(draft, topic, heading):
    changed = editing.set_topic_heading(draft, topic, heading)
    for card in draft.topic(topic).cards:
        changed = editing.set_card_text(changed, card.id, "红白理事会作用明显。")
    return changed


@pytest.mark.parametrize(
    ("heading", "word"),
    [
        ("优化营商环境", "企业"),
        ("推进平安建设", "群众"),
        ("提升数字法治水平", "线上"),
        ("做好统计工作", ""),
    ],
)
def test_only_wording_of_the_matter_is_offered(disputes, templates, knowledge, heading, word):
    draft, topic = disputes
    other = headed(draft, topic, heading)
    offered = "".join(variants_for(other, topic, knowledge, templates))

    assert word in offered
    assert bool(offered) == bool(word)


def test_whole_sentences_are_offered_for_shortcomings(roll, knowledge, templates):
    draft = roll(None, year=2026, organisation="云岭县青禾镇人民政府")
    [section] = [s for s in draft.sections if s.kinds == ("shortcomings",)]
    found = variants_for(draft, section.topics[0].id, knowledge, templates)

    assert sum(BLANK not in shown(draft, each, knowledge) for each in found) >= 3
