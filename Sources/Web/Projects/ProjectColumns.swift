import Delivery
import Foundation

/// What lists are filtered and summed by, in columns beside the rows: ten thousand projects are
/// gone through in well under a millisecond, without touching one of them.
struct ProjectColumns: Sendable {
    struct Marks: OptionSet, Sendable {
        let rawValue: UInt8
        static let unknown = Marks(rawValue: 1)
        static let pending = Marks(rawValue: 2)
        static let strategic = Marks(rawValue: 4)
        static let suspended = Marks(rawValue: 8)
        static let terminated = Marks(rawValue: 16)
    }

    /// Places among all stages and one more for none.
    private(set) var stages: [UInt8] = []
    private(set) var tracks: [UInt8] = []
    private(set) var marks: [Marks] = []
    /// In minor units; the least number where an amount is not known.
    private(set) var totals: [Int64] = []
    private(set) var plans: [Int64] = []
    private(set) var invested: [Int64] = []
    /// What each row is found by, one after the other, and where each ends.
    private var searched: [UInt8] = []
    private var searchedEnds: [Int] = [0]
    /// Whom each row is credited to, as places in `organizations`, and where each row's end.
    private var credited: [UInt32] = []
    private var creditedEnds: [Int] = [0]
    private var places: [OrganizationID: UInt32] = [:]
    private(set) var organizations: [OrganizationID] = []

    static let unknownAmount = Int64.min

    init(_ rows: [ProjectRow]) {
        searched.reserveCapacity(rows.count * 96)
        for row in rows { append(row) }
    }

    private mutating func append(_ row: ProjectRow) {
        stages.append(Self.code(of: row.stage))
        tracks.append(Self.code(of: row.track))
        var marks: Marks = []
        if row.hasUnknown { marks.insert(.unknown) }
        if row.hasPendingClaim { marks.insert(.pending) }
        if row.isStrategic { marks.insert(.strategic) }
        switch row.standing {
        case .active: break
        case .suspended: marks.insert(.suspended)
        case .terminated: marks.insert(.terminated)
        }
        self.marks.append(marks)
        totals.append(row.total?.value?.minor ?? Self.unknownAmount)
        plans.append(row.plan?.minor ?? Self.unknownAmount)
        invested.append(row.invested?.minor ?? Self.unknownAmount)
        searched += row.searched
        searchedEnds.append(searched.count)
        for district in row.districts { credited.append(place(of: district)) }
        creditedEnds.append(credited.count)
    }

    private mutating func place(of organization: OrganizationID) -> UInt32 {
        if let place = places[organization] { return place }
        let place = UInt32(clamping: organizations.count)
        places[organization] = place
        organizations.append(organization)
        return place
    }

    static func code(of stage: Stage?) -> UInt8 {
        UInt8(clamping: stage.flatMap { Stage.allCases.firstIndex(of: $0) } ?? 255)
    }

    static func code(of track: Track) -> UInt8 {
        UInt8(clamping: Track.allCases.firstIndex(of: track) ?? 255)
    }

    func isCredited(_ row: Int, to organization: UInt32) -> Bool {
        credited[creditedEnds[row]..<creditedEnds[row + 1]].contains(organization)
    }

    /// Nil where no project is credited to it.
    func place(ofCredited organization: OrganizationID) -> UInt32? { places[organization] }

    /// Keeps the rows in which each of the words stands.
    func finding(_ words: [[UInt8]], among rows: [Int32]) -> [Int32] {
        searched.withUnsafeBytes { all in
            guard let start = all.baseAddress else { return words.isEmpty ? rows : [] }
            return rows.filter { row in
                let (from, to) = (searchedEnds[Int(row)], searchedEnds[Int(row) + 1])
                let bytes = UnsafeRawBufferPointer(start: start + from, count: to - from)
                return words.allSatisfy { SearchText.stands($0, in: bytes) }
            }
        }
    }

    /// A sum of amounts, nil where it is too large, and how many are not known.
    static func sum(_ amounts: [Int64], of rows: [Int32]) -> (sum: Money?, unknown: Int) {
        var sum = Int128(0)
        var unknown = 0
        for row in rows {
            let amount = amounts[Int(row)]
            if amount == unknownAmount { unknown += 1 } else { sum += Int128(amount) }
        }
        return (Int64(exactly: sum).map { Money(minor: $0) }, unknown)
    }
}

/// Text as it is searched: small letters, and full-width letters and digits as plain ones.
enum SearchText {
    static func folded(_ text: String) -> String {
        guard Han.isIn(text) else { return text.lowercased() }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E:
                scalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x3000: scalars.append(" ")
            default: scalars.append(scalar)
            }
        }
        return String(scalars).lowercased()
    }

    /// Whether the word's bytes stand in the text. Looked for first is the byte that tells most:
    /// of a Chinese character the third, as many share the first.
    static func stands(_ word: [UInt8], in text: UnsafeRawBufferPointer) -> Bool {
        guard let first = word.first, let start = text.baseAddress else { return word.isEmpty }
        let telling = first >= 0xE0 && word.count > 2 ? 2 : 0
        var from = telling
        while from + word.count - telling <= text.count {
            let length = text.count - from - (word.count - telling) + 1
            guard let hit = memchr(start + from, Int32(word[telling]), length) else { return false }
            if memcmp(hit - telling, word, word.count) == 0 { return true }
            from = UnsafeRawPointer(hit) - start + 1
        }
        return false
    }

    /// The words of a search, each as bytes.
    static func words(_ text: String) -> [[UInt8]] {
        folded(text).split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
    }
}
