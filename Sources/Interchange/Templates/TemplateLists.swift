package import Delivery

/// What a city offers to choose from in a template's lists.
package struct TemplateLists: Sendable {
    var organizations: [String] = []
    var projects: [String] = []
    var indicators: [String] = []
    var lines: [String] = []

    /// A sheet's list ends here; a name that is not offered can be typed all the same.
    private static let most = 5_000

    /// Nothing: each city fills in its own.
    package init() {}

    package init(_ city: City) {
        let today = city.day
        let houses = city.organizations.all.filter { house in today.map(house.exists) ?? true }
        // Most sheets speak of districts.
        let districts = houses.filter { $0.kind == .district }
        let others = houses.filter { $0.kind != .district }
        organizations = Self.cut((districts + others).map(\.name))
        projects = Self.cut(city.projects.all.map(\.id.text))
        indicators = Self.cut(city.indicators.all.map(\.profile.name))
        lines = Self.cut(city.frames.flatMap(\.lines).map(\.id.text))
    }

    private static func cut(_ names: [String]) -> [String] {
        var seen: Set<[UInt8]> = []
        return Array(names.filter { seen.insert(Array($0.utf8)).inserted }.prefix(most))
    }

    func names(_ holds: Template.Column.Holds) -> [String] {
        switch holds {
        case .text, .number, .given: []
        case .codes(let codes): codes
        case .organizations: organizations
        case .projects: projects
        case .indicators: indicators
        case .lines: lines
        }
    }
}
