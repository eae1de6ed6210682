import JSON

/// SplitMix64: the same seed gives the same values on every run.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

enum RandomJSON {
    private static let scalars: [String] = [
        "a", "B", "\"", "\\", "/", "\n", "\u{1}", "\u{1F}", "é", "指", "标", "\u{E000}",
        "\u{FFFF}", "😀", "\u{10FFFF}", "\u{7F}", "\u{80}", " ",
    ]

    static func text(_ random: inout SeededRandom) -> String {
        (0..<Int.random(in: 0...6, using: &random))
            .map { _ in scalars[Int.random(in: 0..<scalars.count, using: &random)] }.joined()
    }

    static func value(_ random: inout SeededRandom, depth: Int) -> JSON {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &random) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &random))
        case 2:
            let most = JSON.largestInteger
            return .integer(Int.random(in: -most...most, using: &random))
        case 3: return .integer(Int.random(in: -20...20, using: &random))
        case 4: return .string(text(&random))
        case 5:
            return .array(
                (0..<Int.random(in: 0...4, using: &random)).map { _ in
                    value(&random, depth: depth - 1)
                })
        default:
            var members: [JSON.Member] = []
            for _ in 0..<Int.random(in: 0...5, using: &random) {
                let key = text(&random)
                if members.contains(where: { $0.key.utf8.elementsEqual(key.utf8) }) { continue }
                members.append(.init(key, value(&random, depth: depth - 1)))
            }
            return .object(members)
        }
    }
}
