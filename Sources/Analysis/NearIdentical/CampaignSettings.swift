// SPDX-License-Identifier: Apache-2.0

/// When texts count as the same campaign.
public struct CampaignSettings: Sendable, Equatable {
  /// The least share of word pairs two texts must have in common, from 0 to 1.
  ///
  /// The share is of all the distinct shingles that either text has (Jaccard, 1901).
  public var threshold: Double
  /// Shorter texts never belong to a campaign: many people write "no comment" on their own.
  public var minimumWords: Int
  /// The fewest texts that make a campaign.
  public var minimumSize: Int
  /// How many words in a row make a shingle.
  ///
  /// Each changed word spoils this many shingles, so two keeps a short letter together when a name
  /// and a town in it change.
  public var shingleWords: Int

  /// Makes settings.
  ///
  /// Values out of range are brought to the nearest that makes sense.
  public init(
    threshold: Double = 0.8, minimumWords: Int = 8, minimumSize: Int = 5, shingleWords: Int = 2
  ) {
    self.threshold = threshold.isNaN ? 0.8 : min(1, max(0.3, threshold))
    self.minimumWords = max(1, minimumWords)
    self.minimumSize = max(2, minimumSize)
    self.shingleWords = max(1, shingleWords)
  }
}

/// A text that many respondents sent, with small changes or none.
public struct Campaign: Sendable, Equatable {
  /// The most typical of its texts, by its place among the texts given.
  public let representative: Int
  /// All its texts, by their places, first seen first.
  public let members: [Int]
  /// How many wordings it has, punctuation and capitals aside.
  public let wordings: Int

  /// How many texts it has.
  public var size: Int { members.count }
}
