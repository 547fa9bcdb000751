"""The order of the steps: read → recognise → draft → compose → check → export.

The only module that knows it. Steps are imported when first used, so that a door opens at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from lawdraft.store.places import Places, find_places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from lawdraft.knowledge import Knowledge, PackInfo
    from lawdraft.model.collecting import Collected, SupplierState, Trouble
    from lawdraft.model.composed import Composed
    from lawdraft.model.document import Document, Progress
    from lawdraft.model.draft import Draft
    from lawdraft.model.errors import LawdraftError
    from lawdraft.model.finding import Finding
    from lawdraft.model.outline import Outline
    from lawdraft.model.pages import FontRole, Pages
    from lawdraft.model.report import Report
    from lawdraft.model.similarity import Comparison, Held


@dataclass(frozen=True)
class Kit:
    """What the steps need besides their input: where things are, and the packs, loaded once."""

    places: Places = field(default_factory=find_places)

    @cached_property
    def knowledge(self) -> Knowledge:
        """Laws, phrases, indicators and place names in use: the user's packs before ours."""
        from lawdraft.knowledge import Knowledge

        return Knowledge.load(self.places.resources, self.places.packs)

    @cached_property
    def outline(self) -> Outline:
        """The usual structure of such reports: the user's outline pack, or the shipped one."""
        from lawdraft.recognise.outline import load_outline

        return load_outline(self.places.resources, self.places.packs)

    @property
    def own_outline(self) -> bool:
        """Whether the user imported an outline of their own."""
        return (self.places.packs / "outline.json").is_file()

    def word_ends(self, text: str) -> frozenset[int]:
        """Places where a line of a title may end without cutting a word."""
        from lawdraft.text import words

        words.load(self.places.cache)
        return words.boundaries(text)


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking one report gave; `comparison` is None where there is no library."""

    report: Report
    findings: tuple[Finding, ...]
    comparison: Comparison | None


def read_file(
    path: Path, *, password: str | None = None, progress: Progress | None = None
) -> Document:
    """Lines of a file of any supported kind. Raises CannotReadError with what to do."""
    from lawdraft.read import read_document

    return read_document(path, password=password, progress=progress)


def read_files(
    paths: Iterable[Path], *, password: str | None = None, progress: Progress | None = None
) -> Iterator[Document | LawdraftError]:
    """Many files in order, the bad ones as their error in their place."""
    from lawdraft.read import read_documents

    return read_documents(paths, password=password, progress=progress)


def recognise(document: Document, kit: Kit) -> Report:
    """The report in a document. Raises NotAReportError where there is none."""
    from lawdraft.recognise import recognise_report

    return recognise_report(document, kit.knowledge)


def recognise_text(text: str, kit: Kit) -> Report:
    """The report in a text, a paragraph a line: last year's report that a draft keeps."""
    from lawdraft.model.document import Document, Line, Source

    lines = tuple(Line(line) for line in text.split("\n"))
    return recognise(Document(Source("", "txt", "draft"), lines), kit)


def outline_file(path: Path, kit: Kit, *, password: str | None = None) -> Report:
    """Read and recognise one file."""
    return recognise(read_file(path, password=password), kit)


def outline_files(
    paths: Iterable[Path], kit: Kit, *, password: str | None = None
) -> Iterator[Report | LawdraftError]:
    """Read and recognise many files, in order; a bad one gives its error in its place."""
    from lawdraft.model.errors import LawdraftError

    for document in read_files(paths, password=password):
        if isinstance(document, LawdraftError):
            yield document
            continue
        try:
            yield recognise(document, kit)
        except LawdraftError as error:
            yield error


def load_report(
    path: Path, kit: Kit, *, password: str | None = None
) -> tuple[Report, Draft | None]:
    """The report in any file, or composed from a draft, which then comes along."""
    from lawdraft.store.drafts import is_draft_file, read_draft

    if not is_draft_file(path):
        return outline_file(path, kit, password=password), None
    draft = read_draft(path)
    return compose(draft, kit), draft


def learn(reports: Iterable[Report], kit: Kit, *, name: str = "") -> Outline:
    """The usual structure of these reports."""
    from lawdraft.recognise.outline import learn_outline

    return learn_outline(reports, kit.knowledge, name=name)


def save_outline(outline: Outline, path: Path) -> None:
    """Write a learned outline as a pack file, whole. Raises CannotWriteError."""
    from lawdraft.recognise.outline import save_outline as save

    save(outline, path)


def load_outline(path: Path) -> Outline:
    """The outline in a pack file. Raises BadPackError with what is wrong and where."""
    from lawdraft.recognise.outline import read_outline

    return read_outline(path)


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

    return roll_forward(
        last,
        year=year,
        organisation=organisation,
        outline=outline or kit.outline,
        knowledge=kit.knowledge,
        templates=kit.places.templates,
    )


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


def collect_out(draft: Draft, folder: Path) -> tuple[Path, ...]:
    """Write the collection sheets of all open figures into an existing folder; their paths."""
    from lawdraft.draft.sheets import collection_sheets
    from lawdraft.model.files import write_atomically

    sheets = {folder / name: data for name, data in collection_sheets(draft).items()}
    for path, data in sheets.items():
        write_atomically(path, data)
    return tuple(sheets)


def collect_in(draft: Draft, sheets: Iterable[Path]) -> Collected:
    """Take the answers in sheets; raises CannotReadError where none is readable."""
    from lawdraft.draft.collecting import collect_in as take

    return take(draft, sheets)


def collecting_progress(draft: Draft) -> tuple[SupplierState, ...]:
    """How far each office and village has come with its figures."""
    from lawdraft.draft.collecting import progress

    return progress(draft)


