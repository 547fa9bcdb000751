"""Whether a percentage as printed fits the share its own numbers give."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawdraft.model.report import Figure


def fits(share: float, rate: Figure, *, about: bool) -> bool:
    """Within the rounding of the rate as printed, cut off or rounded; 以上 is a lower bound."""
    printed = rate.text.rstrip("%％")
    decimals = len(printed.split(".")[1]) if "." in printed else 0
    slack = 10.0**-decimals * 0.999 + (3.0 if about else 0.0)
    if rate.qualifier in ("以上", "超过", "超", "不低于", "逾"):
        return share >= rate.number - slack
    if rate.qualifier in ("近", "约", "左右", "接近"):
        return abs(share - rate.number) <= 3
    return abs(share - rate.number) < slack
