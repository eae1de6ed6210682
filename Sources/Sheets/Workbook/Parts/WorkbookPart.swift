/// The names of the sheets, in the order of their tabs, and the epoch of the dates.
final class WorkbookPart: XMLHandler {
    struct Sheet {
        var name: String
        var relationship: String
        var isHidden: Bool
    }

    private(set) var sheets: [Sheet] = []
    private(set) var is1904 = false
    private let limits: WorkbookLimits

    init(_ limits: WorkbookLimits) { self.limits = limits }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "sheet" {
            guard sheets.count < limits.sheets else {
                fail(.tooLarge("工作表超过 \(limits.sheets) 张", "more than \(limits.sheets) sheets"))
                return
            }
            let state = attributes.text("state") ?? "visible"
            sheets.append(
                Sheet(
                    name: attributes.text("name") ?? "", relationship: attributes.text("id") ?? "",
                    isHidden: state != "visible"))
        } else if name == "workbookPr" {
            is1904 = attributes.flag("date1904")
        }
    }
}
