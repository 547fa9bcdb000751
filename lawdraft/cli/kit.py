"""What the commands share: the kit, how text and JSON are printed, how troubles are told."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lawdraft import flow
from lawdraft.model.errors import BadUsageError, CannotReadError, LawdraftError
from lawdraft.model.files import reachable

if TYPE_CHECKING:
    from lawdraft.model.document import Progress
    from lawdraft.model.pages import Pages

PdfWriter = Callable[["Pages", Path], None]
Shape = dict[str, Any]
MOST_NAMED, LONGEST_NAME = 3, 40  # files in a sentence, characters of a name
EARLIEST_YEAR, LATEST_YEAR = 2000, 2100


@dataclass
class Door:
    """One run of the command line."""

    write_pdf: PdfWriter
    kit: flow.Kit = field(default_factory=flow.Kit)
    status: int = 0

    def tell(self, sentence: str) -> None:
        """One line on standard error."""
        click.echo(sentence, err=True)

    def trouble(self, error: LawdraftError, path: Path | None = None) -> None:
        """Tell an error that does not stop the command, and end with status 2."""
        self.tell(named(error, path) if path else error.sentence)
        self.status = 2


def named(error: LawdraftError, path: Path) -> str:
    """The error's sentence with the file's name, where it does not name it already."""
    name = path.name
    return error.sentence if name in error.sentence else f"{name}：{error.sentence}"


def listed(paths: Sequence[Path]) -> str:
    """Names of files for one sentence: the first few, each cut, and how many there are."""
    names = "、".join(f"“{path.name[:LONGEST_NAME]}”" for path in paths[:MOST_NAMED])
    return f"{names}等 {len(paths)} 个文件" if len(paths) > MOST_NAMED else names


def print_text(text: str) -> None:
    """Text for a reader."""
    click.echo(text)


def print_json(shape: Shape) -> None:
    """One JSON document on one line, UTF-8 whatever the console is."""
    line = json.dumps(shape, ensure_ascii=False, allow_nan=False) + "\n"
    sys.stdout.flush()
    sys.stdout.buffer.write(line.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def print_each(
    door: Door,
    files: Sequence[Path],
    results: Iterator[Shape | LawdraftError],
    *,
    as_json: bool,
    show: Callable[[Shape], None],
) -> None:
    """Results in order; a bad file gives its error in its place, and status 2 at the end."""
    several = len(files) > 1
    for path, result in zip(files, results, strict=True):
        if isinstance(result, LawdraftError):
            door.trouble(result, path if several else None)
            if as_json and several:
                print_json({"source": {"path": str(path)}, "error": result.sentence})
        elif as_json:
            print_json(result)
        else:
            if several:
                print_text(f"== {path} ==")
            show(result)


def attempt(
    work: Callable[[Path], Shape], files: Sequence[Path]
) -> Iterator[Shape | LawdraftError]:
    """Do the work for each file; its expected trouble takes its place."""
    for path in files:
        try:
            yield work(path)
        except LawdraftError as error:
            yield error


def counting() -> Progress | None:
    """A line that counts, on a terminal alone."""
    if not sys.stderr or not sys.stderr.isatty():
        return None

    def show(done: int, total: int, note: str) -> None:
        click.echo(f"\r\x1b[K{done * 100 // max(total, 1):3d}%  {note[:40]}", err=True, nl=False)
        if done + 1 >= total:
            click.echo("\r\x1b[K", err=True, nl=False)

    return show


def password_in(file: Path | None) -> str | None:
    """The password that stands in a file: its first line."""
    if file is None:
        return None
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotReadError(
            f"密码文件 {file.name} 读不出来，请检查它是否存在、是不是文本。"
        ) from error
    return text.splitlines()[0] if text else ""


def valid_year(_context: click.Context, _option: click.Parameter, year: int | None) -> int | None:
    """A year that a report can be about."""
    if year is not None and not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise BadUsageError(
            f"年份 {year} 不对，请写 {EARLIEST_YEAR} 到 {LATEST_YEAR} 之间的四位年份，例如 --year 2026。"
        )
    return year


def library_there(door: Door, library: Path | None) -> None:
    """Make the library where missing, and say so: the folder may have been mistyped."""
    if library and flow.make_library(library):
        door.tell(f"“{library.name}”里原来没有报告库，已新建，里面还没有报告。")


def demand_suffix(out: Path, suffix: str, what: str) -> None:
    """Raise BadUsageError where `out` is named like another kind of file."""
    if out.suffix.lower() != suffix:
        raise BadUsageError(f"{what}只能存成 {suffix}，请把“{out.name}”的后缀改为 {suffix}。")


class _FilePath(click.Path):
    """A path of any length."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Windows' own form for very long ones."""
        return reachable(Path(os.fsdecode(super().convert(value, param, ctx))))


FilePath = _FilePath(path_type=Path, readable=False)  # who reads a file tells what bars it
pass_door = click.make_pass_decorator(Door)
files_argument = click.argument("files", nargs=-1, required=True, type=FilePath, metavar="文件…")
json_option = click.option("--json", "as_json", is_flag=True, help="输出 JSON（UTF-8）。")
password_option = click.option(
    "--password-file",
    type=FilePath,
    metavar="文件",
    help="打开加密文件用的密码，写在这个文件的第一行。",
)
library_option = click.option(
    "--library",
    type=FilePath,
    metavar="目录",
    required=True,
    help="报告库所在的文件夹，没有就新建。",
)
