package import Delivery

/// Which projects a reader asked for, as the address says it.
package struct ProjectFilter: Sendable, Equatable {
    package var text: String?
    package var district: OrganizationID?
    package var track: Track?
    package var stage: Stage?
    package var onlyWithoutStage = false
    package var onlyUnknown = false
    package var onlyPending = false
    package var onlyStrategic = false

    package init(_ query: Query) {
        text = query["q"].map { String($0.prefix(200)) }
        district = query["district"].flatMap { OrganizationID($0) }
        track = query["track"].flatMap { Track(rawValue: $0) }
        stage = query["stage"].flatMap { Stage(rawValue: $0) }
        onlyWithoutStage = query["stage"] == "none"
        onlyUnknown = query["unknown"] != nil
        onlyPending = query["pending"] != nil
        onlyStrategic = query["strategic"] != nil
    }

    package var isEmpty: Bool { self == ProjectFilter(Query()) }

    /// The rows that pass, in the order of their places.
    func pass(_ columns: ProjectColumns, _ places: [Int32]) -> [Int32] {
        if isEmpty { return places }
        var wanted: ProjectColumns.Marks = []
        if onlyUnknown { wanted.insert(.unknown) }
        if onlyPending { wanted.insert(.pending) }
        if onlyStrategic { wanted.insert(.strategic) }
        let track = track.map(ProjectColumns.code(of:))
        let stage = stage != nil || onlyWithoutStage ? ProjectColumns.code(of: stage) : nil
        var passing = places
        if !wanted.isEmpty || track != nil || stage != nil {
            passing = passing.filter { place in
                let row = Int(place)
                return columns.marks[row].isSuperset(of: wanted)
                    && track.map { columns.tracks[row] == $0 } ?? true
                    && stage.map { columns.stages[row] == $0 } ?? true
            }
        }
        if let district {
            guard let credited = columns.place(ofCredited: district) else { return [] }
            passing = passing.filter { columns.isCredited(Int($0), to: credited) }
        }
        let words = SearchText.words(text ?? "")
        return words.isEmpty ? passing : columns.finding(words, among: passing)
    }
}