def propose_suppliers(draft: Draft, kit: Kit) -> Mapping[str, str]:
    """Who usually supplies a figure, by entry id, where nobody is named yet."""
    from lawdraft.draft.sheets import propose_suppliers as propose

    return propose(draft, kit.knowledge)


def ledger_troubles(draft: Draft, kit: Kit) -> tuple[Trouble, ...]:
    """This year's figures that cannot stand together, told at once."""
    from lawdraft.draft.ledger import troubles

    return troubles(draft, kit.knowledge.indicator_pack.pack)


def warm_up(kit: Kit) -> None:
    """Load what the steps need, packs and dictionary, so that the first file finds it ready."""
    from lawdraft import check, draft, read, recognise  # noqa: F401
    from lawdraft.compose import compose_report  # noqa: F401
    from lawdraft.export.pages import lay_out  # noqa: F401

    _ = kit.knowledge, kit.outline
    kit.word_ends("法治政府建设")


def compare(report: Report, library: Path) -> Comparison:
    """Similarity of a report to the library's; the report itself, if in it, is found too."""
    from lawdraft.similarity import Index

    with Index.open(library) as index:
        return index.compare(report.text, unit=report.organisation)


def add_to_library(
    paths: Sequence[Path], library: Path, kit: Kit
) -> Iterator[tuple[Path, bool | LawdraftError]]:
    """Take files in as they are asked for: True added, False known already, or why not."""
    from lawdraft.model.errors import LawdraftError
    from lawdraft.similarity import Index
    from lawdraft.similarity.filing import Filing

    with Index.create(library) as index:
        filing = Filing(index)
        for path, report in zip(paths, outline_files(paths, kit), strict=True):
            if isinstance(report, LawdraftError):
                yield path, report
            else:
                yield path, filing.add(path.name, report.text, report.organisation)


def list_library(library: Path) -> tuple[Held, ...]:
    """The library's reports, in a stable order."""
    from lawdraft.similarity import Index

    with Index.open(library) as index:
        return index.list()


def remove_from_library(names: Iterable[str], library: Path) -> None:
    """Take reports out by name. Raises BadLibraryError for a name that is not there."""
    from lawdraft.similarity import Index

    with Index.open(library) as index:
        for name in names:
            index.remove(name)


def rebuild_library(library: Path) -> None:
    """Make a library's index anew from its texts."""
    from lawdraft.similarity import Index

    with Index.open(library) as index:
        index.rebuild()


def check(
    report: Report,
    kit: Kit,
    *,
    year: int | None = None,
    organisation: str | None = None,
    last: Report | None = None,
    draft: Draft | None = None,
    library: Path | None = None,
    public: bool = False,
) -> Checked:
    """All checks, similarity included where there is a library."""
    from lawdraft.check import Context, check_report

    comparison = compare(report, library) if library else None
    context = Context(
        knowledge=kit.knowledge,
        year=year,
        organisation=organisation,
        last=last,
        draft=draft,
        comparison=comparison,
        public=public,
    )
    return Checked(report, check_report(report, context), comparison)


def export(
    report: Report,
    out: Path,
    kit: Kit,
    *,
    layout: str = "plain",
    preset: str = "",
    options: Mapping[str, str] | None = None,
    draft: Draft | None = None,
    public: bool = False,
) -> tuple[str, ...]:
    """Lay a report out into `out` by its suffix, whole and atomically; what the clerk should know."""
    from lawdraft.export import export_report

    return export_report(
        report,
        out,
        layout=layout,
        preset=preset,
        presets=(kit.places.packs, kit.places.templates),
        options=options or {},
        draft=draft,
        public=public,
        boundaries=kit.word_ends,
    )


def lay_out(
    report: Report,
    kit: Kit,
    *,
    layout: str = "plain",
    preset: str = "",
    options: Mapping[str, str] | None = None,
    public: bool = False,
    widths: Mapping[FontRole, Mapping[str, float]] | None = None,
) -> Pages:
    """The pages that `export` would make, for the preview and for .pdf; no file is written.

    `widths`: em widths of half-width glyphs of a face, where they are not 1/2 em.
    """
    from lawdraft.export.pages import lay_out as lay_out_pages

    return lay_out_pages(
        report,
        layout=layout,
        preset=preset,
        presets=(kit.places.packs, kit.places.templates),
        options=options or {},
        public=public,
        boundaries=kit.word_ends,
        widths=widths,
    )


def list_packs(kit: Kit) -> tuple[PackInfo, ...]:
    """Knowledge, outline and layout packs in use, and those of the user that are refused."""
    from lawdraft.export.preset import list_presets
    from lawdraft.knowledge import PackInfo, list_packs

    places, outline = kit.places, kit.outline
    known = list_packs(places.resources, places.packs)
    usual = PackInfo("outline", outline.name, "", outline.date, "", shipped=not kit.own_outline)
    layouts = list_presets((places.packs, places.templates))
    return (
        *known,
        usual,
        *(PackInfo("layout", name, "", "", "", shipped=True) for name in layouts),
    )


def import_pack(file: Path, kit: Kit) -> PackInfo:
    """Check a pack of any kind and take it in. Raises BadPackError with what is wrong and where."""
    from lawdraft.export.preset import import_preset
    from lawdraft.knowledge import PackInfo, import_pack
    from lawdraft.recognise.outline import import_outline, is_outline_pack

    packs = kit.places.packs
    if file.suffix.lower() == ".toml":
        name = import_preset(file, packs, kit.places.templates)
        return PackInfo("layout", name, "", "", str(file), shipped=False)
    if is_outline_pack(file):
        outline = import_outline(file, packs)
        return PackInfo("outline", outline.name, "", outline.date, str(file), shipped=False)
    return import_pack(file, packs)
