"""A library of reports to compare with: add, remove, list, compare."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Self

from lawdraft.model.errors import BadLibraryError
from lawdraft.model.similarity import Comparison, Held
from lawdraft.similarity import database, shelf
from lawdraft.similarity.background import load_background
from lawdraft.similarity.building import WORKERS, Item
from lawdraft.similarity.candidates import candidates
from lawdraft.similarity.comparing import align, copied_passages
from lawdraft.similarity.database import Row
from lawdraft.similarity.draft import weigh_text
from lawdraft.similarity.marking import Asked, compare_result, normal_phrases
from lawdraft.similarity.normal import encode, fold
from lawdraft.similarity.pieces import pieces, put_together
from lawdraft.similarity.postings import REPORTS
from lawdraft.similarity.recent import Recent
from lawdraft.similarity.sources import gather_sources, stack_sources
from lawdraft.similarity.unit import place_of, recognise_unit, recognise_year, town_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Sequence

    from lawdraft.model.document import Progress
    from lawdraft.similarity.background import Background
    from lawdraft.similarity.counts import Rarity
    from lawdraft.similarity.normal import Codes
    from lawdraft.similarity.segment import Segment

    Entry = tuple[str, str] | tuple[str, str, str | None]

_UNKNOWN = -1  # of what is on disk
_SHOWN, _MOST_NAMED = 40, 3  # characters of a name and names in a sentence
_MANY = 64  # reports one core prepares at a time


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A library at one moment: what to ask, how rare grams are, who is left out."""

    background: Background
    segments: Sequence[Segment]
    rarity: Rarity
    left_out: frozenset[int]
    fetch: Callable[[Sequence[int]], dict[int, Row]]


