import Accounts
import CityHall
import Delivery
import LedgerSQLite
import Logging
import Notices

extension DataDirectory {
    /// The book of notices beside the directory of persons, and who fills and empties it.
    func notices(
        of hall: CityHall, _ accounts: AccountBook, _ gateways: Gateways, logger: Logger
    ) throws -> (book: NoticeBook, service: NoticeService) {
        let book = try NoticeBook(accounts.writer)
        let desk = NoticeDesk(
            book: book, hall: hall, reader: try openReader(), gateways: gateways,
            person: { accounts.person($0) },
            sight: { city, person in city.seen(by: city.viewer(person)).city })
        return (book, NoticeService(desk: desk, logger: logger))
    }
}
