"""How surely a claim of none, or of all, and one of some speak of the same.

As in likeness.py what speaks for it is put in numbers; packaging/learn_oppositions.py learns how much
each weighs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.mentions import same_line
from lawdraft.check.poles import IN_TIME, RATE, bare_thing, deeds_in
from lawdraft.check.scope import about, only_feared, other_kind
from lawdraft.text.pairs import han_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lawdraft.check.mentions import Rarity
    from lawdraft.check.poles import Claim
    from lawdraft.check.reading import Reading

Facts = dict[str, float]
DEED = 12  # characters of what is said of all that tell the deed itself
PLENTY = 3.0  # words that stand but once in the report: as many tell enough
_VERBS = (
    re.compile(r"发生|出现|产生|引发|形成|造成|新增"),
    re.compile(r"收到|接到|接收|受理|收|接"),
    re.compile(r"制定|制发|印发|出台|签发|发布|下发|下达|发出|作出|出具"),
    re.compile(r"组织|开展|举行|举办|召开|进行|实施|启动|动用|使用|采取"),
    re.compile(r"新聘|聘请|聘用|设立|建立|配备"),
)
_NEW = re.compile(r"新增|新发|新建|新聘|增长")
_LEVEL = re.compile(r"[国省市县村](?=级|交办|转办|督办)")
_PERSONS = re.compile(
    r"调解员|网格员|法律明白人|法律顾问|律师|执法(?:人员|队员|干部)|志愿者|矫正对象|村干部|机关干部|党员|班子成员|代表|委员|企业|商户|村民|学生"
)
_GRADED = re.compile(r"较大|重大|特大|以上")
_ATTENDED = re.compile(r"参加|出席|列席|观摩|旁听|应邀|配合|观看|参与")
_PART = re.compile(r"其中|个别|部分|有的")
_NUMBER = re.compile(r"(?<![\d.])(\d+)([一-鿿])")


def none_and_some(reading: Reading, none: Claim, some: Claim) -> Facts:
    """What speaks for a thing that was not being the one that is counted."""
    rarity = reading.rarity
    thing = bare_thing(none.own)
    shared, wide = none.own_pairs & some.own_pairs, none.own_pairs & some.pairs
    told, both = _words(rarity, none.own_pairs), _words(rarity, shared)
    rarest = min((rarity.sentences[pair] for pair in shared), default=9)
    head = _ends(some, thing)
    covered = both / told if told else 0.0
    return {
        "one": 1.0,
        "covered": covered,
        "all covered": float(thing in some.own),
        "covered before": (_words(rarity, wide) - both) / told if told else 0.0,
        "shared": min(both, PLENTY) / PLENTY,
        "not shared": min(told - both, PLENTY) / PLENTY,
        "only here": float(rarest <= 2),
        "head": float(head),
        "head × covered": head * covered,
        "no verb": float(not none.did),
        "short": float(len(thing) <= 3),
        "about": float(about(some.own.replace(thing, "")) and not about(none.own)),
        "other kind": float(other_kind(none.words, some.words)),
        "same verb": float(_same(_VERBS, none.did, some.own)),
        "other verb": float(_other(_VERBS, none.did, some.own)),
        "new": float(bool(_NEW.search(none.words)) != bool(_NEW.search(some.words))),
        "level": float(_differ(_LEVEL, none.words, some.words)),
        "same paragraph": float(_beside(reading, none, some)),
    }


def all_and_some(reading: Reading, every: Claim, some: Claim) -> Facts:
    """What speaks for some that are not so being of all that are said to be so."""
    rarity = reading.rarity
    mine = every.own_pairs if len(every.own_pairs) > 1 else every.pairs - every.did_pairs
    shared, back = some.own_pairs & every.pairs, mine & some.pairs
    both = _words(rarity, shared | back)
    told, said = _words(rarity, some.own_pairs), _words(rarity, mine)
    rarest = min((rarity.sentences[pair] for pair in shared | back), default=9)
    numbers = {(float(n), u) for n, u in _NUMBER.findall(every.words)}
    lead = {(float(n), u) for n, u in _NUMBER.findall(some.words)}
    act = han_pairs(every.did[:DEED])
    deed = act & (some.did_pairs | some.own_pairs)
    whole = any(n > some.few for n, _ in numbers & lead)
    same = _same_deed(every, some)
    covered, named = _words(rarity, shared) / told if told else 0.0, _words(rarity, back)
    return {
        "one": 1.0,
        "covered": covered,
        "named": named / said if said else 0.0,
        "shared": min(both, PLENTY) / PLENTY,
        "not named": min(said - named, PLENTY) / PLENTY,
        "not covered": min(told - _words(rarity, shared), PLENTY) / PLENTY,
        "no name": float(not some.own_pairs),
        "only here": float(rarest <= 2),
        "same deed": float(same),
        "persons": float(_persons_differ(every, some)),
        "covered × deed": same * covered,
        "not deed": min(_words(rarity, act) - _words(rarity, deed), PLENTY) / PLENTY,
        "no deed": float(not deed),
        "deed": min(_words(rarity, deed), PLENTY) / PLENTY,
        "deed × shared": float(same) * min(both, PLENTY) / PLENTY,
        "whole": float(whole),
        "whole × deed": float(whole and same),
        "too few": float(bool(numbers) and max(n for n, _ in numbers) < some.few),
        "rest": float(some.kind == "rest"),
        "rate": float(some.kind == RATE),
        "rate × named": (some.kind == RATE) * named / PLENTY,
        "part": float(bool(_PART.search(every.own))),
        "level": float(_differ(_LEVEL, every.words, some.words)),
        "same paragraph": float(_beside(reading, every, some)),
    }


def _words(rarity: Rarity, pairs: Iterable[str]) -> float:
    """How much pairs tell together; 1.0 for one that stands but once."""
    return rarity.sum(pairs) / rarity.of_once


def _ends(some: Claim, thing: str) -> bool:
    """Whether the thing itself is counted: its end stands beside the number, or closes the clause."""
    end = bare_thing(thing)[-2:]
    left, _, behind = some.own.partition("#")
    return bare_thing(left.rstrip("了共达有案件为约仅")).endswith(end) or end in behind[:12]


def _same(classes: tuple[re.Pattern[str], ...], one: str, other: str) -> bool:
    return any(each.search(one) and each.search(other) for each in classes)


def _other(classes: tuple[re.Pattern[str], ...], one: str, other: str) -> bool:
    mine, its = ({c for c in classes if c.search(words)} for words in (one, other))
    return bool(mine and its and not mine & its)


def _differ(pattern: re.Pattern[str], one: str, other: str) -> bool:
    return set(pattern.findall(one)) != set(pattern.findall(other))


def _persons_differ(one: Claim, other: Claim) -> bool:
    mine, its = (set(_PERSONS.findall(claim.own)) for claim in (one, other))
    return bool(mine and its and not mine & its)


def _beside(reading: Reading, one: Claim, other: Claim) -> bool:
    first, second = sorted((one.sentence, other.sentence), key=lambda span: span.start)
    return same_line(reading.text, first, second)


def may_deny_none(none: Claim, some: Claim) -> bool:
    """Whether it is worth weighing: the thing itself, as grave, not feared, not another's."""
    if none.sentence == some.sentence or none.end_of_name not in some.own:
        return False
    if "村级" in none.words and "村级" not in some.words:
        return False
    if _GRADED.search(none.words) and not _GRADED.search(some.own):
        return False
    if _ATTENDED.search(some.own) and not _ATTENDED.search(none.words):
        return False
    return only_feared(none.words) or not only_feared(some.words)


def may_deny_all(every: Claim, some: Claim) -> bool:
    """Whether it is worth weighing: a word or a deed in common, both of time or neither."""
    if every.sentence == some.sentence or (some.kind == RATE and "100%" in every.did):
        return False  # rates told twice are compared as numbers
    mine, its = every.deeds, some.deeds
    if (IN_TIME in mine) != (IN_TIME in its) or (mine and its and not mine & its):
        return False
    shared = some.own_pairs & every.pairs
    return bool(shared) or _same_deed(every, some)


def _same_deed(every: Claim, some: Claim) -> bool:
    """Whether one deed is told of both; its verb may stand before the mark: 整改全部完成."""
    return bool(deeds_in(every.did + every.own[-4:]) & deeds_in(some.did + some.own[-6:]))
