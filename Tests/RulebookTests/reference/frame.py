"""The frame of a race: facts, period, groups and parameters."""

import datetime

from scalars import (
    Literal, refuse_if, keys, text, items, word, number, day, month, period_of, last_day)


class Frame:
    """Facts, period, groups and parameters."""

    def __init__(self, rules, facts):
        self.rules = rules
        self.read_facts(facts)
        self.read_period()
        self.read_groups()
        self.read_params()

    # Facts

    def read_facts(self, facts):
        refuse_if(not isinstance(facts, dict), "facts")
        refuse_if(not isinstance(facts.get("schema"), Literal) or facts["schema"] != "1", "schema")
        self.unit, self.year, self.first, self.last = period_of(facts.get("period"))
        self.period = facts["period"]
        self.end = last_day(self.year, self.last)
        self.units, self.facts_group = [], {}
        for unit in items(facts.get("units")):
            refuse_if(not isinstance(unit, dict), "unit")
            name = unit.get("id")
            refuse_if(type(name) is not str or not name, "unit id")
            refuse_if(name in self.units, "unit twice")
            self.units.append(name)
            group = unit.get("group")
            refuse_if(group is not None and type(group) is not str, "group")
            refuse_if(not isinstance(unit.get("name"), (str, type(None)))
                      or isinstance(unit.get("name"), Literal), "name")
            self.facts_group[name] = group
        self.facts_values = {}
        for name, entries in self.mapping(facts.get("values", {})).items():
            self.facts_values[name] = {
                unit: number(value) for unit, value in self.mapping(entries).items()
                if value is not None}
        self.tables = {}
        for name, rows in self.mapping(facts.get("tables", {})).items():
            for row in items(rows):
                refuse_if(type(self.mapping(row).get("unit")) is not str, "row without unit")
                refuse_if(row["unit"] not in self.units, "row of an unknown unit")
                refuse_if(any(isinstance(cell, (dict, list)) for cell in row.values()), "cell")
            self.tables[name] = rows

    @staticmethod
    def mapping(value):
        refuse_if(not isinstance(value, dict), "no mapping")
        return value

    # The frame

    def read_period(self):
        self.ytd = False
        if "period" in self.rules:
            rule = keys(self.rules["period"], ["unit", "basis"])
            if "unit" in rule:
                unit = word(rule["unit"], ["year", "half", "quarter", "month"])
                refuse_if(unit != self.unit, "period unit")
            self.ytd = word(rule.get("basis", "period"), ["period", "ytd"]) == "ytd"
        if "effective" in self.rules:
            span = keys(self.rules["effective"], ["from", "until"])
            refuse_if(not span, "effective")
            start = day(span["from"]) if "from" in span else datetime.date.min
            until = day(span["until"]) if "until" in span else None
            refuse_if(self.end < start or (until and self.end >= until), "not effective")

    def read_groups(self):
        self.groups = {}
        if "groups" in self.rules:
            for name, units in self.mapping(self.rules["groups"]).items():
                self.groups[name] = [text(unit) for unit in items(units)]
        else:
            for unit in self.units:
                if self.facts_group[unit] is not None:
                    self.groups.setdefault(self.facts_group[unit], []).append(unit)
        members = [unit for units in self.groups.values() for unit in units]
        refuse_if(sorted(members) != sorted(self.units), "groups and units differ")
        self.order = members
        self.group_of = {unit: name for name, units in self.groups.items() for unit in units}

    def read_params(self):
        self.params = {}
        for name, param in self.mapping(self.rules.get("params", {})).items():
            if not isinstance(param, dict):
                self.params[name] = number(param)
                continue
            keys(param, ["unit", "values"], ["values"])
            if "unit" in param:
                text(param["unit"])
            refuse_if(not self.mapping(param["values"]), "param without value")
            dated = {day(start): number(value) for start, value in param["values"].items()}
            held = [start for start in dated if start <= self.end]
            self.params[name] = dated[max(held)] if held else None

    def amount(self, value):
        if isinstance(value, dict) and set(value) == {"param"}:
            name = text(value["param"])
            refuse_if(self.params.get(name) is None, "param")
            return self.params[name]
        return number(value)

    def whole(self, value, low, high=None):
        value = self.amount(value)
        refuse_if(value.denominator != 1 or value < low or (high is not None and value > high),
                  "no whole number")
        return int(value)
