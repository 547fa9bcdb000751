"""From a report's elements to blocks: every element of GB/T 9704-2012 in its place and type."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from lawdraft.export.blocks import Block, Geometry, Piece, Placed, Plan, Style, twips
from lawdraft.export.content import Annex, Content, Head, Table, Text
from lawdraft.export.fonts import chosen_fonts
from lawdraft.export.measure import em_width
from lawdraft.export.options import Options
from lawdraft.export.stretches import pieces, stretches
from lawdraft.export.tables import make_grid
from lawdraft.export.titles import break_title

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lawdraft.export.preset import Preset
    from lawdraft.export.titles import Boundaries

SLACK = 21  # twips a full line leaves free
LEEWAY = 60  # twips left at least at the foot of a page with a red head


def geometry(preset: Preset, options: Options) -> Geometry:
    """The page's measures."""
    width, binding = twips(preset.number("page.width_mm")), twips(preset.number("page.binding_mm"))
    mirrored = preset.holds("page.two_sided") if options.two_sided is None else options.two_sided
    return Geometry(
        width=width,
        height=twips(preset.number("page.height_mm")),
        top=twips(preset.number("page.top_mm")),
        bottom=twips(preset.number("page.bottom_mm")),
        binding=binding,
        outer=_outer(preset, width - binding),
        mirrored=mirrored,
        number_below=twips(preset.number("number.below_mm")),
    )


def _outer(preset: Preset, room: int) -> int:
    """The outer margin, moved by less than 0.2 mm so that a full line leaves SLACK free.

    In a type area some few twips wider or narrower than that LibreOffice loses the mark that
    hangs at the end of a full line (docs/decisions).
    """
    outer = twips(preset.number("page.outer_mm"))
    full = text_style(preset, Options()).character * int(preset.number("page.characters"))
    free = room - outer - full
    return outer + free - SLACK if SLACK < free < SLACK + 11 else outer


def text_style(preset: Preset, options: Options) -> Style:
    """The measures of the text."""
    size, spacing = preset.number("text.size_pt"), preset.number("text.spacing_pt")
    bold = tuple(preset.holds(f"headings.bold_level{level}") for level in (1, 2, 3, 4))
    return Style(
        size=size,
        line=round(preset.number("text.line_pt") * 20),
        spacing=round(spacing * 20),
        character=round((size + spacing) * 20),
        indent=int(preset.number("text.indent_characters")),
        bold=bold,  # type: ignore[arg-type]
        keep_headings=options.keep_headings,
    )


def plan_of(items: Iterable[Placed], title: str, preset: Preset, options: Options) -> Plan:
    """A document of these items in the measures of a preset; its properties say the title alone."""
    style = text_style(preset, options)
    return Plan(
        items=tuple(items),
        geometry=geometry(preset, options),
        title=title,
        author="",
        fonts=chosen_fonts(preset, options),
        number_size=preset.number("number.size_pt"),
        pitch=style.line,
        size=style.size,
        spacing=style.spacing,
        title_size=preset.number("title.size_pt"),
        title_line=round(preset.number("title.line_pt") * 20),
    )


def empty(style: Style, line: int = 0) -> Block:
    """An empty line, one text line high unless said."""
    return Block(size=style.size, line=line or style.line, spacing=style.spacing, align="left")


def matter_block(text: Text, style: Style) -> Block:
    """A paragraph of the text, with its headings' type; made once for the same words."""
    return _matter_block(text.text, text.marks, text.heads, style)


@lru_cache(maxsize=8192)
def _matter_block(
    text: str,
    marks: bool,  # noqa: FBT001
    heads: tuple[Head, ...],
    style: Style,
) -> Block:
    own = len(heads) == 1 and heads[0].layout == "own" and _is_all(text, heads[0])
    level = min(max(heads[0].level, 1), 4) if own else 0
    return Block(
        pieces=stretches(text, marks, heads, "fang", bold=False, bold_levels=style.bold),
        style=f"Heading{level}" if own else "BodyText",
        size=style.size,
        line=style.line,
        spacing=style.spacing,
        first=style.indent * style.character,
        indent_characters=style.indent,
        keep_next=own and style.keep_headings,
    )


def _is_all(text: str, head: Head) -> bool:
    """Whether nothing but a closing mark stands beside the heading."""
    return head.start == 0 and len(text[head.end :].strip()) <= 1


def place_matter(matter: tuple[Text | Table, ...], style: Style, area: int) -> list[Placed]:
    """Blocks of text and tables."""
    placed: list[Placed] = []
    for part in matter:
        if isinstance(part, Table):
            placed.append(make_grid(part, style, area))
        else:
            placed.append((matter_block(part, style), part.start))
    return placed


