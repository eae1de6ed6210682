package import CityHall
package import Delivery
package import Foundation
package import Interchange
import Sheets

/// Takes sheets in from others: stages what was handed in, shows what it would do, and applies it
/// whole or not at all. There is no other way from a page into an import.
///
/// A route that has a sheet of its own, uploaded or made in memory, hands it in and sends its
/// reader to the preview, which goes on from there:
/// ```
/// let offer = SheetOffer(name: "projects.csv", bytes: bytes, mapping: .template(template))
/// let id = try await house.imports.stage(offer, for: person)   // then 303 to /imports/{id}
/// ```
/// `stage` throws a `Trouble` where there is no room, and an `ImportFailure` where the bytes are
/// no sheet or the mapping is wrong. What the sheet would do is found by `look` and done by
/// `apply`; both are decided as `person`, on the state of their moment, and see no more of the
/// city than the person does. An import belongs to who handed it in: to others it is not there.
package actor ImportDesk {
    package struct Bounds: Sendable {
        /// How long something is kept after it was handed in.
        package var lifetime = Duration.seconds(2 * 3_600)
        package var eachPerson = 10
        package var everybody = 200
        /// Bytes of one upload, all its files together.
        package var upload = 96 << 20
        /// Bytes on the disk, of all imports together.
        package var bytes = 2 << 30
        /// Sheets that are read at once, and those that may wait for it.
        package var atOnce = 2
        package var waiting = 16
        /// Lines of previews in memory, of all together.
        package var lines = 300_000
        package var sheet = ImportLimits.fromOthers

        package init() {}
    }

    let hall: CityHall
    let notes: (any BlobStore)?
    let evidence: EvidenceStore?
    nonisolated let bounds: Bounds
    let lane: ReadingLane
    private let staging: URL
    /// Who is just handing something in.
    private var arriving: [String: PersonID] = [:]
    var imports: [String: StagedImport] = [:]

    /// - Parameter staging: a folder that nobody else uses; what an earlier run left goes.
    package init(
        hall: CityHall, notes: (any BlobStore)?, evidence: EvidenceStore?, staging: URL,
        bounds: Bounds = Bounds()
    ) {
        self.hall = hall
        self.notes = notes
        self.evidence = evidence
        self.staging = staging
        self.bounds = bounds
        lane = ReadingLane(atOnce: bounds.atOnce, waiting: bounds.waiting)
        try? FileManager.default.removeItem(at: staging)
    }

    /// Hands a sheet in.
    ///
    /// - Returns: the id under which it is previewed and applied.
    package func stage(_ offer: SheetOffer, for person: PersonID) async throws -> String {
        try await receive(for: person) { files in
            try files.place(sheet: offer.bytes)
            return (offer.name, offer.mapping)
        }
    }

    /// Has files brought into a place of their own and reads what they are.
    ///
    /// - Parameter bring: places the sheet and what it cites, and names the sheet and its mapping.
    func receive(
        for person: PersonID,
        _ bring: @Sendable (StagedFiles) async throws -> (name: String, mapping: ImportMapping)
    ) async throws -> String {
        let id = try admit(person)
        defer { arriving[id] = nil }
        let files = try StagedFiles(id, in: staging)
        do {
            let (name, mapping) = try await bring(files)
            files.settle()
            let read = try await lane.run { Self.read(files, name, mapping) }.get()
            imports[id] = StagedImport(
                id: id, owner: person, name: name, mapping: read, mappingFile: mapping.file,
                title: mapping.title(read), files: files, bytes: files.bytes)
        } catch {
            files.remove()
            throw error
        }
        let lifetime = bounds.lifetime
        Task { [weak self] in
            try? await Task.sleep(for: lifetime)
            await self?.forgetOld()
        }
        return id
    }

    private func admit(_ person: PersonID) throws(Trouble) -> String {
        forgetOld()
        let waiting = imports.values.filter { !$0.isApplied }
        let own =
            waiting.count { $0.owner == person } + arriving.values.count { $0 == person }
        guard own < bounds.eachPerson else { throw .tooManyImports(bounds.eachPerson) }
        let kept = waiting.reduce(0) { $0 + $1.bytes }
        let coming = (arriving.count + 1) * bounds.upload
        guard waiting.count + arriving.count < bounds.everybody, kept + coming <= bounds.bytes,
            !lane.isFull
        else { throw .importsBusy }
        var generator = SystemRandomNumberGenerator()
        let id = [UInt64](arrayLiteral: generator.next(), generator.next()).map { part in
            let digits = String(part, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
        arriving[id] = person
        return id
    }

    /// What can be told of a sheet before it is read.
    private static func read(
        _ files: StagedFiles, _ name: String, _ mapping: ImportMapping
    ) -> Result<Mapping, ImportFailure> {
        do throws(SheetError) {
            _ = try FileKind.of(.file(files.sheet))
        } catch {
            return .failure(.sheet(file: name, error))
        }
        do throws(MappingProblems) { return .success(try mapping.read()) } catch {
            return .failure(.mapping(error))
        }
    }

    /// What a person handed in, the latest first.
    package func all(of person: PersonID) -> [StagedImport] {
        forgetOld()
        return imports.values.filter { $0.owner == person }.sorted { $0.since > $1.since }
    }

    /// One of a person's own; another's is not there.
    func own(_ id: String, of person: PersonID) throws(Trouble) -> StagedImport {
        forgetOld()
        guard let staged = imports[id], staged.owner == person else { throw .notFound }
        return staged
    }

    /// Drops an import that is not being applied.
    package func discard(_ id: String, for person: PersonID) throws(Trouble) {
        let staged = try own(id, of: person)
        if case .applying = staged.state { throw .importAtWork }
        imports[id] = nil
        staged.files.remove()
    }

    /// Keeps the latest receipts of a person alone; the ledger has what they say for ever.
    func forgetReceipts(of person: PersonID) {
        let receipts = imports.values.filter { $0.owner == person && $0.isApplied }
            .sorted { $0.since > $1.since }
        for staged in receipts.dropFirst(bounds.eachPerson) { imports[staged.id] = nil }
    }

    func forgetOld() {
        let now = ContinuousClock.now
        for staged in imports.values
        where !staged.isAtWork && staged.since.duration(to: now) >= bounds.lifetime {
            imports[staged.id] = nil
            staged.files.remove()
        }
    }
}

/// A sheet that is at hand, with what reads it.
package struct SheetOffer: Sendable {
    /// The sheet's file name, for people.
    package var name: String
    /// An XLSX workbook, or text.
    package var bytes: [UInt8]
    package var mapping: ImportMapping

    package init(name: String, bytes: [UInt8], mapping: ImportMapping) {
        self.name = name
        self.bytes = bytes
        self.mapping = mapping
    }
}
