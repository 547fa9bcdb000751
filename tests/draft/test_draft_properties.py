"""What must hold whatever last year's report looked like and whatever the clerk does."""

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lawdraft.compose import compose_with_places
from lawdraft.draft.accepting import accept
from lawdraft.draft.marked import plain_paragraphs
from lawdraft.draft.rounds import revisions
from lawdraft.model import editing
from lawdraft.model.editing import SLOT
from lawdraft.model.errors import LawdraftError

STARTS = ("一、", "（一）", "1.", "（1）", "一是", "第一，", "①", "第二部分 ", "甲\t12\t5%\t")
QUICK = settings(
    derandomize=True,
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def damaged(text, chance):
    """The report with lines lost, doubled, joined, cut, and given other numbers."""
    lines = text.strip().split("\n")
    for _ in range(chance.randrange(10)):
        at = chance.randrange(1, len(lines))
        what = chance.randrange(5)
        if what == 0 and len(lines) > 3:
            del lines[at]
        elif what == 1:
            lines.insert(at, chance.choice(lines))
        elif what == 2:
            lines[at - 1 : at + 1] = ["".join(lines[at - 1 : at + 1])]
        elif what == 3:
            cut = chance.randrange(len(lines[at]) + 1)
            lines[at : at + 1] = [lines[at][:cut], lines[at][cut:]]
        else:
            lines[at] = chance.choice(STARTS) + lines[at]
        if len(lines) < 3:
            break
    return "\n".join(lines)


def edited(draft, chance):
    """The draft after some random work of a clerk."""
    for _ in range(chance.randrange(1, 6)):
        cards = [card for card in draft.cards if card.text and card.decision != "drop"]
        if not cards:
            break
        card, what = chance.choice(cards), chance.randrange(4)
        if what == 0:
            plain = [m.start() for m in SLOT.finditer(card.text)] or [len(card.text)]
            at = chance.randrange(plain[0] + 1)
            draft = editing.set_card_text(draft, card.id, f"{card.text[:at]}切实{card.text[at:]}")
        elif what == 1 and draft.ledger:
            value = str(chance.randrange(1, 999))
            draft = editing.set_figure(draft, chance.choice(draft.ledger).id, value)
        elif what == 2:
            draft = editing.set_decision(draft, card.id, "drop")
        else:
            topic = next(topic for topic in draft.topics if card in topic.cards)
            draft = editing.add_card(draft, topic.id, "今年新开展的一项工作，成效明显。")
    return draft


@given(seed=st.integers(0, 10**6))
@QUICK
def test_any_report_rolls_into_a_sound_draft(roll, templates, knowledge, last_year, seed):
    try:
        draft = roll(damaged(last_year, random.Random(seed)))
    except LawdraftError:
        return
    composed = compose_with_places(draft, templates, knowledge)
    report = composed.report
    ids = [thing.id for thing in (*draft.sections, *draft.topics, *draft.cards, *draft.ledger)]

    assert len(ids) == len(set(ids))
    assert "\n".join(report.text[p.start : p.end] for p in report.paragraphs) == report.text
    assert all(report.text[h.start : h.end] == h.text for h in report.headings)
    assert all(report.text.startswith(p.marker, p.start) for p in report.points)
    assert all(0 <= place.start < place.end <= len(report.text) for place in composed.places)
    assert "⟦" not in report.text


@given(seed=st.integers(0, 10**6))
@QUICK
def test_differences_accepted_lead_to_the_other_text(roll, templates, knowledge, seed):
    before = roll()
    after = edited(before, random.Random(seed))
    wanted = compose_with_places(after, templates, knowledge).report.text
    found = revisions(
        before,
        compose_with_places(before, templates, knowledge),
        plain_paragraphs(iter(wanted.split("\n"))),
    )

    for revision in found:
        if revision.kind != "unplaced":  # numbers follow by themselves
            before = accept(before, revision)

    assert compose_with_places(before, templates, knowledge).report.text == wanted
