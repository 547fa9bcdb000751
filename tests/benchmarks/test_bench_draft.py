"""How long the draft's own steps take, as ratios and milliseconds of one run."""

from dataclasses import replace
from pathlib import Path

import pytest
from timing import best

from lawdraft.compose import compose_report
from lawdraft.knowledge import Knowledge
from lawdraft.model import editing
from lawdraft.model.draft import Card, Draft, DraftSection, Entry, Topic
from lawdraft.store.drafts import DraftFile

ROOT = Path(__file__).resolve().parents[2]
KEYSTROKE = 0.016  # seconds: design.md, typing
SLOW_MACHINE = 3  # how much slower a busy test machine may be


@pytest.fixture(scope="module")
def draft():
    """A draft of 10,000 characters with 100 figures."""
    words = "健全工作机制，压实各方责任，全年开展专题活动⟦e{0}⟧次，覆盖各村（社区）群众，办事效率明显提高，"
    cards = [
        Card(f"c{n}", words.format(n) + "群众满意度稳步提升，基层治理水平不断提高，" * 3 + "成效明显。",
             last="去" * 100, marker="一是", series=n // 5)
        for n in range(100)
    ]  # fmt: skip
    topics = tuple(
        Topic(f"t{n}", f"主题{n}", cards=tuple(cards[n * 10 : n * 10 + 10])) for n in range(10)
    )
    section = DraftSection("s1", ("achievements",), "主要成效", topics=topics)
    ledger = tuple(Entry(f"e{n}", "专题活动", "次", last="6", value="8") for n in range(100))
    return Draft(
        2025, "青禾镇", title="青禾镇2025年总结", sections=(section,), ledger=ledger, next_id=500
    )


@pytest.mark.slow
def test_an_edit_fits_into_a_keystroke_and_composing_keeps_up(draft, record):
    knowledge = Knowledge.load(ROOT / "resources", ROOT / "nowhere")
    edit = best(lambda: editing.set_card_text(draft, "c50", "改过的一点。"))
    compose = best(lambda: compose_report(draft, ROOT / "templates", knowledge))

    record("edit of a 10,000-character draft", "≤ 1 ms", edit * 1000)
    record("composing 10,000 characters, in the background while typing", "≤ 30 ms", compose * 1000)
    assert edit < KEYSTROKE / 16 * SLOW_MACHINE
    assert compose < KEYSTROKE * SLOW_MACHINE


@pytest.mark.slow
def test_a_save_is_over_long_before_the_second(draft, tmp_path, record):
    with DraftFile.create(tmp_path / "a.lawdraft", draft) as file:
        titles = iter(range(1000))
        save = best(lambda: file.save(replace(draft, title=str(next(titles)))), times=30)

    record("saving a 10,000-character draft", "≤ 100 ms", save * 1000)
    assert save < 0.1 * SLOW_MACHINE
