// SPDX-License-Identifier: Apache-2.0

import Linkage

/// Writes the conditions of a model as SQL over a left record `l` and a right record `r`.
///
/// A condition is never null: what is missing makes it false, as it does in the native engine.
struct ConditionWriter {
  /// What is needed of each record.
  var columns = PreparedColumns()

  /// The condition as an expression that is true or false.
  /// - Throws: `DistributedLinkageError.notInSpark` for a measure that Spark does not have.
  mutating func write(_ condition: LevelCondition) throws(DistributedLinkageError) -> String {
    switch condition {
    case .otherwise: return "true"
    case .not(let inner): return "(not \(try write(inner)))"
    case .all(let inner): return try join(inner, "and", none: "true")
    case .any(let inner): return try join(inner, "or", none: "false")
    case .missing(let part):
      let name = columns.name(part)
      return "(l.\(name) is null or r.\(name) is null)"
    case .equal(let part): return known(equal(part, part))
    case .crossed(let left, let right): return known(equal(left, right))
    case .swapped(let one, let other):
      return known("\(equal(one, other)) and \(equal(other, one))")
    case .similar(let part, let measure, let least):
      return try similar(part, part, measure, least)
    case .similarAcross(let left, let right, let measure, let least):
      return try similar(left, right, measure, least)
    case .edits(let part, let measure, let most): return edits(part, measure, most)
    case .daysApart(let part, let most):
      let name = columns.name(part, .date)
      return known("abs(datediff(l.\(name), r.\(name))) <= \(SQLText.number(most))")
    case .dayAndMonthSwapped(let part):
      let name = columns.name(part, .date)
      return known(
        "year(l.\(name)) = year(r.\(name)) and month(l.\(name)) = day(r.\(name)) "
          + "and day(l.\(name)) = month(r.\(name))")
    case .nickname(let part):
      let name = columns.name(part, .nicknames)
      return known("arrays_overlap(l.\(name), r.\(name))")
    }
  }

  /// That all keys of a rule agree; null where one is missing, which is as good as false.
  mutating func write(_ rule: BlockingRule) -> String {
    rule.keys.map { equal($0.left, $0.right) }.joined(separator: " and ")
  }

  private func known(_ expression: String) -> String { "coalesce(\(expression), false)" }

  private mutating func equal(_ left: FieldPart, _ right: FieldPart) -> String {
    "l.\(columns.name(left)) = r.\(columns.name(right))"
  }

  private mutating func join(
    _ inner: [LevelCondition], _ word: String, none: String
  ) throws(DistributedLinkageError) -> String {
    var written: [String] = []
    for condition in inner { written.append(try write(condition)) }
    return written.isEmpty ? none : "(" + written.joined(separator: " \(word) ") + ")"
  }

  private mutating func similar(
    _ left: FieldPart, _ right: FieldPart, _ measure: SimilarityMeasure, _ least: Double
  ) throws(DistributedLinkageError) -> String {
    let limit = SQLText.number(least)
    switch measure {
    case .jaro: throw .notInSpark("Jaro's similarity without Winkler's bonus", left.column)
    case .jaroWinkler:
      let (one, other) = (columns.name(left), columns.name(right))
      return known("jaro_winkler_similarity(l.\(one), r.\(other)) >= \(limit)")
    case .sharedTokens:
      let (one, other) = ("l.\(columns.name(left, .tokens))", "r.\(columns.name(right, .tokens))")
      let shared = "size(array_intersect(\(one), \(other)))"
      let all = "size(array_union(\(one), \(other)))"
      return known(quotient(shared, all, limit, missing: [one, other]))
    case .dice:
      let (one, other) = ("l.\(columns.name(left, .bits))", "r.\(columns.name(right, .bits))")
      let shared =
        "2 * aggregate(zip_with(\(one), \(other), (x, y) -> bit_count(x & y)), 0, "
        + "(sum, x) -> sum + coalesce(x, 0))"
      let all = "(l.\(columns.name(left, .bitCount)) + r.\(columns.name(right, .bitCount)))"
      return known(quotient(shared, all, limit, missing: [one, other]))
    }
  }

  /// Whether a share is at least a limit, where a share of nothing is 0.
  private func quotient(
    _ part: String, _ whole: String, _ limit: String, missing: [String]
  ) -> String {
    let there = missing.map { "\($0) is not null" }.joined(separator: " and ")
    return "\(there) and "
      + "if(\(whole) = 0, 0D, cast(\(part) as double) / cast(\(whole) as double)) >= \(limit)"
  }

  private mutating func edits(
    _ part: FieldPart, _ measure: EditMeasure, _ most: Int
  ) -> String {
    let name = columns.name(part)
    let distance = "levenshtein(l.\(name), r.\(name))"
    guard measure == .damerauLevenshtein else { return known("\(distance) <= \(most)") }
    let sorted = columns.name(part, .sortedCharacters)
    // A swap of neighbours is two of Levenshtein's changes and keeps the characters, so that most pairs
    // are decided by two quick numbers.
    let rest = "levenshtein(l.\(sorted), r.\(sorted))"
    return known(
      "case when \(distance) <= \(most) then true when \(distance) > \(2 * most) then false "
        + "when \(rest) > 2 * (\(2 * most) - \(distance)) then false "
        + "else \(Self.alignment("l.\(name)", "r.\(name)")) <= \(most) end")
  }

  /// The optimal string alignment of two texts by dynamic programming, one row after another.
  static func alignment(_ left: String, _ right: String) -> String {
    let same = "substr(\(left), i, 1) = substr(\(right), j, 1)"
    let swapped =
      "i > 1 and j > 1 and substr(\(left), i, 1) = substr(\(right), j - 1, 1) "
      + "and substr(\(left), i - 1, 1) = substr(\(right), j, 1)"
    let cell =
      "least(element_at(s.last, j) + if(\(same), 0, 1), element_at(s.last, j + 1) + 1, "
      + "element_at(row, j) + 1, if(\(swapped), element_at(s.before, j - 1) + 1, 1000000))"
    let row =
      "aggregate(sequence(1, length(\(right))), array(i), (row, j) -> concat(row, array(\(cell))))"
    return "aggregate(sequence(1, length(\(left))), "
      + "named_struct('before', array_repeat(0, length(\(right)) + 1), "
      + "'last', sequence(0, length(\(right)))), "
      + "(s, i) -> named_struct('before', s.last, 'last', \(row)), "
      + "s -> element_at(s.last, length(\(right)) + 1))"
  }
}