class Index:
    """A report library in a folder. Close it, or use it in a `with`."""

    def __init__(self, folder: Path, db: sqlite3.Connection, background: Background) -> None:
        self._folder, self._db, self._background = folder, db, background
        self._version = _UNKNOWN
        self._shelf, self._recent = shelf.Shelf(), Recent()
        self._refresh()

    @classmethod
    def open(cls, folder: str | Path, *, background: Path | None = None) -> Self:
        """The library in `folder`. Raises BadLibraryError where there is none."""
        path = Path(folder)
        if not (path / database.NAME).is_file():
            raise BadLibraryError(f"“{path.name or path}”里没有报告库，请先向报告库添加报告。")
        return cls._start(path, background)

    @classmethod
    def create(cls, folder: str | Path, *, background: Path | None = None) -> Self:
        """The library in `folder`, made where missing; never wipes one that is there."""
        return cls._start(Path(folder), background)

    @classmethod
    def _start(cls, folder: Path, background: Path | None) -> Self:
        table = load_background(background)
        db = database.connect(folder)
        try:
            with database.told(folder):
                return cls(folder, db, table)
        except BaseException:
            db.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files."""
        self._shelf, self._recent = shelf.Shelf(), Recent()
        self._db.close()

    def _data_version(self) -> int:
        """Changes where another connection wrote."""
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    def _refresh(self) -> None:
        version = self._data_version()
        if version != self._version:
            self._shelf = shelf.load(self._db, self._folder, self._background)
            self._version = version

    def add(self, report_id: str, text: str, unit: str | None = None) -> None:
        """Add one report, or replace the one of that name."""
        self.add_many([(report_id, text, unit)])

    def add_many(self, reports: Iterable[Entry], progress: Progress | None = None) -> None:
        """Add (id, text) or (id, text, unit); durable when it returns. A known id is replaced.

        Without a unit it is recognised in the text. Raises BadLibraryError for empty texts, once
        all others are stored.
        """
        batch: list[Entry] = []
        empty: list[str] = []
        try:
            for done, entry in enumerate(reports):
                if entry[1].strip():
                    batch.append(entry)
                else:
                    empty.append(entry[0])
                if len(batch) == REPORTS:  # a full segment
                    full, batch = batch, []
                    self._store(full)
                if progress:
                    progress(done + 1, 0, entry[0])
        finally:  # what came before a cancel or a bad file stays
            self._store(batch)
        if empty:
            raise BadLibraryError(_refused(empty))

    def _store(self, batch: Sequence[Entry]) -> None:
        """Texts and their index in one transaction: both are there, or neither."""
        if not batch:
            return
        prepared = self._prepare(batch)
        with database.told(self._folder):
            self._refresh()
            self._version = _UNKNOWN  # until all went well
            with database.writing(self._db):
                self._refresh()
                self._version = _UNKNOWN
                self._write(prepared)
            self._version = self._data_version()
            shelf.sweep(self._db, self._folder)

    def _write(self, prepared: Sequence[Prepared]) -> None:
        last = {one.name: one for one in prepared}  # of two with one name the later
        fresh = [*last.values()]
        self._forget(database.numbers_of(self._db, last))
        towns = database.town_numbers(self._db, [one.town for one in fresh])
        first = database.next_number(self._db)
        items = [Item(first + k, towns[one.town], one.codes) for k, one in enumerate(fresh)]
        rows = [
            (item.number, one.name, one.unit, item.town, one.year, one.characters, one.body)
            for item, one in zip(items, fresh, strict=True)
        ]
        store = partial(database.insert, self._db, rows)
        self._shelf = shelf.extend(
            self._db, self._folder, self._background, self._shelf.segments, items, store
        )

    def _prepare(self, batch: Sequence[Entry]) -> list[Prepared]:
        letters = self._background.letters
        parts = [batch[start : start + _MANY] for start in range(0, len(batch), _MANY)]

        def work(part: Sequence[Entry]) -> list[Prepared]:
            return [prepare(letters, *entry) for entry in part]

        if len(parts) == 1:
            return work(parts[0])
        with ThreadPoolExecutor(WORKERS) as workers:
            return [one for part in workers.map(work, parts) for one in part]

    def _forget(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            self._db.execute("DELETE FROM report WHERE num = ?", (number,))
            self._db.execute("INSERT OR IGNORE INTO gone VALUES (?)", (number,))

    def remove(self, report_id: str) -> None:
        """Take a report out. Raises BadLibraryError where there is none of that name."""
        with database.told(self._folder):
            numbers = database.numbers_of(self._db, [report_id])
            if not numbers:
                raise BadLibraryError(f"报告库里没有“{report_id}”，请先列出报告库核对名称。")
            with database.writing(self._db):
                self._forget(numbers)
            self._shelf = replace(self._shelf, gone=self._shelf.gone | set(numbers))

    def list(self) -> tuple[Held, ...]:
        """All reports by unit, year and name."""
        query = "SELECT id, unit, year, characters FROM report ORDER BY unit, year, id"
        with database.told(self._folder):
            return tuple(Held(*row) for row in self._db.execute(query))

    def text(self, report_id: str) -> str:
        """The report's text as it was added. Raises BadLibraryError where there is none."""
        with database.told(self._folder):
            rows = database.fetch(self._db, database.numbers_of(self._db, [report_id]))
        for row in rows.values():
            return database.unpack(row.body).decode("utf-16-le", "surrogatepass")
        raise BadLibraryError(f"报告库里没有“{report_id}”，请先列出报告库核对名称。")

    def rebuild(self) -> None:
        """Make the whole index anew from the texts."""
        with database.told(self._folder), database.writing(self._db):
            self._shelf = shelf.rebuild(self._db, self._folder, self._background)
        shelf.sweep(self._db, self._folder)

    def compare(
        self,
        text: str,
        exclude: Iterable[str] = (),
        unit: str | None = None,
        phrases: Iterable[str] = (),
        beside: Iterable[tuple[str, str]] = (),
    ) -> Comparison:
        """What of `text` stands in other reports; ids in `exclude` are left out.

        `unit`: whose draft it is, to tell its own earlier years apart; recognised where None.
        `phrases`: what the user calls set phrases, never counted.
        `beside`: names and texts of the unit's own earlier reports that the library may not hold.
        """
        whose, year = unit or recognise_unit(text), recognise_year(text)
        known = normal_phrases(phrases, self._background.letters)
        with database.told(self._folder):
            self._refresh()
            left_out = self._shelf.gone | set(database.numbers_of(self._db, exclude))
            own = self.own_rows(beside, whose)
            ask = partial(
                self._compare_piece, left_out=left_out, rarity=self._rarity(whose), own=own
            )
            found = [(piece, ask(Asked(piece.text, whose, year, known))) for piece in pieces(text)]
        return put_together(text, found)

    def own_rows(self, beside: Iterable[tuple[str, str]], unit: str | None) -> tuple[Row, ...]:
        """Earlier reports of the unit itself as if the library held them; their numbers are < 0."""
        town = unit and database.find_town(self._db, place_of(unit))
        return tuple(
            Row(
                -n,
                name,
                unit,
                town or 0,
                recognise_year(text),
                len(text),
                database.pack(encode(text)),
            )
            for n, (name, text) in enumerate(beside, 1)
        )

    def view(self, unit: str | None, exclude: Iterable[str]) -> View:
        """What a live session asks: the index as it is now."""
        with database.told(self._folder):
            self._refresh()
            left_out = self._shelf.gone | set(database.numbers_of(self._db, exclude))
            rarity = self._rarity(unit)
        fetch = partial(database.fetch, self._db)
        return View(self._background, self._shelf.segments, rarity, left_out, fetch)

    def _rarity(self, unit: str | None) -> Rarity:
        known = unit and database.find_town(self._db, place_of(unit)) is not None
        return self._shelf.rarity(self._background, own=bool(known))

    def _compare_piece(
        self, asked: Asked, left_out: frozenset[int], rarity: Rarity, own: Sequence[Row]
    ) -> Comparison:
        draft = weigh_text(asked.text, self._background, rarity)
        likely = candidates(draft, self._shelf.segments, left_out)
        fetch, numbers = partial(database.fetch, self._db), [one.number for one in likely]
        letters = self._background.letters
        sources = self._recent.gather(numbers, fetch, letters)
        if own:
            sources = stack_sources([sources, gather_sources(own, letters)])
        aligned = align(draft, sources, rarity, asked.unit)
        kept = copied_passages(draft, sources, aligned)
        return compare_result(asked, draft, sources, kept, aligned)


def _refused(empty: Sequence[str]) -> str:
    """Which texts were empty, in one sentence."""
    named = "、".join(f"“{name[:_SHOWN]}”" for name in empty[:_MOST_NAMED])
    more = f"等 {len(empty)} 份" if len(empty) > _MOST_NAMED else ""
    return f"{named}{more}里没有文字，没有加入报告库，其余的不受影响；请核对后重新添加。"


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A report ready to be stored and indexed."""

    name: str
    unit: str | None
    town: str
    year: int | None
    characters: int
    body: bytes
    codes: Codes


def prepare(letters: Codes, name: str, text: str, unit: str | None = None) -> Prepared:
    """Facts, packed text and normal letters. Raises BadLibraryError for an empty text."""
    if not text.strip():
        raise BadLibraryError(f"“{name}”里没有文字，没有加入报告库。")
    raw = encode(text)
    whose, year = unit or recognise_unit(text), recognise_year(text)
    town, codes = town_of(whose, text, name), fold(raw, letters)[0]
    return Prepared(name, whose, town, year, len(text), database.pack(raw), codes)
