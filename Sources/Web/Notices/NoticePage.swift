import Accounts
import Delivery
import Notices

/// What one person was told, unread first, and how they want to be told.
struct NoticePage {
    struct Model: Sendable {
        var notices: [Notice]
        var wish: NoticeWish
        var outbox: OutboxState?
    }

    var model: Model
    var sight: Sight
    /// Of the session's forms.
    var token: String
    var visit: Visit

    private var t: Localizer { visit.t }
    private var words: NoticeWords { NoticeWords(sight.city) }

    var page: Page {
        let unread = model.notices.count { !$0.isRead }
        return Page(
            title: t(.notices), section: nil,
            body: """
                <div class="mast"><div><h1>\(t(.notices))</h1>
                <small>\(t(.unreadNotices(unread)))</small></div></div>
                \(list(unread))
                \(Parts.section(t(.howToTellMe), nil, wishForm))
                """)
    }

    private func list(_ unread: Int) -> HTML {
        guard !model.notices.isEmpty else {
            return "<div class=\"empty\"><p>\(t(.noNotices))</p></div>"
        }
        let rows = model.notices.map { row($0) }
        let all: HTML =
            unread == 0
            ? "" : EntryForm.button(to: "/notices/read", token: token, visit, .markAllRead)
        return """
            \(all)
            <div class="scroll" tabindex="0"><table><thead><tr>\
            <th scope="col">\(t(.notice))</th><th scope="col">\(t(.noticeTime))</th>\
            <th scope="col">\(t(.noticeState))</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }

    private func row(_ notice: Notice) -> HTML {
        let draft = notice.draft
        let text = t(words.bare(draft))
        let name = words.name(of: draft.subject).map { name -> HTML in
            "<br><small>\(t.data(name))</small>"
        }
        let link = visit.link(Link(encodedPath: words.path(of: draft.subject)))
        let state: HTML =
            notice.isRead
            ? "<span class=\"mute\">\(t(.readNotice))</span>"
            : EntryForm.button(
                to: "/notices/\(String(notice.number))/read", token: token, visit, .markRead,
                label: "\(t(.markRead)) \(text)")
        let weight: HTML =
            notice.isRead
            ? "<a href=\"\(link)\">\(text)</a>" : "<b><a href=\"\(link)\">\(text)</a></b>"
        return """
            <tr><th scope="row">\(weight)\(name)</th>\
            <td>\(sight.moment(notice.made.description))</td><td>\(state)</td></tr>
            """
    }

    private var wishForm: HTML {
        let choices = NoticeChoice.allCases.map { choice -> HTML in
            let isChosen: HTML = choice == model.wish.choice ? " checked" : ""
            return """
                <label><input type="radio" name="choice" value="\(choice.rawValue)"\(isChosen)> \
                \(t(choice.words))</label>
                """
        }
        let languages = [("zh", "中文"), ("en", "English")].map { tag, name -> HTML in
            let isChosen: HTML = tag == model.wish.language ? " checked" : ""
            return """
                <label lang="\(tag)"><input type="radio" name="language" value="\(tag)"\
                \(isChosen)> \(name)</label>
                """
        }
        return EntryForm.html(
            to: "/notices/wish", token: token, visit, button: .save,
            """
            <fieldset><legend>\(t(.mailAndMessages))</legend>\(choices)</fieldset>
            <fieldset><legend>\(t(.mailLanguage))</legend>\(languages)</fieldset>
            """)
    }
}
