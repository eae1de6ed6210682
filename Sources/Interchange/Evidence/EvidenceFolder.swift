package import CityHall
package import Delivery
package import Foundation
import Synchronization

/// The files that a sheet may cite: those beside it, by name, and those that the city keeps
/// already, by hash. Each is read once.
package final class EvidenceFolder: Sendable {
    enum Found {
        /// - Parameter isKept: whether the city has it already.
        case file(EvidenceFile, isKept: Bool)
        case missing
        /// Outside the sheet's own folder.
        case outside
        /// A folder, empty, too large, or unreadable.
        case unfit
    }

    private let folder: URL?
    private let store: EvidenceStore?
    private let mayCite: @Sendable (SHA256Text) -> Bool
    private let known = Mutex<[String: Found]>([:])

    /// - Parameters:
    ///   - folder: in which the sheet lies; nil where it came without one.
    ///   - store: nil where there is no city yet.
    ///   - mayCite: whether whoever imports may know of a kept file; another is missing to them.
    package init(
        beside folder: URL?, keptIn store: EvidenceStore?,
        mayCite: @escaping @Sendable (SHA256Text) -> Bool = { _ in true }
    ) {
        self.mayCite = mayCite
        self.folder = folder?.absoluteURL.resolvingSymlinksInPath()
        self.store = store
    }

    /// Nothing beside the sheet, and nothing kept.
    package static let none = EvidenceFolder(beside: nil, keptIn: nil)

    /// The files that were found beside the sheet and are to be kept before they are cited.
    package var toKeep: [EvidenceFile] {
        known.withLock { found in
            found.sorted { $0.key < $1.key }.compactMap { _, found in
                if case .file(let file, isKept: false) = found { file } else { nil }
            }
        }
    }

    /// - Parameter name: a path from the sheet's folder on, or 64 hexadecimal digits.
    func find(_ name: String) -> Found {
        if let found = known.withLock({ $0[name] }) { return found }
        let found = look(name)
        known.withLock { $0[name] = found }
        return found
    }

    private func look(_ name: String) -> Found {
        if let hash = SHA256Text(name.lowercased()) {
            guard mayCite(hash) else { return .missing }
            return store?.file(hash).map { .file($0, isKept: true) } ?? .missing
        }
        guard let folder, !name.utf8.contains(0) else { return .missing }
        let path = name.replacing("\\", with: "/")
        guard !path.hasPrefix("/") else { return .outside }
        let place = folder.appending(path: path).resolvingSymlinksInPath()
        guard place.path.hasPrefix(folder.path.hasSuffix("/") ? folder.path : folder.path + "/")
        else { return .outside }
        guard FileManager.default.fileExists(atPath: place.path) else { return .missing }
        return EvidenceFile(place).map { .file($0, isKept: false) } ?? .unfit
    }
}
