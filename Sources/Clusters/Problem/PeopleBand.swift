// SPDX-License-Identifier: Apache-2.0

/// How many people a group may have; both ends are hard.
public struct PeopleBand: Sendable, Equatable {
  /// The fewest people.
  public var floor: Int
  /// The most people.
  public var ceiling: Int

  /// A band from a floor to a ceiling.
  public init(floor: Int, ceiling: Int) {
    self.floor = floor
    self.ceiling = ceiling
  }

  /// Whether so many people may be a group.
  public func contains(_ people: Int) -> Bool { people >= floor && people <= ceiling }

  /// How many people too few or too many; zero within the band.
  public func excess(_ people: Int) -> Int { max(0, floor - people, people - ceiling) }

  /// The numbers of groups into which so many people fit, if people could be divided at will; nil when
  /// there is none.
  public func counts(for people: Int) -> ClosedRange<Int>? {
    let fewest = max(1, (people + max(ceiling, 1) - 1) / max(ceiling, 1))
    let most = floor > 0 ? people / floor : Int.max
    return fewest <= most ? fewest...most : nil
  }
}
