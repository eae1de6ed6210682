import ArgumentParser

struct NewCommand: SaimaCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: SpokenLanguage.present.of(
            zh: "新建一座有 N 个项目的虚构城市", en: "make a made-up city of N projects"))

    @Option(help: ArgumentHelp(SpokenLanguage.present.of(zh: "项目数", en: "how many projects")))
    var scale: Int

    @Option(
        help: ArgumentHelp(
            SpokenLanguage.present.of(zh: "随机种子，相同则城市相同", en: "the same seed, the same city")))
    var seed: UInt64

    @OptionGroup var place: PlaceOptions
    @OptionGroup var talk: TalkOptions

    func validate() throws {
        guard !(0...1_000_000).contains(scale) else { return }
        throw ValidationError(
            SpokenLanguage.present.of(
                zh: "--scale 应在 0–1000000 之间", en: "--scale is a number from 0 to 1000000"))
    }

    func carryOut() async throws -> CommandStatus {
        let calendar = SyntheticCalendar()
        try await place.directory.make(clock: calendar.clock) { hall in
            try await SyntheticCity.binhai(scale: scale, seed: seed).settle(hall, by: calendar)
        }
        Terminal.tell(
            talk.language.of(
                zh: "已在 \(place.directory.path) 建成 \(scale) 个项目的示例城市",
                en: "made a city of \(scale) projects in \(place.directory.path)"))
        return .done
    }
}
