import Foundation
import Sheets
import Testing

/// Random sheets as openpyxl and LibreOffice write them, cell for cell against python-calamine.
@Suite(
    "Workbooks against python-calamine",
    .enabled(if: PythonPackages.areHere, "openpyxl is not installed: scripts/setup-tests.sh"))
struct CalamineComparisonTests {
    /// Writes a random sheet from a seed.
    private static let maker = """
        import datetime, random, sys
        import openpyxl
        chosen = random.Random(int(sys.argv[2]))
        book = openpyxl.Workbook()
        if chosen.random() < 0.3: book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        sheet = book.active
        alphabet = "ab 大连é😀<&>\\"'\\n0."
        formats = ["General", "0.00", "#,##0.00", "0.0%", "@", '0.0,"万"', "[Red]0;-0"]
        dates = ["yyyy-mm-dd", 'yyyy"年"m"月"d"日"', "m/d/yy h:mm", "[$-804]yyyy/m/d;@", "mmm-yy"]
        def value(cell):
            kind = chosen.randrange(8)
            if kind == 0: return
            if kind == 1:
                text = chosen.choices(alphabet, k=chosen.randrange(9))
                cell.value = "".join(text) + "x"
            if kind == 2: cell.value = chosen.randrange(-10**9, 10**9)
            if kind == 3: cell.value = chosen.random() * 10 ** chosen.randrange(-8, 12)
            if kind == 4: cell.value = chosen.randrange(10**9) / 100
            if kind == 5: cell.value = chosen.random() < 0.5
            if kind == 6:
                day = datetime.date(1910, 1, 1) + datetime.timedelta(chosen.randrange(60000))
                cell.value = day
                cell.number_format = chosen.choice(dates)
            if kind == 7:
                cell.value = datetime.datetime(2024, 1, 1) + datetime.timedelta(
                    seconds=chosen.randrange(10**8))
                cell.number_format = "yyyy-mm-dd hh:mm:ss"
            if kind in (2, 3, 4): cell.number_format = chosen.choice(formats)
        for row in range(1, chosen.randrange(2, 60)):
            if chosen.random() < 0.1: continue
            for column in range(1, chosen.randrange(1, 30)):
                value(sheet.cell(row, column))
        book.save(sys.argv[1])
        """

    /// Prints a line a cell that holds something: row, column, kind, value.
    private static let reader = """
        import datetime, json, sys
        import python_calamine
        sheet = python_calamine.CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0)
        start = sheet.start or (0, 0)
        for r, row in enumerate(sheet.to_python(skip_empty_area=True)):
            for c, value in enumerate(row):
                if value == "": continue
                place = [r + start[0] + 1, c + start[1] + 1]
                if isinstance(value, bool): out = ["b", str(value).lower()]
                elif isinstance(value, (int, float)): out = ["n", repr(float(value))]
                elif isinstance(value, datetime.datetime): out = ["d", value.isoformat()]
                elif isinstance(value, datetime.date): out = ["d", value.isoformat() + "T00:00:00"]
                else: out = ["s", str(value)]
                print(json.dumps(place + out, ensure_ascii=False))
        """

    /// The same of ours.
    private func cells(_ url: URL) throws -> [String] {
        let workbook = try Workbook(.file(url))
        var reader = try workbook.rows(of: workbook.sheets[0])
        var lines: [String] = []
        while let row = try reader.next() {
            for (column, cell) in row.cells.enumerated() {
                let out: (String, String)
                switch cell {
                case .blank: continue
                case .text(let text): out = ("s", text)
                case .number(let number): out = ("n", Self.rounded(number.digits))
                case .date(let text): out = ("d", Self.whole(text))
                case .boolean(let value): out = ("b", "\(value)")
                case .error(let text): out = ("e", text)
                }
                lines.append("\(row.number) \(column + 1) \(out.0) \(out.1)")
            }
        }
        return lines
    }

    /// At thirteen digits: beyond, ours may leave out the trace of binary fractions.
    private static func rounded(_ digits: String) -> String {
        Double(digits).map { String(format: "%.12e", $0) } ?? digits
    }

