import Foundation

/// One text file of the project.
struct SourceFile: Sendable {
    /// From the root of the project, with `/`.
    let path: String
    let text: String
    /// The text parted into code and comments; nil where it is not Swift.
    let swift: SwiftText?

    init(_ path: String, _ text: String) {
        self.path = path
        self.text = text
        swift = path.hasSuffix(".swift") ? SwiftText(text) : nil
    }

    var name: String { path.split(separator: "/").last.map(String.init) ?? path }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The number of lines as `wc -l` counts them.
    var lineCount: Int { text.utf8.count { $0 == UInt8(ascii: "\n") } }

    /// The folder under `Sources`, nil elsewhere.
    var module: String? {
        let parts = path.split(separator: "/")
        return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
    }

    var isTest: Bool { path.hasPrefix("Tests/") }
}

/// The project's files as the rules see them.
struct Tree: Sendable {
    /// Text files only.
    var files: [SourceFile]
    /// Every path that git keeps; nil where git cannot tell.
    var tracked: [String]?
}

extension Tree {
    /// The project around this file; `SAIMA_ROOT` names another.
    static var root: URL {
        if let named = ProcessInfo.processInfo.environment["SAIMA_ROOT"] {
            return URL(filePath: named, directoryHint: .isDirectory)
        }
        var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        repeat {
            folder.deleteLastPathComponent()
            let manifest = folder.appending(path: "Package.swift")
            if FileManager.default.fileExists(atPath: manifest.path) { return folder }
        } while folder.path != "/"
        return URL(filePath: FileManager.default.currentDirectoryPath)
    }

    /// What git keeps or would keep; every file but hidden and built ones where git cannot tell.
    static func read(_ root: URL = Tree.root) -> Tree {
        let tracked = gitPaths(root, ["ls-files", "-z"])
        let listed = gitPaths(root, ["ls-files", "-z", "-co", "--exclude-standard"])
        let files = Set(listed ?? walk(root)).sorted().compactMap { path -> SourceFile? in
            guard let bytes = FileManager.default.contents(atPath: root.appending(path: path).path),
                bytes.count < 4_000_000, !bytes.contains(0),
                let text = String(data: bytes, encoding: .utf8)
            else { return nil }
            return SourceFile(path, text)
        }
        return Tree(files: files, tracked: tracked)
    }

    static func walk(_ root: URL) -> [String] {
        let built: Set = [".build", ".git", "data", "vendor", "__pycache__", ".venv"]
        guard
            let walk = FileManager.default.enumerator(
                at: root, includingPropertiesForKeys: [.isRegularFileKey])
        else { return [] }
        var paths: [String] = []
        let prefix = root.resolvingSymlinksInPath().path + "/"
        for case let file as URL in walk {
            if built.contains(file.lastPathComponent) {
                walk.skipDescendants()
                continue
            }
            let isFile = try? file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile
            if isFile != true { continue }
            paths.append(String(file.resolvingSymlinksInPath().path.dropFirst(prefix.count)))
        }
        return paths
    }

    private static func gitPaths(_ root: URL, _ arguments: [String]) -> [String]? {
        let git = Process()
        git.executableURL = URL(filePath: "/usr/bin/env")
        git.arguments = ["git", "-C", root.path] + arguments
        let pipe = Pipe()
        git.standardOutput = pipe
        git.standardError = FileHandle.nullDevice
        guard (try? git.run()) != nil else { return nil }
        let bytes = (try? pipe.fileHandleForReading.readToEnd()) ?? nil
        git.waitUntilExit()
        guard git.terminationStatus == 0 else { return nil }
        return (bytes ?? Foundation.Data()).split(separator: 0).map {
            String(decoding: $0, as: UTF8.self)
        }
    }
}
