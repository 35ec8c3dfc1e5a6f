"""The periods (kỳ) by which offices report: months, quarters, halves, nine months, years.

>>> Period.parse("2024-Q1").label
'quý I/2024'
>>> sorted([Period.parse("2024-Q2"), Period.parse("2024"), Period.parse("2023-12")])
[Period('2023-12'), Period('2024'), Period('2024-Q2')]
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(?:Q([1-4])|H([12])|(9M)|(0[1-9]|1[0-2])))?", re.ASCII)
_FIRST_MONTHS = {1: range(1, 13), 3: (1, 4, 7, 10), 6: (1, 7), 9: (1,), 12: (1,)}
_ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True, order=True, slots=True, repr=False)
class Period:
    """A reporting period of the calendar year; ``months`` long, from the first day of ``first_month``.

    Periods sort by their start, of those that start together the shorter first. Raises
    :class:`ValueError` for months that are no reporting period, and for a year outside of 1000 to 9999.
    """

    year: int
    first_month: int
    months: int

    def __post_init__(self) -> None:
        if not 1000 <= self.year <= 9999 or self.first_month not in _FIRST_MONTHS.get(self.months, ()):
            raise ValueError(f"no period: {self.months} months from {self.first_month}/{self.year}")

    @classmethod
    def of_month(cls, year: int, month: int) -> Period:
        """Return a month (tháng), 1 to 12."""
        return cls(year, month, 1)

    @classmethod
    def of_quarter(cls, year: int, quarter: int) -> Period:
        """Return a quarter (quý), 1 to 4."""
        return cls(year, 3 * quarter - 2, 3)

    @classmethod
    def of_half(cls, year: int, half: int) -> Period:
        """Return the first six months of a year or its last six (6 tháng đầu năm, 6 tháng cuối năm)."""
        return cls(year, 6 * half - 5, 6)

    @classmethod
    def of_nine_months(cls, year: int) -> Period:
        """Return the first nine months of a year (9 tháng)."""
        return cls(year, 1, 9)

    @classmethod
    def of_year(cls, year: int) -> Period:
        """Return a whole year (năm)."""
        return cls(year, 1, 12)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Return the period of its ISO form, as :func:`str` gives it.

        Raises :class:`ValueError` for another text.

        >>> Period.parse("2024-9M").last_day
        datetime.date(2024, 9, 30)
        """
        match = _ISO.fullmatch(text)
        if not match:
            raise ValueError(f"no period: {text!r}")
        year, (quarter, half, nine, month) = int(match[1]), match.groups()[1:]
        if quarter:
            return cls.of_quarter(year, int(quarter))
        if half:
            return cls.of_half(year, int(half))
        if month:
            return cls.of_month(year, int(month))
        return cls.of_nine_months(year) if nine else cls.of_year(year)

    def __str__(self) -> str:
        match self.months:
            case 1:
                return f"{self.year}-{self.first_month:02}"
            case 3:
                return f"{self.year}-Q{self._number}"
            case 6:
                return f"{self.year}-H{self._number}"
            case 9:
                return f"{self.year}-9M"
        return str(self.year)

    def __repr__(self) -> str:
        return f"Period('{self}')"

    @property
    def label(self) -> str:
        """The period as an office writes it: ``tháng 3/2024``, ``quý I/2024``, ``6 tháng đầu năm 2024``."""
        match self.months:
            case 1:
                return f"tháng {self.first_month}/{self.year}"
            case 3:
                return f"quý {_ROMAN[self._number - 1]}/{self.year}"
            case 6:
                return f"6 tháng {'đầu' if self._number == 1 else 'cuối'} năm {self.year}"
            case 9:
                return f"9 tháng năm {self.year}"
        return f"năm {self.year}"

    @property
    def first_day(self) -> date:
        """Its first day."""
        return date(self.year, self.first_month, 1)

    @property
    def last_day(self) -> date:
        """Its last day."""
        last_month = self.first_month + self.months - 1
        return date(self.year, last_month, monthrange(self.year, last_month)[1])

    @property
    def previous(self) -> Period:
        """The period of the same kind before it (kỳ trước); of nine months, those of the year before."""
        return self._moved(-1)

    @property
    def next(self) -> Period:
        """The period of the same kind after it (kỳ sau); of nine months, those of the year after."""
        return self._moved(1)

    @property
    def same_last_year(self) -> Period:
        """The same period of the year before (cùng kỳ năm trước)."""
        return Period(self.year - 1, self.first_month, self.months)

    def contains(self, other: Period | date) -> bool:
        """Tell whether a day, or the whole of another period, lies in this one."""
        if isinstance(other, date):
            return self.first_day <= other <= self.last_day
        return self.first_day <= other.first_day and other.last_day <= self.last_day

    @property
    def _number(self) -> int:
        return (self.first_month - 1) // self.months + 1

    def _moved(self, steps: int) -> Period:
        if 12 % self.months:
            return Period(self.year + steps, self.first_month, self.months)
        years, before = divmod(self.first_month - 1 + steps * self.months, 12)
        return Period(self.year + years, before + 1, self.months)
