"""From last year's report to this year's draft, and the clerk's work on it."""

from lawdraft.draft.forward import roll_forward

__all__ = ["roll_forward"]
