"""One change of a file that came back from the leader, or between two versions."""

from dataclasses import dataclass
from typing import Literal

RevisionKind = Literal[
    "card",  # words of a card
    "card_heading",
    "topic",
    "section",
    "title",
    "addressee",
    "signature",
    "figure",  # a ledger entry's value
    "new_card",  # a paragraph that is new
    "new_topic",  # a heading that is new, and the paragraphs below it
    "new_section",
    "move",  # stands behind something else: `right` names it
    "paragraph",  # begins a paragraph, or goes on in the one before
    "date",
    "drop",  # a whole card struck out
    "comment",  # said beside the text; nothing to change mechanically
    "unplaced",  # numbers, dates and whatever belongs to nothing of the draft
]


@dataclass(frozen=True, slots=True)
class Revision:
    """One change: `before` became `after` in the text of `target`, between these contexts.

    `target` is the id of a card, topic, section or entry. For a new card it is the card behind
    which it comes, or the topic that it opens, for a new topic or section whatever it comes behind.
    A comment's `before` is what it stands beside, `comment` what it says. What moved comes behind
    the thing of the id `right`, whose words are `left`. `left` of a new card: the new paragraphs
    before it, line by line; `joined`: it goes on in the paragraph before.
    """

    id: str
    kind: RevisionKind
    target: str
    before: str
    after: str
    left: str = ""
    right: str = ""
    author: str = ""
    tracked: bool = False  # made with 修订 switched on
    comment: str = ""
    joined: bool = False
