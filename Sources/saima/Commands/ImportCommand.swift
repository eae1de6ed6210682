import ArgumentParser
import CityHall
import Delivery
import Foundation
import Interchange
import JSON
import Sheets

struct ImportCommand: SaimaCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: SpokenLanguage.present.of(
            zh: "按映射导入表格：先看清全部变化，再整体生效", en: "take a sheet in by a mapping, whole or not at all"))

    private static let largestMapping = 1 << 20

    @Argument(help: ArgumentHelp(valueName: "FILE")) var file: String

    @Option(
        help: ArgumentHelp(
            SpokenLanguage.present.of(
                zh: "映射文件，或随程序附带的映射名", en: "a mapping's file, or one that comes with Saima"),
            valueName: "MAP.yaml"))
    var mapping: String

    @OptionGroup var place: PlaceOptions

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            SpokenLanguage.present.of(
                zh: "以谁的身份；不写则为本机操作员，环节申报须由填报人员提出",
                en: "who asks; else whoever stands at the machine, who claims no stages"),
            valueName: "PERSON"),
        transform: PersonArgument.read)
    var person = Actor.console.person

    @Flag(
        help: ArgumentHelp(
            SpokenLanguage.present.of(zh: "只预览，不写入", en: "show what would happen, write nothing")))
    var dryRun = false

    @Flag(help: ArgumentHelp(SpokenLanguage.present.of(zh: "输出 JSON", en: "print JSON")))
    var json = false

    @OptionGroup var talk: TalkOptions

    func carryOut() async throws -> CommandStatus {
        let importer = try importer()
        let directory = place.directory
        if case .made = try directory.state() {
            let plan = try importer.plan(into: directory, as: person)
            return try await settle(plan) { orders in
                for file in plan.files { try directory.evidence.keep(file) }
                let desk = try await directory.openDesk(as: person)
                do {
                    let answers = try await desk.handTogether(in: orders)
                    await desk.close()
                    return answers
                } catch {
                    await desk.close()
                    throw error
                }
            }
        }
        return try await begin(directory, with: importer)
    }

    private func importer() throws -> Importer {
        let (text, name) = try mappingText()
        let mapping = try MappingReader.read(text, file: name)
        _ = try InputFile.probe(file)
        return Importer(
            mapping: mapping, mappingFile: name, source: .file(URL(filePath: file)),
            sourceFile: (file as NSString).lastPathComponent,
            files: EvidenceFolder(
                beside: URL(filePath: file).deletingLastPathComponent(),
                keptIn: place.directory.evidence))
    }

    private func mappingText() throws -> (text: String, name: String) {
        if !FileManager.default.fileExists(atPath: mapping) {
            let shipped = Sample.all.flatMap(\.mappings).first {
                $0.name == mapping || $0.name == mapping + ".yaml"
            }
            if let shipped { return (shipped.text, shipped.name) }
            if mapping.hasPrefix("template:") { return try templateText() }
        }
        let text = try InputFile.readText(mapping, atMost: ImportCommand.largestMapping)
        return (text, (mapping as NSString).lastPathComponent)
    }

    private func templateText() throws -> (text: String, name: String) {
        guard let template = Template.named(String(mapping.dropFirst("template:".count))) else {
            let names = Template.all.map(\.mappingName).joined(separator: ", ")
            throw Complaint(
                "template_unknown", zh: "没有映射“\(mapping)”，可选：\(names)",
                en: "there is no mapping \"\(mapping)\"; there are \(names)")
        }
        return (template.mappingText, template.mappingName)
    }

    /// Into a city that the import itself begins: the directory is made only if it succeeds.
    private func begin(
        _ directory: DataDirectory, with importer: Importer
    ) async throws -> CommandStatus {
        try directory.requireVacant()
        var status = CommandStatus.refused
        struct NotKept: Error {}
        do {
            try await directory.make { hall in
                let plan = try importer.plan(
                    into: hall.city, notes: directory.blobs, as: person)
                status = try await settle(plan) { orders in
                    await HallDesk(hall, as: person).handTogether(in: orders)
                }
                if dryRun || status == .refused { throw NotKept() }
            }
        } catch is NotKept {
            return status
        }
        return status
    }

    private func settle(
        _ plan: ImportPlan, carryOut: ([Order]) async throws -> [Answer]
    ) async throws -> CommandStatus {
        let orders = plan.steps.map { Order(key: "import-\(UUID().uuidString)", body: $0.command) }
        let answers =
            dryRun || !plan.preview.isAcceptable || orders.isEmpty ? [] : try await carryOut(orders)
        let refused = zip(plan.steps, answers).filter { $0.1.isRefused }
        var preview = plan.preview.json()
        if case .object(var members) = preview {
            members.append(.init("applied", .bool(!answers.isEmpty && refused.isEmpty)))
            preview = .object(members)
        }
        try Terminal.write(
            line: json ? preview.text(indent: 2) : plan.preview.text(talk.language.preview))
        for (step, answer) in refused {
            guard case .refused(let code, _, let words) = answer.outcome, code != "held_back"
            else { continue }
            Terminal.tell(
                talk.language.of(
                    zh: "第 \(step.row) 行：\(words.zh) [\(code)]",
                    en: "row \(step.row): \(words.en) [\(code)]"))
        }
        guard plan.preview.isAcceptable, refused.isEmpty else { return .refused }
        if !answers.isEmpty {
            Terminal.tell(talk.language.of(zh: "已导入。", en: "imported."))
        }
        return .done
    }
}

extension Importer {
    func plan(into directory: DataDirectory, as person: PersonID) throws -> ImportPlan {
        try plan(
            into: try CityLoader(try directory.openReader()).load().city, notes: directory.blobs,
            as: person)
    }

    func plan(
        into city: City, notes: any BlobStore, as person: PersonID
    ) throws -> ImportPlan {
        guard let actor = city.actor(person) else {
            throw Complaint(
                "person_unknown", zh: "没有人员“\(person)”，请先任命",
                en: "there is no person \"\(person)\"; appoint them first")
        }
        return try plan(
            Holding(city, seenBy: actor) { notes.text(of: $0) }, as: actor, on: city.today)
    }
}
