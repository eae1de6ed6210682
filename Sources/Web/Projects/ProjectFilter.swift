package import Delivery

/// Which projects a reader asked for, as the address says it.
package struct ProjectFilter: Sendable, Equatable {
    package var text: String?
    package var district: OrganizationID?
    package var track: Track?
    package var stage: Stage?
    package var onlyUnknown = false
    package var onlyPending = false

    package init(_ query: Query) {
        text = query["q"].map { String($0.prefix(200)) }
        district = query["district"].flatMap { OrganizationID($0) }
        track = query["track"].flatMap { Track(rawValue: $0) }
        stage = query["stage"].flatMap { Stage(rawValue: $0) }
        onlyUnknown = query["unknown"] != nil
        onlyPending = query["pending"] != nil
    }

    package var isEmpty: Bool { self == ProjectFilter(Query()) }

    /// The rows that pass, in the order of their places.
    package func pass(_ rows: [ProjectRow], _ places: [Int32]) -> [Int32] {
        if isEmpty { return places }
        let words = (text ?? "").lowercased().split(whereSeparator: \.isWhitespace)
            .map { Array($0.utf8) }
        return places.filter { place in
            let row = rows[Int(place)]
            if let track, row.track != track { return false }
            if let stage, row.stage != stage { return false }
            if onlyUnknown, !row.hasUnknown { return false }
            if onlyPending, !row.hasPendingClaim { return false }
            if let district, !row.districts.contains(district) { return false }
            return words.allSatisfy { Bytes.contain(row.searched, $0) }
        }
    }
}

/// Finding bytes in bytes: text compared exactly, many times faster than by characters.
enum Bytes {
    static func contain(_ haystack: [UInt8], _ needle: [UInt8]) -> Bool {
        guard let first = needle.first else { return true }
        guard haystack.count >= needle.count else { return false }
        return haystack.withUnsafeBufferPointer { hay in
            needle.withUnsafeBufferPointer { needle in
                for start in 0...(hay.count - needle.count) where hay[start] == first {
                    var place = 1
                    while place < needle.count, hay[start + place] == needle[place] { place += 1 }
                    if place == needle.count { return true }
                }
                return false
            }
        }
    }
}
