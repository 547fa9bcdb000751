"""The list of commands; each stands in the module of its step."""

from __future__ import annotations

from lawdraft.cli.checking import check, similar
from lawdraft.cli.collecting import collect
from lawdraft.cli.demo import demo
from lawdraft.cli.drafting import compose, export, new
from lawdraft.cli.keeping import library, packs
from lawdraft.cli.reading import learn, outline, read
from lawdraft.cli.surveying import survey

COMMANDS = (read, outline, learn, new, compose, check, similar, export, survey, demo)
GROUPS = (library, packs, collect)
