/// Which part of the workbook stands for which id: a `.rels` part (ECMA-376 part 2, 6.5).
final class Relationships: XMLHandler {
    struct Target {
        var id: String
        /// The last word of its type: `worksheet`, `sharedStrings`, `styles`, `officeDocument`.
        var kind: String
        /// A name of the archive.
        var part: String
    }

    private(set) var targets: [Target] = []
    private let folder: [String]

    /// - Parameter part: whose relationships these are; empty for the package's own.
    init(of part: String) {
        folder = part.split(separator: "/").dropLast().map(String.init)
    }

    /// The part that holds the relationships of another.
    static func name(of part: String) -> String {
        let parts = part.split(separator: "/").map(String.init)
        let folder = parts.dropLast() + ["_rels"]
        return folder.joined(separator: "/") + "/" + (parts.last ?? "") + ".rels"
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name == "Relationship", attributes.text("TargetMode") != "External" else { return }
        guard let id = attributes.text("Id"), let type = attributes.text("Type"),
            let target = attributes.text("Target"), let part = resolve(target)
        else { return }
        let kind = type.split(separator: "/").last.map(String.init) ?? ""
        guard targets.count < 10_000 else { return }
        targets.append(Target(id: id, kind: kind, part: part))
    }

    /// Nil where the path leaves the archive.
    private func resolve(_ path: String) -> String? {
        var parts = path.hasPrefix("/") ? [] : folder
        for part in path.split(separator: "/").map(String.init) where part != "." {
            guard part == ".." else {
                parts.append(part)
                continue
            }
            guard !parts.isEmpty else { return nil }
            parts.removeLast()
        }
        return parts.joined(separator: "/")
    }
}
