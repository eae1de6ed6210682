import JSON

/// One kind of command, as a registry entry: what is known of it without an instance, and how to
/// read one.
package struct CommandKind: Sendable {
    package var name: String
    package var title: Words
    package var may: Set<Role>
    package var refusals: [Refusal.Code]
    package var fields: [FieldDescription]
    /// The example as canonical JSON with its `cmd`.
    package var example: @Sendable () -> [UInt8]
    fileprivate var read: @Sendable (RawValue) throws(FieldProblem) -> any Command

    fileprivate init<Body: Command>(_: Body.Type) {
        name = Body.name.description
        title = Body.title
        may = Body.may
        refusals = Body.refusals
        fields = FieldDescription.of(Body.self)
        example = { CommandKind.canonical(Body.example) }
        read = { (raw: RawValue) throws(FieldProblem) -> any Command in
            var body = Body()
            try raw.read(into: &body, besides: 1) { $0.key.isKey("cmd") }
            return body
        }
    }

    /// Every command there is, in the order of the nouns.
    package static let all: [CommandKind] = [
        CommandKind(ConfigureCity.self), CommandKind(AdoptRulebook.self),
        CommandKind(RegisterOrganization.self), CommandKind(RenameOrganization.self),
        CommandKind(MoveOrganization.self), CommandKind(GroupOrganization.self),
        CommandKind(CloseOrganization.self), CommandKind(AppointPerson.self),
        CommandKind(DismissPerson.self), CommandKind(RegisterProject.self),
        CommandKind(ReviseProject.self), CommandKind(CreditProject.self),
        CommandKind(ChangeProjectStanding.self), CommandKind(ReportProject.self),
        CommandKind(ScheduleStage.self), CommandKind(ClaimStage.self),
        CommandKind(WithdrawClaim.self), CommandKind(RecogniseStage.self),
        CommandKind(RefuseStage.self), CommandKind(RevokeRecognition.self),
        CommandKind(EnterStatistics.self), CommandKind(PlanYear.self),
        CommandKind(ReportInvestment.self), CommandKind(SetTarget.self),
        CommandKind(RecordFinding.self), CommandKind(CloseFinding.self),
        CommandKind(DeclareFrame.self), CommandKind(RegisterSource.self),
        CommandKind(RegisterIndicator.self), CommandKind(ReviseIndicator.self),
        CommandKind(ObserveFigure.self), CommandKind(ApproveFigure.self),
        CommandKind(AcceptFigure.self), CommandKind(ReturnFigure.self),
        CommandKind(LockPeriod.self), CommandKind(UnlockPeriod.self),
        CommandKind(SetIndicatorTarget.self), CommandKind(SetCalendarYear.self),
        CommandKind(RegisterDirective.self), CommandKind(ReviseDirective.self),
        CommandKind(DraftCommitment.self), CommandKind(RedraftCommitment.self),
        CommandKind(IssueCommitment.self), CommandKind(AcknowledgeCommitment.self),
        CommandKind(ReportProgress.self), CommandKind(SubmitEvidence.self),
        CommandKind(ReportDone.self), CommandKind(VerifyCommitment.self),
        CommandKind(ReturnCommitment.self), CommandKind(StrikeOffCommitment.self),
        CommandKind(ProposeAdjustment.self), CommandKind(DecideAdjustment.self),
        CommandKind(SetCommitmentClocks.self), CommandKind(RaiseBlocker.self),
        CommandKind(EscalateBlocker.self), CommandKind(SolveBlocker.self),
        CommandKind(ConfirmBlocker.self), CommandKind(ReopenBlocker.self),
        CommandKind(SetTierClocks.self), CommandKind(OpenList.self),
        CommandKind(ReviseList.self), CommandKind(AddItem.self), CommandKind(MergeItems.self),
        CommandKind(SplitItem.self), CommandKind(RemoveItem.self), CommandKind(RewordItem.self),
        CommandKind(DropChange.self), CommandKind(SubmitRevision.self),
        CommandKind(ApproveRevision.self), CommandKind(ReturnRevision.self),
        CommandKind(WithdrawRevision.self), CommandKind(PublishEdition.self),
        CommandKind(DiscloseEdition.self), CommandKind(ConcealList.self),
        CommandKind(AmendList.self),
        CommandKind(ProposePurge.self), CommandKind(ConfirmPurge.self),
        CommandKind(DeclinePurge.self),
    ]

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    package static func named(_ name: String) -> CommandKind? { byName[name] }

    /// `{"cmd":"project.register","from":…}` with its members in canonical order.
    package static func canonical(_ command: some Command) -> [UInt8] {
        var writer = FieldWriter()
        var copy = command
        writer.add("cmd", type(of: command).name.description)
        // A writer has nothing to refuse.
        try? copy.visit(&writer)
        var out = JSONBuffer()
        writer.finish(to: &out)
        return out.bytes
    }

    /// Reads a command from its canonical JSON: one object with `cmd` and the command's fields.
    package static func read(_ canonical: [UInt8]) throws(Refusal) -> any Command {
        let result: Result<any Command, Refusal> = canonical.withUnsafeBufferPointer { bytes in
            do throws(Refusal) {
                return .success(try read(JSONRaw(bytes)))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private static func read(_ raw: JSONRaw) throws(Refusal) -> any Command {
        var name: String?
        do throws(JSONError) {
            var scanner = try raw.object()
            while name == nil, let member = try scanner.next() {
                if member.key.isKey("cmd") { name = try member.value.string() }
            }
        } catch {
            throw Refusal(
                .fieldWrongType, zh: "命令应为一个 JSON 对象，cmd 为文本",
                en: "a command is one JSON object whose cmd is text")
        }
        guard let name else {
            throw Refusal(
                .fieldMissing, field: "cmd", zh: "缺少 cmd（命令名）",
                en: "cmd, the command's name, is missing")
        }
        guard let kind = named(name) else {
            throw Refusal(
                .commandUnknown, field: "cmd", zh: "没有名为“\(name)”的命令，见 saima commands",
                en: "there is no command \"\(name)\"; see saima commands")
        }
        do throws(FieldProblem) { return try kind.read(RawValue(raw)) } catch {
            throw Refusal(error)
        }
    }
}

extension Command {
    /// Whether the actor's roles allow the command at all, before anything else is looked at.
    package func requirePermitted(_ actor: Actor) throws(Refusal) {
        guard actor.roles.isDisjoint(with: Self.may) else { return }
        let entitled = Self.may.sorted { $0.rawValue < $1.rawValue }
        throw Refusal(
            .notPermitted,
            zh: "“\(Self.title.zh)”须由以下角色提出："
                + entitled.map(\.words.zh).joined(separator: "、"),
            en: "\(Self.name) is for these roles: "
                + entitled.map(\.rawValue).joined(separator: ", "))
    }
}
