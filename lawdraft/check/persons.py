"""Who is named in a report with an office: 镇司法所副所长谢春生 by unit, rank, office and name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from lawdraft.text.surnames import GIVEN_SIGNS, NOT_NAMES, RARE, SURNAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

_POST = (
    "书记|镇长|乡长|区长|县长|局长|主席|主任|所长|大队长|中队长|队长|站长|院长|庭长|会长|校长|科长|股长"
    "|检察长|处长|支书|苏木达|(?:政法|宣传|组织|统战|纪检)委员|武装部长|指导员|教导员|负责人"
)
_ROLE = "律师|法律顾问|调解员|网格员|法官|检察官|民警|法律明白人|辅警|社工|讲师"
_NAMED = re.compile(
    rf"(?P<post>{_POST}|{_ROLE})”?(?P<name>[{SURNAMES}][一-鿿](?:[一-鿿](?=(?P<next>[一-鿿]{{0,2}})))?)"
)
_CHAIN = re.compile(rf"(?P<unit>[一-鿿“”]*?)(?P<vice>副)?(?P<post>{_POST}|{_ROLE})\Z")
_TITLED = re.compile(
    rf"(?:(?<=[，。、；（：由请聘与和对的])|(?<=聘请)|(?<=邀请)|(?<=律师事务所)|(?<=支持)|^)(?P<name>[{SURNAMES}][一-鿿]{{1,2}})(?P<post>律师|同志|女士|先生|法官)"
)
_LEADS_ON = re.compile(
    r"[^一-鿿]|\Z|[的在和与及对就到为作带主率牵任亲切从以按于给担兼参深签包联领介解多分出授讲获被先通坚说表向将把也还是至等同来接负]"
)
_STRONG = re.compile(r"[^一-鿿]|\Z|同志|主持|带头|亲自|率队|带队|牵头|任|担任|分管")
_OFFICE_WORDS = re.compile(r"[长记任员师会委组]\Z|组长|主任")
_NO_GIVEN = frozenset("为在的和与及对就到作带主率牵上下全先多深每按经是")
_JUNK = re.compile(
    r".*(?:邀请|聘请|支持|会同|推荐|组织|陪同|责成|[由与和及在请对向经跟以让使])(?=..)"
)
_PLAIN_UNIT = re.compile(r"我|本|全|(?:街道|[镇乡])(?!\Z)(?:综合)?(?!党|人大|委)")
REACH = 30  # characters an office with its unit may take


class Post(NamedTuple):
    """司法, 副, 所长; a role of many (律师) has no rank."""

    unit: str
    vice: bool
    post: str


class Mention(NamedTuple):
    """A name where it stands with its offices; without any where only 同志 follows."""

    name: str
    posts: tuple[Post, ...]
    start: int

    @property
    def end(self) -> int:
        """Where the name ends."""
        return self.start + len(self.name)


def mentions_of(text: str, ordinary: frozenset[str]) -> tuple[Mention, ...]:
    """Everybody named with an office or a title, in order; `ordinary`: words of two characters."""
    found, offset = [], 0
    for line in text.split("\n"):
        found += [one._replace(start=one.start + offset) for one in _in_line(line, ordinary)]
        offset += len(line) + 1
    return tuple(found)


@lru_cache(maxsize=1024)  # while someone types, all lines but one are as before
def _in_line(line: str, ordinary: frozenset[str]) -> tuple[Mention, ...]:
    found = {one.start: one for one in _titled(line, ordinary)}
    found |= {one.start: one for one in _with_post(line, ordinary)}
    return tuple(found[start] for start in sorted(found))


def _with_post(line: str, ordinary: frozenset[str]) -> Iterator[Mention]:
    for found in _NAMED.finditer(line):
        name = _name(line, found, ordinary)
        if name:
            posts = tuple(_posts(line[max(0, found.end("post") - REACH) : found.end("post")]))
            yield Mention(name, posts, found.start("name"))


def _titled(line: str, ordinary: frozenset[str]) -> Iterator[Mention]:
    for found in _TITLED.finditer(line):
        name, post = found["name"], found["post"]
        if not _wordy(name, ordinary):
            posts = (Post("", vice=False, post=post),) if post in ("律师", "法官") else ()
            yield Mention(name, posts, found.start("name"))


def _name(line: str, found: re.Match[str], ordinary: frozenset[str]) -> str:
    """The name behind an office, of three characters or two; "" where it is none."""
    start = found.start("name")
    for length in (3, 2):
        name = line[start : start + length]
        behind = line[start + length : start + length + 2]
        if len(name) < length or len(found["name"]) < length:
            continue
        goes_on = behind in ordinary or _LEADS_ON.match(behind)
        joined = line[start + 2 : start + 4] in ordinary or name[-1] in _NO_GIVEN
        if not goes_on or (length == 3 and joined and name[-1] not in GIVEN_SIGNS):
            continue
        if not _wordy(name, ordinary) or (_STRONG.match(behind) and name not in NOT_NAMES):
            return "" if _OFFICE_WORDS.search(name[1:]) else name
    return ""


def _wordy(name: str, ordinary: frozenset[str]) -> bool:
    """Whether it is words rather than a name: 高度重, 任组织."""
    if name[:2] in NOT_NAMES or name in NOT_NAMES or _OFFICE_WORDS.search(name[1:]):
        return True
    given = set(name[1:]) <= GIVEN_SIGNS
    return (name[:2] in ordinary and not (len(name) == 3 and given)) or (
        name[0] in RARE and not given
    )


def _posts(lead: str) -> Iterator[Post]:
    """The offices that end here: 镇党委副书记、镇长 are two of one person."""
    row = re.split(r"[，。；：（）]", lead)[-1]
    for piece in reversed(re.split(r"、|兼任?", row)):
        found = _CHAIN.search(piece)
        if found is None:
            return
        unit = _PLAIN_UNIT.sub("", _JUNK.sub("", found["unit"]))
        unit = unit.removesuffix("主席团").removesuffix(found["post"][:-1])  # 司法所长, 司法所所长
        yield Post(unit, bool(found["vice"]), found["post"])


def same_unit(one: str, other: str) -> bool:
    """Whether two units may be one: 镇司法 and 司法; of villages only the very same."""
    if _VILLAGE.search(one + other):
        return one == other and len(one) > len("村党支部")
    if len(one) < SURE or len(other) < SURE:
        return True
    return one[-SURE:] == other[-SURE:]


SURE = 2  # characters at the end of a unit's name that tell it
_VILLAGE = re.compile(r"[村组居]|社区|支部|总支|支委")


def one_apart(one: str, other: str) -> bool:
    """Whether two names of one length differ by one character: 陈志远, 陈致远."""
    if len(one) != len(other) or one == other:
        return False
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1


_CHANGED = re.compile(
    r"原(?=[县市区镇乡街党任司派综])|时任|前任|接任|继任|调任|调离|换届|新任|到任|离任|卸任|交接|转任|退休|不再担任|提任|升任|提拔|任命|改任|月起|月任|任职|代理(?=[镇乡所主])"
)


def changes_hands(sentence: str) -> bool:
    """Whether a sentence tells that an office passes from one to another."""
    return bool(_CHANGED.search(sentence))
