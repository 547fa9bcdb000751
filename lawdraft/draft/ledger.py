"""The ledger's arithmetic: formulas for sums and rates, and relations that cannot be."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import TYPE_CHECKING

from lawdraft.model.collecting import Trouble
from lawdraft.model.editing import SLOT
from lawdraft.text.numerals import parse_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lawdraft.knowledge.packs import IndicatorPack
    from lawdraft.model.draft import Draft, Entry

_TOKEN = re.compile(r"\s*(?:\{(?P<entry>\w+)\}|(?P<number>\d+(?:\.\d+)?)|(?P<sign>[-+*/()]))")
_ROUGH = re.compile(r"[余多约近超逾]|以上|左右")
_DIGIT = re.compile(r"[\d０-９零〇一二两三四五六七八九十百千万亿半]")
_WHOLE = 100.0  # per cent
SUMS = (("villages_and_communities", ("villages", "communities")),)  # totals and their parts


def evaluate(draft: Draft) -> Draft:
    """The draft with the values of all formulas worked out; None where a figure is missing.

    {e1}+{e2} is a sum, {e2}/{e1}*100 a rate; rates keep as many decimals as last year's value.
    """
    if not any(entry.formula for entry in draft.ledger):
        return draft
    known = {entry.id: entry for entry in draft.ledger}
    ledger = tuple(
        replace(entry, value=_printed(entry, known)) if entry.formula else entry
        for entry in draft.ledger
    )
    return replace(draft, ledger=ledger)


def number_of(printed: str | None) -> float | None:
    """The value of a printed figure: 2万余 → 20000.0, 五千余 → 5000.0; None where it is none."""
    return parse_number(_ROUGH.sub("", printed)) if printed else None


def is_given(entry: Entry) -> bool:
    """Whether a figure has a value that names a number: 12, 2万余, 三至五; abc is none."""
    return entry.value is not None and _DIGIT.search(entry.value) is not None


def formula_words(formula: str, draft: Draft) -> str:
    """A formula as the clerk reads it: 化解矛盾纠纷 ÷ 排查矛盾纠纷 × 100."""
    things = {entry.id: entry.thing for entry in draft.ledger}
    words = re.sub(r"\{(\w+)\}", lambda m: f" {things.get(m[1], '？')} ", formula)
    for sign, shown in (("*", " × "), ("/", " ÷ "), ("+", " ＋ "), ("-", " － ")):
        words = words.replace(sign, shown)
    return re.sub(r" {2,}", " ", words).strip()


def formula_fault(formula: str, draft: Draft) -> str:
    """What is wrong with a formula, as a sentence; "" where it can be worked out."""
    known = {entry.id for entry in draft.ledger}
    named = re.findall(r"\{(\w+)\}", formula)
    if missing := [each for each in named if each not in known]:
        return f"公式里的“{missing[0]}”不在台账里，请重新选择数字。"
    if not named or _result(formula, dict.fromkeys(named, Decimal(1))) is None:
        return "公式写得不对，请写成 {甲}+{乙} 或 {甲}/{乙}*100 这样的式子。"
    return ""


def _printed(entry: Entry, known: Mapping[str, Entry]) -> str | None:
    result = _value(entry, known, frozenset())
    if result is None:
        return None
    shown = entry.last or ""
    decimals = len(shown.partition(".")[2]) if re.fullmatch(r"[\d.]+", shown) else 0
    if not decimals and "/" in entry.formula and result != result.to_integral_value():
        decimals = 1
    rounded = result.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{rounded.to_integral_value() if rounded == rounded.to_integral_value() else rounded}"


def _value(entry: Entry, known: Mapping[str, Entry], under_way: frozenset[str]) -> Decimal | None:
    """What an entry is worth; a formula that comes back to itself is worth nothing."""
    if not entry.formula:
        number = number_of(entry.value)
        return None if number is None else Decimal(str(number))
    if entry.id in under_way:
        return None
    values = {}
    for name in re.findall(r"\{(\w+)\}", entry.formula):
        value = _value(known[name], known, under_way | {entry.id}) if name in known else None
        if value is None:
            return None
        values[name] = value
    return _result(entry.formula, values)


def _result(formula: str, values: Mapping[str, Decimal]) -> Decimal | None:
    tokens = _tokens(formula, values)
    if tokens is None:
        return None
    try:
        value, rest = _sum(tokens)
    except (InvalidOperation, ZeroDivisionError, IndexError, TypeError):
        return None
    return value if not rest else None


_Tokens = list["Decimal | str"]


def _tokens(formula: str, values: Mapping[str, Decimal]) -> _Tokens | None:
    tokens: _Tokens = []
    place = 0
    while formula[place:].strip():
        found = _TOKEN.match(formula, place)
        if found is None:
            return None
        if found["entry"]:
            tokens.append(values[found["entry"]])
        else:
            tokens.append(Decimal(found["number"]) if found["number"] else found["sign"])
        place = found.end()
    return tokens


def _sum(tokens: _Tokens) -> tuple[Decimal, _Tokens]:
    value, rest = _product(tokens)
    while rest and rest[0] in ("+", "-"):
        sign = rest[0]
        other, rest = _product(rest[1:])
        value = value + other if sign == "+" else value - other
    return value, rest


def _product(tokens: _Tokens) -> tuple[Decimal, _Tokens]:
    value, rest = _atom(tokens)
    while rest and rest[0] in ("*", "/"):
        sign = rest[0]
        other, rest = _atom(rest[1:])
        value = value * other if sign == "*" else value / other
    return value, rest


def _atom(tokens: _Tokens) -> tuple[Decimal, _Tokens]:
    first, rest = tokens[0], tokens[1:]
    if isinstance(first, Decimal):
        return first, rest
    if first != "(":
        raise InvalidOperation
    value, rest = _sum(rest)
    if rest[0] != ")":
        raise InvalidOperation
    return value, rest[1:]


# -- found in last year's figures ------------------------------------------------------------------


def with_formulas(draft: Draft, pack: IndicatorPack) -> Draft:
    """Rates that last year were surely part ÷ whole become formulas: 化解率 = 化解 ÷ 排查 × 100.

    So does the sum of villages and communities.
    """
    formulas = _sums(draft.ledger) | _shares(draft)
    for rate in pack.rates:
        rates, parts, wholes = (
            [e for e in draft.ledger if e.indicator == name and e.role != "target"]
            for name in (rate.rate, rate.part, rate.whole)
        )
        for entry in rates:
            pair = _pair(entry, parts, wholes) if entry.unit == "%" else None
            if pair:
                formulas[entry.id] = f"{{{pair[0].id}}}/{{{pair[1].id}}}*100"
    ledger = tuple(
        replace(e, formula=formulas[e.id]) if e.id in formulas else e for e in draft.ledger
    )
    return replace(draft, ledger=ledger) if formulas else draft


def _shares(draft: Draft) -> dict[str, str]:
    """Rates that last year were the quotient of figures before them in their sentence, by id.

    排查214件、调处成功209件，成功率97.7%: the two nearest of one unit; a rate of 100 says nothing.
    """
    known = {entry.id: entry for entry in draft.ledger}
    formulas = {}
    for card in draft.cards:
        for sentence in re.split(r"[。；\n]", card.text):
            told = [known[each] for each in SLOT.findall(sentence) if each in known]
            for place, rate in enumerate(told):
                pair = _nearest_pair(rate, told[:place])
                if pair:
                    formulas[rate.id] = f"{{{pair[0].id}}}/{{{pair[1].id}}}*100"
    return formulas


def _nearest_pair(rate: Entry, before: list[Entry]) -> tuple[Entry, Entry] | None:
    """Part and whole among the nearest two figures of one unit before a rate."""
    wanted = number_of(rate.last)
    if rate.unit != "%" or rate.role == "target" or not wanted or wanted >= _WHOLE:
        return None
    counts = [entry for entry in before if entry.unit not in ("%", None)][-2:]
    if len(counts) < 2 or counts[0].unit != counts[1].unit:
        return None
    decimals = len((rate.last or "").partition(".")[2])
    one, other = counts
    for part, whole in ((other, one), (one, other)):
        if _quotient(part, whole, decimals) == wanted:
            return part, whole
    return None


def _sums(ledger: tuple[Entry, ...]) -> dict[str, str]:
    """Totals that last year were surely the sum of their one-and-only parts, by entry id."""
    formulas = {}
    for total, parts in SUMS:
        whole, shares = _only(ledger, total), [_only(ledger, part) for part in parts]
        numbers = [number_of(each.last) if each else None for each in (whole, *shares)]
        if whole is None or any(n is None for n in numbers):
            continue
        if numbers[0] == sum(n or 0 for n in numbers[1:]):
            formulas[whole.id] = "+".join(f"{{{each.id}}}" for each in shares if each)
    return formulas


def _pair(entry: Entry, parts: list[Entry], wholes: list[Entry]) -> tuple[Entry, Entry] | None:
    """The one part and whole whose quotient was printed; None where none or several fit."""
    wanted = number_of(entry.last)
    decimals = len((entry.last or "").partition(".")[2])
    fitting = [
        (part, whole)
        for part in parts
        for whole in wholes
        if wanted is not None and _quotient(part, whole, decimals) == wanted
    ]
    return fitting[0] if len(fitting) == 1 else None


def _quotient(part: Entry, whole: Entry, decimals: int) -> float | None:
    if _ROUGH.search((part.last or "") + (whole.last or "")):
        return None
    above, below = number_of(part.last), number_of(whole.last)
    if above is None or not below or part.unit != whole.unit:
        return None
    return round(above / below * _WHOLE + 1e-9, decimals)


# -- what cannot be ---------------------------------------------------------------------------------


def troubles(draft: Draft, pack: IndicatorPack) -> tuple[Trouble, ...]:
    """Relations between this year's figures that cannot hold: solved > found, a rate above 100 %."""
    entries = evaluate(draft).ledger
    return (*_no_numbers(entries), *_above_hundred(entries), *_broken_relations(entries, pack))


