// SPDX-License-Identifier: Apache-2.0

/// A table as the template `grid` draws it: a caption, column headers, and rows whose first cell
/// is their header.
struct Grid {
  struct Column {
    let title: String
    var isNumber = false
  }

  struct Cell {
    let text: String
    var href: String?
    var isNumber = false
    var isHeader = false
  }

  struct Row { let cells: [Cell] }

  /// Unique on its page.
  let caption: String
  let columns: [Column]
  let rows: [Row]

  /// A table of texts; columns whose title ends with `#` are numbers, and lose that mark.
  init(_ caption: String, _ titles: [String], _ rows: [[String]], links: [String?] = []) {
    self.caption = caption
    let columns = titles.map { title in
      title.hasSuffix("#")
        ? Column(title: String(title.dropLast()), isNumber: true) : Column(title: title)
    }
    self.columns = columns
    self.rows = rows.enumerated().map { place, row in
      Row(
        cells: row.enumerated().map { column, text in
          Cell(
            text: text,
            href: column == 0 && links.indices.contains(place) ? links[place] : nil,
            isNumber: columns.indices.contains(column) && columns[column].isNumber,
            isHeader: column == 0)
        })
    }
  }
}
