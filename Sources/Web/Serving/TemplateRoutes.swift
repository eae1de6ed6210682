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
                reply = Reply(.xlsx, try workbook(template, house.sight(for: context.viewer)))
            case "yaml": reply = Reply(.text, template.mappingText)
            default: throw Trouble.notFound
            }
            reply.fileName = "\(template.kind).\(parts[1])"
            return reply.response(to: request)
        }
    }

    private func workbook(_ template: Template, _ sight: Sight) throws -> [UInt8] {
        let place = FileManager.default.temporaryDirectory.appending(
            path: "saima-template-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: place) }
        try template.write(to: place, lists: TemplateLists(sight.city))
        return Array(try Data(contentsOf: place))
    }
}
