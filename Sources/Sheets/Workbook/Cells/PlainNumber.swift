/// Numbers as workbooks write them: a double in up to 17 digits, often with an exponent.
enum PlainNumber {
    /// Digits that spreadsheet programs themselves hold to be right.
    private static let sureDigits = 15
    /// What of the sure digits must stay for the rest to be a trace of binary fractions.
    private static let keptDigits = 13
    /// Of a double: 1.8e308.
    private static let largestExponent = 330

    /// The number in plain digits; nil where the bytes are none.
    ///
    /// Digits are kept as they stand, however many, with one exception: a fraction of more than
    /// 15 digits that is at most 13 digits long when rounded at the 15th, is that shorter number.
    /// 1.1 is kept in files as 1.1000000000000001, and the sum of 0.1 and 0.2 as
    /// 0.30000000000000004, while the program shows 1.1 and 0.3.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> CellNumber? {
        if isPlain(bytes) {
            return CellNumber(digits: String(decoding: bytes, as: UTF8.self))
        }
        guard var parts = Parts(bytes) else { return nil }
        parts.dropZeros()
        let isMended = parts.mend()
        guard let digits = parts.text(within: largestExponent) else { return nil }
        return CellNumber(digits: digits, isMended: isMended)
    }

    /// Whether the bytes are what they should be already, as most are: no exponent, no zeros that
    /// say nothing, no digits that may have to be mended.
    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard (1...40).contains(bytes.count) else { return false }
        var point: Int?
        // Digits from the first that is not zero.
        var sure = 0
        var (fourteenth, fifteenth) = (UInt8(0), UInt8(0))
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if sure == 0, byte == UInt8(ascii: "0") { continue }
                sure += 1
                if sure == keptDigits + 1 { fourteenth = byte }
                if sure == sureDigits { fifteenth = byte }
            case UInt8(ascii: ".") where point == nil: point = index
            case UInt8(ascii: "-") where index == 0: continue
            default: return false
            }
        }
        let start = bytes[0] == UInt8(ascii: "-") ? 1 : 0
        guard sure > 0, bytes[start] != UInt8(ascii: ".") else {
            return bytes.count == 1 && bytes[0] == UInt8(ascii: "0")
        }
        if bytes[start] == UInt8(ascii: "0"), bytes[start + 1] != UInt8(ascii: ".") {
            return false
        }
        guard point != nil else { return true }
        let last = bytes[bytes.count - 1]
        guard last != UInt8(ascii: "0"), last != UInt8(ascii: ".") else { return false }
        // Rounding leaves no more than the kept digits only behind 00 or 99.
        return sure <= sureDigits || fourteenth != fifteenth
            || (fourteenth != UInt8(ascii: "0") && fourteenth != UInt8(ascii: "9"))
    }

    private struct Parts {
        var isNegative = false
        /// Values 0…9.
        var digits: [UInt8] = []
        /// Digits behind the point; negative: zeros to come.
        var places = 0

        init?(_ bytes: UnsafeBufferPointer<UInt8>) {
            var rest = bytes[...]
            while let first = rest.first, first <= 0x20 { rest = rest.dropFirst() }
            while let last = rest.last, last <= 0x20 { rest = rest.dropLast() }
            if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
                isNegative = rest.first == UInt8(ascii: "-")
                rest = rest.dropFirst()
            }
            var afterPoint = false
            while let byte = rest.first, byte | 0x20 != UInt8(ascii: "e") {
                rest = rest.dropFirst()
                if byte == UInt8(ascii: "."), !afterPoint {
                    afterPoint = true
                    continue
                }
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                digits.append(byte - UInt8(ascii: "0"))
                if afterPoint { places += 1 }
            }
            guard !digits.isEmpty, digits.count <= 400 else { return nil }
            guard !rest.isEmpty else { return }
            let exponent = Int(String(decoding: rest.dropFirst(), as: UTF8.self))
            let range = -2 * largestExponent...2 * largestExponent
            guard let exponent, range.contains(exponent) else { return nil }
            places -= exponent
        }

        /// Takes the zeros at both ends away.
        mutating func dropZeros() {
            digits.removeFirst(digits.prefix { $0 == 0 }.count)
            while digits.last == 0 {
                digits.removeLast()
                places -= 1
            }
            if digits.isEmpty {
                places = 0
                isNegative = false
            }
        }

        /// - Returns: whether another double is meant than the one written.
        mutating func mend() -> Bool {
            guard digits.count > sureDigits, places > 0 else { return false }
            var short = self
            let isUp = digits[sureDigits] >= 5
            short.places -= digits.count - sureDigits
            short.digits = Array(digits.prefix(sureDigits))
            if isUp { short.addOne() }
            short.dropZeros()
            guard short.digits.count <= keptDigits else { return false }
            let isOther = short.double != double
            self = short
            return isOther
        }

        private mutating func addOne() {
            var index = digits.count - 1
            while index >= 0, digits[index] == 9 {
                digits[index] = 0
                index -= 1
            }
            if index >= 0 { digits[index] += 1 } else { digits.insert(1, at: 0) }
        }

        private var double: Double? {
            let text = digits.map { String($0) }.joined()
            return Double("\(text)e\(-places)")
        }

        func text(within bound: Int) -> String? {
            if digits.isEmpty { return "0" }
            guard places <= bound + 20, digits.count - places <= bound else { return nil }
            var ascii = digits.map { $0 + UInt8(ascii: "0") }
            if places <= 0 {
                ascii += Array(repeating: UInt8(ascii: "0"), count: -places)
            } else {
                if ascii.count <= places {
                    let zeros = places + 1 - ascii.count
                    ascii.insert(
                        contentsOf: Array(repeating: UInt8(ascii: "0"), count: zeros), at: 0)
                }
                ascii.insert(UInt8(ascii: "."), at: ascii.count - places)
            }
            return (isNegative ? "-" : "") + String(decoding: ascii, as: UTF8.self)
        }
    }

    /// The plain digits of a hundred times the number of these.
    static func timesHundred(_ digits: String) -> String {
        var text = digits
        return text.withUTF8 { bytes in
            guard var parts = Parts(bytes) else { return digits }
            parts.places -= 2
            parts.dropZeros()
            return parts.text(within: largestExponent + 2) ?? digits
        }
    }
}
