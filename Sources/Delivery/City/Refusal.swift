/// Why a command is not carried out: a stable code, and a sentence in both languages that says
/// what would be right.
package struct Refusal: Error, Sendable, Hashable {
    package var code: Code
    /// The command's field it is about, if one.
    package var field: String?
    package var words: Words

    package init(_ code: Code, field: String? = nil, zh: String, en: String) {
        self.code = code
        self.field = field
        words = Words(zh: zh, en: en)
    }

    package init(_ problem: FieldProblem) {
        self.init(
            Code(rawValue: problem.code.rawValue) ?? .fieldMalformed, field: problem.path,
            zh: problem.words.zh, en: problem.words.en)
    }

    package enum Code: String, CaseIterable, Sendable {
        case commandUnknown = "command_unknown"
        case fieldMissing = "field_missing"
        case fieldUnknown = "field_unknown"
        case fieldWrongType = "field_wrong_type"
        case fieldMalformed = "field_malformed"
        case fieldTooLong = "field_too_long"
        case textMissing = "text_missing"
        case personUnknown = "person_unknown"
        case notPermitted = "not_permitted"
        case notYours = "not_yours"
        case sameSubtree = "same_subtree"
        case settingsMissing = "settings_missing"
        case settingsMalformed = "settings_malformed"
        case rulebookMalformed = "rulebook_malformed"
        case rulebookVersionTaken = "rulebook_version_taken"
        case organizationUnknown = "organization_unknown"
        case organizationTaken = "organization_taken"
        case organizationTwice = "organization_twice"
        case organizationCycle = "organization_cycle"
        case organizationClosed = "organization_closed"
        case projectUnknown = "project_unknown"
        case projectTaken = "project_taken"
        case projectTerminated = "project_terminated"
        case projectNotActive = "project_not_active"
        case projectNotSuspended = "project_not_suspended"
        case codeTaken = "code_taken"
        case sharesNotOne = "shares_not_one"
        case stageNotOnTrack = "stage_not_on_track"
        case stageRecognised = "stage_recognised"
        case stageOutOfOrder = "stage_out_of_order"
        case claimUnknown = "claim_unknown"
        case claimPending = "claim_pending"
        case claimRuled = "claim_ruled"
        case claimNotRecognised = "claim_not_recognised"
        case evidenceMissing = "evidence_missing"
        case dayInFuture = "day_in_future"
        case dayTooEarly = "day_too_early"
        case amountNegative = "amount_negative"
        case amountTooLarge = "amount_too_large"
        case yearOutOfRange = "year_out_of_range"
        case scheduleMalformed = "schedule_malformed"
        case findingUnknown = "finding_unknown"
        case findingTaken = "finding_taken"
        case findingClosed = "finding_closed"
        case lineTaken = "line_taken"
        case lineDropped = "line_dropped"
        case lineUnknown = "line_unknown"
        case lineMissing = "line_missing"
        case lineTwice = "line_twice"
        case sourceUnknown = "source_unknown"
        case provenanceIncomplete = "provenance_incomplete"
        case indicatorUnknown = "indicator_unknown"
        case indicatorTaken = "indicator_taken"
        case indicatorMalformed = "indicator_malformed"
        case indicatorObserved = "indicator_observed"
        case periodMismatch = "period_mismatch"
        case periodLocked = "period_locked"
        case periodNotLocked = "period_not_locked"
        case figureUnknown = "figure_unknown"
        case figureNotSubmitted = "figure_not_submitted"
        case figureNotApproved = "figure_not_approved"
        case figureNotAccepted = "figure_not_accepted"
        case figureReturned = "figure_returned"
        case samePerson = "same_person"
        case calendarMalformed = "calendar_malformed"
        case directiveUnknown = "directive_unknown"
        case directiveTaken = "directive_taken"
        case clauseUnknown = "clause_unknown"
        case clauseTwice = "clause_twice"
        case clauseAnswered = "clause_answered"
        case commitmentUnknown = "commitment_unknown"
        case commitmentTaken = "commitment_taken"
        case commitmentCycle = "commitment_cycle"
        case commitmentIncomplete = "commitment_incomplete"
        case commitmentIssued = "commitment_issued"
        case commitmentNotIssued = "commitment_not_issued"
        case commitmentAcknowledged = "commitment_acknowledged"
        case commitmentNotAcknowledged = "commitment_not_acknowledged"
        case commitmentDone = "commitment_done"
        case partsOpen = "parts_open"
        case percentOutOfRange = "percent_out_of_range"
        case weightMalformed = "weight_malformed"
        case evidenceTwice = "evidence_twice"
        case blockerUnknown = "blocker_unknown"
        case blockerTaken = "blocker_taken"
        case blockerSolved = "blocker_solved"
        case blockerNotSolved = "blocker_not_solved"
        case blockerClosed = "blocker_closed"
        case tierHighest = "tier_highest"
        case clockMalformed = "clock_malformed"
        case nothingChanges = "nothing_changes"
        case recordTooLarge = "record_too_large"
        case keyReused = "key_reused"
        case busy
        case storeFailed = "store_failed"
    }
}
