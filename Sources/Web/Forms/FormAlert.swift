/// What stands above a form that was sent and could not be taken.
struct FormAlert {
    let visit: Visit

    private var t: Localizer { visit.t }

    func html(_ title: Phrase, _ lead: Phrase, _ more: HTML) -> HTML {
        """
        <div class="problems" role="alert" tabindex="-1"><h2>\(t(title))</h2><p>\(t(lead))</p>\
        \(more)</div>
        """
    }
}
