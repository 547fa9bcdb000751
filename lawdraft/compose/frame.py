"""What stands around the body: a template of the county or ours says in which lines.

Every line of the rendered template is `role: words`; the line `body` stands for the whole body.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, get_args

from lawdraft.model.errors import BadPackError
from lawdraft.model.report import ParagraphRole

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Template

    from lawdraft.model.draft import Draft

FRAME = "report.j2"
BODY = "body"
_ROLES = frozenset(get_args(ParagraphRole))


def frame_lines(draft: Draft, templates: Path) -> tuple[tuple[str, str], ...]:
    """Role and words of each line around the body, in order; ("body", "") is the body's place.

    Raises BadPackError where the template is missing or wrong.
    """
    rendered = _render(draft, templates)
    lines = tuple(_line(line) for line in rendered.splitlines() if line.strip())
    if sum(line == (BODY, "") for line in lines) != 1:
        raise BadPackError(
            f"模板 {FRAME} 里应当正好有一行 body（正文的位置），请改正或恢复原来的模板。"
        )
    return lines


def _line(line: str) -> tuple[str, str]:
    role, _, words = line.strip().partition(":")
    if role.strip() not in _ROLES:
        raise BadPackError(f"模板 {FRAME} 里有不认识的行“{line.strip()[:30]}”，请写成 角色: 文字。")
    return role.strip(), words.strip()


def _render(draft: Draft, templates: Path) -> str:
    from jinja2 import TemplateError

    try:
        return _template((templates / FRAME).read_text(encoding="utf-8-sig")).render(
            title=_one_line(draft.title),
            addressee=_one_line(draft.addressee or ""),
            signatures=(draft.signature or "").split(),
            date=_printed(draft),
            notes=(draft.note or "").split("\n") if draft.note else (),
            year=draft.year,
            organisation=draft.organisation,
        )
    except (TemplateError, OSError, UnicodeDecodeError) as trouble:
        raise BadPackError(
            f"模板 {FRAME} 用不了（{trouble}），请改正或恢复原来的模板。"
        ) from trouble


@lru_cache(maxsize=2)
def _template(source: str) -> Template:
    """Compiling takes longer than all the rest of composing, so it is done once a text."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    environment = SandboxedEnvironment(  # plain text, nothing to escape
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
    )
    return environment.from_string(source)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _printed(draft: Draft) -> str:
    """The date without leading zeros (GB/T 9704 7.3.5.4): 2026年1月20日."""
    day = draft.date
    return f"{day.year}年{day.month}月{day.day}日" if day else ""
