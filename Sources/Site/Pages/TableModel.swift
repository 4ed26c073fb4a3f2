// SPDX-License-Identifier: Apache-2.0

import Mustache
import Pictures

/// A table as the template `table` shows it.
struct TableModel {
  let caption: String
  let columns: [Column]
  let rows: [Row]

  struct Column {
    let heading: String
    let isNumeric: Bool
  }

  struct Row {
    /// The header of the row, as HTML.
    let header: String
    let cells: [Cell]
    let id: String?

    init(_ header: String, _ cells: [Cell], id: String? = nil) {
      self.header = header
      self.cells = cells
      self.id = id
    }
  }

  struct Cell {
    /// The content as HTML.
    let html: String
    let isNumeric: Bool

    static func text(_ text: String) -> Cell { Cell(html: HTML.escape(text), isNumeric: false) }
    static func html(_ html: String) -> Cell { Cell(html: html, isNumeric: false) }
    static func number(_ html: String) -> Cell { Cell(html: html, isNumeric: true) }
  }

  init(caption: String, columns: [(String, Bool)], rows: [Row]) {
    self.caption = caption
    self.columns = columns.map { Column(heading: $0.0, isNumeric: $0.1) }
    self.rows = rows
  }

  init(_ table: DataTable) {
    caption = table.caption
    columns = table.columns.map { Column(heading: $0.heading, isNumeric: $0.isNumeric) }
    rows = table.rows.map { cells in
      let rest = zip(cells, table.columns).dropFirst().map { text, column in
        Cell(html: HTML.escape(text), isNumeric: column.isNumeric)
      }
      return Row(HTML.escape(cells.first ?? ""), rest)
    }
  }
}

// Templates look names up by reflection unless a model answers for itself. A page of hundreds of
// rows asks thousands of times, so tables do.

extension TableModel: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "caption": caption
    case "columns": columns
    case "rows": rows
    default: nil
    }
  }
}

extension TableModel.Column: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "heading": heading
    case "isNumeric": isNumeric
    default: nil
    }
  }
}

extension TableModel.Row: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "header": header
    case "cells": cells
    // Not nil: a template would then take the id of what stands around the row, such as a picture.
    case "id": id.map { $0 as Any } ?? false
    default: nil
    }
  }
}

extension TableModel.Cell: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "html": html
    case "isNumeric": isNumeric
    default: nil
    }
  }
}
