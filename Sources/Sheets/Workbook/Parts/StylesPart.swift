/// The number format of every style that cells name by its place.
final class StylesPart: XMLHandler {
    private(set) var formats: [NumberFormat] = []
    private var codes: [Int: NumberFormat] = [:]
    private var isInCells = false
    private let limits: WorkbookLimits

    init(_ limits: WorkbookLimits) { self.limits = limits }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "numFmt" {
            guard let id = attributes.integer("numFmtId"), let code = attributes.text("formatCode")
            else { return }
            // Excel takes no more than 255 characters.
            codes[id] = NumberFormat(code: String(code.prefix(1_024)))
        } else if name == "cellXfs" {
            isInCells = true
        } else if isInCells, name == "xf" {
            let id = attributes.integer("numFmtId") ?? 0
            formats.append(codes[id] ?? NumberFormat(builtIn: id) ?? .general)
        }
        guard formats.count <= limits.formats, codes.count <= limits.formats else {
            fail(.tooLarge("样式超过 \(limits.formats) 种", "more than \(limits.formats) styles"))
            return
        }
    }

    override func end(_ name: XMLName) {
        if name == "cellXfs" { isInCells = false }
    }
}
