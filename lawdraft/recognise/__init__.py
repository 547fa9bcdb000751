"""Lines into a Report: what is not the report set aside, structure, figures and signature recognised."""

from lawdraft.recognise.report import recognise_report

__all__ = ["recognise_report"]
