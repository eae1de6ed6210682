package import Accounts
package import CityHall
package import Delivery
import Exchanges
import JSON
package import Ledger
import Rulebook

/// Looks at what is new in the ledger and in the calendar, writes it into the book, and sends what
/// is due. Each step is whole or not done at all, so that it can be stopped anywhere.
package struct NoticeDesk: Sendable {
    /// How many of the latest records are told of when notices are kept for the first time.
    private static let lookingBack = 2_000
    /// Reminders and digests come at seven in the morning.
    private static let morning: Int64 = 7 * 3_600_000

    package let book: NoticeBook
    private let hall: CityHall
    /// Of the desk's own.
    private let reader: any LedgerReader
    private let gateways: Gateways
    private let person: @Sendable (PersonID) -> Person?
    /// The city as a person may see it.
    private let sight: @Sendable (City, PersonID) -> City

    package init(
        book: NoticeBook, hall: CityHall, reader: any LedgerReader, gateways: Gateways,
        person: @escaping @Sendable (PersonID) -> Person?,
        sight: @escaping @Sendable (City, PersonID) -> City
    ) {
        self.book = book
        self.hall = hall
        self.reader = reader
        self.gateways = gateways
        self.person = person
        self.sight = sight
    }

    /// Everything that there is to do now.
    package func round(now: Timestamp) async throws {
        try await readLedger(now: now)
        try await readCalendar(now: now)
        try await deliver(now: now)
    }

    /// What began before notices were kept is shown on the pages and sent to nobody.
    private func readLedger(now: Timestamp) async throws {
        let known = try await book.progress(.records)
        let city = hall.city
        var position = known ?? max(0, city.size - Self.lookingBack)
        guard position < city.size || known == nil else { return }
        let channels = known == nil ? [] : gateways.channels
        var drafts: [NoticeDraft] = []
        while position < city.size {
            let end = min(position + CityLoader.batchSize, city.size)
            for record in try records(position..<end) {
                drafts += Tidings.of(record.body, record.occurrence, in: city)
            }
            position = end
        }
        try await book.record(
            Tidings.condensed(drafts), .records, upTo: city.size, by: channels, now: now)
    }

    private func records(_ range: Range<Int>) throws(LedgerError) -> [DecodedRecord] {
        var batch = RecordBatch()
        try reader.read(range, into: &batch)
        var records: [DecodedRecord] = []
        for index in 0..<batch.count {
            records.append(
                try batch.withRecord(index) { bytes throws(LedgerError) in
                    try DecodedRecord(try RecordView(bytes, at: range.lowerBound + index))
                })
        }
        return records
    }

    private func readCalendar(now: Timestamp) async throws {
        let city = hall.city
        let night = Timestamp(milliseconds: now.milliseconds - Self.morning)
        let day = city.standing(today: LocalCalendar(city.settings).day(of: night))
        let known = try await book.progress(.day)
        guard known.map({ $0 < Int(day.number) }) ?? true else { return }
        let channels = known == nil ? [] : gateways.channels
        let daily = Daily(city, on: day, after: known.flatMap { Day(number: $0) })
        try await book.record(
            Tidings.condensed(daily.drafts), .day, upTo: Int(day.number), by: channels, now: now)
    }

    /// Sends what is due. Where a gateway is not reached, the rest of its letters wait as they are.
    private func deliver(now: Timestamp) async throws {
        var channels = gateways.channels
        for letter in try await book.due(now, by: channels) where channels.contains(letter.channel)
        {
            do {
                try await send(letter, now: now)
                try await book.sent(letter, now: now)
            } catch let failure as ExchangeFailure {
                try await book.failed(letter, failure.reason, now: now)
                if failure.isUnreachable { channels.removeAll { $0 == letter.channel } }
            } catch let lost as Undeliverable {
                try await book.failed(letter, lost.reason, isFinal: true, now: now)
            }
        }
    }

    /// That no attempt would ever bring a letter to its person.
    private struct Undeliverable: Error {
        var reason: String
    }

    private func send(_ letter: Letter, now: Timestamp) async throws {
        guard let person = person(letter.person) else {
            throw Undeliverable(reason: "the directory does not know the person any more")
        }
        let text = LetterText(letter, sight(hall.city, letter.person), site: gateways.site)
        switch letter.channel {
        case .mail: try await mail(text, to: person, now: now)
        case .webhook:
            let body = text.json(phone: person.phone).text()
            try await gateways.webhook?.send(Array(body.utf8), id: letter.id, now: now)
        }
    }

    private func mail(_ text: LetterText, to person: Person, now: Timestamp) async throws {
        guard let gateway = gateways.mail else { return }
        guard let address = person.email.flatMap({ MailAddress($0) }) else {
            throw Undeliverable(reason: "the directory has no e-mail address that mail can go to")
        }
        let wish = try await book.wish(of: person.id)
        let language: KeyPath<Words, String> = wish.language == "en" ? \.en : \.zh
        try await gateway.send(
            MailMessage(
                from: gateway.from, to: address, subject: text.subject(language),
                body: text.body(language), date: now, id: text.letter.id))
    }
}
