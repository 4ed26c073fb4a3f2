// SPDX-License-Identifier: Apache-2.0

/// One question about a pair, and where to go on with either answer.
///
/// The levels of a comparison become such questions, each asked once; a place below 0 is the complement of
/// the number of the level that was reached.
struct Instruction {
  /// What is asked.
  enum Question: UInt8 {
    /// Whether both records hold the lanes of `mask`.
    case present
    /// Whether the lanes of `mask` are the same in both, and not missing.
    case equal
    /// Whether lane `left` of the left record equals lane `right` of the right one.
    case crossed
    /// Whether a similarity that is remembered as `memo` is at least `limit`.
    case similar
    /// Whether a number of changes that is remembered as `memo` is at most `limit`.
    case edits
    /// Whether two dates are at most `limit` days apart.
    case daysApart
    /// Whether two dates are the same but for day and month changed over.
    case dayAndMonthSwapped
    /// Whether one group of nicknames holds both.
    case nickname
  }

  var question: Question
  var left = 0
  var right = 0
  var mask: UInt64 = 0
  /// The index of what is looked up of each value.
  var table = 0
  var memo = 0
  var limit = 0.0
  var ifTrue: Int32
  var ifFalse: Int32

  /// Whether the answer is in the records themselves.
  var isQuick: Bool { question.rawValue <= Question.crossed.rawValue }
}

/// A comparison of two texts that several levels ask for, computed once a pair.
struct TextComparison {
  /// How they are compared.
  enum Measure: Hashable {
    case similarity(SimilarityMeasure)
    case edits(EditMeasure)
  }

  var measure: Measure
  var left: FieldPart
  var right: FieldPart
  /// The lowest similarity, or the largest number of changes, that any level asks for.
  var limit: Double
  var leftLane = 0
  var rightLane = 0
}
