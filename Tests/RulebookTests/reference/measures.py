"""A value for each unit."""

from fractions import Fraction

from rows import Rows
from scalars import (
    MISSING, NOT_APPLICABLE, refuse_if, keys, text, items, word, number, day, median)


class Measures(Rows):
    def operand(self, name):
        name = text(name)
        if name in self.measures:
            return self.measure(name)
        refuse_if(name not in self.facts_values, "unknown operand")
        return {unit: self.facts_values[name].get(unit, MISSING) for unit in self.units}

    def measure(self, name):
        if name not in self.values:
            refuse_if(name in self.open, "cycle")
            self.open.add(name)
            self.values[name] = self.work_out(self.measures[name])
            self.open.discard(name)
        return self.values[name]

    def work_out(self, form):
        refuse_if(not isinstance(form, dict), "measure")
        kinds = [kind for kind in ("fact", "agg", "ratio", "difference", "share", "mix", "growth")
                 if kind in form]
        refuse_if(len(kinds) != 1, "measure form")
        return getattr(self, "measure_" + kinds[0])(form)

    def measure_fact(self, form):
        name = text(keys(form, ["fact"])["fact"])
        refuse_if(name not in self.facts_values, "unknown fact")
        return {unit: self.facts_values[name].get(unit, MISSING) for unit in self.units}

    def measure_agg(self, form):
        keys(form, ["agg", "of", "field", "days", "where", "min_n"], ["agg", "of"])
        kind = word(form["agg"], "count count_distinct sum mean median min max".split())
        refuse_if("field" in form and "days" in form, "field and days")
        table, rows = self.rows(form["of"], form.get("where", []))
        least = self.whole(form["min_n"], 0) if "min_n" in form else 0
        if "days" in form:
            refuse_if(len(items(form["days"])) != 2, "days")
            start, end = [self.column(table, name) for name in form["days"]]
            pairs = [(row["unit"], self.cell(row, start), self.cell(row, end)) for row in rows]
            found = [(unit, Fraction((day(b) - day(a)).days)) for unit, a, b in pairs
                     if a is not None and b is not None]
        elif "field" in form:
            field = self.column(table, form["field"])
            found = [(row["unit"], self.cell(row, field)) for row in rows]
            found = [(unit, value) for unit, value in found if value is not None]
            if kind not in ("count", "count_distinct"):
                found = [(unit, number(value)) for unit, value in found]
        else:
            refuse_if(kind != "count", "no field")
            found = [(row["unit"], "") for row in rows]
        return {unit: self.aggregate(kind, [v for u, v in found if u == unit], least)
                for unit in self.units}

    @staticmethod
    def aggregate(kind, values, least):
        if len(values) < least:
            return MISSING
        if kind == "count":
            return Fraction(len(values))
        if kind == "count_distinct":
            return Fraction(len(set(map(str, values))))
        if kind == "sum":
            return sum(values, Fraction(0))
        if not values:
            return MISSING
        if kind == "mean":
            return sum(values) / len(values)
        return {"median": median, "min": min, "max": max}[kind](values)

    def combine(self, names, work):
        columns = [self.operand(name) for name in names]
        result = {}
        for unit in self.units:
            row = [column[unit] for column in columns]
            if NOT_APPLICABLE in row:
                result[unit] = NOT_APPLICABLE
            elif MISSING in row:
                result[unit] = MISSING
            else:
                result[unit] = work(*row)
        return result

    def pair(self, value):
        refuse_if(len(items(value)) != 2, "no pair")
        return value

    def measure_ratio(self, form):
        keys(form, ["ratio", "zero_den"])
        policy = word(form.get("zero_den", "missing"),
                      ["missing", "not_applicable", "zero", "full"])

        def work(a, b):
            if b != 0:
                return a / b
            return {"missing": MISSING, "not_applicable": NOT_APPLICABLE, "zero": Fraction(0),
                    "full": Fraction(1 if a > 0 else 0)}[policy]
        return self.combine(self.pair(form["ratio"]), work)

    def measure_difference(self, form):
        keys(form, ["difference"])
        return self.combine(self.pair(form["difference"]), lambda a, b: a - b)

    def measure_growth(self, form):
        keys(form, ["growth", "base_not_positive"])
        policy = word(form.get("base_not_positive", "missing"), ["missing", "turnaround"])

        def work(now, base):
            if base > 0:
                return now / base - 1
            if policy == "missing" or base == 0:
                return MISSING
            return (now - base) / abs(base)
        return self.combine(self.pair(form["growth"]), work)

    def measure_share(self, form):
        values = self.operand(keys(form, ["share"])["share"])
        result = {}
        for unit, value in values.items():
            whole = sum((values[other] for other in self.groups[self.group_of[unit]]
                         if isinstance(values[other], Fraction)), Fraction(0))
            if isinstance(value, Fraction):
                value = value / whole if whole else MISSING
            result[unit] = value
        return result

    def measure_mix(self, form):
        parts = [keys(part, ["of", "weight"], ["of", "weight"])
                 for part in items(keys(form, ["mix"])["mix"])]
        refuse_if(not parts, "empty mix")
        weights = [self.amount(part["weight"]) for part in parts]
        refuse_if(any(weight < 0 for weight in weights), "negative weight")
        return self.combine([part["of"] for part in parts], lambda *values: sum(
            (w * v for w, v in zip(weights, values)), Fraction(0)))
