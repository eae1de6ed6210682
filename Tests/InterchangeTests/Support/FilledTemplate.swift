import Foundation
import Interchange
import JSON

/// A template filled in by openpyxl, as offices do with their own programs.
enum FilledTemplate {
    private static let python = Shared.root.appending(path: ".build/venv/bin/python")

    /// Whether `scripts/setup-tests.sh` has installed the package.
    static let canFill = (try? run("import openpyxl", [], Data())) != nil
    /// Whether LibreOffice is installed with its spreadsheets.
    static let haveOffice = FileManager.default.fileExists(
        atPath: "/usr/lib/libreoffice/program/libsclo.so")

    /// - Parameters:
    ///   - filling: JSON of `rows` (objects by head; a number, a text, or
    ///     `{"number": 0.1, "format": "0%"}`, `{"date": "2024-10-15"}`, `{"formula": "=1+1"}`),
    ///     and perhaps `cells` (by head and row) to overwrite, `heads` to rename, areas to
    ///     `merge`, rows to `hide`, the `epoch`, `unmark`.
    ///   - recalculated: whether LibreOffice opens it and saves it again, formulas and all.
    static func bytes(
        _ template: Template, _ filling: String, lists: TemplateLists = TemplateLists(),
        rows: [FilledRow] = [], recalculated: Bool = false
    ) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "saima-template-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let empty = folder.appending(path: "empty.xlsx")
        try template.write(to: empty, lists: lists, rows: rows)
        let filled = folder.appending(path: "filled.xlsx")
        _ = try run(program, [empty.path, filled.path], Data(filling.utf8))
        guard recalculated else { return Array(try Data(contentsOf: filled)) }
        let saved = folder.appending(path: "saved")
        _ = try output(
            of: URL(filePath: "/usr/bin/soffice"),
            [
                "-env:UserInstallation=file://\(folder.path)/profile", "--headless",
                "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", saved.path,
                filled.path,
            ], Data())
        return Array(try Data(contentsOf: saved.appending(path: "filled.xlsx")))
    }

    /// What a program of python prints.
    static func run(_ program: String, _ arguments: [String], _ input: Data) throws -> Data {
        try output(of: python, ["-c", program] + arguments, input)
    }

    private static func output(
        of program: URL, _ arguments: [String], _ input: Data
    ) throws -> Data {
        signal(SIGPIPE, SIG_IGN)
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        let (stdin, stdout) = (Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        try process.run()
        try stdin.fileHandleForWriting.write(contentsOf: input)
        try stdin.fileHandleForWriting.close()
        let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return output
    }

    private static let program = """
        import datetime, json, sys
        import openpyxl
        from openpyxl.utils.datetime import CALENDAR_MAC_1904

        how = json.load(sys.stdin)
        book = openpyxl.load_workbook(sys.argv[1])
        if how.get("epoch") == 1904:
            book.epoch = CALENDAR_MAC_1904
        sheet = book.worksheets[0]
        columns = {cell.value: cell.column for cell in sheet[1]}
        for old, new in how.get("heads", {}).items():
            sheet.cell(1, columns[old]).value = new
            columns[new] = columns[old]
        if how.get("unmark"):
            first = sheet.cell(2, 1)
            assert first.value.startswith("示例行："), first.value
            first.value = first.value.removeprefix("示例行：")
        written = [
            (3 + place, head, value)
            for place, row in enumerate(how.get("rows", []))
            for head, value in row.items()
        ] + [
            (int(place), head, value)
            for place, row in how.get("cells", {}).items()
            for head, value in row.items()
        ]
        for place, head, value in written:
            cell = sheet.cell(place, columns[head])
            if not isinstance(value, dict):
                cell.value = value
            elif "date" in value:
                cell.value = datetime.date.fromisoformat(value["date"])
                cell.number_format = value.get("format", "yyyy-mm-dd")
            elif "formula" in value:
                cell.value = value["formula"]
                cell.number_format = "General"
            else:
                cell.value = value["number"]
                cell.number_format = value["format"]
        for area in how.get("merge", []):
            sheet.merge_cells(area)
        for row in how.get("hide", []):
            sheet.row_dimensions[row].hidden = True
        book.save(sys.argv[2])
        """
}
