package import JSON
package import Rulebook

/// An event read from a record, whose bytes it no longer needs.
package struct RecordedEvent: Sendable {
    package var body: any EventBody
    /// The city's local day at the time of recording.
    package var day: Day
}

/// One kind of event and its version, as a registry entry: how its records are read.
package struct EventKind: Sendable {
    package var type: StaticString
    package var version: Int
    package var fields: [FieldDescription]
    package var blank: @Sendable () -> any EventBody
    private var readRecorded: @Sendable (RawValue) throws(FieldProblem) -> RecordedEvent

    private init<Body: EventBody>(_: Body.Type) {
        type = Body.type
        version = Body.version
        fields = FieldDescription.of(Body.self)
        blank = { Body() }
        readRecorded = { (raw: RawValue) throws(FieldProblem) -> RecordedEvent in
            var body = Body()
            let day = try raw.read(event: &body)
            return RecordedEvent(body: body, day: day)
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
        EventKind(FrameDeclared.self), EventKind(SourceRegistered.self),
        EventKind(IndicatorRegistered.self), EventKind(IndicatorRevised.self),
        EventKind(FigureObserved.self), EventKind(FigureApproved.self),
        EventKind(FigureAccepted.self), EventKind(FigureReturned.self),
        EventKind(PeriodLocked.self), EventKind(PeriodUnlocked.self),
        EventKind(IndicatorTargetSet.self), EventKind(CalendarYearSet.self),
        EventKind(DirectiveRegistered.self), EventKind(DirectiveRevised.self),
        EventKind(CommitmentDrafted.self), EventKind(CommitmentRedrafted.self),
        EventKind(CommitmentIssued.self), EventKind(CommitmentAcknowledged.self),
        EventKind(CommitmentProgressed.self), EventKind(EvidenceSubmitted.self),
        EventKind(CommitmentReportedDone.self), EventKind(BlockerRaised.self),
        EventKind(BlockerEscalated.self), EventKind(BlockerSolved.self),
        EventKind(BlockerClosed.self), EventKind(BlockerReopened.self),
        EventKind(TierClocksSet.self), EventKind(CommitmentVerified.self),
        EventKind(CommitmentReturned.self), EventKind(CommitmentStruckOff.self),
        EventKind(CommitmentRenewed.self), EventKind(AdjustmentProposed.self),
        EventKind(AdjustmentDecided.self), EventKind(CommitmentClocksSet.self),
        EventKind(ListOpened.self),
        EventKind(RevisionOpened.self), EventKind(ChangeDrawn.self),
        EventKind(ChangeDropped.self), EventKind(RevisionSubmitted.self),
        EventKind(RevisionApproved.self), EventKind(RevisionReturned.self),
        EventKind(RevisionWithdrawn.self), EventKind(EditionPublished.self),
        EventKind(EditionDisclosed.self), EventKind(ListConcealed.self),
        EventKind(ListAmended.self), EventKind(CommitmentHandedOver.self),
        EventKind(PurgeProposed.self), EventKind(BlobPurged.self), EventKind(PurgeDeclined.self),
    ]

    /// Reads a record's data, which keeps the local day of its recording as `recorded_on` beside
    /// the event's own fields.
    package func read(_ data: JSONRaw) throws(FieldProblem) -> RecordedEvent {
        try readRecorded(RawValue(data))
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
