import Delivery
import Foundation
import Hummingbird
import Interchange

/// Sheets to fill in, with the city's own lists, and the mappings that read them back.
struct TemplateRoutes {
    let house: House
    let shell: Shell

    func add(to router: Router<WebContext>) {
        router.get("/templates") { [self] request, context in
            let answer = PageAnswer(shell, request, context)
            return answer.html(TemplateList(visit: answer.visit).page)
        }
        router.get("/templates/{file}") { [self] request, context in
            let name = try Segment.named("file", context)
            let parts = name.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 2, let template = Template.named(String(parts[0])) else {
                throw Trouble.notFound
            }
            var reply: Reply
            switch parts[1] {
            case "xlsx":
                let rows = template.filling?(house.templateDesk(for: context.viewer))
                let lists = TemplateLists(house.sight(for: context.viewer).city)
                reply = Reply(.xlsx, try template.workbook(lists, rows ?? []))
            case "yaml": reply = Reply(.text, template.mappingText)
            default: throw Trouble.notFound
            }
            reply.fileName = "\(template.kind).\(parts[1])"
            return reply.response(to: request)
        }
    }
}

extension Template {
    /// The bytes of its workbook.
    func workbook(_ lists: TemplateLists, _ rows: [FilledRow]) throws -> [UInt8] {
        let place = FileManager.default.temporaryDirectory.appending(
            path: "saima-template-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: place) }
        try write(to: place, lists: lists, rows: rows)
        return Array(try Data(contentsOf: place))
    }
}

extension House {
    /// What a sheet is made from that is handed out with rows in it.
    func templateDesk(for viewer: Viewer) -> TemplateDesk {
        let sight = sight(for: viewer)
        let holding = Holding(city: sight.city) { sight.plainText($0) }
        return TemplateDesk(holding, for: viewer.actor, on: today)
    }
}
