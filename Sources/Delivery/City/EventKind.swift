package import JSON
package import Rulebook

/// One kind of event and its version, as a registry entry: how its records are read and folded.
package struct EventKind: Sendable {
    package var type: StaticString
    package var version: Int
    package var fields: [FieldDescription]
    package var blank: @Sendable () -> any EventBody
    private var foldInto: @Sendable (RawValue, inout City, Occurrence) throws(FieldProblem) -> Void
    private var readBody: @Sendable (RawValue) throws(FieldProblem) -> any EventBody

    private init<Body: EventBody>(_: Body.Type) {
        type = Body.type
        version = Body.version
        fields = FieldDescription.of(Body.self)
        blank = { Body() }
        foldInto = {
            (raw: RawValue, city: inout City, at: Occurrence) throws(FieldProblem) -> Void in
            var body = Body()
            var at = at
            at.day = try raw.read(event: &body)
            city.apply(body, at)
        }
        readBody = { (raw: RawValue) throws(FieldProblem) -> any EventBody in
            var body = Body()
            _ = try raw.read(event: &body)
            return body
        }
    }

    /// Every event there is. A kind once here stays for ever, as records of it do.
    package static let all: [EventKind] = [
        EventKind(CityConfigured.self), EventKind(RulebookAdopted.self),
        EventKind(OrganizationRegistered.self), EventKind(OrganizationRenamed.self),
        EventKind(OrganizationMoved.self), EventKind(OrganizationGrouped.self),
        EventKind(OrganizationClosed.self), EventKind(PersonAppointed.self),
        EventKind(PersonDismissed.self), EventKind(ProjectRegistered.self),
        EventKind(ProjectRevised.self), EventKind(ProjectCredited.self),
        EventKind(ProjectStandingChanged.self), EventKind(ProjectReported.self),
        EventKind(StageScheduled.self), EventKind(StageClaimed.self),
        EventKind(ClaimWithdrawn.self), EventKind(StageRecognised.self),
        EventKind(StageRefused.self), EventKind(RecognitionRevoked.self),
        EventKind(StatisticsEntered.self), EventKind(YearPlanned.self),
        EventKind(InvestmentReported.self), EventKind(TargetSet.self),
        EventKind(FindingRecorded.self), EventKind(FindingClosed.self),
    ]

    /// Folds a record's data. `at.day` is taken from the data, which keeps the local day of its
    /// recording as `recorded_on` beside the event's own fields.
    package func fold(_ data: JSONRaw, into city: inout City, _ at: Occurrence) throws(FieldProblem)
    {
        try foldInto(RawValue(data), &city, at)
    }

    package func read(_ data: JSONRaw) throws(FieldProblem) -> any EventBody {
        try readBody(RawValue(data))
    }

    /// A record's data of an event: its fields and the local day.
    package static func data(_ event: some EventBody, recordedOn day: Day) -> [UInt8] {
        var writer = FieldWriter()
        var copy = event
        writer.add("recorded_on", day)
        // A writer has nothing to refuse.
        try? copy.visit(&writer)
        var out = JSONBuffer()
        writer.finish(to: &out)
        return out.bytes
    }
}

extension RawValue {
    /// Fills the event and returns the day it was recorded on.
    @inline(__always)
    fileprivate func read<Body: EventBody>(event: inout Body) throws(FieldProblem) -> Day {
        var recordedOn: RawValue?
        try read(into: &event, besides: 1) {
            guard $0.key.isKey("recorded_on") else { return false }
            recordedOn = RawValue($0.value)
            return true
        }
        guard let recordedOn else { return .blank }
        return try Day(raw: recordedOn)
    }
}
