import pytest

from lawdraft.draft.tracking import match_promises, reopened, with_consequences
from lawdraft.model import editing


@pytest.fixture
def draft(roll):
    return roll(
        """
青禾镇2024年法治政府建设工作总结
2024年，青禾镇扎实推进依法行政，现将情况报告如下：
一、主要工作及成效
（一）普法宣传
一是开展普法活动15场次，发放资料3000份。二是组织行政执法人员培训2次，规范执法行为。
二、存在的不足
一是人员不足。二是原因在于经费紧张。
三、2025年工作计划
一是开展普法活动20场次。二是组织行政执法人员培训4次。三是修订完善村规民约。
青禾镇人民政府
2025年1月20日
"""
    )


def given(draft, last, value):
    [entry] = [e for e in draft.ledger if e.last == last and e.role != "target"]
    return editing.set_figure(draft, entry.id, value)


def test_figures_answer_promises(draft):
    draft = given(given(draft, "15", "21"), "2", "3")

    first, second, third = match_promises(draft)

    assert (first.state, second.state, third.state) == ("done", "partial", "open")
    assert "21" in first.why


def test_cards_that_speak_of_it_are_found(draft):
    _, training, _ = match_promises(draft)

    assert "行政执法人员培训" in draft.card(training.cards[0]).text


def test_nothing_given_proposes_nothing(draft):
    assert {match.state for match in match_promises(draft)} == {"open"}


def test_done_asks_for_an_achievement_once(draft, compose):
    promise = draft.promises[0]
    answered = editing.set_promise(draft, promise.id, "done", "全年开展普法活动，覆盖各村。")

    grown = with_consequences(answered, promise.id)

    assert "全年开展普法活动，覆盖各村。" in compose(grown).text
    assert with_consequences(grown, promise.id) == grown


def test_undone_asks_for_a_shortcoming(draft):
    promise = draft.promises[1]
    grown = with_consequences(editing.set_promise(draft, promise.id, "undone"), promise.id)
    [section] = [s for s in grown.sections if "shortcomings" in s.kinds]

    assert any(promise.text in card.hint for topic in section.topics for card in topic.cards)


def test_half_done_is_told_in_both(draft, compose):
    promise = draft.promises[0]
    answered = editing.set_promise(draft, promise.id, "partial", "已开展普法活动12场次。")
    grown = with_consequences(answered, promise.id)
    told = next(c for c in grown.cards if c.text == "已开展普法活动12场次。")
    hints = [card.hint for card in grown.cards if promise.text in card.hint]

    assert len(hints) == 2
    assert any(
        told in t.cards for s in grown.sections if "achievements" in s.kinds for t in s.topics
    )


def test_carried_promise_stays_in_the_plan(draft):
    promise = draft.promises[2]
    grown = with_consequences(editing.set_promise(draft, promise.id, "carried"), promise.id)

    assert grown.card(promise.cards[0]).decision == "keep"


def test_open_promise_changes_nothing(draft):
    assert with_consequences(draft, draft.promises[0].id) == draft


@pytest.fixture
def told(draft):
    def grown(*sentences):
        [section] = [s for s in draft.sections if "achievements" in s.kinds]
        filled = draft
        for card in section.topics[0].cards:
            filled = editing.set_decision(filled, card.id, "drop")
        for sentence in sentences:
            filled = editing.add_card(filled, section.topics[0].id, sentence)
        return filled

    return grown


@pytest.mark.parametrize(
    ("promise", "sentence", "state"),
    [
        ("行政执法人员培训", "举办执法人员业务培训班5期，参训68人次。", "done"),
        ("行政执法人员培训", "举办执法人员业务培训班3期，参训68人次。", "partial"),
        ("村规民约", "指导各村对村规民约逐条修改并公布。", "open"),
    ],
)
def test_other_words_for_the_same_are_found_and_counted(told, promise, sentence, state):
    filled = told(sentence, "建成一处法治广场。", "全年无行政诉讼案件。")
    [match] = [m for m in match_promises(filled) if promise in filled.promise(m.promise).text]

    assert filled.card(match.cards[0]).text == sentence
    assert match.state == state


@pytest.mark.parametrize(
    ("at", "state", "said", "printed"),
    [
        (1, "done", "召开专题会5次，年内全部办结", "组织行政执法人员培训4次，召开专题会5次，年内全部办结。"),
        (2, "undone", "人手不足，原因是编制少", "修订完善村规民约没有完成，人手不足，原因是编制少。"),
        (0, "done", "全年开展普法活动21场次", "全年开展普法活动21场次。"),
    ],
)  # fmt: skip
def test_a_bare_remark_becomes_a_sentence_of_the_series(draft, compose, at, state, said, printed):
    promise = draft.promises[at]
    grown = with_consequences(editing.set_promise(draft, promise.id, state, said), promise.id)
    [card] = [card for card in grown.cards if said in card.text]

    assert card.text == printed
    assert card.marker
    assert f"是{printed}" in compose(grown).text


def test_numbering_goes_on_behind_a_loose_prompt(draft):
    [section] = [s for s in draft.sections if "shortcomings" in s.kinds]
    loose = editing.add_card(draft, section.topics[0].id)
    promise = loose.promises[2]

    grown = with_consequences(editing.set_promise(loose, promise.id, "undone", "缺人"), promise.id)

    assert next(card for card in grown.cards if "缺人" in card.text).marker


@pytest.mark.parametrize(
    "gone", [editing.remove_card, lambda d, c: editing.set_decision(d, c, "drop")]
)
def test_a_promise_whose_sentence_is_taken_out_is_open_again(draft, gone):
    promise = draft.promises[1]
    said = editing.set_promise(draft, promise.id, "done", "全部办结")
    told = with_consequences(said, promise.id)
    [card_id] = told.promise(promise.id).told

    assert reopened(told) == told
    assert reopened(gone(told, card_id)).promise(promise.id).state == "open"
    assert reopened(said) == said
