import Delivery
import JSON
import RandomValues
import Rulebook
import Testing

@Suite("Fields of events")
struct EventFieldTests {
    private static let types = EventKind.all.map { "\($0.type) \($0.version)" }

    private static func kind(_ name: String) throws -> EventKind {
        try #require(EventKind.all.first { "\($0.type) \($0.version)" == name })
    }

    @Test("every event of random values reads back to the same canonical bytes", arguments: types)
    func roundTrip(_ name: String) throws {
        let kind = try Self.kind(name)
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededRandom(seed)
        for _ in 0..<200 {
            // Given an event of random values
            let (event, day) = try randomEvent(kind, &random)
            // When it is written and read
            let bytes = data(event, day)
            try JSON.checkCanonical(bytes)
            let again = try bytes.withUnsafeBufferPointer { try kind.read(JSONRaw($0)).body }
            // Then it is the same
            #expect(data(again, day) == bytes, "seed \(seed): \(text(bytes))")
        }
    }

    @Test(
        "a field that is unknown, missing or of the wrong type is refused by its path",
        arguments: types)
    func refusals(_ name: String) throws {
        let kind = try Self.kind(name)
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededRandom(seed)
        let (event, day) = try randomEvent(kind, &random)
        let members = try #require(JSON.parse(data(event, day)).objectValue)
        // Given a member too many
        let stranger = try problem(kind, members + [.init("zz", .integer(1))])
        #expect(stranger?.code == .unknown && stranger?.path == "zz")
        for (index, member) in members.enumerated() {
            // Given a member too few
            var fewer = members
            fewer.remove(at: index)
            let required = kind.fields.first { $0.name == member.key }?.isRequired ?? true
            let missing = try problem(kind, fewer)
            #expect((missing != nil) == required, "seed \(seed): \(member.key)")
            if required { #expect(missing?.code == .missing) }
            // Given a member of the wrong type
            var wrong = members
            wrong[index].value = wrong[index].value.arrayValue == nil ? .array([]) : .null
            let refused = try problem(kind, wrong)
            #expect(refused?.code == .wrongType, "seed \(seed): \(member.key)")
            if member.key != "recorded_on" { #expect(refused?.path == member.key) }
        }
    }

    @Test("every type and version stands once, and each is named noun.happening")
    func names() {
        #expect(Set(Self.types).count == Self.types.count)
        for kind in EventKind.all {
            let parts = kind.type.description.split(separator: ".")
            #expect(parts.count == 2, "\(kind.type)")
        }
    }

    private func randomEvent(
        _ kind: EventKind, _ random: inout SeededRandom
    ) throws -> (any EventBody, Day) {
        var filler = RandomFiller(random: random)
        var event = kind.blank()
        try event.visit(&filler)
        random = filler.random
        #expect(filler.unknown.isEmpty, "the test draws no value for \(filler.unknown)")
        return (event, Day.random(&random))
    }

    private func data(_ event: some EventBody, _ day: Day) -> [UInt8] {
        EventKind.data(event, recordedOn: day)
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private func problem(
        _ kind: EventKind, _ members: [JSON.Member]
    ) throws -> FieldProblem? {
        let bytes = try JSON.object(members).canonical()
        return bytes.withUnsafeBufferPointer { raw in
            do throws(FieldProblem) {
                _ = try kind.read(JSONRaw(raw))
                return nil
            } catch {
                return error
            }
        }
    }
}
