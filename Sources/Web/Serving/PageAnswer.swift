import Hummingbird
import JSON

/// Answers that are made of a page, of its figures, or of its table.
struct PageAnswer {
    let shell: Shell
    let request: Request
    let visit: Visit

    init(_ shell: Shell, _ request: Request, _ context: WebContext) {
        self.shell = shell
        self.request = request
        visit = Visit(request, context)
    }

    func html(_ page: Page, keeping: Reply.Keeping = .ask) -> Response {
        var reply = Reply(.html, shell.page(page, visit).text)
        reply.keeping = keeping
        reply.language = visit.language
        return reply.response(to: request)
    }

    /// A page that is the same for everybody.
    func open(_ page: Page) -> Response {
        var reply = Reply(.html, shell.open(page, visit).text)
        reply.keeping = .shared
        reply.language = visit.language
        return reply.response(to: request)
    }

    static func open(_ json: JSON, _ request: Request) -> Response {
        var reply = Reply(.json, json.text() + "\n")
        reply.keeping = .shared
        return reply.response(to: request)
    }

    func wall(_ page: Page) -> Response {
        var reply = Reply(.html, shell.wall(page, visit).text)
        reply.language = visit.language
        return reply.response(to: request)
    }

    func csv(_ text: String, named name: String) -> Response {
        var reply = Reply(.csv, text)
        reply.language = visit.language
        reply.fileName = name
        return reply.response(to: request)
    }

    static func json(_ json: JSON, _ request: Request) -> Response {
        Reply(.json, json.text() + "\n").response(to: request)
    }
}
