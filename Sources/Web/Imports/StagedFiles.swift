import CityHall
import Foundation

/// Where the files of one import lie until it is applied, dropped or forgotten: outside of what
/// the ledger cites, readable by the server alone.
struct StagedFiles: Sendable {
    private let folder: URL

    /// Makes an empty place.
    init(_ id: String, in staging: URL) throws {
        folder = staging.appending(path: id, directoryHint: .isDirectory)
        for place in [staging, folder, folder.appending(path: "beside")] {
            try FileManager.default.createDirectory(
                at: place, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        }
    }

    /// What comes in, before it is known what each file is.
    var incoming: EvidenceStore { EvidenceStore(folder.appending(path: "incoming")) }
    var sheet: URL { folder.appending(path: "sheet") }
    /// The files that the sheet cites, by their names.
    var beside: URL { folder.appending(path: "beside", directoryHint: .isDirectory) }

    func place(sheet file: EvidenceFile) throws {
        try FileManager.default.linkItem(at: file.place, to: sheet)
    }

    func place(sheet bytes: [UInt8]) throws {
        try Data(bytes).write(to: sheet)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: sheet.path)
    }

    /// - Returns: false where another file has the name, or the name is none.
    func place(_ file: EvidenceFile, named name: String) throws -> Bool {
        guard (1...255).contains(name.utf8.count), !name.hasPrefix("."), !name.contains("/"),
            !name.utf8.contains(0)
        else { return false }
        let place = beside.appending(path: name)
        guard !FileManager.default.fileExists(atPath: place.path) else { return false }
        try FileManager.default.linkItem(at: file.place, to: place)
        return true
    }

    /// Ends the coming in: what was given no place goes.
    func settle() {
        try? FileManager.default.removeItem(at: folder.appending(path: "incoming"))
    }

    var bytes: Int {
        let files = FileManager.default.enumerator(
            at: folder, includingPropertiesForKeys: [.fileSizeKey])
        var sum = 0
        while let file = files?.nextObject() as? URL {
            sum += (try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0
        }
        return sum
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }
}
