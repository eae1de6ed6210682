"""Holds docs/rulebook.schema.json against rulebooks.

Usage: schema_check.py SCHEMA DIRECTORY SEED COUNT. Every rulebook below the directory must pass,
as must every random one that the reference scores; the listed bad ones must not.
"""

import copy
import json
import pathlib
import sys

import jsonschema
import yaml

import reference
import trials

BAD = [
    lambda r: r.update(wieght="1"), lambda r: r.pop("indicators"), lambda r: r.pop("schema"),
    lambda r: r.update(schema="2"), lambda r: r["indicators"][0].pop("measure"),
    lambda r: r["indicators"][0].update(weight="-1"),
    lambda r: r["indicators"][0].update(score=[{"minmax": {}}]),
    lambda r: r["indicators"][0].update(score=[{"cap": "1", "floor": "0"}]),
    lambda r: r["indicators"][0].update(score=[{"efficacy": {
        "fail": "group_min", "best": "1", "base": "0", "span": "1"}}]),
    lambda r: r.update(measures={"m": {"agg": "sum", "of": "t"}}),
    lambda r: r.update(measures={"m": {"ratio": ["a"]}}),
    lambda r: r.update(measures={"m": {"fact": "a", "share": "b"}}),
    lambda r: r.update(params={"p": {"values": {}}}),
    lambda r: r.update(params={"p": {"values": {"2024": "1"}}}),
    lambda r: r.update(adjust=[{"id": "a", "kind": "bonus", "of": "t"}]),
    lambda r: r.update(adjust=[{"id": "a", "kind": "veto", "of": "t", "cap": "1"}]),
    lambda r: r.update(rank={"tie_break": ["invest"]}),
    lambda r: r.update(measures={"m": {"agg": "count", "of": "t", "where": [
        {"field": "f", "op": "eq"}]}}),
]


def node(value):
    """Scalars as their source text, but for plain true, false and null."""
    if isinstance(value, yaml.ScalarNode):
        words = {"true": True, "false": False, "null": None}
        plain = value.style is None and value.value in words
        return words[value.value] if plain else value.value
    if isinstance(value, yaml.SequenceNode):
        return [node(item) for item in value.value]
    return {key.value: node(item) for key, item in value.value}


def main(schema, directory, seed, count):
    schema = json.loads(pathlib.Path(schema).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    good = []
    for path in sorted(pathlib.Path(directory).rglob("*.yaml")):
        good.append(node(yaml.compose(path.read_text(encoding="utf-8"))))
    for index in range(count):
        trial = trials.Trial(seed * 1_000_003 + index)
        facts, rules = trial.facts(), trial.rules()
        if reference.score(rules, facts) is not None:
            good.append(rules)
    for rules in good:
        error = next(validator.iter_errors(rules), None)
        if error is not None:
            sys.exit(f"refused: {rules}\n{error.json_path}: {error.message}")
    for index, spoil in enumerate(BAD):
        rules = copy.deepcopy(good[0])
        spoil(rules)
        if validator.is_valid(rules):
            sys.exit(f"bad rulebook {index} passes")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
