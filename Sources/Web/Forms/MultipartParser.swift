import Foundation

/// Takes a `multipart/form-data` body apart as it comes (RFC 7578), holding no more of it than a
/// boundary's length and one part's head.
struct MultipartParser {
    enum Event: Equatable {
        case began(name: String, fileName: String?)
        case bytes(ArraySlice<UInt8>)
        case ended
    }

    struct Malformed: Error {}

    private enum State { case preamble, head, body, epilogue }

    private static let longestHead = 8 * 1024
    private static let lineEnd: [UInt8] = [13, 10]
    private static let headEnd: [UInt8] = [13, 10, 13, 10]

    private let delimiter: [UInt8]
    private var state = State.preamble
    /// The first boundary has no line before it.
    private var buffer = MultipartParser.lineEnd

    /// Nil where the type is another or names no boundary.
    init?(contentType: String) {
        guard contentType.lowercased().hasPrefix("multipart/form-data"),
            let boundary = Self.parameter("boundary", in: contentType),
            (1...70).contains(boundary.utf8.count)
        else { return nil }
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    mutating func take(_ bytes: some Sequence<UInt8>) throws(Malformed) -> [Event] {
        buffer += bytes
        var events: [Event] = []
        while try step(&events) {}
        return events
    }

    /// Whether the last boundary was seen.
    var isWhole: Bool { state == .epilogue }

    /// False where more bytes are needed.
    private mutating func step(_ events: inout [Event]) throws(Malformed) -> Bool {
        switch state {
        case .epilogue:
            buffer = []
            return false
        case .head:
            guard let end = buffer.firstIndex(of: Self.headEnd) else {
                guard buffer.count <= Self.longestHead else { throw Malformed() }
                return false
            }
            // The head begins with the end of the boundary's line.
            events.append(try Self.began(String(decoding: buffer[..<end], as: UTF8.self)))
            buffer.removeFirst(end + Self.headEnd.count)
            state = .body
            return true
        case .preamble, .body:
            guard let end = buffer.firstIndex(of: delimiter) else {
                let safe = max(0, buffer.count - delimiter.count)
                if state == .body, safe > 0 { events.append(.bytes(buffer[..<safe])) }
                buffer = Array(buffer[safe...])
                return false
            }
            let rest = buffer[(end + delimiter.count)...]
            guard rest.count >= 2 else { return false }
            if state == .body {
                if end > 0 { events.append(.bytes(buffer[..<end])) }
                events.append(.ended)
            }
            state = rest.starts(with: Array("--".utf8)) ? .epilogue : .head
            buffer = Array(rest)
            return true
        }
    }

    private static func began(_ head: String) throws(Malformed) -> Event {
        let field = head.split(whereSeparator: \.isNewline).first {
            $0.lowercased().hasPrefix("content-disposition:")
        }
        guard let field, let name = parameter("name", in: String(field)) else {
            throw Malformed()
        }
        return .began(name: name, fileName: parameter("filename", in: String(field)))
    }

    /// `name="…"`, with the escapes that browsers use.
    private static func parameter(_ name: String, in field: String) -> String? {
        for part in field.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[0].filter({ $0 != " " }).lowercased() == name else {
                continue
            }
            var value = pair[1]
            while value.last == " " { value.removeLast() }
            if value.first == "\"", value.last == "\"", value.count >= 2 {
                value = value.dropFirst().dropLast()
            }
            return String(value).replacing("%22", with: "\"").replacing("%0D", with: "")
                .replacing("%0A", with: "")
        }
        return nil
    }
}

extension [UInt8] {
    /// Where another sequence begins in this one first.
    fileprivate func firstIndex(of other: [UInt8]) -> Int? {
        guard let first = other.first, count >= other.count else { return nil }
        return withUnsafeBytes { all in
            var start = 0
            while start + other.count <= all.count {
                let rest = UnsafeRawBufferPointer(rebasing: all[start...])
                guard let here = rest.baseAddress,
                    let found = memchr(here, Int32(first), rest.count)
                else { return nil }
                start += UnsafeRawPointer(found) - here
                if all[start...].starts(with: other) { return start }
                start += 1
            }
            return nil
        }
    }
}
