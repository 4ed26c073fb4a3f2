// SPDX-License-Identifier: Apache-2.0

/// Everything that decides which records belong to one person: what is compared with what, how, and with
/// what weight.
///
/// The statistics are those of Fellegi and Sunter, "A theory for record linkage" (1969): each comparison
/// has levels, each level a probability among records of one person (m) and among records of two people
/// (u), and the weight of a pair is the sum of log2(m / u) over its levels and of the prior odds.
public struct LinkageModel: Sendable, Hashable, Codable {
  /// Whether records of one file are compared with each other, with those of other files, or both.
  public var scope: LinkageScope
  /// The chance that two records drawn at random are of one person, above 0 and below 1.
  public var prior: Double
  /// Which system's string functions are meant; two engines agree only where this is the same.
  public var strings: StringVariant
  /// A pair is compared when any of these holds; the first that does is its rule.
  public var blocking: [BlockingRule]
  /// What is compared, in the order of a pair's explanation.
  public var comparisons: [Comparison]

  /// Describes a model.
  public init(
    scope: LinkageScope, prior: Double, strings: StringVariant, blocking: [BlockingRule],
    comparisons: [Comparison]
  ) {
    self.scope = scope
    self.prior = prior
    self.strings = strings
    self.blocking = blocking
    self.comparisons = comparisons
  }
}

/// Which pairs of records can be of one person.
public enum LinkageScope: String, Sendable, Hashable, Codable {
  /// Any two records.
  case withinAndBetween
  /// Two records of different sources alone.
  case between
}

/// Whose string functions are computed, to the last bit.
public enum StringVariant: String, Sendable, Hashable, Codable {
  /// As DuckDB and rapidfuzz: half the transpositions rounded down, a bonus for a common beginning only
  /// above 0.7, and 0 for two empty texts; lengths in UTF-8 bytes.
  case duckDB
  /// As Spark 4.3: half the transpositions as they are, a bonus always, and 1 for two empty texts; lengths
  /// in code points.
  case spark
}

/// A column of a record, or a part of it.
public struct FieldPart: Sendable, Hashable, Codable {
  /// The name of the column.
  public var column: String
  /// Which part of it.
  public var part: Part

  /// Describes a part of a column.
  public init(_ column: String, _ part: Part = .whole) {
    self.column = column
    self.part = part
  }

  /// What is taken of a value; a part that a value has not is missing.
  public enum Part: Sendable, Hashable, Codable {
    /// All of it.
    case whole
    /// Characters from a place, counted from 1, as SQL's `substr(value, start, length)`.
    case characters(start: Int, length: Int)
    /// American Soundex of it (Russell and Odell, 1918).
    case soundex
    /// The year, the month or the day of a date written yyyy-mm-dd, and its first seven characters.
    case year, month, day, yearAndMonth
    /// Parts of a postcode with one space, as `CT1 2AB`: CT, CT1, CT1 2.
    case postcodeArea, outcode, postcodeSector
  }
}

/// Records are compared when all keys of a rule agree.
public struct BlockingRule: Sendable, Hashable, Codable {
  /// What has to agree; at least one.
  public var keys: [BlockingKey]

  /// Records whose parts agree.
  public init(_ parts: FieldPart...) { keys = parts.map { BlockingKey(left: $0, right: $0) } }

  /// A rule with other parts on the right than on the left, such as names that were swapped.
  public init(keys: [BlockingKey]) { self.keys = keys }
}

/// A part of one record that has to be equal to a part of the other; a missing one is equal to nothing.
public struct BlockingKey: Sendable, Hashable, Codable {
  /// The part of the one record.
  public var left: FieldPart
  /// The part of the other.
  public var right: FieldPart

  /// Describes a key.
  public init(left: FieldPart, right: FieldPart) {
    self.left = left
    self.right = right
  }
}

/// One thing that is compared, such as the surname, in levels from alike to unlike.
public struct Comparison: Sendable, Hashable, Codable {
  /// What is compared, such as `surname`.
  public var name: String
  /// The levels, the last of them `otherwise`.
  ///
  /// A pair is at the first whose condition holds.
  public var levels: [ComparisonLevel]

