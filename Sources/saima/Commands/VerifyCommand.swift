import ArgumentParser
import JSON
import Ledger

struct VerifyCommand: SaimaCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: SpokenLanguage.present.of(
            zh: "核验台账：哈希链、树、检查点、重放与所引文件；指出第一条有问题的记录",
            en: "verify the ledger: chain, tree, checkpoints, refold, what it cites; "
                + "names the first bad record"))

    private static let largestNote = 1 << 20

    @OptionGroup var place: PlaceOptions

    @Option(
        help: ArgumentHelp(
            SpokenLanguage.present.of(
                zh: "另处保存的检查点", en: "a checkpoint kept elsewhere"),
            valueName: "FILE"))
    var checkpoint: String?

    @Flag(help: ArgumentHelp(SpokenLanguage.present.of(zh: "输出 JSON", en: "print JSON")))
    var json = false

    @OptionGroup var talk: TalkOptions

    func carryOut() async throws -> CommandStatus {
        try place.directory.requireMade()
        let outside = try checkpoint.map {
            [try InputFile.read($0, atMost: VerifyCommand.largestNote)]
        }
        let verification = Verification(directory: place.directory, outside: outside ?? [])
        do {
            let finding = try await verification.run()
            try Terminal.write(
                line: json ? finding.json.text(indent: 2) : finding.text(talk.language))
            return .done
        } catch let error as LedgerError {
            try report(error)
            return .refused
        }
    }

    private func report(_ error: LedgerError) throws {
        Terminal.endProgress()
        let complaint = Complaint(error)
        if json {
            var members = [
                JSON.Member("verified", .bool(false)),
                JSON.Member("seq", error.seq.map(JSON.integer) ?? .null),
            ]
            members += complaint.json.objectValue ?? []
            try Terminal.write(line: JSON.object(members).text(indent: 2))
        } else {
            let place = error.seq.map { " seq \($0)" } ?? ""
            try Terminal.write(
                line: talk.language.of(zh: "核验未通过", en: "not verified") + place)
        }
        Terminal.tell("saima: \(complaint.text(talk.language))")
    }
}
