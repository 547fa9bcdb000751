from dataclasses import replace

import pytest

from lawdraft.draft import ledger
from lawdraft.draft.ids import Ids
from lawdraft.draft.sheets import open_questions
from lawdraft.draft.slots import Ledger as SlotLedger
from lawdraft.model.draft import Draft, Entry
from lawdraft.text.figures import find_figures


def draft_of(*entries):
    return Draft(2025, "青禾镇", ledger=entries)


def figure(name, value, **more):
    return Entry(
        name, name, more.pop("unit", "件"), last=more.pop("last", None), value=value, **more
    )


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("{a}+{b}", "139"),
        ("{b}/{a}*100", "93.1"),
        ("({a}-{b})*2", "10"),
        ("{a}/0", None),
        ("{a}+{c}", None),
        ("{a}+", None),
        ("{a} {b}", None),
        ("__import__('os')", None),
    ],
)
def test_formulas(formula, expected):
    sums = figure("s", "旧值", formula=formula)
    draft = ledger.evaluate(draft_of(figure("a", "72"), figure("b", "67"), figure("c", None), sums))

    assert draft.entry("s").value == expected


def test_rate_keeps_last_years_decimals():
    rate = figure("r", None, last="93.06", formula="{b}/{a}*100", unit="%")

    assert (
        ledger.evaluate(draft_of(figure("a", "72"), figure("b", "67"), rate)).entry("r").value
        == "93.06"
    )


def test_formula_in_a_circle_has_no_value():
    draft = draft_of(figure("a", None, formula="{b}"), figure("b", None, formula="{a}"))

    assert [entry.value for entry in ledger.evaluate(draft).ledger] == [None, None]


def test_formula_of_formulas():
    draft = draft_of(figure("a", "25"), figure("b", "3"), figure("c", None, formula="{a}+{b}"),
                     figure("d", None, formula="{c}*2"))  # fmt: skip

    assert ledger.evaluate(draft).entry("d").value == "56"


def test_fault_of_a_formula_is_told():
    draft = draft_of(figure("a", "1"))

    assert ledger.formula_fault("{a}*100", draft) == ""
    assert "不在台账里" in ledger.formula_fault("{z}", draft)
    assert "写得不对" in ledger.formula_fault("{a}+*", draft)


@pytest.mark.parametrize(
    ("printed", "number"),
    [("2万余", 20000), ("五千余", 5000), ("85.4", 85.4), ("若干", None), (None, None)],
)
def test_printed_figures_have_a_value(printed, number):
    assert ledger.number_of(printed) == number


def test_last_years_quotient_becomes_a_formula(roll, knowledge):
    draft = roll()
    [rate] = [entry for entry in draft.ledger if entry.unit == "%"]

    assert rate.formula
    filled = replace(
        draft,
        ledger=tuple(replace(e, value="50" if e.last == "72" else "45") for e in draft.ledger),
    )
    assert ledger.evaluate(filled).entry(rate.id).value == "90"


def test_impossible_relations_are_told(roll, knowledge):
    draft = roll()
    wrong = replace(
        draft,
        ledger=tuple(
            replace(e, value={"72": "50", "67": "55"}.get(e.last, e.value)) for e in draft.ledger
        ),
    )

    told = ledger.troubles(wrong, knowledge.indicator_pack.pack)

    assert any("大于" in trouble.sentence for trouble in told)
    assert any("100%" in trouble.sentence for trouble in told)
    assert ledger.troubles(draft, knowledge.indicator_pack.pack) == ()


def test_villages_and_communities_add_up(knowledge):
    parts = figure("v", "25", last="25", indicator="villages", unit="个")
    more = figure("c", "3", last="3", indicator="communities", unit="个")
    total = figure("t", "28", last="28", indicator="villages_and_communities", unit="个")
    pack = knowledge.indicator_pack.pack
    summed = ledger.with_formulas(draft_of(parts, more, total), pack)
    other = ledger.with_formulas(draft_of(parts, more, replace(total, last="30")), pack)

    assert summed.entry("t").formula == "{v}+{c}"
    assert ledger.evaluate(summed).entry("t").value == "28"
    assert other.entry("t").formula == ""


def test_a_rate_behind_its_two_figures_becomes_a_formula(roll, last_year):
    text = last_year.replace(
        "发放资料2万余份。", "发放资料2万余份。提出意见125条、采纳123条，采纳率98.4%，满意率100%。"
    )
    draft = roll(text)
    by_thing = {e.thing: e for e in draft.ledger}
    given = replace(
        draft,
        ledger=tuple(
            replace(e, value={"125": "200", "123": "150"}.get(e.last)) for e in draft.ledger
        ),
    )

    assert by_thing["采纳率"].formula
    assert not by_thing["满意率"].formula
    assert ledger.evaluate(given).entry(by_thing["采纳率"].id).value in ("75", "75.0")


def test_formula_in_words():
    draft = draft_of(figure("排查", None), figure("化解", None))

    assert ledger.formula_words("{化解}/{排查}*100", draft) == "化解 ÷ 排查 × 100"


@pytest.mark.parametrize(
    ("printed", "last", "unit"),
    [("12 345.6万元", "12345.6万", "元"), ("1 234.5 万元", "1234.5万", "元"), ("1.2 万户", "1.2万", "户"),
     ("１２．５万元", "１２．５万", "元")],
)  # fmt: skip
def test_a_number_is_one_slot_however_it_is_printed(printed, last, unit):
    made, text = SlotLedger(Ids()), f"投入{printed}。"

    assert made.slotted(text, find_figures(text), 0) == f"投入⟦e1⟧{unit}。"
    assert [(e.last, e.unit) for e in made.entries.values()] == [(last, unit)]


@pytest.mark.parametrize(
    ("value", "given"),
    [("abc", False), ("待定", False), ("2万余", True), ("三至五", True), ("数十", True)],
)
def test_a_word_is_no_figure(knowledge, value, given):
    draft = draft_of(figure("a", value))

    assert bool(open_questions(draft)) is not given
    told = [t.sentence for t in ledger.troubles(draft, knowledge.indicator_pack.pack)]
    assert any("应是数字" in sentence for sentence in told) is not given
