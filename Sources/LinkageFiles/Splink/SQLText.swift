// SPDX-License-Identifier: Apache-2.0

import Linkage

extension LevelCondition {
  /// The condition in the SQL of the leading tool; nil where it has no such function.
  var sql: String? {
    switch self {
    case .otherwise: "ELSE"
    case .missing(let part): "\(part.sql("l")) IS NULL OR \(part.sql("r")) IS NULL"
    case .equal(let part): "\(part.sql("l")) = \(part.sql("r"))"
    case .crossed(let left, let right): "\(left.sql("l")) = \(right.sql("r"))"
    case .swapped(let one, let two):
      "\(one.sql("l")) = \(two.sql("r")) AND \(one.sql("r")) = \(two.sql("l"))"
    case .similar(let part, let measure, let least):
      measure.sql.map { "\($0)(\(part.sql("l")), \(part.sql("r"))) >= \(least)" }
    case .similarAcross(let left, let right, let measure, let least):
      measure.sql.map { "\($0)(\(left.sql("l")), \(right.sql("r"))) >= \(least)" }
    case .edits(let part, let measure, let most):
      "\(measure.sql)(\(part.sql("l")), \(part.sql("r"))) <= \(most)"
    case .daysApart(let part, let most):
      "ABS(EPOCH(\(part.date("l"))) - EPOCH(\(part.date("r")))) <= \(most * 86_400)"
    case .all(let conditions): Self.joined(conditions, " AND ")
    case .any(let conditions): Self.joined(conditions, " OR ")
    case .not(let condition): condition.sql.map { "NOT (\($0))" }
    case .nickname, .dayAndMonthSwapped: nil
    }
  }

  private static func joined(_ conditions: [LevelCondition], _ word: String) -> String? {
    let texts = conditions.compactMap(\.sql)
    return texts.count == conditions.count
      ? texts.map { "(\($0))" }.joined(separator: word) : nil
  }
}

extension SimilarityMeasure {
  fileprivate var sql: String? {
    switch self {
    case .jaro: "jaro_similarity"
    case .jaroWinkler: "jaro_winkler_similarity"
    case .dice, .sharedTokens: nil
    }
  }
}

extension EditMeasure {
  fileprivate var sql: String {
    switch self {
    case .levenshtein: "levenshtein"
    case .damerauLevenshtein: "damerau_levenshtein"
    }
  }
}

extension FieldPart {
  /// The part of one side, `_l` or `_r` after the name of the column.
  fileprivate func sql(_ side: String) -> String { sql(column: "\"\(column)_\(side)\"", side) }

  /// The part in a blocking rule, the side before the name of the column.
  func blockingSQL(_ side: String) -> String { sql(column: "\(side).\"\(column)\"", side) }

  fileprivate func date(_ side: String) -> String {
    "try_strptime(\"\(column)_\(side)\", '%Y-%m-%d')"
  }

  private func sql(column name: String, _ side: String) -> String {
    func characters(_ start: Int, _ length: Int) -> String {
      "SUBSTR(\(name), \(start), \(length))"
    }
    func pattern(_ pattern: SplinkPattern) -> String {
      "NULLIF(regexp_extract(\(name), '\(pattern.rawValue)', 0), '')"
    }
    switch part {
    case .whole: return name
    case .characters(let start, let length): return characters(start, length)
    case .year: return characters(1, 4)
    case .month: return characters(6, 2)
    case .day: return characters(9, 2)
    case .yearAndMonth: return characters(1, 7)
    case .postcodeArea: return pattern(.area)
    case .outcode: return pattern(.outcode)
    case .postcodeSector: return pattern(.sector)
    case .soundex: return "soundex(\(name))"
    }
  }
}
