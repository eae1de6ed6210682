package import Delivery
import Foundation
import Rulebook

/// A text by e-mail, as RFC 5322 wants it.
package struct MailMessage: Sendable, Hashable {
    package var from: MailAddress
    package var to: MailAddress
    package var subject: String
    package var body: String
    package var date: Timestamp
    /// The same at every attempt, so that whoever gets it twice sees one.
    package var id: String

    package init(
        from: MailAddress, to: MailAddress, subject: String, body: String, date: Timestamp,
        id: String
    ) {
        self.from = from
        self.to = to
        self.subject = subject
        self.body = body
        self.date = date
        self.id = id
    }

    package var bytes: [UInt8] {
        let headers = [
            "Date: \(Self.written(date))", "From: <\(from.text)>", "To: <\(to.text)>",
            "Message-ID: <\(Self.token(id))@\(from.domain)>",
            "Subject: \(Self.encoded(subject))", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64",
            "Auto-Submitted: auto-generated",
        ]
        let text = body.split(separator: "\n", omittingEmptySubsequences: false)
            .joined(separator: "\r\n")
        let encoded = Data(text.utf8).base64EncodedString(
            options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
        let message = headers.joined(separator: "\r\n") + "\r\n\r\n" + encoded + "\r\n"
        return Array(message.utf8)
    }

    private static func token(_ text: String) -> String {
        String(text.filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
    }

    /// Encoded words of RFC 2047, each of whole characters and short enough for its line. A
    /// control character, which could end the header, becomes a blank.
    static func encoded(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
        var words: [String] = []
        var word = ""
        for scalar in scalars {
            if word.utf8.count + UTF8.width(scalar) > longestWord {
                words.append(word)
                word = ""
            }
            word.unicodeScalars.append(scalar)
        }
        words.append(word)
        return words.map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }
            .joined(separator: "\r\n ")
    }

    /// Bytes before they are encoded.
    private static let longestWord = 39

    /// `Wed, 25 Nov 2026 13:38:32 +0000`
    static func written(_ moment: Timestamp) -> String {
        let text = moment.description
        let day = Day(String(text.prefix(10))) ?? .epoch
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        let weekday = names[day.weekday - 1]
        let time = text.dropFirst(11).prefix(8)
        let padded = day.dayOfMonth < 10 ? "0\(day.dayOfMonth)" : "\(day.dayOfMonth)"
        return "\(weekday), \(padded) \(months[day.monthOfYear - 1]) \(day.year) \(time) +0000"
    }
}
