"""This year's report from a draft: wording, numbering, and where everything stands in the text."""

from lawdraft.compose.report import compose_report

__all__ = ["compose_report"]
