/// What a workbook may hold before it is refused, beside what `SheetLimits` allows its rows. A
/// sheet of 100,000 rows and 20 columns is some 10 MB as a file and 100 MB of XML.
package struct WorkbookLimits: Sendable {
    /// Bytes of the file.
    package var fileBytes = 256 << 20
    /// Entries of the archive.
    package var entries = 10_000
    /// Bytes of the archive's directory.
    package var directoryBytes = 16 << 20
    /// Bytes of one part, unpacked.
    package var partBytes = 1 << 30
    /// Bytes of all entries, unpacked.
    package var totalBytes = 4 << 30
    /// Unpacked bytes to a packed one. Workbooks lie between 5 and 50, a bomb at 1,000.
    package var ratio = 200
    /// Entries that unpack to no more than this may have any ratio.
    package var smallEntry = 1 << 20
    /// Elements within elements.
    package var depth = 64
    /// Bytes of one tag; Excel's longest have some hundreds.
    package var tagBytes = 1 << 16
    /// Bytes of a sheet's XML in which no row and no cell begins.
    package var fillerBytes = 16 << 20
    package var sheets = 4_096
    package var sharedStrings = 4_000_000
    /// Bytes of all shared strings, as UTF-8.
    package var sharedStringBytes = 192 << 20
    package var formats = 100_000
    package var mergedAreas = 200_000

    package init() {}
}
