"""Short names of units: 大冶市殷祖镇人民政府 is 殷祖镇 in titles and sentences."""

import re

_OFFICE = re.compile(r"(?:人民政府|街道办事处|办事处|党工委|党委|委员会|管理委员会)$")
_TOWN = re.compile(r"(?:.*[省市县区旗盟州])?(?P<town>[^省市县区旗]{1,8}(?:镇|乡|街道|苏木))$")
_KIND = re.compile(r"(?:镇|乡|街道|苏木)$")


def short_name(organisation: str) -> str:
    """The unit as its title calls it: 云岭县青禾镇人民政府 → 青禾镇, 东风路街道办事处 → 东风路街道."""
    name = organisation.strip()
    if name.endswith("街道办事处"):
        name = name.removesuffix("办事处")
    name = _OFFICE.sub("", name)
    found = _TOWN.search(name)
    return found["town"] if found else name


def own_word(organisation: str) -> str:
    """How the unit speaks of itself: 我镇, 我乡, 我街道, 我县; 本单位 where its kind is unknown."""
    short = short_name(organisation)
    kind = _KIND.search(short)
    if kind:
        return f"我{kind[0]}"
    return f"我{short[-1]}" if short and short[-1] in "县市区旗" else "本单位"


def level_of(organisation: str) -> str | None:
    """What kind of unit it is: 镇 乡 街道 县 …; None where the name does not tell."""
    short = short_name(organisation)
    kind = _KIND.search(short)
    if kind:
        return kind[0]
    return short[-1] if short and short[-1] in "县市区旗" else None


def renaming(old: str | None, new: str | None) -> tuple[tuple[str, str], ...]:
    """What to replace where another unit's report is the base, the longest first; () for its own.

    The bare name is replaced behind 法治, 平安 and the like alone: 法治殷祖 → 法治青禾.
    """
    if not old or not new or short_name(old) == short_name(new):
        return ()
    old_short, new_short = short_name(old), short_name(new)
    pairs = [(old, new), (old_short, new_short)]
    old_stem, new_stem = _KIND.sub("", old_short), _KIND.sub("", new_short)
    if len(old_stem) > 1 and new_stem:
        pairs += [(f"{w}{old_stem}", f"{w}{new_stem}") for w in ("法治", "平安", "幸福", "美丽")]
    pairs.append((own_word(old), own_word(new)))
    return tuple((before, after) for before, after in pairs if before != after)
