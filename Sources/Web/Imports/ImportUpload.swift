import CityHall
import Foundation
import Hummingbird
import Interchange

/// What the form of an import sent: the sheet, what it holds, and the files that it cites.
struct ImportUpload {
    private static let largestMapping = 1 << 20

    /// What is wrong with what was sent, at its field.
    struct Refused: Error {
        var problem: FormProblem
        var kind: String?
    }

    private let body: FormBody
    private let files: StagedFiles

    /// Reads a form and puts its files into their place.
    static func bring(
        _ request: Request, to files: StagedFiles, atMost mostBytes: Int
    ) async throws -> (name: String, mapping: ImportMapping) {
        let body = try await FormBody(request, files: files.incoming, atMost: mostBytes)
        let upload = ImportUpload(body: body, files: files)
        let mapping = try upload.mapping()
        let name = try upload.placeSheet()
        try upload.placeEvidence()
        return (name, mapping)
    }

    private var kind: String? { body.own("kind").flatMap { $0.isEmpty ? nil : $0 } }

    private func refused(_ field: String, _ words: Phrase) -> Refused {
        Refused(problem: FormProblem(field: field, words: words), kind: kind)
    }

    private func brought(_ field: String) -> [FormBody.Brought] {
        body.brought.filter { $0.field == field }
    }

    private func placeSheet() throws -> String {
        guard let sheet = brought("sheet").first else {
            throw refused("sheet", .importSheetMissing)
        }
        try files.place(sheet: sheet.file)
        return sheet.name
    }

    private func mapping() throws -> ImportMapping {
        let own = brought("mapping").first
        guard let kind else { throw refused("kind", .importKindMissing) }
        if kind == ImportStart.ownMapping {
            guard let own else { throw refused("mapping", .importMappingMissing) }
            guard own.file.size <= Self.largestMapping,
                let bytes = try? Data(contentsOf: own.file.place),
                let text = String(validating: bytes, as: UTF8.self)
            else { throw refused("mapping", .importMappingUnreadable) }
            return .own(text: text, file: own.name)
        }
        guard let template = Template.named(kind) else {
            throw refused("kind", .importKindMissing)
        }
        guard own == nil else { throw refused("mapping", .importMappingUnasked) }
        return .template(template)
    }

    private func placeEvidence() throws {
        for file in brought("evidence") {
            guard try files.place(file.file, named: file.name) else {
                throw refused("evidence", .importFileNameTaken(file.name))
            }
        }
    }
}
