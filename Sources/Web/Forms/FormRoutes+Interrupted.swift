import Accounts
import Delivery
import HTTPTypes
import Hummingbird

/// Forms that come from somebody whose sign-in has run out.
extension FormRoutes {
    /// Asks them in, and shows the form as it was typed once they are. It is sent anew by hand:
    /// whoever signs in is to see in whose name it goes.
    func interrupted(
        _ body: FormBody, _ kind: CommandKind, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        // The form's token hangs on the cookie, so who has none gets one with the form.
        let known = Reception.secret(of: request)
        let secret = known ?? .random()
        var form = InterruptedForm(
            kind: kind, items: body.items, token: secret.formToken,
            takesPassword: reception != nil, visit: Visit(request, context))
        var wait: Int?
        if let reception, context.broughtFormToken, let name = body.own(InterruptedForm.name),
            !name.isEmpty
        {
            let password = body.own(InterruptedForm.password) ?? ""
            switch try await reception.enter(name, password, request, context, house) {
            case .entered(let started):
                return try await entered(started, &form, body, request, context)
            case .refused(let problem, let status, let seconds):
                form.problem = FormProblem(
                    field: problem.field.map { "_" + $0 }, words: problem.words)
                (form.status, wait) = (status, seconds)
            }
        }
        var response = answer(form, request, context)
        if let wait { response.headers[.retryAfter] = String(wait) }
        if reception != nil, known == nil { response.setCookie(Reception.cookie(secret)) }
        return response
    }

    private func entered(
        _ started: StartedSession, _ form: inout InterruptedForm, _ body: FormBody,
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        var context = context
        context.session = WebSession(
            person: started.session.person, csrf: started.secret.formToken, kind: .cookie)
        context.viewer = house.viewer(started.session.person)
        if let trouble = Self.refusal(form.kind, context.viewer) {
            try await reception?.book.end(started.secret)
            form.problem = FormProblem(words: trouble.detail)
            form.status = trouble.status
            return answer(form, request, context)
        }
        var response: Response
        if started.session.mustChangePassword {
            (form.mustChangePassword, form.takesPassword) = (true, false)
            form.token = started.secret.formToken
            response = answer(form, request, context)
        } else {
            let answer = PageAnswer(shell, request, context)
            var again = self.form(form.kind, answer.visit, body)
            again.state = .renewed
            response = page(again, answer, .ok)
        }
        response.setCookie(Reception.cookie(started.secret))
        return response
    }

    private func answer(
        _ form: InterruptedForm, _ request: Request, _ context: WebContext
    ) -> Response {
        PersonalAnswer(shell, request, context).page(form.page, form.status)
    }
}
