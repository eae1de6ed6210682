import ArgumentParser
import Delivery
import Foundation
import Interchange

/// The language of what is said to the person at the machine.
enum SpokenLanguage: String, CaseIterable, ExpressibleByArgument {
    case zh, en

    /// As `--lang` says, else as the locale does; Chinese where neither names a language.
    static let present: SpokenLanguage = {
        if let named { return named }
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
            .compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.hasPrefix("en") == true ? .en : .zh
    }()

    /// As the line says, before anything else of it is understood: help speaks it too.
    private static var named: SpokenLanguage? {
        let arguments = CommandLine.arguments
        for (argument, next) in zip(arguments, arguments.dropFirst() + [""]) {
            if argument == "--lang" { return SpokenLanguage(rawValue: next) }
            if argument.hasPrefix("--lang=") {
                return SpokenLanguage(rawValue: String(argument.dropFirst("--lang=".count)))
            }
        }
        return nil
    }

    func of(_ words: Words) -> String { self == .zh ? words.zh : words.en }

    func of(zh: String, en: String) -> String { self == .zh ? zh : en }

    var preview: PreviewLanguage { self == .zh ? .zh : .en }
}
