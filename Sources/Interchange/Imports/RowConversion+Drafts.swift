import Delivery
import JSON
import Sheets

/// What is done once every row has been taken.
extension RowConversion {
    /// How often each field was kept as unknown, and why.
    func unknownTallies() -> [UnknownTally] {
        var tallies: [UnknownTally] = []
        for draft in drafts {
            for member in draft.object.objectValue ?? [] {
                guard let text = member.value["unknown"]?.stringValue,
                    let reason = UnknownReason(rawValue: text)
                else { continue }
                let index = tallies.firstIndex { $0.field == member.key && $0.reason == reason }
                if let index {
                    tallies[index].count += 1
                } else {
                    tallies.append(
                        UnknownTally(
                            entity: mapping.entity.name, field: member.key, reason: reason,
                            count: 1))
                }
            }
        }
        return tallies
    }

    /// What was done with rows and cells as the mapping says.
    var notes: [ImportNote] {
        (notFilled > 0 ? [.notFilled(notFilled, mapping.entity.name)] : [])
            + imprecise.sorted { $0.key < $1.key }.map { field, count in
                .imprecise(count, "\(mapping.entity.name).\(field)")
            }
    }

    /// Puts every draft into the command's own canonical form; what the command cannot take is
    /// an issue.
    mutating func normalize() {
        for index in drafts.indices {
            let draft = drafts[index]
            do throws(Refusal) {
                drafts[index].replace(try mapping.entity.normal(draft.object))
            } catch {
                refuse(error, draft)
            }
        }
    }

    private mutating func refuse(_ refusal: Refusal, _ draft: RecordDraft) {
        let name = refusal.field?.prefix { $0 != "." && $0 != "[" }
        let field = mapping.fields.first { $0.name == name.map(String.init) }
        let row = draft.rows[0]
        issues.append(
            ImportIssue(
                .fieldRefused, row: row.number, line: row.line,
                column: field?.origin.columns.map(\.words).joined(separator: " + "),
                value: field.map { text(of: $0, row) }, refusal: refusal.code,
                zh: "\(mapping.entity.name).\(refusal.field ?? ""):\(refusal.words.zh)",
                en: "\(mapping.entity.name).\(refusal.field ?? ""): \(refusal.words.en)"))
    }
}

extension Entity {
    /// The fields of a row in the canonical form of their shapes.
    fileprivate func normal(_ row: JSON) throws(Refusal) -> JSON {
        switch course {
        case .answers(let answering): return try answering.normal(row)
        case .registers(let registering):
            let command = row.setting("cmd", .string(registering.command))
            let read = try CommandKind.read(canonicalBytes(command))
            let object = (try? JSON.parse(CommandKind.canonical(read))) ?? row
            return object.setting("cmd", nil)
        }
    }
}

/// The command as the canonical JSON that the reader of commands wants.
func canonicalBytes(_ command: JSON) throws(Refusal) -> [UInt8] {
    do throws(JSONError) { return try command.canonical() } catch {
        throw Refusal(.fieldMalformed, zh: error.zh, en: error.en)
    }
}
