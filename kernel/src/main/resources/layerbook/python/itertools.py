"""Iterators out of iterators."""
_none = object()


def count(start=0, step=1):
    while True:
        yield start
        start += step


def cycle(iterable):
    kept = []
    for value in iterable:
        yield value
        kept.append(value)
    while kept:
        yield from kept


def repeat(value, times=None):
    if times is None:
        while True:
            yield value
    for _ in range(times):
        yield value


class chain:
    def __init__(self, *iterables):
        self._all = self._walk(iterables)

    @staticmethod
    def _walk(iterables):
        for iterable in iterables:
            yield from iterable

    @classmethod
    def from_iterable(cls, iterables):
        made = cls()
        made._all = cls._walk(iterables)
        return made

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._all)


def accumulate(iterable, func=None, *, initial=None):
    rest = iter(iterable)
    total = initial
    if initial is None:
        total = next(rest, _none)
        if total is _none:
            return
    yield total
    for value in rest:
        total = total + value if func is None else func(total, value)
        yield total


def islice(iterable, *bounds):
    s = slice(*bounds)
    start = s.start or 0
    step = 1 if s.step is None else s.step
    if start < 0 or (s.stop is not None and s.stop < 0) or step < 1:
        raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    return _islice(iter(iterable), start, s.stop, step)


def _islice(rest, start, stop, step):
    at = 0
    wanted = start
    while stop is None or wanted < stop:
        while at <= wanted:
            value = next(rest, _none)
            if value is _none:
                return
            at += 1
        yield value
        wanted += step
    while at < stop:
        if next(rest, _none) is _none:
            return
        at += 1


def takewhile(test, iterable):
    for value in iterable:
        if not test(value):
            return
        yield value


def dropwhile(test, iterable):
    dropping = True
    for value in iterable:
        dropping = dropping and test(value)
        if not dropping:
            yield value


def filterfalse(test, iterable):
    for value in iterable:
        if not (test(value) if test is not None else value):
            yield value


def starmap(function, iterable):
    for values in iterable:
        yield function(*values)


def compress(data, selectors):
    for value, wanted in zip(data, selectors):
        if wanted:
            yield value


def zip_longest(*iterables, fillvalue=None):
    rest = [iter(i) for i in iterables]
    open = len(rest)
    if not open:
        return
    done = [False] * len(rest)
    while True:
        row = []
        for i, values in enumerate(rest):
            value = _none if done[i] else next(values, _none)
            if value is _none:
                if not done[i]:
                    done[i] = True
                    open -= 1
                    if not open:
                        return
                value = fillvalue
            row.append(value)
        yield tuple(row)


def product(*iterables, repeat=1):
    pools = [tuple(i) for i in iterables] * repeat

    def walk(at, row):
        if at == len(pools):
            yield tuple(row)
            return
        for value in pools[at]:
            yield from walk(at + 1, row + [value])

    return walk(0, [])


def permutations(iterable, r=None):
    pool = tuple(iterable)
    r = len(pool) if r is None else r

    def walk(used, row):
        if len(row) == r:
            yield tuple(row)
            return
        for i in range(len(pool)):
            if i not in used:
                yield from walk(used + [i], row + [pool[i]])

    return walk([], [])


def combinations(iterable, r):
    pool = tuple(iterable)

    def walk(start, row):
        if len(row) == r:
            yield tuple(row)
            return
        for i in range(start, len(pool)):
            yield from walk(i + 1, row + [pool[i]])

    return walk(0, [])


def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)

    def walk(start, row):
        if len(row) == r:
            yield tuple(row)
            return
        for i in range(start, len(pool)):
            yield from walk(i, row + [pool[i]])

    return walk(0, [])


def groupby(iterable, key=None):
    groups = []
    for value in iterable:
        k = value if key is None else key(value)
        if groups and groups[-1][0] == k:
            groups[-1][1].append(value)
        else:
            groups.append((k, [value]))
    for k, values in groups:
        yield k, iter(values)


def pairwise(iterable):
    rest = iter(iterable)
    before = next(rest, _none)
    if before is _none:
        return
    for value in rest:
        yield before, value
        before = value


def tee(iterable, n=2):
    values = list(iterable)
    return tuple([iter(values) for _ in range(n)])
