"""A clerk's way through an import: a template filled in, uploaded, looked at, applied."""

import re
import tempfile
from pathlib import Path

import openpyxl

import looks
from deeds import fetch, visit

DISPATCHER = ("调度", "dispatcher")


def sign_in_of(said, roles):
    """The name and the password of a role, as `saima sample` printed them."""
    for line in said.splitlines():
        words = line.split()
        if len(words) >= 4 and any(role in words[0] for role in roles):
            return words[-2], words[-1]
    raise ValueError(f"the sample names no {roles[0]}")


def signed_in(browser, base, faults, said, roles=DISPATCHER, **context):
    name, secret = sign_in_of(said, roles)
    page = visit(browser, faults, f"{base}/sign-in?lang=zh", **context)
    page.locator("input[name=name]").fill(name)
    page.locator("input[name=password]").fill(secret)
    page.locator("form.entry button[type=submit]").click()
    page.wait_for_url(lambda url: "/sign-in" not in url)
    return page


def filled(page, base, folder, rows, name="填好.xlsx"):
    """The template of monthly investment with some rows in it."""
    page.goto(f"{base}/imports?lang=zh")
    with page.expect_download() as download:
        page.locator("a[href*='/templates/investment.xlsx']").click()
    empty = Path(folder) / "empty.xlsx"
    download.value.save_as(empty)
    book = openpyxl.load_workbook(empty)
    sheet = book.worksheets[0]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for place, row in enumerate(rows):
        for head, value in row.items():
            sheet.cell(3 + place, columns[head]).value = value
    book.save(Path(folder) / name)
    return str(Path(folder) / name)


def upload(page, base, sheet):
    page.goto(f"{base}/imports?lang=zh")
    page.locator("input[name=sheet]").set_input_files(sheet)
    page.locator("select[name=kind]").select_option("investment")
    page.locator("form.command button[type=submit]").click()
    page.wait_for_url(re.compile(r"/imports/[0-9a-f]{32}"))
    page.wait_for_selector(".orders")


def applies_a_sheet(browser, base, faults, said):
    project = re.search(r'href="/projects/([^"?./]+)"', fetch(base + "/projects")).group(1)
    page = signed_in(browser, base, faults, said)
    with tempfile.TemporaryDirectory() as folder:
        good = filled(page, base, folder, [
            {"项目": project, "月份": "2024年1月", "本月完成投资（万元）": 4321.5}])
        upload(page, base, good)
        looks.examine(page, "zh", faults)
        if "可以导入：1 条命令" not in page.locator(".lede").inner_text():
            faults.append(f"the preview says {page.locator('.lede').inner_text()}")
        page.get_by_role("button", name="确认导入").click()
        page.wait_for_selector(".told")
        looks.examine(page, "zh", faults)
        page.locator("a.ref").first.click()
        if "project.investment_reported" not in page.content():
            faults.append(f"the receipt leads to {page.url}, which is no report of investment")
        upload(page, base, good)
        if "没有要导入的" not in page.locator(".lede").inner_text():
            faults.append("the same sheet again is not unchanged")
        bad = filled(page, base, folder, [
            {"项目": "没有这个项目", "月份": "年底", "本月完成投资（万元）": "很多"}], "写错.xlsx")
        upload(page, base, bad)
        looks.examine(page, "zh", faults)
        text = page.locator("#lines").inner_text()
        if not all(word in text for word in ("没有这个项目", "年底", "很多")):
            faults.append(f"the preview of bad cells says {text}")
        if page.get_by_role("button", name="确认导入").count():
            faults.append("a sheet with bad cells can be applied")
        page.goto(page.url.split("?")[0] + "?lang=en")
        looks.examine(page, "en", faults)
        page.goto(page.url.split("?")[0] + "?lang=zh")
        page.get_by_role("button", name="放弃").click()
        page.wait_for_url(re.compile(r"/imports(\?|$)"))
    page.context.close()


def check(browser, base, said):
    faults = []
    try:
        applies_a_sheet(browser, base, faults, said)
    except Exception as error:  # What was found before it must not be lost.
        faults.append(f"imports: {type(error).__name__}: {str(error)[:300]}")
    return faults
