"""draft → compose: last year's report and this year's facts to this year's report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from lawdraft.flow.kit import Kit
    from lawdraft.model.collecting import Collected, Contradiction, SupplierState, Trouble
    from lawdraft.model.composed import Composed
    from lawdraft.model.diary import DiaryNote, NoteSum
    from lawdraft.model.draft import Draft, Entry
    from lawdraft.model.duties import DutyRow, Placement
    from lawdraft.model.outline import Outline
    from lawdraft.model.report import Report


def start_draft(
    last: Report | None,
    kit: Kit,
    *,
    year: int,
    organisation: str | None = None,
    outline: Outline | None = None,
) -> Draft:
    """This year's draft, rolled forward from last year's report; the same inputs give the same."""
    from lawdraft.draft import roll_forward
    from lawdraft.draft.following import follow_outline

    chosen = outline is not None or kit.own_outline
    draft = roll_forward(
        last,
        year=year,
        organisation=organisation,
        outline=outline or kit.outline,
        knowledge=kit.knowledge,
        templates=kit.places.templates,
        placement=usual_placement(kit, outline) if chosen else "section",
    )
    return follow_outline(draft, outline or kit.outline) if chosen and last is None else draft


def usual_placement(kit: Kit, outline: Outline | None = None) -> Placement:
    """Where an outline, or the one in use, has the first responsible persons' duties told."""
    from lawdraft.draft.duties import usual_placement as placement

    return placement(outline or kit.outline)


def compose(draft: Draft, kit: Kit) -> Report:
    """The report's text as the draft stands now, formulas worked out."""
    from lawdraft.compose import compose_report
    from lawdraft.draft.ledger import evaluate

    return compose_report(evaluate(draft), kit.places.templates, kit.knowledge)


def compose_with_places(draft: Draft, kit: Kit) -> Composed:
    """The report's text, and where each card, heading and figure of the draft stands in it."""
    from lawdraft.compose import compose_with_places as compose_placed
    from lawdraft.draft.ledger import evaluate

    return compose_placed(evaluate(draft), kit.places.templates, kit.knowledge)


def open_figures(draft: Draft) -> tuple[Entry, ...]:
    """The figures the text still waits for, each printed as ××: what `new` counts and sheets ask."""
    from lawdraft.draft.sheets import open_questions

    return open_questions(draft)


def collect_out(draft: Draft, folder: Path, *, word: bool = False) -> tuple[Path, ...]:
    """Write the collection sheets of all open figures into an existing folder; their paths.

    `word`: as .docx, for offices that fill in Word forms; else as .xlsx.
    """
    from lawdraft.draft.sheets import collection_sheets
    from lawdraft.model.files import write_atomically

    sheets = {folder / name: data for name, data in collection_sheets(draft, word=word).items()}
    for path, data in sheets.items():
        write_atomically(path, data)
    return tuple(sheets)


def collect_in(draft: Draft, sheets: Iterable[Path]) -> Collected:
    """Take the answers in sheets; raises CannotReadError where none is readable."""
    from lawdraft.draft.collecting import collect_in as take

    taken = take(draft, sheets)
    return replace(taken, draft=reopen_promises(taken.draft))


def collecting_progress(draft: Draft) -> tuple[SupplierState, ...]:
    """How far each office and village has come with its figures."""
    from lawdraft.draft.collecting import progress

    return progress(draft)


def contradictions(draft: Draft) -> tuple[Contradiction, ...]:
    """Figures that came back from several sheets differently, side by side."""
    from lawdraft.draft.collecting import contradictions as find

    return find(draft)


def propose_suppliers(draft: Draft, kit: Kit) -> Mapping[str, str]:
    """Who usually supplies a figure, by entry id, where nobody is named yet."""
    from lawdraft.draft.sheets import propose_suppliers as propose

    return propose(draft, kit.knowledge)


def ledger_troubles(draft: Draft, kit: Kit) -> tuple[Trouble, ...]:
    """This year's figures that cannot stand together, told at once."""
    from lawdraft.draft.ledger import troubles
    from lawdraft.draft.wholes import torn

    return (*troubles(draft, kit.knowledge.indicator_pack.pack), *torn(draft))


