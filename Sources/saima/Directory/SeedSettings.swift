import CityHall
import Delivery
import Foundation
import JSON
import Yams

/// What a `saima.yaml` says before a city's first use: the fields of `city.configure`.
struct SeedSettings {
    private let command: [UInt8]

    private static let largest = 1 << 20

    /// Nil where there is no such file.
    static func read(_ path: String) throws -> SeedSettings? {
        guard access(path, F_OK) == 0 else { return nil }
        let text = try InputFile.readText(path, atMost: largest)
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw malformed(path, zh: "不是 YAML:\(error)", en: "is not YAML: \(error)")
        }
        guard let mapping = root?.mapping else {
            throw malformed(path, zh: "应为“字段: 值”", en: "must be fields with values")
        }
        var members = [JSON.Member("cmd", .string(ConfigureCity.name.description))]
        let defaults = try defaults()
        for (key, value) in mapping {
            guard let name = key.scalar?.string, let text = value.scalar?.string else {
                throw malformed(
                    path, zh: "每个字段应为一个值", en: "every field must have one value")
            }
            members.append(.init(name, json(name, text)))
        }
        for member in defaults where !members.contains(where: { $0.key == member.key }) {
            members.append(member)
        }
        let command: [UInt8]
        do {
            command = try JSON.object(members).canonical()
            _ = try CommandKind.read(command)
        } catch let refusal as Refusal {
            throw malformed(path, zh: Complaint(refusal).words.zh, en: Complaint(refusal).words.en)
        } catch {
            throw malformed(path, zh: Complaint(error).words.zh, en: Complaint(error).words.en)
        }
        return SeedSettings(command: command)
    }

    /// A field's value by its own name; what is malformed stays text, for the command to refuse.
    private static func json(_ name: String, _ text: String) -> JSON {
        switch name {
        case "money_unit_exponent" where Int(text) != nil: .number(text)
        case "guests", "archive": Bool(text).map(JSON.bool) ?? .string(text)
        default: .string(text)
        }
    }

    /// Time zone, currency and unit may be left out, name may not.
    private static func defaults() throws -> [JSON.Member] {
        let blank = CommandKind.canonical(ConfigureCity())
        let members = try JSON.parse(blank).objectValue ?? []
        return members.filter { !["cmd", "name", "name_en"].contains($0.key) }
    }

    private static func malformed(_ path: String, zh: String, en: String) -> Complaint {
        Complaint("seed_malformed", zh: "\(path):\(zh)", en: "\(path): \(en)")
    }

    /// Records the settings as the city's first record.
    func settle(_ hall: CityHall) async throws {
        let submission = try Submission(
            key: DataDirectory.seedName, json: command, as: Actor.console.person)
        _ = try await hall.submit(submission)
    }
}
