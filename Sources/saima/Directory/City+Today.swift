import CityHall
import Delivery
import Rulebook

extension City {
    /// The local day by the machine's clock, and never before that of the latest record.
    var today: Day {
        let now = Clock.system.now()
        let today = LocalCalendar(settings).day(of: max(now, time ?? now))
        return max(today, day ?? today)
    }
}
