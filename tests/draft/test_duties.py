import pytest

from lawdraft.draft.duties import duty_grid, load_duties, titles_of, with_duties
from lawdraft.model import editing
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
