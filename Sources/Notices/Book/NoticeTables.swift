internal import GRDB

/// The tables of notices in `people.sqlite`. Moments are milliseconds since 1970. All of a
/// person's goes with the person.
enum NoticeTables {
    private static let owner = "person TEXT NOT NULL REFERENCES persons(id) ON DELETE CASCADE"

    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("notices 1") { db in
            for table in first { try db.execute(sql: table) }
        }
        return migrator
    }()

    private static let first = [
        "CREATE TABLE notices(number INTEGER PRIMARY KEY AUTOINCREMENT, \(owner),"
            + " kind TEXT NOT NULL, subject TEXT NOT NULL, mark TEXT NOT NULL,"
            + " count INTEGER NOT NULL, made INTEGER NOT NULL, read INTEGER,"
            + " UNIQUE(person, kind, subject, mark)) STRICT",
        "CREATE TABLE letters(number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,"
            + " \(owner), channel TEXT NOT NULL, made INTEGER NOT NULL, attempts INTEGER NOT NULL,"
            + " next INTEGER, sent INTEGER, gave_up INTEGER, error TEXT) STRICT",
        "CREATE INDEX letters_due ON letters(next) WHERE next IS NOT NULL",
        "CREATE INDEX letters_of ON letters(person)",
        "CREATE TABLE letter_notices("
            + "letter INTEGER NOT NULL REFERENCES letters(number) ON DELETE CASCADE,"
            + " notice INTEGER NOT NULL REFERENCES notices(number) ON DELETE CASCADE,"
            + " PRIMARY KEY(letter, notice)) STRICT, WITHOUT ROWID",
        "CREATE INDEX letter_notices_of ON letter_notices(notice)",
        "CREATE TABLE notice_choices(\(owner) PRIMARY KEY, choice TEXT NOT NULL,"
            + " language TEXT NOT NULL) STRICT",
        "CREATE TABLE notice_progress(name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT",
    ]
}
