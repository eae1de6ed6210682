extension Shell {
    /// A page for everybody, signed in or not. Nothing on it leads where only those who signed in
    /// may go, but for the way in.
    package func open(_ page: Page, _ visit: Visit) -> HTML {
        let t = visit.t
        let staff: HTML =
            hasSignIn
            ? "<a class=\"who\" href=\"\(visit.link("/sign-in"))\">\(t(.staffSignIn))</a>" : ""
        return """
            <!doctype html>
            <html lang="\(visit.language.tag)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(page.title) · \(t(.product))</title>
            \(styles(["public.css"]))
            </head>
            <body class="open">
            <a class="skip" href="#main">\(t(.skipToContent))</a>
            <header class="bar">
            <a class="mark" href="\(visit.link("/public"))">\(t(.product))</a>
            <span class="grow">\(t(.promises))</span>
            \(staff)
            \(otherLanguage(page, visit))
            </header>
            \(noticeLine(t))
            <main id="main" tabindex="-1">
            \(page.body)
            </main>
            <footer class="foot"><small>\(t(.footLine))</small></footer>
            </body>
            </html>

            """
    }
}
