// SPDX-License-Identifier: Apache-2.0

/// What a grouping should be like, beside its floor and ceiling: a weight for each wish.
///
/// Weights are in kilometres (or minutes, where journeys are given in minutes): a weight says how many
/// kilometres further from the centre of their group all people together would be, on average, rather
/// than have the wish wholly unmet. A weight of zero is no wish.
public struct Preferences: Sendable, Equatable {
  /// People live near the centre of their group: one kilometre on average costs so much.
  public var compactness: Double
  /// Whether each group has to hang together; otherwise `contiguity` is the weight of it.
  public var mustBeContiguous: Bool
  /// The share of people in pieces apart from the largest piece of their group.
  public var contiguity: Double
  /// The share of people who are in another group than most of their town.
  public var towns: Double
  /// The share of people in a group of which another commissioner has most people.
  public var commissioners: Double
  /// The share of people who no longer work with most of their existing group.
  public var existingGroups: Double
  /// The share of groups outside the band at the horizon.
  public var growth: Double
  /// The share of the variation of deprivation that lies between groups: 0 when they are all alike.
  public var deprivationBalance: Double

  /// Sets the weights; alone it asks for compact groups that hang together.
  public init(
    compactness: Double = 1, mustBeContiguous: Bool = true, contiguity: Double = 0,
    towns: Double = 0, commissioners: Double = 0, existingGroups: Double = 0, growth: Double = 0,
    deprivationBalance: Double = 0
  ) {
    self.compactness = compactness
    self.mustBeContiguous = mustBeContiguous
    self.contiguity = contiguity
    self.towns = towns
    self.commissioners = commissioners
    self.existingGroups = existingGroups
    self.growth = growth
    self.deprivationBalance = deprivationBalance
  }

  /// The weight of a wish.
  public func weight(_ wish: Wish) -> Double {
    switch wish {
    case .compactness: compactness
    case .contiguity: contiguity
    case .towns: towns
    case .commissioners: commissioners
    case .existingGroups: existingGroups
    case .growth: growth
    case .deprivationBalance: deprivationBalance
    }
  }
}

/// Each thing that a grouping may be wished to be; `Preferences` has its meaning.
public enum Wish: String, Sendable, CaseIterable {
  case compactness, contiguity, towns, commissioners
  case existingGroups = "existing-groups"
  case growth
  case deprivationBalance = "deprivation-balance"
}
