/// A list in a filter, of which one thing or all can be chosen.
struct FilterChoice {
    typealias Option = (value: String, name: HTML, isChosen: Bool)

    let name: String
    let title: Phrase
    let options: [Option]

    func html(_ t: Localizer) -> HTML {
        let list = options.map { option -> HTML in
            let chosen: HTML = option.isChosen ? " selected" : ""
            return "<option value=\"\(option.value)\"\(chosen)>\(option.name)</option>"
        }
        return """
            <label>\(t(title))<select name="\(name)">
            <option value="">\(t(.all))</option>\(list)</select></label>
            """
    }
}
