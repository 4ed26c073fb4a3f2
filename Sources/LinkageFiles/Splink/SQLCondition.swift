// SPDX-License-Identifier: Apache-2.0

import Linkage

/// Reads conditions in SQL as the leading tool writes them for DuckDB and Spark.
struct SQLCondition {
  private let tokens: [SQLToken]
  private var place = 0

  private init(_ tokens: [SQLToken]) { self.tokens = tokens }

  /// A condition on one side alone waits for its counterpart on the other.
  private enum Reading {
    case condition(LevelCondition)
    case missing(FieldPart, isLeft: Bool)
    case present(FieldPart, isLeft: Bool)
  }

  private struct Unreadable: Error {}

  /// The condition that SQL states; nil where it is none that can be read.
  static func read(_ sql: String) -> LevelCondition? {
    guard let tokens = SQLToken.tokens(sql) else { return nil }
    if tokens == [.word("else")] { return .otherwise }
    var reader = Self(tokens)
    guard let reading = try? reader.either(), reader.place == tokens.count,
      case .condition(let condition) = reading
    else { return nil }
    return condition
  }

  private mutating func either() throws -> Reading {
    var readings = [try both()]
    while takes(.word("or")) { readings.append(try both()) }
    return readings.count == 1 ? readings[0] : .condition(try joined(readings, isAll: false))
  }

  private mutating func both() throws -> Reading {
    var readings = [try single()]
    while takes(.word("and")) { readings.append(try single()) }
    return readings.count == 1 ? readings[0] : .condition(try joined(readings, isAll: true))
  }

  /// One condition of several; what is said of one side has to be said of the other as well.
  private func joined(_ readings: [Reading], isAll: Bool) throws -> LevelCondition {
    var conditions: [LevelCondition] = []
    var waiting: [FieldPart: Set<Bool>] = [:]
    var order: [FieldPart] = []
    for reading in readings {
      switch reading {
      case .condition(let condition): conditions.append(condition)
      case .missing(let part, let isLeft) where !isAll, .present(let part, let isLeft) where isAll:
        if waiting[part] == nil { order.append(part) }
        waiting[part, default: []].insert(isLeft)
      default: throw Unreadable()
      }
    }
    guard waiting.values.allSatisfy({ $0.count == 2 }) else { throw Unreadable() }
    conditions += order.map { isAll ? .not(.missing($0)) : .missing($0) }
    if conditions.count == 1 { return conditions[0] }
    return isAll ? .all(conditions) : .any(conditions)
  }

  private mutating func single() throws -> Reading {
    if takes(.word("not")) {
      guard case .condition(let condition) = try single() else { throw Unreadable() }
      return .condition(.not(condition))
    }
    let start = place
    if takes(.sign("(")), let inner = try? either(), takes(.sign(")")) {
      return inner
    }
    place = start
    return try comparison()
  }

  private mutating func comparison() throws -> Reading {
    let left = try difference().plain
    if takes(.word("is")) {
      let isPresent = takes(.word("not"))
      guard takes(.word("null")), case .part(let part, let isLeft, let isDate) = left else {
        throw Unreadable()
      }
      let missing = isDate ? FieldPart(part.column, .year) : part
      return isPresent ? .present(missing, isLeft: isLeft) : .missing(missing, isLeft: isLeft)
    }
    guard case .sign(let sign)? = next() else { throw Unreadable() }
    let right = try difference().plain
    return .condition(try condition(left, sign, right))
  }

