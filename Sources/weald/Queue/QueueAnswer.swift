// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlanPackage

/// An answer: sentences and figures for people, the same figures as JSON for programs.
struct QueueAnswer {
  /// How a figure is written for people.
  enum Form { case share, number, time, count }
  /// A column of a table.
  typealias Column = (key: String, label: String, form: Form)
  private var sentences: [String]
  private var figures: [(key: String, label: String, value: QueueValue, form: Form)] = []
  private var tables: [(key: String, columns: [Column], rows: [[QueueValue]])] = []

  init(_ sentences: String...) { self.sentences = sentences }

  mutating func say(_ sentence: String) { sentences.append(sentence) }

  mutating func add(_ key: String, _ label: String, _ value: Double, _ form: Form) {
    figures.append((key, label, .number(value), form))
  }

  mutating func add(_ key: String, _ label: String, _ value: Int) {
    figures.append((key, label, .count(value), .count))
  }

  /// A list of numbers, one for each of some things.
  mutating func add(_ key: String, _ label: String, _ values: [Double], _ form: Form) {
    figures.append((key, label, .list(values.map(QueueValue.number)), form))
  }

  /// A table, whose rows are objects in JSON.
  mutating func table(
    _ key: String, _ columns: [Column], _ rows: [[Double]]
  ) {
    table(
      key, columns,
      values: rows.map { row in
        zip(columns, row).map { $0.form == .count ? .count(Int($1)) : .number($1) }
      })
  }

  /// A table that may hold words.
  mutating func table(_ key: String, _ columns: [Column], values: [[QueueValue]]) {
    tables.append((key, columns, values))
  }

  func write(json: Bool, unit: String) throws {
    json ? Terminal.write(try JSONEncoder.readable(object)) : print(unit)
  }

  private var object: [String: QueueValue] {
    var object = Dictionary(
      figures.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    for table in tables {
      object[table.key] = .list(
        table.rows.map { row in
          .object(
            Dictionary(
              zip(table.columns, row).map { ($0.key, $1) }, uniquingKeysWith: { first, _ in first })
          )
        })
    }
    return object
  }

  private func print(_ unit: String) {
    for figure in figures {
      let words =
        switch figure.value {
        case .list(let values):
          values.map { Self.words($0, figure.form, unit) }.joined(separator: "; ")
        default: Self.words(figure.value, figure.form, unit)
        }
      Terminal.print("\(figure.label): \(words)")
    }
    for table in tables {
      Terminal.print(table.columns.map(\.label).joined(separator: "\t"))
      for row in table.rows {
        let cells = zip(table.columns, row).map { Self.words($1, $0.form, unit) }
        Terminal.print(cells.joined(separator: "\t"))
      }
    }
    for sentence in sentences { Terminal.print(sentence) }
  }

  private static func words(_ value: QueueValue, _ form: Form, _ unit: String) -> String {
    switch value {
    case .count(let count): "\(count)"
    case .text(let text): text
    case .number(let number):
      switch form {
      case .share: plain(number * 100) + "%"
      case .time: plain(number) + " \(unit)s"
      case .number, .count: plain(number)
      }
    case .list, .object: ""
    }
  }

  /// A number with about four figures.
  static func plain(_ value: Double) -> String {
    let size = value.magnitude
    guard size > 1e-12 else { return "0" }
    let digits = size >= 1e15 ? 0 : max(0, 3 - Int(log10(size).rounded(.down)))
    let text = String(format: "%.\(min(digits, 15))f", value)
    guard text.contains(".") else { return text }
    let short = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
    return String(short.reversed())
  }
}

/// A value of an answer.
enum QueueValue: Encodable {
  case number(Double)
  case count(Int)
  case text(String)
  case list([QueueValue])
  case object([String: QueueValue])

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let value): try container.encode(value)
    case .count(let value): try container.encode(value)
    case .text(let value): try container.encode(value)
    case .list(let values): try container.encode(values)
    case .object(let values): try container.encode(values)
    }
  }
}
