"""All rules, one module each; RULES is the whole list."""

from lawdraft.check.rule import Rule
from lawdraft.check.rules import (
    copied_own,
    foreign_place,
    missing_cause,
    missing_section,
    missing_signature,
    missing_unit,
    numbering,
    outdated_phrase,
    placeholder,
    stale_year,
    superseded_law,
    unknown_law,
)

MODULES = (
    missing_section,
    missing_cause,
    missing_signature,
    numbering,
    placeholder,
    stale_year,
    foreign_place,
    missing_unit,
    superseded_law,
    unknown_law,
    outdated_phrase,
    copied_own,
)
RULES: tuple[Rule, ...] = tuple(module.RULE for module in MODULES)
