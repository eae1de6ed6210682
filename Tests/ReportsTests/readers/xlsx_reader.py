"""xlsx_reader.py FILE RACE.json BEFORE.json|- NAMES.json: reads a bulletin with openpyxl."""

import json
import sys
from decimal import Decimal

import openpyxl

import race
from race import same


def number(found, text, what):
    """A cell's number is the decimal's own double, or the cell holds the decimal itself."""
    if text is None:
        same(found, None, what)
    elif isinstance(found, str):
        same(found, text, what)
    else:
        same(float(found), float(text), what)
        if len(text.replace(".", "").lstrip("-0")) <= 15:
            same(Decimal(repr(found)), Decimal(text), what)


def check_sheet(sheet, rows, about):
    heads = [cell.value for cell in sheet[1]]
    same(len(set(heads)), len(heads), "heads that are told apart")
    same(sheet.freeze_panes, "A2", "frozen panes")
    same(sheet.max_row, len(rows) + 1, f"rows of {sheet.title}")
    for place, row in enumerate(rows):
        cells = dict(zip(heads, sheet[place + 2]))
        value = lambda head: cells[head].value
        same(value("名次"), row.rank, f"rank of {row.unit}")
        same(value("地区"), about["names"][row.unit], f"name of {row.unit}")
        same(value("编号"), row.unit, f"id of {row.unit}")
        number(value("总分"), row.total, f"total of {row.unit}")
        if row.total is not None and "." in row.total:
            decimals = len(row.total.split(".")[1])
            same(cells["总分"].number_format, "0." + "0" * decimals, f"decimals of {row.unit}")
        same(value("较上期（位）"), row.movement, f"movement of {row.unit}")
        for head, text in [("基础分", row.base), ("加分", row.bonus), ("扣分", row.penalty)]:
            number(value(head), text, f"{head} of {row.unit}")
        same(value("一票否决"), "是" if row.veto else "否", f"veto of {row.unit}")
        for name, score in row.scores.items():
            title = about["titles"][name]
            same(value(title + "·位次"), row.marks[name], f"rank of {row.unit} on {name}")
            number(value(title + "·得分"), score.get("score"), f"score of {row.unit} on {name}")
            number(value(title + "·计分"), score.get("points"), f"points of {row.unit} on {name}")
        points = row.reason[1]
        if points is not None and not value("主要原因").endswith(points + "分"):
            raise SystemExit(f"reason of {row.unit}: {value('主要原因')} lacks {points}")


def main(path, standings, before, names):
    about = json.load(open(names))
    book = openpyxl.load_workbook(path)
    result, groups = race.read(standings, before)
    same(book.sheetnames, [name for name, _ in groups] + ["依据"], "sheets")
    for name, rows in groups:
        check_sheet(book[name], rows, about)
    facts = {row[0].value: row[1].value for row in book["依据"].iter_rows(max_col=2)}
    wanted = {
        "标题": about["title"], "发文机关": about["issuer"], "发文字号": about["number"],
        "期间": result["period"], "规则": result["rulebook"], "规则版本": result["version"],
        "规则 SHA-256": result["rulebook_sha256"], "数据 SHA-256": result["facts_sha256"],
        "截至记录": about["records"] - 1,
    }
    for label, value in wanted.items():
        same(facts[label], value, label)
    rows = list(book["依据"].iter_rows(values_only=True))
    start = next(place for place, row in enumerate(rows) if row[0] == "未计入的申报")
    for row in rows[start + 1 : -1]:
        same(row[2] + row[3], about["refused"].get(row[1], 0), f"refused claims of {row[1]}")


if __name__ == "__main__":
    main(*sys.argv[1:])