def title_items(
    content: Content, preset: Preset, boundaries: Boundaries | None, above: int = 0
) -> list[Placed]:
    """标题 and the empty line below it, so high that the text is back on the grid of lines.

    `above`: twips of the page used by the red head. Programs do not agree on the last twips of its
    rule and table: where its last line just fits, the text begins a hair higher.
    """
    size, line = preset.number("title.size_pt"), round(preset.number("title.line_pt") * 20)
    pitch = round(preset.number("text.line_pt") * 20)
    page = geometry(preset, Options())
    whole = "".join(text.printed for text in content.title)
    lines = content.title_lines or break_title(whole, page.area_width / 20 / size, boundaries)
    block = Block(
        pieces=_title_pieces(content.title, lines),
        style="Title",
        size=size,
        line=line,
        spacing=0,
        align="center",
    )
    gap = int(preset.number("title.gap_below"))
    used = len(lines) * line
    rest = -(-(used + (gap - 1) * pitch + pitch * 7 // 10) // pitch) * pitch - used if gap else 0
    spare = (page.area_height - above - used - rest) % pitch
    rest -= max(0, LEEWAY - spare) if above and rest else 0
    below = Block(size=preset.number("text.size_pt"), line=rest, spacing=0, align="left")
    return [(block, 0), (below, 0)] if rest else [(block, 0)]


def _title_pieces(texts: tuple[Text, ...], lines: tuple[str, ...]) -> tuple[Piece, ...]:
    """The title's characters with their places, broken where `lines` break."""
    characters: list[tuple[str, int]] = []
    for text in texts:
        for piece in pieces(text):
            base = text.start + piece.start if text.start >= 0 else -1
            characters.extend((c, base + i if base >= 0 else -1) for i, c in enumerate(piece.text))
    made: list[Piece] = []
    place = 0
    for number, line in enumerate(lines):
        if number:
            made.append(Piece("\n", "title"))
        made.extend(_runs_of(characters[place : place + len(line)]))
        place += len(line)
    return tuple(made)


def _runs_of(characters: list[tuple[str, int]]) -> list[Piece]:
    made: list[Piece] = []
    for c, start in characters:
        if (made and made[-1].start >= 0 and start == made[-1].start + len(made[-1].text)) or (
            made and made[-1].start < 0 and start < 0
        ):
            made[-1] = replace(made[-1], text=made[-1].text + c)
        else:
            made.append(Piece(c, "title", start))
    return made


def addressee_item(text: Text, style: Style) -> Placed:
    """主送机关, flush left, also where it runs over; a full-width colon after it (7.3.2)."""
    made = pieces(text)
    if not text.printed.endswith(("：", ":")):
        made = (*made, Piece("："))
    block = Block(made, "Addressee", style.size, style.line, style.spacing)
    return block, max(text.start, 0)


def attachment_items(names: tuple[Text, ...], style: Style) -> list[Placed]:
    """附件说明: 附件：1.名称, run-over lines under the first character of the name (7.3.4)."""
    placed: list[Placed] = []
    for number, name in enumerate(names, 1):
        several = len(names) > 1
        label = ("附件：" if number == 1 else "") + (f"{number}." if several else "")
        lead = em_width(label) if not several else (3.0 if number == 1 else 0.0) + 1.0
        left = 2 + (3 if not several else 4)
        block = Block(
            pieces=(Piece(label), *pieces(name)),
            style="AttachmentNote",
            size=style.size,
            line=style.line,
            spacing=style.spacing,
            left=left * style.character,
            first=-round(lead * style.character),
        )
        placed.append((block, max(name.start, 0)))
    return placed


def annex_items(annex: Annex, style: Style, preset: Preset, area: int) -> list[Placed]:
    """附件: a new page, its label flush on line 1, its title centred on line 3 (7.3.7)."""
    label = Block(
        pieces=(Piece(annex.label, "hei", 0 if annex.start >= 0 else -1),),
        style="AttachmentLabel",
        size=style.size,
        line=style.line,
        spacing=style.spacing,
        align="left",
        new_page=True,
    )
    titled = Content(title=(annex.title,)) if annex.title.printed else None
    items: list[Placed] = [(label, max(annex.start, 0)), (empty(style), 0)]
    if titled:
        heading = title_items(titled, preset, None)
        first = heading[0][0]
        assert isinstance(first, Block)
        first = replace(first, style="AttachmentTitle")
        items.extend([(first, 0), *heading[1:]])
    return [*items, *place_matter(annex.matter, style, area)]
