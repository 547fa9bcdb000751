"""How long a piece of work takes at its best."""

import time


def best(work, times=9):
    """The shortest of some runs, seconds."""
    took = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        took.append(time.perf_counter() - start)
    return min(took)