    private static func whole(_ date: String) -> String {
        switch date.utf8.count {
        case 7: date + "-01T00:00:00"
        case 10: date + "T00:00:00"
        default: date
        }
    }

    private func peer(_ url: URL) throws -> [String] {
        let said = try PythonPackages.run(Self.reader, [url.path])
        return try said.split(separator: UInt8(ascii: "\n")).map { line in
            let parts = try JSONSerialization.jsonObject(with: Data(line)) as? [Any] ?? []
            var value = parts[3] as? String ?? ""
            if parts[2] as? String == "n" { value = Self.rounded(value) }
            return "\(parts[0]) \(parts[1]) \(parts[2]) \(value)"
        }
    }

    /// What only one of the two says.
    private func difference(_ url: URL) throws -> [String] {
        let (ours, theirs) = (try cells(url), try peer(url))
        if ours.isEmpty { #expect(theirs.isEmpty) }
        return Set(ours).symmetricDifference(theirs).sorted()
    }

    @Test("What openpyxl writes is read cell for cell as calamine reads it")
    func openpyxl() throws {
        let scratch = try Scratch()
        for _ in 0..<6 {
            let seed = Int.random(in: 0..<1 << 40)
            let url = scratch.folder.appending(path: "\(seed).xlsx")
            _ = try PythonPackages.run(Self.maker, [url.path, "\(seed)"])
            let found = try difference(url)
            #expect(found == [], "seed \(seed)")
        }
    }

    private static let office = "/usr/bin/soffice"
    /// LibreOffice may be there without its spreadsheet program.
    private static let hasOffice =
        FileManager.default.isExecutableFile(atPath: office)
        && FileManager.default.fileExists(atPath: "/usr/lib/libreoffice/program/libsclo.so")

    @Test(
        "What LibreOffice writes is read cell for cell as calamine reads it",
        .enabled(if: hasOffice, "LibreOffice Calc is not installed"))
    func libreOffice() throws {
        let scratch = try Scratch()
        let seed = Int.random(in: 0..<1 << 40)
        let url = scratch.folder.appending(path: "a.xlsx")
        _ = try PythonPackages.run(Self.maker, [url.path, "\(seed)"])
        let found = try difference(convert(url, scratch.folder))
        #expect(found == [], "seed \(seed)")
    }

    @Test(
        "A formula has no value as openpyxl writes it, and has one once LibreOffice saved it",
        .enabled(if: hasOffice, "LibreOffice Calc is not installed"))
    func formulas() throws {
        let scratch = try Scratch()
        let url = scratch.folder.appending(path: "f.xlsx")
        let maker = """
            import openpyxl, sys
            book = openpyxl.Workbook()
            book.active.append([0.1, 0.2, "=A1+B1", '="合" & "计"', "=1/0"])
            book.active.merge_cells("A2:B3")
            book.active.row_dimensions[2].hidden = True
            book.active["A2"] = "x"
            book.save(sys.argv[1])
            """
        _ = try PythonPackages.run(maker, [url.path])
        let raw = try readWorkbook(Array(Data(contentsOf: url))).rows[0].cells
        #expect(raw[2...].allSatisfy { $0 == .error(Cell.uncalculated) })
        let saved = try readWorkbook(
            Array(Data(contentsOf: convert(url, scratch.folder))))
        #expect(saved.rows[0].cells.map(\.text) == ["0.1", "0.2", "0.3", "合计", "#DIV/0!"])
        #expect(saved.rows[1].isHidden)
        #expect(saved.merges == [MergedArea(rows: 2...3, columns: 1...2)])
    }

    private func convert(_ url: URL, _ folder: URL) throws -> URL {
        let out = folder.appending(path: "out")
        _ = try Process.output(
            of: URL(filePath: Self.office),
            [
                "-env:UserInstallation=file://\(folder.appending(path: "profile").path)",
                "--headless", "--convert-to", "xlsx", "--outdir", out.path, url.path,
            ], Data())
        return out.appending(path: url.lastPathComponent)
    }
}
