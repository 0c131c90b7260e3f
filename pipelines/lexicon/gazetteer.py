"""From the name of a place, as printed, to its division in a given year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from pipelines.lexicon.divisions import Division, divisions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipelines.records.terms import Level

GENERIC_NAMES = frozenset(
    # Districts whose whole name is a common noun; found only behind their city.
    {"东区", "西区", "北区", "城区", "郊区", "矿区", "新区", "市区", "市郊区", "新市区"}
    | {"新城区", "老城区", "平房区", "港口区", "解放区"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """The divisions, found by code, by name and by place.

    A `year` of None means any year. A year before 1999 finds nothing: what was valid
    then is not in the table.
    """

    codes: Mapping[str, tuple[Division, ...]]
    """Rows of each code, oldest first."""
    surfaces: Mapping[str, tuple[Division, ...]]
    """Rows by full and by short name."""

    def by_code(self, code: str, year: int | None) -> Division | None:
        """The row of a code; of two in the year of a change, the newer."""
        rows = [row for row in self.codes.get(code, ()) if row.is_valid(year)]
        return rows[-1] if rows else None

    def by_name(self, name: str, year: int | None) -> tuple[Division, ...]:
        """Every division that a simple or compound name can mean.

        Compounds are read from the outside in (山东省青岛市, 青岛莱西市, 河北石家庄);
        the last link is what they mean. In the year of a change both the old and the
        new division stand in the answer.
        """
        simple = self._simple(name, year)
        return simple or tuple(dict.fromkeys(self._compound(name, None, year)))

    def _simple(self, name: str, year: int | None) -> tuple[Division, ...]:
        return tuple(row for row in self.surfaces.get(name, ()) if row.is_valid(year))

    def _compound(
        self, name: str, above: frozenset[str] | None, year: int | None
    ) -> Iterable[Division]:
        yield from self._inside(self._simple(name, year), above)
        for cut in range(len(name) - 1, 1, -1):
            outer = self._inside(self._simple(name[:cut], year), above)
            if outer:
                inside = frozenset(row.code for row in outer)
                yield from self._compound(name[cut:], inside, year)

    def _inside(
        self, rows: Iterable[Division], above: frozenset[str] | None
    ) -> list[Division]:
        if above is None:
            return list(rows)
        return [row for row in rows if not above.isdisjoint(self._above(row))]

    def _above(self, division: Division) -> tuple[str, ...]:
        """Codes of what it lies in, innermost first; a code's parent never changes."""
        above: list[str] = []
        parent = division.parent
        while parent is not None:
            above.append(parent)
            parent = self.codes[parent][0].parent
        return tuple(above)

    def parent(self, division: Division, year: int | None) -> Division | None:
        """What it lies in, under the name of `year`; null for a province.

        Without a year, or for a year in which the division was not, its last full
        year counts: 襄樊市 for 襄阳区, which both were renamed in 2010.
        """
        if division.parent is None:
            return None
        return self.by_code(division.parent, _when(division, year))

    def chain(self, division: Division, year: int | None) -> tuple[Division, ...]:
        """From the province down to the division itself."""
        when = _when(division, year)
        parent = self.parent(division, when)
        return (*self.chain(parent, when), division) if parent else (division,)

    def full_name(self, division: Division, year: int | None) -> str:
        """山东省青岛市; 江西省萍乡市上栗县; 上海市浦东新区."""
        return "".join(link.name for link in self.chain(division, year))

    def is_called(self, word: str, *levels: Level) -> bool:
        """Whether a division of one of the levels is, or was, called so in short."""
        return any(row.level in levels for row in self.by_name(word, None))

    def resolve(
        self, name: str, within: str | None, year: int | None
    ) -> Division | None:
        """The one division that a name means, or null where more than one is left.

        Of several, the one that lies nearest to the place with the code `within`
        counts: inside it, else inside its prefecture, else inside its province. `CN`
        and None prefer no place. Raises KeyError for a code that never was.
        """
        rows = _without_predecessors(self.by_name(name, year))
        for code in self._around(within):
            near = [row for row in rows if code in (row.code, *self._above(row))]
            if near:
                rows = near
                break
        return rows[0] if len(rows) == 1 else None

    def _around(self, code: str | None) -> tuple[str, ...]:
        if code is None or code == "CN":
            return ()
        return (code, *self._above(self.codes[code][0]))

    def names(self) -> Iterable[tuple[str, tuple[str, ...]]]:
        """Every surface form to look for in a text, with its codes.

        A district with a common noun for a name (城区) stands behind its city only.
        """
        for name, rows in self.surfaces.items():
            if name in GENERIC_NAMES:
                yield from self._behind_parents(name, rows)
            else:
                yield name, tuple(dict.fromkeys(row.code for row in rows))

    def _behind_parents(
        self, name: str, rows: Iterable[Division]
    ) -> Iterable[tuple[str, tuple[str, ...]]]:
        found = defaultdict(list)
        for row in rows:
            for above in self.codes[row.parent or row.code]:
                for form in (above.name, *above.short_names):
                    found[form + name].append(row.code)
        for form, codes in found.items():
            yield form, tuple(dict.fromkeys(codes))


def _when(division: Division, year: int | None) -> int | None:
    if year is not None and division.is_valid(year):
        return year
    if division.valid_to is None:
        return None
    return max(division.valid_from, division.valid_to - 1)


def _without_predecessors(rows: tuple[Division, ...]) -> list[Division]:
    """Less those that another took over from (县 become 市, a new code) in its year."""
    return [
        old
        for old in rows
        if not any(
            new.valid_from == old.valid_to
            and new is not old
            and new.code[:2] == old.code[:2]
            for new in rows
        )
    ]


@cache
def gazetteer() -> Gazetteer:
    """The table of `divisions`, indexed once."""
    codes = defaultdict(list)
    surfaces = defaultdict(list)
    for row in divisions():
        codes[row.code].append(row)
        for name in dict.fromkeys((row.name, *row.short_names)):
            surfaces[name].append(row)
    return Gazetteer(codes=_frozen(codes), surfaces=_frozen(surfaces))


def _frozen(
    index: Mapping[str, list[Division]],
) -> Mapping[str, tuple[Division, ...]]:
    return MappingProxyType({key: tuple(rows) for key, rows in index.items()})
