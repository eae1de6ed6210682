"""make.py FILE: writes 100,000 rows of 20 columns as offices keep them: names, districts, dates,
amounts, percentages, remarks, some of them blank. From a fixed seed."""

import datetime
import random
import sys

import openpyxl
from openpyxl.cell import WriteOnlyCell

ROWS = 100_000
SEED = 20241015
DISTRICTS = "中山区 西岗区 沙河口区 甘井子区 旅顺口区 普兰店区 瓦房店市 庄河市 长海县 金普新区".split()
WORDS = "新材料 智能制造 港口 物流 冷链 海洋 装备 软件 医药 能源 文旅 轨道 改造 扩建 一期 二期".split()


def row(random, number, cell):
    def formatted(value, code):
        made = cell(value)
        made.number_format = code
        return made

    day = datetime.date(2023, 1, 1) + datetime.timedelta(days=random.randrange(900))
    amount = random.randrange(1, 5_000_000)
    values = [
        number,
        f"DL-{number:06d}",
        "".join(random.choices(WORDS, k=4)) + f"项目{number}",
        random.choice(DISTRICTS),
        random.choice(("招商", "政府")),
        formatted(day, "yyyy-mm-dd"),
        formatted(day + datetime.timedelta(days=random.randrange(400)), 'yyyy"年"m"月"d"日"'),
        amount / 100,
        formatted(amount / 3, "#,##0.00"),
        formatted(random.randrange(1000) / 1000, "0.0%"),
        random.choice(WORDS) if random.random() < 0.7 else None,
        random.random() < 0.5,
        random.randrange(100),
        random.randrange(100) / 10 if random.random() < 0.6 else None,
    ]
    values += [amount / 12 for _ in range(4)]
    values += ["".join(random.choices(WORDS, k=6)) if random.random() < 0.3 else None, "示例数据"]
    return values


def main(path):
    chosen = random.Random(SEED)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("项目")
    sheet.append([f"列{n}" for n in range(1, 21)])
    for number in range(1, ROWS + 1):
        sheet.append(row(chosen, number, lambda value: WriteOnlyCell(sheet, value=value)))
    book.save(path)


main(sys.argv[1])