def _no_numbers(entries: Iterable[Entry]) -> list[Trouble]:
    return [
        Trouble(f"“{e.thing}”填的是“{e.value}”，应是数字，请改正。", (e.id,))
        for e in entries
        if e.value is not None and not is_given(e)
    ]


def _above_hundred(entries: Iterable[Entry]) -> list[Trouble]:
    return [
        Trouble(f"“{e.thing}”是 {e.value}%，超过了 100%，请核对。", (e.id,))
        for e in entries
        if e.unit == "%" and e.role == "rate" and (number_of(e.value) or 0) > _WHOLE
    ]


def _broken_relations(entries: tuple[Entry, ...], pack: IndicatorPack) -> list[Trouble]:
    found = []
    for relation in pack.relations:
        if relation.confidence == "unsure":
            continue
        left, right = _only(entries, relation.left), _only(entries, relation.right)
        if left is None or right is None or left.unit != right.unit:
            continue
        small, large = number_of(left.value), number_of(right.value)
        if small is not None and large is not None and small > large:
            sentence = f"“{left.thing}”{left.value} 大于“{right.thing}”{right.value}，请核对"
            found.append(Trouble(f"{sentence}：{relation.note}。", (left.id, right.id)))
    return found


def _only(entries: tuple[Entry, ...], indicator: str) -> Entry | None:
    """The one entry of an indicator; several may count different things."""
    fitting = [e for e in entries if e.indicator == indicator and e.role != "target"]
    return fitting[0] if len(fitting) == 1 else None
