import Delivery
import Rulebook

extension Provocation {
    static let ofCalendar: [Provocation] = [
        Provocation(.yearOutOfRange, calendar(1900), as: .system),
        Provocation(.calendarMalformed, calendar(2024, ["2025-02-01"]), as: .system),
        Provocation(.calendarMalformed, calendar(2024, [], ["2023-11-30"]), as: .system),
        Provocation(
            .calendarMalformed, calendar(2024, ["2024-01-01", "2024-01-01"]), as: .system),
        Provocation(
            .calendarMalformed, calendar(2024, ["2024-01-01"], ["2024-01-01"]), as: .system),
        Provocation(.nothingChanges, SetCalendarYear.example, as: .system) {
            try $0.accept(SetCalendarYear.example, as: .dispatcher)
        },
    ]
}

func calendar(
    _ year: Int, _ holidays: [String] = [], _ workdays: [String] = []
) -> SetCalendarYear {
    SetCalendarYear {
        $0.year = year
        $0.holidays = holidays.map(day)
        $0.workdays = workdays.map(day)
    }
}
