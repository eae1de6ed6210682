import CXlsxWriter
package import Foundation

/// Writes an XLSX workbook, sheet after sheet. In constant memory a sheet's rows go to a temporary
/// file as they come, so they must come in order.
package final class WorkbookWriter {
    private let path: String
    private let isConstant: Bool
    private var workbook: UnsafeMutablePointer<lxw_workbook>?
    private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]

    /// - Parameters:
    ///   - created: in the workbook's properties, in seconds since 1970, so that the same content
    ///     makes the same file.
    ///   - constantMemory: else everything is kept until the end, and areas may be merged over
    ///     several rows.
    package init(
        _ url: URL, created: Int, constantMemory: Bool = true
    ) throws(SheetWriteError) {
        path = url.path
        isConstant = constantMemory
        var options = lxw_workbook_options(
            constant_memory: constantMemory ? 1 : 0, tmpdir: nil, use_zip64: 1)
        guard let opened = workbook_new_opt(path, &options) else {
            throw SheetWriteError(.noMemory, zh: "内存不足", en: "there is not enough memory")
        }
        workbook = opened
        var properties = lxw_doc_properties()
        properties.created = time_t(created)
        workbook_set_properties(opened, &properties)
    }

    deinit {
        // Not closed: nothing was asked to be kept.
        if let workbook { lxw_workbook_free(workbook) }
    }

    /// - Parameter name: at most 31 characters, without `[]:*?/\`.
    package func addSheet(_ name: String) throws(SheetWriteError) -> SheetWriter {
        guard let workbook, !name.isEmpty,
            workbook_validate_sheet_name(workbook, name) == LXW_NO_ERROR,
            let sheet = workbook_add_worksheet(workbook, name)
        else {
            throw SheetWriteError(
                .sheetName, zh: "“\(name)”不能作工作表名：至多 31 字，不含 []:*?/\\，也不能重复",
                en: "\"\(name)\" cannot name a sheet: at most 31 characters without []:*?/\\, and "
                    + "no two the same")
        }
        return SheetWriter(sheet, of: self, isConstant: isConstant)
    }

    /// Puts the file in its place; nothing can be written afterwards.
    package func close() throws(SheetWriteError) {
        guard let workbook else { return }
        self.workbook = nil
        let code = workbook_close(workbook)
        guard code == LXW_NO_ERROR else {
            throw SheetWriteError(
                .fileNotWritten, zh: "无法写入 \(path)；请检查路径、权限与磁盘空间",
                en: "\(path) cannot be written; check its path, permissions and the disk's space")
        }
    }

    func format(_ style: CellStyle?) -> UnsafeMutablePointer<lxw_format>? {
        guard let style, let workbook else { return nil }
        if let known = formats[style] { return known }
        guard let format = workbook_add_format(workbook) else { return nil }
        if style.isBold { format_set_bold(format) }
        if style.isItalic { format_set_italic(format) }
        if style.wraps { format_set_text_wrap(format) }
        if style.hasBorder { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        switch style.alignment {
        case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
        case .center: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
        case nil: break
        }
        if style.wraps || style.hasBorder {
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        }
        if let color = style.color { format_set_font_color(format, color) }
        if let fill = style.fill { format_set_bg_color(format, fill) }
        if let size = style.fontSize { format_set_font_size(format, Double(size)) }
        if let font = style.font { format_set_font_name(format, font) }
        if let code = style.numberFormat { format_set_num_format(format, code) }
        formats[style] = format
        return format
    }
}