def where_told(entry: Entry, draft: Draft) -> str:
    """The clause of the report that a figure stands in: 共排查矛盾纠纷（　）件."""
    from lawdraft.draft.sheets import sentence_of

    return sentence_of(entry, draft)


def formula_words(formula: str, draft: Draft) -> str:
    """A formula in words: 化解矛盾纠纷 ÷ 排查矛盾纠纷 × 100."""
    from lawdraft.draft.ledger import formula_words as words

    return words(formula, draft)


def set_formula(draft: Draft, entry_id: str, formula: str) -> Draft:
    """A figure worked out from others; empty: typed in again. Raises BadUsageError."""
    from lawdraft.draft.ledger import formula_fault
    from lawdraft.model.editing import set_entry
    from lawdraft.model.errors import BadUsageError

    if formula and (fault := formula_fault(formula, draft)):
        raise BadUsageError(fault)
    return set_entry(draft, entry_id, formula=formula)


def topic_variants(draft: Draft, topic_id: str, kit: Kit) -> tuple[tuple[str, str], ...]:
    """Sentences to choose from for a topic: as they would be printed, and as `add_variant` wants."""
    from lawdraft.draft.phrasebook import shown, variants_for

    variants = variants_for(draft, topic_id, kit.knowledge, kit.places.templates)
    return tuple((shown(draft, variant, kit.knowledge), variant) for variant in variants)


def add_variant(
    draft: Draft, topic_id: str, variant: str, kit: Kit, *, after: str | None = None
) -> Draft:
    """A chosen sentence as a new card of the topic; its figures join the ledger."""
    from lawdraft.draft.phrasebook import add_variant as add

    return add(draft, topic_id, variant, kit.knowledge, after)


def put_variant(draft: Draft, card_id: str, variant: str, kit: Kit) -> Draft:
    """A chosen sentence in place of a card's words; its figures join the ledger."""
    from lawdraft.draft.phrasebook import put_variant as put

    return put(draft, card_id, variant, kit.knowledge)


def unrefreshed_cards(draft: Draft) -> tuple[str, ...]:
    """Cards kept from last year with no new figure and no new word."""
    from lawdraft.draft.phrasebook import unrefreshed

    return unrefreshed(draft)


def duty_grid(draft: Draft, kit: Kit) -> tuple[DutyRow, ...]:
    """The first responsible persons' duties with the evidence entered so far."""
    from lawdraft.draft.duties import duty_grid as grid

    return grid(draft, kit.places.templates, kit.knowledge)


def tell_duties(
    draft: Draft, kit: Kit, *, placement: Placement = "section", only: Collection[str] | None = None
) -> Draft:
    """The duties told in the draft, at the place the county wants; `only` these, by id."""
    from lawdraft.draft.duties import with_duties

    return with_duties(draft, kit.places.templates, kit.knowledge, placement, only)


def fitting_notes(
    draft: Draft, topic_id: str, notes: Iterable[DiaryNote]
) -> tuple[tuple[DiaryNote, bool], ...]:
    """The year's notes that speak of a topic, each with whether the draft tells it already."""
    from lawdraft.draft.diary import fitting_notes as fitting
    from lawdraft.draft.diary import is_told

    return tuple((note, is_told(draft, note)) for note in fitting(draft, topic_id, notes))


def note_sums(draft: Draft, notes: Iterable[DiaryNote]) -> tuple[NoteSum, ...]:
    """What the year's notes add up to for figures that are still open."""
    from lawdraft.draft.diary import sums

    return sums(draft, notes)


def usual_note_day(today: dt.date, year: int | None) -> dt.date:
    """The day a new note begins with; `year`: of the open draft, if there is one."""
    from lawdraft.draft.noting import usual_day

    return usual_day(today, year)


def read_note(note: DiaryNote, today: dt.date, year: int | None) -> DiaryNote:
    """A note with the day, the number and the unit that its own words tell: 3月5日…300余份."""
    from lawdraft.draft.noting import day_in, with_what_it_says

    return with_what_it_says(replace(note, day=day_in(note.text, today, year) or note.day))


def reopen_promises(draft: Draft) -> Draft:
    """Promises whose sentence in the report was deleted wait for their answer again."""
    if not any(promise.told for promise in draft.promises):
        return draft
    from lawdraft.draft.tracking import reopened

    return reopened(draft)
