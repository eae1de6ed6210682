"""Texts, numbers, dates and decimals as the language reads and prints them."""

import datetime
import re
from fractions import Fraction

NUMBER = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,40})?([eE][+-]?[0-9]{1,2})?")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
MISSING, NOT_APPLICABLE = "missing", "not_applicable"


class Refused(Exception):
    pass


class Literal(str):
    """A JSON number in its source text."""


def refuse_if(condition, why):
    if condition:
        raise Refused(why)


def keys(section, known, needed=()):
    refuse_if(not isinstance(section, dict), "no mapping")
    refuse_if(set(section) - set(known), "unknown key")
    refuse_if(set(needed) - set(section), "missing key")
    return section


def text(value):
    refuse_if(isinstance(value, (dict, list)) or value is None or value == "", "no text")
    return {True: "true", False: "false"}.get(value, value) if isinstance(value, bool) else value


def items(value):
    refuse_if(not isinstance(value, list), "no list")
    return value


def word(value, known):
    refuse_if(not isinstance(value, str) or value not in known, "unknown word")
    return value


def number(value):
    refuse_if(not isinstance(value, str) or not NUMBER.fullmatch(value), "no number")
    return Fraction(value)


def is_number(value):
    return isinstance(value, str) and NUMBER.fullmatch(value) is not None


def day(value):
    refuse_if(not isinstance(value, str) or not DAY.fullmatch(value), "no day")
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise Refused("no such day")


def month(value):
    refuse_if(not isinstance(value, str) or not MONTH.fullmatch(value), "no month")
    return day(value + "-01").replace(day=1)


def month_number(date):
    return date.year * 12 + date.month


def period_of(value):
    """Unit, first month, last day."""
    refuse_if(not isinstance(value, str), "no period")
    match = re.fullmatch(r"([0-9]{4})(?:-(?:H([12])|Q([1-4])|([0-9]{2})))?", value)
    refuse_if(not match or match[1] == "0000", "no period")
    year, half, quarter, single = match.groups()
    if half:
        unit, first, length = "half", int(half) * 6 - 5, 6
    elif quarter:
        unit, first, length = "quarter", int(quarter) * 3 - 2, 3
    elif single:
        unit, first, length = "month", int(single), 1
        refuse_if(not 1 <= first <= 12, "no period")
    else:
        unit, first, length = "year", 1, 12
    return unit, int(year), first, first + length - 1


def last_day(year, month):
    after = datetime.date(year + month // 12, month % 12 + 1, 1) if (year, month) != (9999, 12) \
        else None
    return after - datetime.timedelta(1) if after else datetime.date(9999, 12, 31)


def decimal(value, places=12, fixed=False):
    scaled = abs(value) * 10**places
    whole = (scaled.numerator * 2 + scaled.denominator) // (scaled.denominator * 2)
    digits = str(whole).rjust(places + 1, "0")
    head, tail = digits[: len(digits) - places], digits[len(digits) - places:]
    if not fixed:
        tail = tail.rstrip("0")
    return ("-" if value < 0 and whole else "") + head + ("." + tail if tail else "")


def rounded(value, places):
    return Fraction(decimal(value, places, True))


def median(values):
    values = sorted(values)
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2
