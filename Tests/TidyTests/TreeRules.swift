extension Rule {
    static let treeRules = [speaksOfItself, buildsStayOut, decisionsAreNumbered, scriptsAreStrict]

    /// Put together from parts, so that this file keeps the rule itself.
    private static let machinePaths =
        [["work", "main"], ["work", "shared"], ["work", ".library"], ["tmp", "dev"], ["root"]]
        .map { "/" + $0.joined(separator: "/") + "/" }
    private static let people = ["home", "Users"].map { "/\($0)/" }
    private static let registries =
        [
            ["pypi", "org"], ["pythonhosted", "org"], ["debian", "org"], ["npmjs", "org"],
            ["npmjs", "com"], ["crates", "io"], ["nodesource", "com"],
        ]
        .map { $0.joined(separator: ".") }

    private static let speaksOfItself = Rule(
        name: "no file names a developer's machine, a registry's host or an issue's number",
        bad: [
            SourceFile("docs/a.md", "see " + machinePaths[0] + "a"),
            SourceFile("scripts/a.sh", "cd " + people[0] + "ann/saima"),
            SourceFile("scripts/b.sh", "pip -i https://" + registries[0] + "/simple"),
            SourceFile("Sources/Web/A.swift", "// as asked in issue " + "#12"),
        ],
        good: [
            SourceFile("scripts/a.sh", "cat \"$chroot" + machinePaths[4] + ".profile\""),
            SourceFile("docs/a.md", "https://github.com/groue/GRDB.swift; an issue of 12 pages"),
        ]
    ) { tree in
        tree.files.flatMap { file in
            file.lines.enumerated().compactMap { index, line in
                foreignWord(in: line).map { Finding(path: file.path, line: index + 1, what: $0) }
            }
        }
    }

    private static func foreignWord(in line: Substring) -> String? {
        if let host = registries.first(where: { line.contains($0) }) { return host }
        if line.contains("/") {
            for path in machinePaths + people {
                guard let found = line.firstRange(of: path) else { continue }
                let before = line[..<found.lowerBound].last
                // What follows a name or a variable is part of another path.
                if let before, before.isLetter || before.isNumber || "$}._-)>".contains(before) {
                    continue
                }
                return path
            }
        }
        guard let issue = line.firstRange(of: "issue ") else { return nil }
        let rest = line[issue.upperBound...]
        let digits = rest.drop { $0 == "#" }.prefix(while: \.isNumber)
        let after = rest.dropFirst(digits.count + (rest.first == "#" ? 1 : 0)).first
        return digits.isEmpty || after?.isLetter == true ? nil : "issue \(digits)"
    }

    private static let buildsStayOut = Rule(
        name: "what a build writes is not kept",
        bad: [
            SourceFile("Package.resolved", "{}"),
            SourceFile(".build/release.yaml", ""),
            SourceFile("data/ledger.sqlite", ""),
            SourceFile("Tests/Browser/__pycache__/a.pyc", ""),
            SourceFile("Sources/Web/Resources/vendor/htmx.js", ""),
        ],
        good: [
            SourceFile("Package.swift", ""), SourceFile("Samples/data/a.csv", ""),
            SourceFile("Sources/Web/Resources/vendor/README.md", ""),
        ]
    ) { tree in
        (tree.tracked ?? []).filter { path in
            path == "Package.resolved" || path.hasPrefix(".build/") || path.hasPrefix("data/")
                || path.contains("__pycache__/")
                || path.contains("Resources/vendor/") && !path.hasSuffix("/README.md")
        }
        .map { Finding(path: $0, line: nil, what: "is kept by git") }
    }

    private static let decisionsAreNumbered = Rule(
        name: "decisions are numbered without gaps, each with its number in its title",
        bad: [
            SourceFile("docs/decisions/use-json.md", "# Use JSON\n"),
            SourceFile("docs/decisions/0002-use-json.md", "# 0002 Use JSON\n"),
            SourceFile("docs/decisions/0001-use-json.md", "# Use JSON\n"),
        ],
        good: [
            SourceFile("docs/decisions/0001-a.md", "# 0001 A\n"),
            SourceFile("docs/decisions/0002-b.md", "# 0002 B\n"),
            SourceFile("docs/decisions/README.md", "# Decisions\n"),
        ]
    ) { tree in
        let decisions = tree.files.filter {
            $0.path.hasPrefix("docs/decisions/") && $0.name != "README.md"
        }
        .sorted { $0.path < $1.path }
        return decisions.enumerated().compactMap { index, file in
            let number = String(index + 1)
            let wanted = String(repeating: "0", count: max(0, 4 - number.count)) + number
            if file.name.hasPrefix(wanted + "-"), file.text.hasPrefix("# \(wanted) ") { return nil }
            return Finding(path: file.path, line: nil, what: "should be \(wanted)")
        }
    }

    private static let scriptsAreStrict = Rule(
        name: "a shell script stops at the first error",
        bad: [SourceFile("scripts/a.sh", "#!/usr/bin/env bash\necho a\n")],
        good: [
            SourceFile("scripts/a.sh", "#!/usr/bin/env bash\nset -euo pipefail\n"),
            SourceFile("scripts/b.sh", "#!/bin/sh\nset -eu\n"),
            SourceFile("scripts/lib.sh", "# Sourced by others.\n"),
        ]
    ) { tree in
        tree.files.filter { file in
            file.path.hasSuffix(".sh") && file.text.hasPrefix("#!")
                && !file.lines.contains { $0.hasPrefix("set -eu") }
        }
        .map { Finding(path: $0.path, line: nil, what: "set -eu is missing") }
    }
}
