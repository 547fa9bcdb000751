"""The order of the steps: read → recognise → draft → compose → check → export.

The only package that knows it; each function is short, and imports its step when first used, so that
a door opens at once.
"""

from lawdraft.flow.checking import Checked, check, compare
from lawdraft.flow.drafting import (
    add_variant,
    collect_in,
    collect_out,
    collecting_progress,
    compose,
    compose_with_places,
    duty_grid,
    ledger_troubles,
    propose_suppliers,
    start_draft,
    tell_duties,
    topic_variants,
    unrefreshed_cards,
)
from lawdraft.flow.kit import Kit, warm_up
from lawdraft.flow.layouts import (
    export_self_check,
    layout_options,
    learn_layout,
    list_layouts,
    missing_fonts,
    public_version,
    save_layout,
)
from lawdraft.flow.library import (
    add_to_library,
    library_text,
    list_library,
    make_library,
    rebuild_library,
    remove_from_library,
)
from lawdraft.flow.output import export, import_pack, lay_out, list_packs
from lawdraft.flow.reading import (
    learn,
    load_outline,
    load_report,
    outline_file,
    outline_files,
    read_file,
    read_files,
    recognise,
    recognise_text,
    save_outline,
)
from lawdraft.flow.rounds import (
    accept_revision,
    compare_drafts,
    follow_promise,
    match_promises,
    merge_copy,
    read_round,
)
from lawdraft.flow.surveying import export_survey, survey

__all__ = [
    "Checked",
    "Kit",
    "accept_revision",
    "add_to_library",
    "add_variant",
    "check",
    "collect_in",
    "collect_out",
    "collecting_progress",
    "compare",
    "compare_drafts",
    "compose",
    "compose_with_places",
    "duty_grid",
    "export",
    "export_self_check",
    "export_survey",
    "follow_promise",
    "import_pack",
    "lay_out",
    "layout_options",
    "learn",
    "learn_layout",
    "ledger_troubles",
    "library_text",
    "list_layouts",
    "list_library",
    "list_packs",
    "load_outline",
    "load_report",
    "make_library",
    "match_promises",
    "merge_copy",
    "missing_fonts",
    "outline_file",
    "outline_files",
    "propose_suppliers",
    "public_version",
    "read_file",
    "read_files",
    "read_round",
    "rebuild_library",
    "recognise",
    "recognise_text",
    "remove_from_library",
    "save_layout",
    "save_outline",
    "start_draft",
    "survey",
    "tell_duties",
    "topic_variants",
    "unrefreshed_cards",
    "warm_up",
]
