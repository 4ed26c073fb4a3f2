// SPDX-License-Identifier: Apache-2.0

import Demand
import SyntheticSystem

/// What a made-up system holds, in a few numbers.
struct SyntheticSummary: Encodable {
  /// One file of rows.
  struct File: Encodable {
    let name: String
    let rows: Int

    init(file: SyntheticFile, rows: Int) {
      name = file.name
      self.rows = rows
    }
  }

  /// The activity of one kind.
  struct Kind: Encodable {
    let kind: String
    let activity: Int
    let bedDays: Int
  }

  let synthetic = true
  let seed: UInt64
  let scale: Double
  var files: [File] = []
  var kinds: [Kind] = []

  init(seed: UInt64, scale: Double) {
    self.seed = seed
    self.scale = scale
  }

  /// Takes the totals by kind of service.
  mutating func take(_ totals: ActivityTotals) {
    kinds = ServiceKind.allCases.compactMap { kind in
      let cells = totals.cells.filter { SyntheticService.all[$0.service].kind == kind }
      guard !cells.isEmpty else { return nil }
      return Kind(
        kind: kind.rawValue, activity: cells.reduce(0) { $0 + $1.activity },
        bedDays: cells.reduce(0) { $0 + $1.bedDays })
    }
  }

  /// The summary as lines for a person.
  var lines: [String] {
    ["kind\tactivity\tbed days"] + kinds.map { "\($0.kind)\t\($0.activity)\t\($0.bedDays)" }
  }
}

/// The folder's `datapackage.json`, with the mark that everything is made up.
struct SyntheticPackage: Encodable {
  /// A file of the folder.
  struct Resource: Encodable {
    let name: String
    let path: String
    let title: String
    let profile = "tabular-data-resource"
    let synthetic = true
    let schema: Schema
  }

  /// The columns of a file.
  struct Schema: Encodable {
    let fields: [Field]
  }

  /// A column.
  struct Field: Encodable {
    let name: String
    let type: String
    let description: String
    var trueValues: [String]?
    var falseValues: [String]?

    init(_ column: SyntheticColumn) {
      name = column.name
      type = column.type
      description = column.meaning
      if column.type == "boolean" {
        trueValues = ["yes"]
        falseValues = ["no"]
      }
    }
  }

  let profile = "tabular-data-package"
  let name = "synthetic-system"
  let title = "Made-up activity of a system of the size of Kent and Medway (synthetic)"
  let description = "Drawn from distributions written by hand. Not data of patients or providers."
  let synthetic = true
  let seed: UInt64
  let scale: Double
  let resources: [Resource]

  init(_ summary: SyntheticSummary, onlyTotals: Bool) {
    seed = summary.seed
    scale = summary.scale
    let rows = onlyTotals ? [] : SyntheticFile.allCases
    resources =
      rows.map { file in
        Resource(
          name: file.rawValue, path: file.name, title: file.meaning,
          schema: Schema(fields: SyntheticColumn.columns(file).map(Field.init)))
      }
      + SyntheticTable.allCases.map { table in
        Resource(
          name: table.rawValue, path: table.path, title: table.meaning,
          schema: Schema(fields: table.columns.map(Field.init)))
      }
  }
}
