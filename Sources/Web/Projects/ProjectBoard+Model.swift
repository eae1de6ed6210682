package import Delivery

/// Projects as cards, a column for each stage.
package enum ProjectBoard {}

extension ProjectBoard {
    package struct Model: Sendable {
        /// One stage of the track; nil for projects that have reached none.
        package struct Column: Sendable {
            package var stage: Stage?
            package var count: Int
            package var total: ProjectList.Model.Sum
            /// Those changed last come first; a column shows so many and links to the rest.
            package var cards: [ProjectRow]
        }

        package static let mostCards = 8

        package var sight: Sight
        package var filter: ProjectFilter
        package var track: Track
        /// Tracks that have projects at all.
        package var tracks: [Track]
        package var columns: [Column]

        package init(_ sight: Sight, _ query: Query) {
            self.sight = sight
            let index = sight.projects
            var filter = ProjectFilter(query)
            filter.stage = nil
            filter.onlyWithoutStage = false
            tracks = Track.allCases.filter { track in
                index.columns.tracks.contains(ProjectColumns.code(of: track))
            }
            track = filter.track ?? tracks.first ?? .attracted
            filter.track = track
            self.filter = filter
            let latest = Array(index.places(by: .changed).reversed())
            let passing = filter.pass(index.columns, latest)
            let stages: [Stage?] = [nil] + track.stages.map { $0 }
            columns = stages.map { stage in
                let code = ProjectColumns.code(of: stage)
                let mine = passing.filter { index.columns.stages[Int($0)] == code }
                let (amount, unknown) = ProjectColumns.sum(index.columns.totals, of: mine)
                return Column(
                    stage: stage, count: mine.count,
                    total: ProjectList.Model.Sum(amount: amount, unknown: unknown),
                    cards: mine.prefix(Self.mostCards).map { index.rows[Int($0)] })
            }
            if columns.first?.count == 0 { columns.removeFirst() }
        }
    }
}
