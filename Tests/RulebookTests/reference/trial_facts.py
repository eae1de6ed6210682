"""Facts at random."""

import random
import re
from fractions import Fraction

from scalars import Literal


class FactsTrial:
    """Random numbers, texts and facts."""

    def __init__(self, seed):
        self.r = random.Random(seed)
        self.unit = self.r.choice(["year", "half", "quarter", "month"])
        year = self.r.choice([2024, 2024, 2025, 2023])
        self.period = {
            "year": f"{year}", "half": f"{year}-H{self.r.randint(1, 2)}",
            "quarter": f"{year}-Q{self.r.randint(1, 4)}",
            "month": f"{year}-{self.r.randint(1, 12):02}"}[self.unit]
        self.year = year
        self.params = {}
        self.units = [f"u{i}" for i in range(self.r.choice([0, 1, 2, 3, 4, 5, 6, 7]))]
        if self.r.random() < 0.05:
            self.units = self.units[:1] + ["区", "e\u0301", "\u00e9"]
        names = self.r.sample(["g1", "g2", "北部", "g4"], self.r.randint(1, 3))
        self.groups = {name: [] for name in names}
        for unit in self.units:
            self.groups[self.r.choice(names)].append(unit)

    def maybe(self, chance):
        return self.r.random() < chance

    # Numbers and texts

    def plain_number(self):
        r = self.r
        return [
            lambda: str(r.randint(-3, 9)), lambda: str(r.randint(0, 200)),
            lambda: f"{r.randint(-50, 500)}.{r.randint(0, 999)}", lambda: "0",
            lambda: f"{r.randint(0, 9)}.{r.randint(0, 9)}0", lambda: f"{r.randint(1, 9)}e1",
            lambda: f"{r.randint(1, 99)}E-{r.randint(1, 5)}", lambda: "-0.0", lambda: "007.5",
            lambda: str(r.randint(10**19, 10**39)), lambda: f"0.{r.randint(1, 10**39):040}",
            lambda: f"{r.randint(1, 9)}e{r.choice(['99', '+20', '-99'])}",
        ][min(11, int(r.expovariate(0.45)))]()

    def amount(self, low=None):
        value = self.plain_number()
        if low is not None and Fraction(value) < low:
            value = str(low + self.r.randint(0, 5))
        if self.maybe(0.15):
            name = f"k{len(self.params)}"
            self.params[name] = value if self.maybe(0.4) else {
                "unit": "点", "values": self.dated(value)}
            return {"param": name}
        return value

    def dated(self, value):
        days = {f"{self.year - 1}-0{self.r.randint(1, 9)}-01": value}
        if self.maybe(0.4):
            days[f"{self.year}-{self.r.randint(1, 12):02}-15"] = value
        if self.maybe(0.1):
            days[f"{self.year - 3}-01-01"] = "5"
        return days

    def day(self):
        year = self.r.choice([self.year, self.year, self.year - 1, self.year + 1])
        return f"{year}-{self.r.randint(1, 12):02}-{self.r.choice([1, 15, 28, 28]):02}"

    def month(self):
        return self.day()[:7]

    def kind(self):
        return self.r.choice(["x", "y", "z", "X", "1", "1.0", "中", "e\u0301", "\u00e9", "true"])

    # Facts

    def facts(self):
        r = self.r
        units = []
        for group, members in self.groups.items():
            for unit in members:
                units.append({"id": unit, "group": group})
        if self.maybe(0.5):
            r.shuffle(units)
        values = {name: {unit: self.fact() for unit in self.units if self.maybe(0.85)}
                  for name in ("a", "b", "c", "zero.v")}
        values["zero.v"] = {unit: Literal("0") for unit in self.units}
        values["none"] = {"stranger": Literal("1")} if self.maybe(0.5) else {}
        tables = {"p": [self.row(i) for i in range(r.randint(0, 14))] if self.units else [],
                  "q": [{"unit": r.choice(self.units), "s": self.kind(), "v": self.fact()}
                        for _ in range(r.randint(0, 6))] if self.units else [],
                  "empty": []}
        return {"schema": Literal("1"), "period": self.period, "units": units, "values": values,
                "tables": tables, "note": [None]}

    def fact(self):
        number = self.plain_number()
        if re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?", number) \
                and self.maybe(0.5):
            return Literal(number)
        return number

    def row(self, index):
        r = self.r
        row = {"unit": r.choice(self.units), "id": f"p{index}", "amt": self.fact(),
               "on": self.day(), "end": self.day(), "m": r.choice([self.day, self.month])(),
               "kind": self.kind(), "flag": self.maybe(0.5),
               "mix": r.choice([self.kind, self.fact, self.day, lambda: True])()}
        for field in list(row):
            if field not in ("unit", "id") and self.maybe(0.12):
                if self.maybe(0.5):
                    row[field] = None
                else:
                    del row[field]
        return row
