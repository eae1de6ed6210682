import Delivery
import HashTreeCollections
import JSON
import Rulebook

/// Promises as data that anybody may take along: both languages, days as they are written in
/// tables, and the record of the ledger on which every figure stands.
struct PromiseFigures {
    let sight: Sight

    /// The latest record that the figures rest on.
    var record: Int { max(sight.city.size - 1, 0) }

    func index(of boards: [PromiseBoard]) -> JSON {
        let settings = sight.city.settings
        return .object([
            .init("city", settings.map { Self.words($0.name) } ?? .null),
            .init("notice", settings?.notice.map(Self.words) ?? .null),
            .init("as_of_record", .integer(record)), .init("as_of_day", Self.day(sight.city.day)),
            .init("lists", .array(boards.map(list))),
        ])
    }

    func list(_ board: PromiseBoard) -> JSON {
        let edition = board.edition
        let counts = Promise.Standing.allCases.map { standing in
            JSON.Member(standing.rawValue, .integer(board.count(standing)))
        }
        return .object([
            .init("list", .string(board.list.text)),
            .init("title", .string(edition.title)),
            .init("title_en", edition.titleEn.map { .string($0) } ?? .null),
            .init("edition", .integer(edition.number)),
            .init("published_on", Self.day(edition.day)),
            .init("published_record", .integer(edition.seq)),
            .init("disclosed_on", Self.day(board.disclosure.day)),
            .init("disclosed_record", .integer(board.disclosure.seq)),
            .init("as_of_record", .integer(record)), .init("as_of_day", Self.day(sight.city.day)),
            .init("total", .integer(board.promises.count)), .init("counts", .object(counts)),
            .init("promises", .array(board.promises.map(one))),
            .init("dropped", .array(board.dropped.map(dropped))),
        ])
    }

    private func one(_ promise: Promise) -> JSON {
        .object([
            .init("promise", .string(promise.line.item.text)),
            .init("title", .string(promise.line.title)),
            .init("done_when", text(promise.line.criterion)),
            .init("owed_by", name(promise.line.lead)),
            .init("led_by_now", promise.leadNow.map(name) ?? .null),
            .init("first_due", Self.day(promise.firstDue)), .init("due", Self.day(promise.due)),
            .init("due_changes", .array(promise.moves.map(Self.move))),
            .init("renews", promise.renewal.map { .string($0.rawValue) } ?? .null),
            .init("periods_closed", .integer(promise.closedPeriods)),
            .init("status", .string(promise.standing.rawValue)),
            .init("days_late", promise.daysLate.map { .integer($0) } ?? .null),
            .init("percent_done", promise.percent.map { .integer($0) } ?? .null),
            .init("done_on", Self.day(promise.done)),
            .init("verified_on", Self.day(promise.proof?.day)),
            .init("verified_by", promise.proof?.by.map(name) ?? .null),
            .init("evidence_files", promise.proof.map { .integer($0.files) } ?? .null),
            .init("closed_on", Self.day(promise.struckOff)),
        ])
    }

    private func dropped(_ dropped: PromiseBoard.Dropped) -> JSON {
        .object([
            .init("promise", .string(dropped.line.item.text)),
            .init("title", .string(dropped.line.title)),
            .init("last_edition", .integer(dropped.edition)),
            .init("into", .array(dropped.into.map { .string($0.item.text) })),
        ])
    }

    private static func move(_ move: Promise.Move) -> JSON {
        .object([
            .init("from", day(move.from)), .init("to", day(move.to)),
            .init("approved_on", day(move.decided)),
        ])
    }

    private static func words(_ words: Words) -> JSON {
        .object([.init("zh", .string(words.zh)), .init("en", .string(words.en))])
    }

    private static func day(_ day: Day?) -> JSON {
        day.map { .string($0.description) } ?? .null
    }

    private func text(_ note: Note) -> JSON {
        sight.plainText(note).map { .string($0) } ?? .null
    }

    private func name(_ id: OrganizationID) -> JSON {
        let organization = sight.city.organizations[id]
        return .object([
            .init("zh", .string(organization?.name ?? id.text)),
            .init("en", organization?.nameEn.map { .string($0) } ?? .null),
        ])
    }
}

extension PromiseFigures {
    /// One row a promise. The heads are the names that the JSON has, whatever the reader speaks.
    func csv(_ board: PromiseBoard) -> String {
        CSV.text(columns(board), board.promises, Localizer(.zh))
    }

    private func columns(_ board: PromiseBoard) -> [Column<Promise>] {
        let (sight, record) = (sight, String(record))
        let (list, edition) = (board.list.text, String(board.edition.number))
        @Sendable func name(_ id: OrganizationID?) -> String? {
            id.map { sight.city.organizations[$0]?.name ?? $0.text }
        }
        @Sendable func english(_ id: OrganizationID?) -> String? {
            id.flatMap { sight.city.organizations[$0]?.nameEn }
        }
        return [
            Self.column("list") { _ in list }, Self.column("edition") { _ in edition },
            Self.column("promise") { $0.line.item.text }, Self.column("title") { $0.line.title },
            Self.column("done_when") { sight.plainText($0.line.criterion) },
            Self.column("owed_by") { name($0.line.lead) },
            Self.column("owed_by_en") { english($0.line.lead) },
            Self.column("led_by_now") { name($0.leadNow) },
            Self.column("first_due") { $0.firstDue?.description },
            Self.column("due") { $0.due?.description },
            Self.column("due_changes") { String($0.moves.count) },
            Self.column("renews") { $0.renewal?.rawValue },
            Self.column("periods_closed") { String($0.closedPeriods) },
            Self.column("status") { $0.standing.rawValue },
            Self.column("days_late") { $0.daysLate.map { String($0) } },
            Self.column("percent_done") { $0.percent.map { String($0) } },
            Self.column("done_on") { $0.done?.description },
            Self.column("verified_on") { $0.proof?.day.description },
            Self.column("verified_by") { name($0.proof?.by) },
            Self.column("verified_by_en") { english($0.proof?.by) },
            Self.column("evidence_files") { $0.proof.map { String($0.files) } },
            Self.column("closed_on") { $0.struckOff?.description },
            Self.column("as_of_record") { _ in record },
        ]
    }

    private static func column(
        _ key: String, _ text: @escaping @Sendable (Promise) -> String?
    ) -> Column<Promise> {
        Column(key, Phrase(key, key), text: { text($0) ?? "" })
    }
}
