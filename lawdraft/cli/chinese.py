"""click's own words in Chinese."""

from __future__ import annotations

import click

CHINESE_HELP = (
    ("Usage:", "用法："),
    ("Options:", "选项："),
    ("Commands:", "命令："),
    ("[OPTIONS]", "[选项]"),
    ("COMMAND [ARGS]...", "命令 …"),
    ("Show this message and exit.", "显示本说明。"),
    ("Show the version and exit.", "显示版本。"),
    ("[required]", "（必填）"),
)


def in_chinese(text: str) -> str:
    """Help text with click's English words in Chinese."""
    for english, chinese in CHINESE_HELP:
        text = text.replace(english, chinese)
    return text


class ChineseCommand(click.Command):
    """A command whose help speaks Chinese."""

    def get_help(self, ctx: click.Context) -> str:
        """Click's help, its own words translated."""
        return in_chinese(super().get_help(ctx))


class ChineseGroup(click.Group):
    """A group whose help, and whose commands' help, speak Chinese."""

    command_class = ChineseCommand

    def get_help(self, ctx: click.Context) -> str:
        """Click's help, its own words translated."""
        return in_chinese(super().get_help(ctx))
