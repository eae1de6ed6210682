package import Delivery
package import Rulebook

/// What a sheet is made from that is handed out with rows in it: the city, and who asks.
package struct TemplateDesk: Sendable {
    package var holding: Holding
    /// Nil for whoever may only read.
    package var actor: Actor?
    /// The city's local day.
    package var today: Day
    let names: NameIndex

    /// - Parameter holding: of the city as the actor may see it.
    package init(_ holding: Holding, for actor: Actor?, on today: Day) {
        self.holding = holding
        self.actor = actor
        self.today = today
        names = NameIndex(holding.city)
    }

    /// What a sheet calls an organization so that it is read back as the same: its name where
    /// nothing else goes by it, else its id.
    func name(_ id: OrganizationID) -> String {
        guard let name = holding.city.organizations[id]?.name else { return id.text }
        let carried = SheetText.carried(name)
        return names.organizations(carried, kind: nil) == [id] ? carried : id.text
    }
}

/// A row that stands in the sheet when it is handed out.
package struct FilledRow: Sendable {
    /// By the heads of their columns; a column that is not named is blank.
    package var cells: [String: String]
    /// Heads of the columns that the thing's state has no use for.
    package var closed: Set<String>

    package init(_ cells: [String: String], closed: Set<String> = []) {
        self.cells = cells
        self.closed = closed
    }
}
