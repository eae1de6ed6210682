import CityHall
package import Delivery
import Interchange
import Sheets

extension ImportDesk {
    /// A plan with the state that it was made on.
    struct Planned: Sendable {
        var plan: ImportPlan
        var size: Int
        var took: Duration

        var shown: ShownImport {
            ShownImport(
                preview: plan.preview, fingerprint: plan.fingerprint, size: size, took: took)
        }
    }

    /// What an import would do now. A preview of an older state is made anew where that takes no
    /// time to speak of.
    ///
    /// - Parameter patience: how long to wait for it; after that it comes back as it is.
    package func look(
        _ id: String, for person: PersonID, patience: Duration = .seconds(3)
    ) async throws(Trouble) -> StagedImport {
        switch try own(id, of: person).state {
        case .unread: try startReading(id)
        case .previewed(let shown) where shown.size != hall.city.size && shown.took < .seconds(1):
            try startReading(id, notice: shown.notice)
        case .previewed, .failed, .reading, .applying, .applied: break
        }
        return try await settled(id, of: person, patience)
    }

    /// Looks again, however long it takes.
    package func lookAgain(_ id: String, for person: PersonID) throws(Trouble) {
        switch try own(id, of: person).state {
        case .unread, .previewed, .failed: try startReading(id)
        case .reading, .applying, .applied: break
        }
    }

    private func startReading(
        _ id: String, notice: ShownImport.Notice? = nil
    ) throws(Trouble) {
        guard !lane.isFull else { throw .importsBusy }
        imports[id]?.state = .reading
        Task { await read(id, notice) }
    }

    /// - Parameter notice: what still is to be said, where nobody may have read it yet.
    private func read(_ id: String, _ notice: ShownImport.Notice?) async {
        guard let staged = imports[id] else { return }
        let result = await plan(staged)
        // It may have been dropped meanwhile.
        guard imports[id] != nil else { return }
        switch result {
        case .success(let planned):
            var shown = planned.shown
            shown.notice = notice
            imports[id]?.state = .previewed(shown)
        case .failure(let failure): imports[id]?.state = .failed(failure)
        }
        makeRoom(besides: id)
    }

    /// Waits while something is being done with it.
    func settled(
        _ id: String, of person: PersonID, _ patience: Duration
    ) async throws(Trouble) -> StagedImport {
        let end = ContinuousClock.now + patience
        var pause = Duration.milliseconds(5)
        while try own(id, of: person).isAtWork, ContinuousClock.now < end {
            try? await Task.sleep(for: pause)
            pause = min(pause * 2, .milliseconds(200))
        }
        return try own(id, of: person)
    }

    /// Works out, on the city of this moment, what an import would do for who handed it in.
    func plan(_ staged: StagedImport) async -> Result<Planned, ImportFailure> {
        let (hall, notes, evidence, limits) = (hall, notes, evidence, bounds.sheet)
        return await lane.run {
            let start = ContinuousClock.now
            let city = hall.city
            // Who was dismissed meanwhile may still see what a guest sees, and is refused all.
            let actor =
                city.actor(staged.owner)
                ?? Actor(person: staged.owner, organization: nil, roles: [])
            let holding = Holding(city, seenBy: actor) { note in
                notes?.text(of: note)
            }
            let importer = Importer(
                mapping: staged.mapping, mappingFile: staged.mappingFile,
                source: .file(staged.files.sheet), sourceFile: staged.name,
                files: EvidenceFolder(beside: staged.files.beside, keptIn: evidence) { hash in
                    holding.city.cites(hash, for: .person(actor))
                }, limits: limits)
            do throws(ImportFailure) {
                let plan = try importer.plan(holding, as: actor, on: hall.today)
                return .success(
                    Planned(plan: plan, size: city.size, took: start.duration(to: .now)))
            } catch {
                return .failure(error)
            }
        }
    }

    /// Forgets the oldest previews where all together are too long; they are made again when
    /// somebody asks for them.
    func makeRoom(besides id: String) {
        var lines = imports.values.reduce(0) { $0 + $1.lines }
        for staged in imports.values.sorted(by: { $0.since < $1.since })
        where lines > bounds.lines && staged.id != id && staged.lines > 0 {
            lines -= staged.lines
            imports[staged.id]?.state = .unread
        }
    }
}
