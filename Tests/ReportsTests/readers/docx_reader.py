"""docx_reader.py FILE RACE.json BEFORE.json|- NAMES.json: reads a bulletin with python-docx."""

import json
import sys

import docx
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

import race
import tables
from race import same


def near(found, expected, what):
    if abs(found - expected) > Mm(0.1):
        raise SystemExit(f"{what}: {found / 36000:.2f} mm is not {expected / 36000:.2f} mm")


def check_page(document):
    section = document.sections[0]
    near(section.page_width, Mm(210), "width")
    near(section.page_height, Mm(297), "height")
    near(section.top_margin, Mm(37), "top margin")
    near(section.left_margin, Mm(28), "left margin")
    near(section.page_width - section.left_margin - section.right_margin, Mm(156), "text width")
    near(section.page_height - section.top_margin - section.bottom_margin, Mm(225), "text height")
    if not document.settings.odd_and_even_pages_header_footer:
        raise SystemExit("odd and even pages have one footer")
    for footer, side in [(section.footer, "right"), (section.even_page_footer, "left")]:
        paragraph = footer.paragraphs[0]
        same(paragraph._p.pPr.find(qn("w:jc")).get(qn("w:val")), side, "side of a page number")
        codes = [one.text for one in paragraph._p.iter(qn("w:instrText"))]
        same([one.strip() for one in codes], ["PAGE"], "page number")
        same(paragraph.text.replace("1", "n"), "— n —", "page number's dashes")


def check_style(document, name, face, size, line):
    style = document.styles[name]
    same(style._element.rPr.rFonts.get(qn("w:eastAsia")), face, f"face of {name}")
    same(style.font.size, Pt(size), f"size of {name}")
    same(style.paragraph_format.line_spacing, Pt(line), f"line pitch of {name}")
    same(style.paragraph_format.line_spacing_rule, WD_LINE_SPACING.EXACTLY, f"pitch of {name}")


def cells(row):
    """Texts by column; a cell that is merged downwards says its text in each row."""
    return [cell.text for cell in row.cells]


def read_tables(document):
    found = []
    for table in document.tables:
        heads = [row for row in table.rows if row._tr.trPr.find(qn("w:tblHeader")) is not None]
        rows = [cells(row) for row in table.rows][len(heads) :]
        for row in table.rows:
            if row._tr.trPr.find(qn("w:cantSplit")) is None:
                raise SystemExit("a row may be split between pages")
        width = sum(int(one.get(qn("w:w"))) for one in table._tbl.tblGrid)
        near(width * 635, Mm(156), "width of a table")
        found.append((cells(heads[-1]), rows))
    return found


def main(path, standings, before, names):
    about = json.load(open(names))
    document = docx.Document(path)
    result, groups = race.read(standings, before)
    check_page(document)
    check_style(document, "Title", "方正小标宋简体", 22, 34)
    check_style(document, "公文正文", "仿宋_GB2312", 16, 28)
    check_style(document, "Heading 1", "黑体", 16, 28)
    check_style(document, "发文机关标志", "方正小标宋简体", 36, 48)
    same(document.styles["发文机关标志"].font.color.rgb, RGBColor(255, 0, 0), "the mark's colour")
    texts = [paragraph.text for paragraph in document.paragraphs]
    same(texts[:3], [about["issuer"], about["number"], about["title"]], "the head")
    same(texts[-2:], [about["issuer"], about["date"]], "the signature")
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    numerals = "一二三四五六七八九十"
    wanted = [f"{numerals[place]}、{name}" for place, (name, _) in enumerate(groups)]
    same(headings, wanted + [f"{numerals[len(groups)]}、未计入的申报"], "headings")
    whole = "\n".join(texts)
    for text in [result["rulebook_sha256"], result["facts_sha256"], result["version"]]:
        if text not in whole:
            raise SystemExit(f"{text} is not told")
    found = without_claims(read_tables(document), about)
    tables.check(found, groups, about["names"], about["titles"])


def without_claims(found, about):
    """Takes the column of refused claims out and compares it with what was counted."""
    result = []
    for heads, rows in found:
        if "不予认定" in heads:
            place = heads.index("不予认定")
            for row in rows:
                unit = next(key for key, name in about["names"].items() if name == row[1])
                same(row[place], str(about["refused"].get(unit, 0)), f"refused claims of {unit}")
            heads = heads[:place] + heads[place + 1 :]
            rows = [row[:place] + row[place + 1 :] for row in rows]
        elif any(about["refused"].values()):
            raise SystemExit("refused claims are not told")
        result.append((heads, rows))
    return result


if __name__ == "__main__":
    main(*sys.argv[1:])
