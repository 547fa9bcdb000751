"""The bundled sample is complete: nothing blank, nothing stale, every promise answered."""

import pytest

from lawdraft import flow
from lawdraft.store.places import find_places
from lawdraft.store.sample import fill_sample, load_sample


@pytest.fixture
def filled():
    kit = flow.Kit()
    sample = load_sample(find_places().resources)
    last = flow.outline_file(sample.last_report, kit)
    return fill_sample(flow.start_draft(last, kit, year=sample.facts.year), sample.facts)


def test_every_figure_of_the_sample_has_its_value(filled):
    blank = [(e.thing, e.last, e.unit) for e in filled.ledger if e.value is None and not e.formula]
    assert blank == []


def test_every_promise_of_the_sample_is_answered(filled):
    assert [p.text for p in filled.promises if p.state == "open"] == []


def test_the_sample_uses_every_wording_it_brings(filled):
    text = flow.compose(filled, flow.Kit()).text
    unused = [
        w.find for w in load_sample(find_places().resources).facts.wording if w.replace not in text
    ]
    assert unused == []
