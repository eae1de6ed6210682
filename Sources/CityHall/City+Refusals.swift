package import Delivery

extension City {
    /// A refusal as the asker may hear it: what is hidden from them is refused as what does not
    /// exist would be.
    package func refusal(
        _ refusal: Refusal, of command: any Command, _ asked: Asked
    ) -> Refusal {
        let seen = seen(by: .person(asked.actor))
        guard !seen.withheld.isEmpty else { return refusal }
        if let subject = command.subject, refusal.code == .changedSince,
            !seen.city.records(of: subject).isEmpty
        {
            return refusal
        }
        do throws(Refusal) {
            _ = try command.decide(seen.city, asked)
            // Only what is hidden stands against it: that its name is taken, and no more.
            _ = try command.decide(self, asked)
            return refusal
        } catch {
            return error
        }
    }
}
