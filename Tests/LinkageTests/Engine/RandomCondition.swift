// SPDX-License-Identifier: Apache-2.0

@testable import Linkage

/// Conditions of every kind, put together at random.
enum RandomCondition {
  private static func part(_ generator: inout SplitMix) -> FieldPart {
    let column = Samples.columns[generator.below(Samples.columns.count)]
    let parts: [FieldPart.Part] = [
      .whole, .whole, .characters(start: 2, length: 3), .soundex, .year, .month, .day,
      .yearAndMonth, .postcodeArea, .outcode, .postcodeSector,
    ]
    return FieldPart(column, parts[generator.below(parts.count)])
  }

  private static func measure(_ generator: inout SplitMix) -> SimilarityMeasure {
    [.jaro, .jaroWinkler, .dice, .sharedTokens][generator.below(4)]
  }

  static func make(_ generator: inout SplitMix, depth: Int) -> LevelCondition {
    let part = part(&generator)
    let other = self.part(&generator)
    let least = [0.3, 0.5, 0.7, 0.88, 0.92, 1][generator.below(6)]
    switch generator.below(depth > 0 ? 14 : 11) {
    case 0: return .missing(part)
    case 1: return .equal(part)
    case 2: return .swapped(part, other)
    case 3: return .crossed(left: part, right: other)
    case 4, 5: return .similar(part, measure(&generator), atLeast: least)
    case 6: return .similarAcross(left: part, right: other, measure(&generator), atLeast: least)
    case 7: return .edits(part, .levenshtein, atMost: generator.below(4))
    case 8: return .edits(part, .damerauLevenshtein, atMost: generator.below(4))
    case 9: return .daysApart(FieldPart("birth"), atMost: [0.5, 31, 365.25][generator.below(3)])
    case 10:
      return generator.below(2) == 0
        ? .dayAndMonthSwapped(FieldPart("birth")) : .nickname(FieldPart("given"))
    case 11: return .not(make(&generator, depth: depth - 1))
    case 12: return .all((0..<2).map { _ in make(&generator, depth: depth - 1) })
    default: return .any((0..<3).map { _ in make(&generator, depth: depth - 1) })
    }
  }
}
