/// How a text file spells its characters.
package enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    case gb18030
    case windows1252 = "windows-1252"
}

/// What the bytes of a whole file say about its encoding, gathered in one pass.
struct EncodingEvidence {
    private var utf8 = UTF8Scanner()
    private var gb18030 = GB18030Scanner()
    private var windows1252 = true
    private(set) var isUTF16 = false
    private(set) var isZip = false
    private var start: [UInt8] = []

    mutating func take(_ chunk: [UInt8]) {
        if start.count < 4 { start += chunk.prefix(4 - start.count) }
        for byte in chunk {
            utf8.take(byte)
            if byte >= 0x80 || gb18030.isInside { gb18030.take(byte) }
            if Windows1252.undefined.contains(byte) { windows1252 = false }
        }
    }

    mutating func finish() {
        utf8.finish()
        gb18030.finish()
        isUTF16 = start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
        isZip = start.starts(with: [0x50, 0x4B, 0x03, 0x04])
    }

    /// The likeliest encoding, nil where none fits. A file that is UTF-8 but for a few damaged
    /// bytes stays UTF-8, so that the damage is refused with its place instead of being read as
    /// other characters.
    var encoding: TextEncoding? {
        if utf8.invalid == 0 || start.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
        if utf8.sequences > utf8.invalid { return .utf8 }
        if gb18030.isChinese { return .gb18030 }
        return windows1252 ? .windows1252 : nil
    }
}

/// Counts whole sequences of more than one byte, and bytes that belong to none.
struct UTF8Scanner {
    private(set) var sequences = 0
    private(set) var invalid = 0
    /// Bytes taken before the first invalid sequence.
    private(set) var firstInvalid: Int?
    private var taken = 0
    private var wanted = 0
    private var begun = 0
    private var low: UInt8 = 0x80
    private var high: UInt8 = 0xBF

    mutating func take(_ byte: UInt8) {
        defer { taken += 1 }
        if wanted > 0 {
            if (low...high).contains(byte) {
                wanted -= 1
                low = 0x80
                high = 0xBF
                if wanted == 0 { sequences += 1 }
                return
            }
            wanted = 0
            fail(at: begun)
        }
        guard byte >= 0x80 else { return }
        begun = taken
        low = 0x80
        high = 0xBF
        switch byte {
        case 0xC2...0xDF: wanted = 1
        case 0xE0...0xEF:
            wanted = 2
            if byte == 0xE0 { low = 0xA0 }
            if byte == 0xED { high = 0x9F }
        case 0xF0...0xF4:
            wanted = 3
            if byte == 0xF0 { low = 0x90 }
            if byte == 0xF4 { high = 0x8F }
        default: fail(at: taken)
        }
    }

    mutating func finish() {
        if wanted > 0 { fail(at: begun) }
        wanted = 0
    }

    private mutating func fail(at offset: Int) {
        invalid += 1
        if firstInvalid == nil { firstInvalid = offset }
    }
}

/// Judges whether bytes are Chinese text in GB18030. Western text in one-byte codes now and then
/// makes valid pairs too, but seldom pairs of two high bytes in the rows of common characters.
struct GB18030Scanner {
    private var pairs = 0
    private var common = 0
    private var valid = true
    private var lead: UInt8?
    private var place = 0

    var isInside: Bool { lead != nil }

    var isChinese: Bool { valid && pairs > 0 && common * 4 >= pairs * 3 }

    mutating func take(_ byte: UInt8) {
        guard let first = lead else {
            valid = valid && byte != 0x80 && byte != 0xFF
            lead = byte
            place = 1
            return
        }
        place += 1
        switch (place, byte) {
        case (2, 0x30...0x39), (3, 0x81...0xFE): return
        case (4, 0x30...0x39): pairs += 1
        case (2, 0x40...0x7E), (2, 0x80...0xFE):
            pairs += 1
            if (0xA1...0xF7).contains(first), byte >= 0xA1 { common += 1 }
        default: valid = false
        }
        lead = nil
    }

    mutating func finish() {
        if lead != nil { valid = false }
    }
}