  private func condition(_ left: SQLTerm, _ sign: String, _ right: SQLTerm) throws -> LevelCondition
  {
    if sign == "=", case .part(let one, let isLeft, _) = left,
      case .part(let two, let other, _) = right,
      isLeft != other
    {
      if one == two { return .equal(one) }
      return isLeft ? .crossed(left: one, right: two) : .crossed(left: two, right: one)
    }
    guard case .number(let bound) = right, case .call(let name, let arguments) = left else {
      throw Unreadable()
    }
    if name == "abs", sign == "<=" {
      return .daysApart(try dates(arguments), atMost: bound / 86_400)
    }
    guard arguments.count == 2, case .part(let one, let isLeft, _) = arguments[0],
      case .part(let two, let other, _) = arguments[1], isLeft != other
    else { throw Unreadable() }
    switch (name, sign) {
    case ("jaro_winkler_similarity", ">="), ("jaro_winkler", ">="):
      return similar(one, two, isLeft, .jaroWinkler, bound)
    case ("jaro_similarity", ">="), ("jaro_sim", ">="):
      return similar(one, two, isLeft, .jaro, bound)
    case ("levenshtein", "<=") where one == two:
      return .edits(one, .levenshtein, atMost: Int(bound))
    case ("damerau_levenshtein", "<=") where one == two:
      return .edits(one, .damerauLevenshtein, atMost: Int(bound))
    default: throw Unreadable()
    }
  }

  private func similar(
    _ one: FieldPart, _ two: FieldPart, _ isLeft: Bool, _ measure: SimilarityMeasure,
    _ least: Double
  ) -> LevelCondition {
    if one == two { return .similar(one, measure, atLeast: least) }
    return .similarAcross(
      left: isLeft ? one : two, right: isLeft ? two : one, measure, atLeast: least)
  }

  /// The column of abs(epoch(a) - epoch(b)).
  private func dates(_ arguments: [SQLTerm]) throws -> FieldPart {
    guard arguments.count == 1, case .difference(let a, let b) = arguments[0],
      case .call("epoch", let first) = a.plain, case .call("epoch", let second) = b.plain,
      case .part(let one, let isLeft, _)? = first.first,
      case .part(let two, let other, _)? = second.first,
      one == two, isLeft != other
    else { throw Unreadable() }
    return one
  }

  private mutating func difference() throws -> SQLTerm {
    let left = try term()
    return takes(.sign("-")) ? .difference(left, try term()) : left
  }

  private mutating func term() throws -> SQLTerm {
    let result: SQLTerm
    switch next() {
    case .number(let number)?: result = .number(number)
    case .text(let text)?: result = .text(text)
    case .name(let name)?: result = try sided(name)
    case .word(let word)?:
      if takes(.sign("(")) {
        result = try call(word)
      } else if (word == "l" || word == "r"), takes(.sign(".")) {
        guard let column = name(next()) else { throw Unreadable() }
        result = .part(FieldPart(column), isLeft: word == "l", isDate: false)
      } else {
        result = try sided(word)
      }
    default: throw Unreadable()
    }
    if takes(.sign("::")) { _ = next() }
    return result
  }

  private mutating func call(_ name: String) throws -> SQLTerm {
    var arguments = [try difference()]
    if name == "cast", takes(.word("as")) {
      _ = next()
      guard takes(.sign(")")) else { throw Unreadable() }
      return arguments[0]
    }
    while takes(.sign(",")) { arguments.append(try difference()) }
    guard takes(.sign(")")) else { throw Unreadable() }
    return .call(name, arguments)
  }

  /// A column with _l or _r after its name.
  private func sided(_ name: String) throws -> SQLTerm {
    guard name.hasSuffix("_l") || name.hasSuffix("_r") else { throw Unreadable() }
    return .part(FieldPart(String(name.dropLast(2))), isLeft: name.hasSuffix("_l"), isDate: false)
  }

  private func name(_ token: SQLToken?) -> String? {
    switch token {
    case .name(let name)?, .word(let name)?: name
    default: nil
    }
  }

  private mutating func next() -> SQLToken? {
    guard place < tokens.count else { return nil }
    place += 1
    return tokens[place - 1]
  }

  private mutating func takes(_ token: SQLToken) -> Bool {
    guard place < tokens.count, tokens[place] == token else { return false }
    place += 1
    return true
  }
}
