"""Time as an office counts it: reporting periods, dates as written, working days and terms.

>>> from giaoban.periods import Period, parse_period
>>> parse_period("quý I/2024").next
Period('2024-Q2')
"""

from giaoban.periods.dates import WrittenDate, find_dates
from giaoban.periods.period import Period
from giaoban.periods.terms import end_of_term
from giaoban.periods.windows import Regime, regimes, window
from giaoban.periods.wording import WrittenPeriod, find_periods, parse_period
from giaoban.periods.working_days import WorkingCalendar, add_working_days, is_working_day

__all__ = [
    "Period",
    "Regime",
    "WorkingCalendar",
    "WrittenDate",
    "WrittenPeriod",
    "add_working_days",
    "end_of_term",
    "find_dates",
    "find_periods",
    "is_working_day",
    "parse_period",
    "regimes",
    "window",
]
