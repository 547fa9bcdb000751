"""Said of none or of all, and told of some elsewhere in any words: 没有举行过听证, 组织听证1次.

What denied, never_once, excepted and all_but know by their words, this weighs for any thing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.check.likeness import weighed
from lawdraft.check.opposed import ALL, NONE
from lawdraft.check.opposition import all_and_some, may_deny_all, may_deny_none, none_and_some
from lawdraft.check.poles import all_said, counted, denied, left_told
from lawdraft.check.rule import Example, ReportRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.poles import Claim
    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "contradiction"
LIKELY, SURE = -0.3, 1.5  # nats from which it is a note, a warning


def check(reading: Reading) -> Iterator[Finding]:
    """Each denial with the place that is likeliest at odds with it, once."""
    none, every = list(denied(reading)), list(all_said(reading))
    some = list(counted(reading, frozenset(claim.end_of_name for claim in none)))
    left = list(left_told(reading)) if every else []
    pairs = [(claim, other) for claim in none for other in some if may_deny_none(claim, other)]
    others = [(claim, other) for claim in left for other in every if may_deny_all(other, claim)]
    scored = [(weighed(none_and_some(reading, *pair), NONE), pair) for pair in pairs]
    scored += [
        (weighed(all_and_some(reading, other, claim), ALL), (claim, other))
        for claim, other in others
    ]
    told: dict[int, tuple[float, tuple[Claim, Claim]]] = {}
    for score, pair in scored:
        if score >= max(LIKELY, told.get(pair[0].start, (LIKELY,))[0]):
            told[pair[0].start] = score, pair
    for score, (claim, other) in told.values():
        yield _asked(reading, claim, other, sure=score >= SURE)


def _asked(reading: Reading, claim: Claim, other: Claim, *, sure: bool) -> Finding:
    one, two = reading.text[claim.start : claim.end], reading.text[other.start : other.end]
    return reading.finding(
        ID,
        "warning" if sure else "note",
        f"这里写“{one}”，另一处却写“{two}”，请核对。",
        claim.start,
        claim.end,
        other=(other.start, other.end),
    )


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example("就码头停车收费组织听证1次。\n全年没有举行过听证，" + _TAIL),
    Example("对13处漫水桥的护栏隐患，年内整治到位。\n仍有2处漫水桥护栏隐患没有整治，" + _TAIL),
)
CLEAN = (
    Example("旁听县水利局组织的听证1次。\n全年没有举行过听证，" + _TAIL),
    Example("对13处漫水桥的护栏隐患，年内整治到位。\n仍有2处山塘坝体隐患没有整治，" + _TAIL),
)
