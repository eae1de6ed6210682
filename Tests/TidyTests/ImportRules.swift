extension Rule {
    static let importRules = [roomsStandAlone, arrowsPointDown, publicIsForProducts]

    /// Our rooms and the ones they may import, directly or through another.
    static let arrows: [String: Set<String>] = {
        let direct: [String: Set<String>] = [
            "JSON": [],
            "Rulebook": [],
            "RulebookYAML": ["Rulebook", "JSON"],
            "RulebookJSON": ["Rulebook", "JSON"],
            "Delivery": ["Rulebook", "JSON"],
            "Ledger": ["JSON"],
            "LedgerSQLite": ["Ledger"],
            "LedgerPostgres": ["Ledger"],
            "CityHall": ["Delivery", "Ledger", "RulebookYAML", "RulebookJSON"],
            "Accounts": ["Delivery"],
            "Exchanges": [],
            "OpenID": ["Exchanges", "JSON"],
            "Notices": ["Accounts", "CityHall", "Exchanges"],
            "Sheets": [],
            "Interchange": ["Sheets", "CityHall"],
            "Reports": ["Sheets", "CityHall"],
            "ReportsSQLite": ["Reports"],
            "Web": ["Interchange", "Reports", "CityHall", "Accounts", "Notices", "OpenID"],
            "saima": [
                "Web", "Interchange", "Reports", "ReportsSQLite", "CityHall", "LedgerSQLite",
                "LedgerPostgres", "Accounts", "Notices", "OpenID",
            ],
        ]
        var reach = direct
        for _ in direct.keys {
            reach = reach.mapValues { rooms in
                rooms.reduce(rooms) { $0.union(reach[$1] ?? []) }
            }
        }
        return reach
    }()

    /// Rooms that import nothing but what stands here and what `arrows` allows.
    private static let packagesOfPureRooms: [String: Set<String>] = [
        "JSON": [],
        "Rulebook": ["BigInt"],
        "RulebookJSON": ["BigInt"],
        "Delivery": ["BigInt", "HashTreeCollections", "OrderedCollections"],
        "Ledger": ["Crypto", "Synchronization"],
    ]

    private static let roomsStandAlone = Rule.ofSwift(
        "JSON, Rulebook, RulebookJSON, Delivery and Ledger import no Foundation or C library",
        bad: [
            SourceFile("Sources/Ledger/A.swift", "import Foundation\n"),
            SourceFile("Sources/JSON/A.swift", "internal import FoundationEssentials\n"),
            SourceFile("Sources/Rulebook/A.swift", "import func Glibc.strtol\n"),
            SourceFile("Sources/Delivery/Races/A.swift", "@preconcurrency import Dispatch\n"),
        ],
        good: [
            SourceFile("Sources/Ledger/A.swift", "// import Foundation\nimport Crypto\n"),
            SourceFile("Sources/Delivery/A.swift", "package import Rulebook\nimport JSON\n"),
            SourceFile("Sources/Web/A.swift", "import Foundation\n"),
        ]
    ) { file, swift in
        guard let room = file.module, let packages = packagesOfPureRooms[room] else { return [] }
        return swift.imports.filter { !packages.contains($0.text) && arrows[$0.text] == nil }.map {
            Finding(path: file.path, line: $0.line, what: "\(room) imports \($0.text)")
        }
    }

    private static let arrowsPointDown = Rule.ofSwift(
        "imports between our rooms follow the arrows of docs/architecture.md",
        bad: [
            SourceFile("Sources/Rulebook/A.swift", "import Delivery\n"),
            SourceFile("Sources/JSON/A.swift", "import Ledger\n"),
            SourceFile("Sources/CityHall/A.swift", "import Delivery\npackage import Web\n"),
            SourceFile("Sources/Attic/A.swift", "let unknownRoom = true\n"),
        ],
        good: [
            SourceFile("Sources/Web/A.swift", "import CityHall\nimport JSON\nimport Delivery\n"),
            SourceFile("Tests/JSONTests/A.swift", "@testable import Web\n"),
        ]
    ) { file, swift in
        guard let room = file.module else { return [] }
        guard let allowed = arrows[room] else {
            if isBinding(room) { return [] }
            return [Finding(path: file.path, line: nil, what: "\(room) has no arrows yet")]
        }
        return swift.imports.filter { arrows[$0.text] != nil && !allowed.contains($0.text) }.map {
            Finding(path: file.path, line: $0.line, what: "\(room) may not import \($0.text)")
        }
    }

    private static let publicIsForProducts = Rule.ofSwift(
        "public stands only in the products that others import",
        bad: [SourceFile("Sources/Web/A.swift", "    public func page() {}\n")],
        good: [
            SourceFile("Sources/Rulebook/A.swift", "public struct Rulebook {}\n"),
            SourceFile("Sources/RulebookYAML/A.swift", "public struct Reader {}\n"),
            SourceFile("Sources/Web/A.swift", "case .public: return \"public\" // public\n"),
        ]
    ) { file, swift in
        guard let room = file.module, !isBinding(room) else { return [] }
        let products = ["JSON", "Rulebook", "Ledger"]
        guard !products.contains(where: room.hasPrefix) else { return [] }
        let words = swift.words
        return zip(words, words.dropFirst() + [SwiftText.Word](repeating: .none, count: 1))
            .filter { word, next in
                word.text == "public" && word.before != "." && declares(next.text)
            }
            .map { Finding(path: file.path, line: $0.0.line, what: "public in \(room)") }
    }

    private static func declares(_ word: String) -> Bool {
        [
            "func", "init", "var", "let", "struct", "enum", "class", "actor", "protocol", "static",
            "extension", "typealias", "import", "subscript", "final", "indirect", "private",
        ].contains(word)
    }

    /// Rooms that are a C library's Swift face: `CZip`, not `CityHall`.
    static func isBinding(_ room: String) -> Bool {
        guard room.first == "C", let second = room.dropFirst().first else { return false }
        return second.isUppercase
    }
}

extension SwiftText.Word {
    fileprivate static let none = SwiftText.Word(text: "", line: 0, column: 0, before: nil)
}
