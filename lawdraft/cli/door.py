"""From words to an exit status: errors as one Chinese sentence each, never a traceback."""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
from typing import TYPE_CHECKING

import click

from lawdraft import __version__
from lawdraft.cli.chinese import ChineseGroup
from lawdraft.cli.commands import COMMANDS, GROUPS
from lawdraft.cli.kit import Door, PdfWriter
from lawdraft.model.errors import LawdraftError, reason_of

if TYPE_CHECKING:
    from collections.abc import Sequence

CANNOT = 2
INTERRUPTED = 130


def build() -> click.Group:
    """All commands under one roof."""
    root = ChineseGroup("lawdraft", help="法治报告助手：起草、核查、排版法治政府建设年度报告。")
    for command in (*COMMANDS, *GROUPS):
        root.add_command(command)
    return click.version_option(__version__, message="lawdraft %(version)s")(root)


def run(words: Sequence[str], write_pdf: PdfWriter) -> int:
    """Run one command line; returns its exit status."""
    _speak_on_any_console()
    door = Door(write_pdf)
    try:
        build().main(list(words), prog_name="lawdraft", standalone_mode=False, obj=door)
    except LawdraftError as error:
        return _refuse(error.sentence)
    except click.ClickException as error:
        return _refuse(sentence_for(error))
    except (KeyboardInterrupt, click.Abort):
        click.echo("已中断。", err=True)
        return INTERRUPTED
    except BrokenPipeError:  # the reader of a pipe went away: nothing to tell anybody
        _drop_the_rest()
    except OSError as trouble:  # most likely the disk that the output goes to is full
        _drop_the_rest()
        return _refuse(f"没有做完（{reason_of(trouble)}），请检查磁盘和权限后再试。")
    return door.status


def _drop_the_rest() -> None:
    """What still waits to be printed would fail again when the program ends."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_on_any_console() -> None:
    """A character that code page 936 (or another) lacks becomes a question mark, not an error.

    Without a console (lawdraft.exe called with a command) there is nowhere to speak to.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _refuse(sentence: str) -> int:
    click.echo(sentence, err=True)
    return CANNOT


def sentence_for(error: click.ClickException) -> str:
    """What is wrong with the words of the command line, in one Chinese sentence."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "lawdraft"
    return f"{_wrong(error)}用 {command} --help 可以看到写法。"


def _wrong(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption(option_name=option):
            return f"没有 {option} 这个选项，"
        case click.MissingParameter(param=parameter) if parameter is not None:
            return f"还缺少 {_shown(parameter)}，"
        case click.BadParameter(param=parameter) if parameter is not None:
            return f"{_shown(parameter)} 的写法不对，"
        case click.exceptions.NoArgsIsHelpError():
            return "命令没有写完，"
        case click.BadOptionUsage(option_name=option):
            return f"选项 {option} 后面少了内容，或者多写了内容，"
    found = re.search(r"['‘]([^'’]+)['’]", error.message)
    return f"不认识 {found[1]}，" if found else "命令的写法不对，"


def _shown(parameter: click.Parameter) -> str:
    return (
        parameter.opts[0]
        if isinstance(parameter, click.Option)
        else parameter.make_metavar(click.Context(click.Command("lawdraft")))
    )
