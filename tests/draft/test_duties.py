from dataclasses import replace

import pytest

from lawdraft.draft.duties import duty_grid, load_duties, titles_of, with_duties
from lawdraft.model import editing
from lawdraft.model.draft import Entry
from lawdraft.model.errors import BadPackError


@pytest.fixture
def bare(roll):
    """A draft whose section for the first responsible persons was removed."""
    draft = roll()
    [section] = [s for s in draft.sections if s.kinds == ("first_responsible_person",)]
    return editing.remove_section(draft, section.id)


def test_grid_shows_what_is_proved(roll, templates, knowledge):
    draft = roll()
    meetings = next(e for e in draft.ledger if e.indicator == "party_meetings")

    before = duty_grid(draft, templates, knowledge)
    after = duty_grid(editing.set_figure(draft, meetings.id, "8"), templates, knowledge)

    assert {row.role for row in before} == {"secretary", "head"}
    assert not next(r for r in before if meetings.id in r.evidence).proved
    assert next(r for r in after if meetings.id in r.evidence).proved


def test_figures_already_in_the_ledger_are_used(roll, templates, knowledge):
    draft = roll()
    meetings = next(e for e in draft.ledger if e.indicator == "party_meetings")

    grown = with_duties(draft, templates, knowledge)

    assert any(f"⟦{meetings.id}⟧" in card.text for card in grown.cards if not card.last)
    assert len({e.id for e in grown.ledger}) == len(grown.ledger)


def test_prompting_cards_give_way(roll, templates, knowledge, compose):
    report = compose(with_duties(roll(), templates, knowledge))

    assert any("first_responsible_person" in section.kinds for section in report.sections)
    assert "镇长" in report.text


@pytest.mark.parametrize("placement", ["section", "topic", "point", "paragraph"])
def test_all_placements(bare, templates, knowledge, compose, placement):
    report = compose(with_duties(bare, templates, knowledge, placement))

    headings = [h for h in report.headings if "第一责任人" in h.text]
    assert "重要工作亲自部署" in report.text or "亲自协调解决" in report.text
    assert [h.level for h in headings] == {"section": [1], "topic": [2], "point": [3]}.get(
        placement, []
    )


@pytest.mark.parametrize(
    ("organisation", "titles"),
    [("青禾镇人民政府", ("镇党委书记", "镇长")), ("白石乡", ("乡党委书记", "乡长")),
     ("西城街道办事处", ("街道党工委书记", "街道办事处主任"))],
)  # fmt: skip
def test_titles(organisation, titles):
    assert titles_of(organisation) == titles


def test_ids_stay_unique(roll, templates, knowledge):
    draft = with_duties(roll(), templates, knowledge)
    ids = [c.id for c in draft.cards] + [e.id for e in draft.ledger]

    assert len(ids) == len(set(ids))
    assert draft.next_id > max(int(name[1:]) for name in ids)


def test_every_indicator_of_the_duties_is_known(templates, knowledge):
    known = {each.id for each in knowledge.indicators}

    assert {name for duty in load_duties(templates) for name in duty.indicators} <= known


def test_wrong_template_gets_a_sentence(tmp_path):
    (tmp_path / "duties.toml").write_text("[[duty]]\nid = 1", encoding="utf-8")

    with pytest.raises(BadPackError, match="职责模板"):
        load_duties(tmp_path)
    with pytest.raises(BadPackError):
        load_duties(tmp_path / "nowhere")


def told_with(draft, templates, knowledge, *entries):
    known = replace(draft, ledger=(*draft.ledger, *entries), next_id=draft.next_id + 1000)
    return known, with_duties(
        known, templates, knowledge, only=("secretary_publicity", "head_enforcement")
    )


def test_duties_are_told_once_even_when_edited(bare, templates, knowledge):
    told = with_duties(bare, templates, knowledge)
    [card] = [c for c in told.cards if "工作安排" in c.hint or "年度计划" in c.hint]
    edited = editing.set_card_text(told, card.id, "镇长把难事一件件办结。")

    assert with_duties(told, templates, knowledge) == told
    assert with_duties(edited, templates, knowledge) == edited
    assert next(r for r in duty_grid(edited, templates, knowledge) if r.id == "head_planning").told


def test_a_dropped_sentence_is_not_told(bare, templates, knowledge):
    told = with_duties(bare, templates, knowledge)
    gone = told
    for card in told.cards:
        gone = editing.set_decision(gone, card.id, "drop")

    assert not any(row.told for row in duty_grid(gone, templates, knowledge))


def test_figures_of_the_like_are_used_and_not_asked_for_again(bare, templates, knowledge):
    training = Entry(
        "e901", "行政执法人员专题培训", "次", "4", "6", indicator="enforcement_training"
    )
    study = Entry("e902", "主题教育集中学习", "次", "4", "5", indicator="enforcement_training")
    events = Entry("e903", "法治宣传活动", "次", "30", "31", indicator="publicity_events")
    plain = replace(bare, ledger=())

    known, told = told_with(plain, templates, knowledge, study, training, events)

    assert told.ledger == known.ledger
    assert any("⟦e901⟧次" in card.text for card in told.cards)
    assert any("⟦e903⟧次" in card.text and "场次" not in card.text for card in told.cards)


def test_what_was_counted_keeps_its_name(bare, templates, knowledge):
    study = Entry("e901", "党委理论中心组学习", "次", "6", "8", indicator="central_group_study")
    draft = replace(bare, ledger=(study,))

    [row] = [r for r in duty_grid(draft, templates, knowledge) if r.id == "secretary_team"]

    assert "党委理论中心组学习8次" in row.sentence


def test_a_figure_of_another_thing_proves_nothing(bare, templates, knowledge):
    other = Entry("e901", "纠纷疏导", "件", "200", "200", indicator="adviser_matters")
    draft = replace(bare, ledger=(other,))

    rows = duty_grid(draft, templates, knowledge)

    assert not any("e901" in row.evidence for row in rows)
