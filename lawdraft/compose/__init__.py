"""This year's report from a draft: wording, numbering, and where everything stands in the text."""

from lawdraft.compose.report import compose_report, compose_with_places

__all__ = ["compose_report", "compose_with_places"]
