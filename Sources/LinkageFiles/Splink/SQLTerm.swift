// SPDX-License-Identifier: Apache-2.0

import Linkage

/// A value in a condition.
indirect enum SQLTerm: Hashable {
  /// A part of the left or the right record.
  case part(FieldPart, isLeft: Bool, isDate: Bool)
  case number(Double)
  case text(String)
  case call(String, [SQLTerm])
  case difference(SQLTerm, SQLTerm)

  /// The same without what only changes how a value is written.
  var plain: SQLTerm {
    guard case .call(let name, let given) = self else { return self }
    let arguments = given.map(\.plain)
    switch (name, arguments.first) {
    case ("nullif", let inner?) where arguments.count == 2 && arguments[1] == .text(""):
      return inner
    case ("try_strptime", .part(let part, let isLeft, _)?),
      ("strptime", .part(let part, let isLeft, _)?),
      ("to_date", .part(let part, let isLeft, _)?), ("date_parse", .part(let part, let isLeft, _)?):
      return .part(part, isLeft: isLeft, isDate: true)
    case ("substr", .part(let part, let isLeft, _)?),
      ("substring", .part(let part, let isLeft, _)?):
      if let taken = Self.substring(part, arguments) {
        return .part(taken, isLeft: isLeft, isDate: false)
      }
    case ("regexp_extract", .part(let part, let isLeft, _)?):
      if let taken = Self.extracted(part, arguments) {
        return .part(taken, isLeft: isLeft, isDate: false)
      }
    case ("lower", let inner?), ("upper", let inner?), ("trim", let inner?):
      return inner
    default: break
    }
    return .call(name, arguments)
  }

  private static func substring(_ part: FieldPart, _ arguments: [SQLTerm]) -> FieldPart? {
    guard part.part == .whole, arguments.count == 3, case .number(let start) = arguments[1],
      case .number(let length) = arguments[2]
    else { return nil }
    return FieldPart(part.column, .characters(start: Int(start), length: Int(length)))
  }

  /// The expressions that the leading tool's comparisons of postcodes and addresses of mail are made of.
  private static func extracted(_ part: FieldPart, _ arguments: [SQLTerm]) -> FieldPart? {
    guard part.part == .whole, arguments.count >= 2, case .text(let pattern) = arguments[1] else {
      return nil
    }
    switch pattern {
    case "^[^@]+": return FieldPart(part.column + LocalPart.suffix)
    default:
      return SplinkPattern.allCases.first { $0.rawValue == pattern }
        .map { FieldPart(part.column, $0.part) }
    }
  }
}

/// Regular expressions for parts of a postcode.
enum SplinkPattern: String, CaseIterable {
  case area = "^[A-Za-z]{1,2}"
  case outcode = "^[A-Za-z]{1,2}[0-9][A-Za-z0-9]?"
  case sector = "^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9]"

  var part: FieldPart.Part {
    switch self {
    case .area: .postcodeArea
    case .outcode: .outcode
    case .sector: .postcodeSector
    }
  }
}
