import Delivery

/// The text of a number in the one form that it is read from, and what stands around it.
struct NumberText {
    /// What the writer says of the number beyond its digits.
    enum Nearness: Equatable {
        case exact
        /// 30多、200余、不少于30、30以上
        case atLeast
        /// 超10、逾10
        case moreThan
        /// 不超过30、30以下、可达30
        case upTo
        /// 约30、近30、30左右
        case about
    }

    /// Narrow signs and digits, without the words around.
    var digits: String
    var nearness: Nearness
    /// The word that says so: 约.
    var word: String?

    private static let before: [(String, Nearness)] = [
        ("不少于", .atLeast), ("不低于", .atLeast), ("至少", .atLeast), (">=", .atLeast), ("≥", .atLeast),
        ("超过", .moreThan), ("超", .moreThan), ("逾", .moreThan), ("突破", .moreThan), (">", .moreThan),
        ("不超过", .upTo), ("不高于", .upTo), ("至多", .upTo), ("最多", .upTo), ("最高", .upTo), ("可达", .upTo),
        ("<=", .upTo), ("≤", .upTo), ("<", .upTo), ("低于", .upTo),
        ("大约", .about), ("约", .about), ("将近", .about), ("接近", .about), ("近", .about), ("~", .about),
        ("预计", .about), ("估计", .about),
    ]
    private static let behind: [(String, Nearness)] = [
        ("以上", .atLeast), ("多", .atLeast), ("余", .atLeast), ("+", .atLeast), ("以下", .upTo),
        ("以内", .upTo), ("左右", .about), ("上下", .about),
    ]

    /// - Parameter words: that may stand behind the number: 个, 家.
    init(_ text: String, without words: [String] = []) {
        var rest = Trimming.trimmed(NameForm.narrow(text))
        nearness = .exact
        if let (word, nearness) = Self.before.first(where: { rest.hasPrefix($0.0) }),
            rest.count > word.count
        {
            rest = Trimming.trimmed(String(rest.dropFirst(word.count)))
            self.nearness = nearness
            self.word = word
        }
        for _ in 0..<2 {
            rest = Self.cut(rest, words.map(NameForm.folded))
            if let (word, nearness) = Self.behind.first(where: { rest.hasSuffix($0.0) }),
                rest.count > word.count
            {
                rest = Trimming.trimmed(String(rest.dropLast(word.count)))
                self.nearness = nearness
                self.word = word
            }
        }
        digits = rest
    }

    private static func cut(_ text: String, _ words: [String]) -> String {
        for word in words where text.count > word.count {
            if text.hasSuffix(word) {
                return Trimming.trimmed(String(text.dropLast(word.count)))
            }
            for sign in ["", "-"] where text.hasPrefix(sign + word) {
                return sign + Trimming.trimmed(String(text.dropFirst(sign.count + word.count)))
            }
        }
        return text
    }
}
