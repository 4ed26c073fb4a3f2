// SPDX-License-Identifier: Apache-2.0

@testable import Linkage

/// The meaning of a model written as plainly as can be, on texts alone, to hold the engine against.
struct SlowInterpreter {
  let rows: [(source: Int, values: [String?])]
  let model: LinkageModel
  let nicknames: NicknameTable

  func value(_ row: Int, _ part: FieldPart) -> String? {
    guard let column = Samples.columns.firstIndex(of: part.column),
      let text = rows[row].values[column]
    else { return nil }
    switch part.part {
    case .whole: return text
    case .characters(let start, let length):
      let taken = String(text.dropFirst(start - 1).prefix(length))
      return taken.isEmpty ? nil : taken
    case .year: return isDate(text) ? String(text.prefix(4)) : nil
    case .month: return isDate(text) ? String(text.dropFirst(5).prefix(2)) : nil
    case .day: return isDate(text) ? String(text.dropFirst(8)) : nil
    case .yearAndMonth: return isDate(text) ? String(text.prefix(7)) : nil
    case .soundex: return Soundex.code(text.utf8).map { String(decoding: $0, as: UTF8.self) }
    case .postcodeArea: return text.prefixMatch(of: /[A-Za-z]{1,2}/).map { String($0.0) }
    case .outcode:
      return text.prefixMatch(of: /[A-Za-z]{1,2}[0-9][A-Za-z0-9]?/).map { String($0.0) }
    case .postcodeSector:
      return text.prefixMatch(of: /[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9]/).map { String($0.0) }
    }
  }

  private func isDate(_ text: String) -> Bool {
    text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil
  }

  func holds(_ rule: BlockingRule, _ left: Int, _ right: Int) -> Bool {
    rule.keys.allSatisfy { key in
      guard let one = value(left, key.left) else { return false }
      return one == value(right, key.right)
    }
  }

  func holds(_ condition: LevelCondition, _ left: Int, _ right: Int) -> Bool {
    func both(_ one: FieldPart, _ other: FieldPart, _ test: (String, String) -> Bool) -> Bool {
      guard let one = value(left, one), let other = value(right, other) else { return false }
      return test(one, other)
    }
    switch condition {
    case .otherwise: return true
    case .missing(let part): return value(left, part) == nil || value(right, part) == nil
    case .equal(let part): return both(part, part, ==)
    case .swapped(let one, let other): return both(one, other, ==) && both(other, one, ==)
    case .crossed(let one, let other): return both(one, other, ==)
    case .similar(let part, let measure, let least):
      return both(part, part) { similarity($0, $1, measure) >= least }
    case .similarAcross(let one, let other, let measure, let least):
      return both(one, other) { similarity($0, $1, measure) >= least }
    case .edits(let part, let measure, let most):
      return both(part, part) { Edits.distance($0, $1, measure, model.strings) <= most }
    case .daysApart(let part, let most):
      return both(part, part) {
        guard let one = date($0), let other = date($1) else { return false }
        return Double(abs(one.dayNumber - other.dayNumber)) <= most
      }
    case .dayAndMonthSwapped(let part):
      return both(part, part) {
        guard let one = date($0), let other = date($1) else { return false }
        return one.year == other.year && one.month == other.day && one.day == other.month
      }
    case .nickname(let part):
      return both(part, part) { one, other in
        nicknames.groups.contains { $0.contains(one) && $0.contains(other) }
      }
    case .all(let inner): return inner.allSatisfy { holds($0, left, right) }
    case .any(let inner): return inner.contains { holds($0, left, right) }
    case .not(let inner): return !holds(inner, left, right)
    }
  }

  private func date(_ text: String) -> WrittenDate? { WrittenDate(Array(text.utf8)[...]) }

  private func similarity(_ one: String, _ other: String, _ measure: SimilarityMeasure) -> Double {
    switch measure {
    case .jaro: return Jaro.similarity(one, other, model.strings, winkler: false)
    case .jaroWinkler: return Jaro.similarity(one, other, model.strings, winkler: true)
    case .sharedTokens:
      let sets = (Set(one.split(separator: " ")), Set(other.split(separator: " ")))
      return Double(sets.0.intersection(sets.1).count) / Double(sets.0.union(sets.1).count)
    case .dice:
      let digits = (one.map { $0.hexDigitValue ?? 0 }, other.map { $0.hexDigitValue ?? 0 })
      let shared = zip(digits.0, digits.1).reduce(0) { $0 + ($1.0 & $1.1).nonzeroBitCount }
      let all = (digits.0 + digits.1).reduce(0) { $0 + $1.nonzeroBitCount }
      return all == 0 ? 0 : Double(2 * shared) / Double(all)
    }
  }

  func level(_ comparison: Comparison, _ left: Int, _ right: Int) -> Int {
    comparison.levels.firstIndex { holds($0.condition, left, right) } ?? -1
  }

  /// The weight of a pair, from the definitions of the model.
  func weight(_ left: Int, _ right: Int) -> Double {
    var total = Base2.log(model.prior / (1 - model.prior))
    for comparison in model.comparisons {
      let level = comparison.levels[level(comparison, left, right)]
      guard !level.isMissing, let m = level.m, let u = level.u else { continue }
      total += Base2.log(m / u)
      if let term = level.termFrequency { total += adjustment(comparison, term, left, right) }
    }
    return total
  }

  private func adjustment(
    _ comparison: Comparison, _ term: TermFrequency, _ left: Int, _ right: Int
  ) -> Double {
    let part = FieldPart(term.column)
    let exact = comparison.levels.first { $0.condition == .equal(part) }
    let all = rows.indices.compactMap { value($0, part) }
    let shares = [value(left, part), value(right, part)].compactMap { $0 }.map { text in
      Double(all.count { $0 == text }) / Double(all.count)
    }
    guard let u = exact?.u, let commoner = shares.max() else { return 0 }
    return term.weight * (Base2.log(u) - Base2.log(max(commoner, term.minimumShare)))
  }
}
