import ArgumentParser
import CityHall
import Delivery
import HashTreeCollections
import Interchange
import Rulebook

struct SampleCommand: SaimaCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: SpokenLanguage.present.of(
            zh: "新建一个示例数据目录", en: "make a data directory with a sample"),
        discussion: SpokenLanguage.present.of(zh: "示例：", en: "Samples: ")
            + Sample.all.map { "\($0.name)  \(SpokenLanguage.present.of($0.words))" }
            .joined(separator: "\n"))

    @Argument(help: ArgumentHelp(valueName: "NAME")) var name: String
    @OptionGroup var place: PlaceOptions
    @OptionGroup var talk: TalkOptions

    func validate() throws {
        guard Sample.named(name) == nil else { return }
        let names = Sample.all.map(\.name).joined(separator: ", ")
        throw ValidationError(
            SpokenLanguage.present.of(
                zh: "没有名为“\(name)”的示例，可选：\(names)",
                en: "there is no sample \"\(name)\"; there are: \(names)"))
    }

    func carryOut() async throws -> CommandStatus {
        guard let sample = Sample.named(name) else { return .refused }
        let opening = try submissions(sample.commands(), "sample-\(sample.name)")
        var signIns: [SignIns.Line] = []
        if let year = sample.year {
            signIns = try await make(sample, year, opening)
        } else {
            try await place.directory.make { hall in _ = try await hall.submitTogether(opening) }
        }
        let words = talk.language.of(sample.words)
        Terminal.tell(
            talk.language.of(
                zh: "已在 \(place.directory.path) 建成示例：\(words)",
                en: "made the sample in \(place.directory.path): \(words)"))
        for line in SignIns.text(signIns, talk.language) { try Terminal.write(line: line) }
        return .done
    }

    private func make(
        _ sample: Sample, _ year: Sample.MadeUpYear, _ opening: [Submission]
    ) async throws -> [SignIns.Line] {
        var dated: [Day: [Submission]] = [:]
        for (day, commands) in try sample.dated() {
            dated[day] = try commands.enumerated().map { index, dated in
                try Submission(
                    key: "sample-\(sample.name)-\(day)-\(index + 1)", json: dated.command,
                    as: dated.person.map { PersonID(unchecked: $0) } ?? Actor.console.person)
            }
        }
        let city = SyntheticCity(
            scale: year.projects, seed: year.seed, opening: opening, dated: dated)
        let calendar = SyntheticCalendar()
        let persons = try sample.persons()
        var posts: [PersonID: Appointment] = [:]
        var signIns: [SignIns.Line] = []
        let evidence = try sample.evidence()
        try await place.directory.make(clock: calendar.clock, evidence: evidence) { hall in
            try await city.settle(hall, by: calendar)
            for (id, _) in persons {
                posts[PersonID(unchecked: id)] = hall.city.people[PersonID(unchecked: id)]
            }
        } people: { book in
            signIns = try await SignIns.make(persons, posts, in: book)
        }
        return signIns
    }

    private func submissions(_ commands: [[UInt8]], _ prefix: String) throws -> [Submission] {
        try commands.enumerated().map { index, command in
            try Submission(
                key: "\(prefix)-\(index + 1)", json: command, as: Actor.console.person)
        }
    }
}
