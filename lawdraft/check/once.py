"""A value of an object that is reckoned when first asked for.

functools.cached_property does the same behind a lock in Python 3.11, which costs more than most of
what is reckoned here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class once(Generic[T]):  # noqa: N801  it stands where a decorator stands
    """Reckons by the function it decorates, then keeps the value in the object's own dictionary."""

    def __init__(self, reckon: Callable[[Any], T]) -> None:
        self.reckon = reckon
        self.name = reckon.__name__
        self.__doc__ = reckon.__doc__

    def __get__(self, of: object, _: type[object] | None = None) -> T:
        value = of.__dict__[self.name] = self.reckon(of)
        return value
