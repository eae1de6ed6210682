"""Rows of tables and the conditions that they meet."""

from fractions import Fraction

from frame import Frame
from scalars import (
    MONTH, refuse_if, keys, text, items, word, is_number, day, month, month_number)


class Rows(Frame):
    def column(self, table, name):
        name = text(name)
        rows = self.tables[table]
        refuse_if(rows and not any(name in row for row in rows), "unknown field")
        return name

    @staticmethod
    def cell(row, field):
        value = row.get(field)
        return ("true" if value else "false") if isinstance(value, bool) else value

    def window(self, op):
        first = 1 if self.ytd else self.first
        year = self.year - 1 if op == "in_prior_year" else self.year
        low = year * 12 + first if op != "by_period_end" else 0
        return low, year * 12 + self.last

    def in_window(self, value, op):
        """Windows are of whole months, so that a day is inside when its month is."""
        refuse_if(value in ("true", "false"), "no date")
        date = month(value) if MONTH.fullmatch(value) else day(value)
        low, high = self.window(op)
        return low <= month_number(date) <= high

    def rows(self, table, conditions):
        table = text(table)
        refuse_if(table not in self.tables, "unknown table")
        passing = list(self.tables[table])
        for condition in items(conditions):
            keys(condition, ["field", "op", "value"], ["field", "op"])
            field = self.column(table, condition["field"])
            test = self.test(condition)
            met = [row for row in self.tables[table] if test(self.cell(row, field))]
            passing = [row for row in passing if any(row is other for other in met)]
        return table, passing

    def test(self, condition):
        op = word(condition["op"], "eq ne lt le gt ge in exists absent in_period in_prior_year"
                  " by_period_end".split())
        if op in ("exists", "absent", "in_period", "in_prior_year", "by_period_end"):
            refuse_if("value" in condition, "value")
            if op == "exists":
                return lambda cell: cell is not None
            if op == "absent":
                return lambda cell: cell is None
            return lambda cell: cell is not None and self.in_window(cell, op)
        refuse_if("value" not in condition, "no value")
        if op == "in":
            values = [self.comparand(value) for value in items(condition["value"])]
            return lambda cell: cell is not None and any(
                self.compare(cell, value) == 0 for value in values)
        value = self.comparand(condition["value"])
        accepted = {"eq": [0], "ne": [-1, 1], "lt": [-1], "le": [-1, 0], "gt": [1],
                    "ge": [0, 1]}[op]
        return lambda cell: cell is not None and self.compare(cell, value) in accepted

    def comparand(self, value):
        if isinstance(value, dict):
            self.amount(value)
            param = self.rules["params"][value["param"]]
            if isinstance(param, dict):
                held = [start for start in param["values"] if day(start) <= self.end]
                param = param["values"][max(held, key=day)]
            return param
        if isinstance(value, bool):
            return "true" if value else "false"
        refuse_if(not isinstance(value, str), "value")
        return value

    @staticmethod
    def compare(left, right):
        if is_number(left) and is_number(right):
            left, right = Fraction(left), Fraction(right)
        return (left > right) - (left < right)