  /// Describes a comparison.
  public init(_ name: String, levels: [ComparisonLevel]) {
    self.name = name
    self.levels = levels
  }
}

/// One level of a comparison.
public struct ComparisonLevel: Sendable, Hashable, Codable {
  /// What a reader sees, such as `Jaro-Winkler at least 0.92`.
  public var label: String
  /// When a pair is at this level.
  public var condition: LevelCondition
  /// Whether something is missing here, so that this comparison says nothing.
  public var isMissing: Bool
  /// The share of pairs of one person at this level, of those where nothing is missing.
  public var m: Double?
  /// The share of pairs of two people at this level, of those where nothing is missing.
  public var u: Double?
  /// How rare values count for more, when they do.
  public var termFrequency: TermFrequency?

  /// Describes a level.
  public init(
    _ label: String, _ condition: LevelCondition, isMissing: Bool = false, m: Double? = nil,
    u: Double? = nil, termFrequency: TermFrequency? = nil
  ) {
    self.label = label
    self.condition = condition
    self.isMissing = isMissing
    self.m = m
    self.u = u
    self.termFrequency = termFrequency
  }
}

/// How the weight of a level moves with how common the value is.
///
/// It moves by `weight` × (log2 u of the exact level − log2 of the larger of both values' shares and
/// `minimumShare`).
public struct TermFrequency: Sendable, Hashable, Codable {
  /// The column whose values are counted.
  public var column: String
  /// From 0, no adjustment, to 1, all of it.
  public var weight: Double
  /// No value counts as rarer than this.
  public var minimumShare: Double

  /// Describes an adjustment.
  public init(column: String, weight: Double = 1, minimumShare: Double = 0) {
    self.column = column
    self.weight = weight
    self.minimumShare = minimumShare
  }
}

/// When a pair of records is at a level.
///
/// What is missing on either side makes a condition false, but for `missing` itself.
public indirect enum LevelCondition: Sendable, Hashable, Codable {
  /// The part is missing in one record or both.
  case missing(FieldPart)
  /// The parts are equal.
  case equal(FieldPart)
  /// Each has in the one column what the other has in the other.
  case swapped(FieldPart, FieldPart)
  /// The left record's one column equals the right one's other column.
  case crossed(left: FieldPart, right: FieldPart)
  /// Similarity from 0 to 1 is at least this; `Dice` is of encodings as bits, in hexadecimal.
  case similar(FieldPart, SimilarityMeasure, atLeast: Double)
  /// As `similar`, of one column in the left record and another in the right one.
  case similarAcross(left: FieldPart, right: FieldPart, SimilarityMeasure, atLeast: Double)
  /// At most this many changes of one character make them equal.
  case edits(FieldPart, EditMeasure, atMost: Int)
  /// Both are dates, at most so many days apart. A day is 86,400 seconds.
  case daysApart(FieldPart, atMost: Double)
  /// Both are dates with day and month changed over.
  case dayAndMonthSwapped(FieldPart)
  /// Both are names that one person may bear, by the table of nicknames given with the records.
  case nickname(FieldPart)
  /// All of these hold.
  case all([LevelCondition])
  /// One of these holds.
  case any([LevelCondition])
  /// This does not hold.
  case not(LevelCondition)
  /// Always: the last level.
  case otherwise
}

/// A similarity of two texts, from 0 to 1.
public enum SimilarityMeasure: String, Sendable, Hashable, Codable {
  /// Jaro (1989).
  case jaro
  /// Winkler (1990): Jaro's with a bonus for a common beginning of up to four characters.
  case jaroWinkler
  /// Twice the common bits over all bits of both.
  case dice
  /// Shared over all distinct tokens between spaces (Jaccard).
  case sharedTokens
}

/// A number of changes of one character.
public enum EditMeasure: String, Sendable, Hashable, Codable {
  /// Insertions, deletions and replacements (Levenshtein, 1966).
  case levenshtein
  /// Those and swaps of neighbours, no part changed twice (optimal string alignment).
  case damerauLevenshtein
}
