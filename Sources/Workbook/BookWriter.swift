// SPDX-License-Identifier: Apache-2.0

import CXlsxWriter

/// How words look; a small fixed set, all in 12 point Arial, no fills.
enum TextStyle: CaseIterable {
  case plain
  case wrapped
  case top
  case right
  case title
  case heading
  case link
}

/// An open libxlsxwriter workbook and the formats its sheets share.
///
/// Either ``close()`` or ``abandon()`` must be called once; both free the memory.
final class BookWriter {
  private typealias Format = UnsafeMutablePointer<lxw_format>

  private let path: String
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var styles: [TextStyle: Format] = [:]
  private var numberFormats: [String: Format] = [:]

  init(path: String) throws(WorkbookError) {
    guard let book = workbook_new(path) else {
      throw .notWritten(path: path, reason: "out of memory")
    }
    self.path = path
    self.book = book
    for style in TextStyle.allCases { styles[style] = makeFormat(style) }
  }

  /// Sets title, subject, author and creation time, all that identifies the document.
  func setProperties(
    title: String, subject: String, author: String, created: Int
  ) throws(WorkbookError) {
    let result = title.withMutableCString { title in
      subject.withMutableCString { subject in
        author.withMutableCString { author in
          var properties = lxw_doc_properties()
          properties.title = title
          properties.subject = subject
          properties.author = author
          // libxlsxwriter reads 0 as "now"; a second later is the same day.
          properties.created = max(created, 1)
          return workbook_set_properties(book, &properties)
        }
      }
    }
    try check(result)
  }

  /// Adds a sheet set up for print: A4 landscape, one page wide.
  func addSheet(_ name: String) throws(WorkbookError) -> PageWriter {
    guard let sheet = workbook_add_worksheet(book, name) else {
      throw .notWritten(path: path, reason: "the sheet “\(name)” was refused")
    }
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
    return PageWriter(sheet: sheet, book: self)
  }

  /// Writes the file and frees the workbook.
  func close() throws(WorkbookError) {
    try check(workbook_close(book))
  }

  /// Frees the workbook without writing a file.
  func abandon() {
    lxw_workbook_free(book)
  }

  func check(_ result: lxw_error) throws(WorkbookError) {
    guard result != LXW_NO_ERROR else { return }
    let reason = lxw_strerror(result).map { String(cString: $0) } ?? "unknown error"
    throw .notWritten(path: path, reason: reason)
  }

  func format(_ style: TextStyle) -> UnsafeMutablePointer<lxw_format>? { styles[style] }

  /// The format of numbers shown by an Excel format code, made on first use.
  func format(number code: String) -> UnsafeMutablePointer<lxw_format>? {
    if let known = numberFormats[code] { return known }
    guard let format = makeFormat() else { return nil }
    format_set_num_format(format, code)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    numberFormats[code] = format
    return format
  }

  private func makeFormat() -> Format? {
    guard let format = workbook_add_format(book) else { return nil }
    format_set_font_name(format, "Arial")
    format_set_font_size(format, 12)
    return format
  }

  private func makeFormat(_ style: TextStyle) -> Format? {
    guard let format = makeFormat() else { return nil }
    switch style {
    case .plain: break
    case .wrapped, .top, .right: format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 16)
    case .heading:
      format_set_bold(format)
      format_set_text_wrap(format)
      format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    case .link:
      format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
      // The dark teal of the site, with a contrast of 7 to 1 on white.
      format_set_font_color(format, 0x005F73)
    }
    if style == .wrapped { format_set_text_wrap(format) }
    if style == .right { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    return format
  }
}

extension String {
  /// Calls `body` with the text as a C string that C may hold as `char *`.
  func withMutableCString<Result>(
    _ body: (UnsafeMutablePointer<CChar>) -> Result
  ) -> Result {
    var bytes = utf8CString.map(\.self)
    return bytes.withUnsafeMutableBufferPointer { buffer in
      // A C string has its final zero, so the buffer is never empty.
      guard let base = buffer.baseAddress else { preconditionFailure("A C string is empty.") }
      return body(base)
    }
  }
}
