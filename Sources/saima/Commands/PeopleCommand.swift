import ArgumentParser
import Delivery

struct PeopleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people",
        abstract: SpokenLanguage.present.of(
            zh: "在本机管理人员：重置密码", en: "persons, at the machine: reset a password"),
        subcommands: [ResetPasswordCommand.self])
}

struct ResetPasswordCommand: SaimaCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset-password",
        abstract: SpokenLanguage.present.of(
            zh: "给某人一次性密码，并结束其全部登录；用于安全管理员自己登不上时",
            en: "give somebody a one-time password and end their sign-ins: for when the security"
                + " administrator cannot sign in"))

    @Argument(
        help: ArgumentHelp(
            SpokenLanguage.present.of(zh: "人员编号", en: "the person's id"), valueName: "PERSON"),
        transform: PersonArgument.read)
    var person: PersonID

    @OptionGroup var place: PlaceOptions

    @OptionGroup var talk: TalkOptions

    func carryOut() async throws -> CommandStatus {
        let password = try await place.directory.resetPassword(of: person)
        try Terminal.write(line: password)
        Terminal.tell(
            talk.language.of(
                zh: "saima：以上是 \(person) 的一次性密码，只显示这一次，14 天内有效，首次登录须更换；"
                    + "原有登录已全部结束",
                en: "saima: that is \(person)'s one-time password, shown this once, good for 14 "
                    + "days and to be changed at first sign-in; their other sign-ins have ended"))
        return .done
    }
}
