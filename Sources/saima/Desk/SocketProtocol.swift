import Delivery
import JSON

/// What is said over `saima.sock`: lines of JSON, each at most `LineSplitter.longest` bytes.
///
/// A request is `{"as":"p-zhongshan-1","key":"…","command":{"cmd":…}}`, and every request is
/// answered by one line, in order; many may be outstanding. `{"as":…,"together":3}` says that
/// the next three lines, `{"key":…,"command":…}`, stand or fall together; they are answered
/// when all of them are decided. `{"reset_password":"p-security"}` gives a person a one-time
/// password.
enum SocketProtocol {
    static let name = "saima.sock"

    /// Requests of a connection that may be outstanding; what comes after them waits unread.
    static let window = 64
    /// Connections at once, so that all together stay below what the city hall queues.
    static let connections = 48
    /// Commands, and their bytes, that may stand or fall together.
    static let largestBatch = 2_000_000
    static let largestBatchBytes = 1 << 30

    enum Request {
        case order(Order, as: PersonID)
        case together(Int, as: PersonID)
        case resetPassword(PersonID)
        /// A line of a batch.
        case part(Order)
        case malformed(Answer)
    }

    static func request(_ line: LineSplitter.Line, inBatch: Bool) -> Request {
        guard case .text(let bytes) = line else { return malformed(nil, "line_too_long") }
        guard let json = try? JSON.parse(bytes) else { return malformed(nil, "request_malformed") }
        if !inBatch, let person = json["reset_password"]?.stringValue.flatMap({ PersonID($0) }) {
            return .resetPassword(person)
        }
        let person = json["as"]?.stringValue.flatMap { PersonID($0) }
        if !inBatch, let person, let count = json["together"]?.intValue {
            guard (1...largestBatch).contains(count) else {
                return malformed(nil, "batch_too_large")
            }
            return .together(count, as: person)
        }
        guard let key = json["key"]?.stringValue, let command = json["command"],
            let body = try? command.canonical()
        else { return malformed(json["key"]?.stringValue, "request_malformed") }
        let order = Order(key: key, body: body)
        if inBatch { return .part(order) }
        return person.map { .order(order, as: $0) } ?? malformed(key, "request_malformed")
    }

    static func malformed(_ key: String?, _ code: String) -> Request {
        .malformed(
            Answer(
                key: key,
                .refused(
                    code: code, field: nil,
                    Words(
                        zh: "请求应为一行 JSON:as、key、command",
                        en: "a request is a line of JSON with as, key and command"))))
    }

    static func line(_ order: Order, as person: PersonID?) -> [UInt8] {
        let start = person.map { "{\"as\":\"\($0)\"," } ?? "{"
        return Array("\(start)\"key\":\"\(order.key)\",\"command\":".utf8) + order.body
            + Array("}\n".utf8)
    }

    static func line(resettingPasswordOf person: PersonID) -> [UInt8] {
        Array("{\"reset_password\":\"\(person)\"}\n".utf8)
    }

    static func header(together count: Int, as person: PersonID) -> [UInt8] {
        Array("{\"as\":\"\(person)\",\"together\":\(count)}\n".utf8)
    }

    static func line(_ answer: Answer) -> [UInt8] {
        Array((JSON.object(answer.members).text() + "\n").utf8)
    }
}
