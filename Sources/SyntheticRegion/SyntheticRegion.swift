// SPDX-License-Identifier: Apache-2.0

import Sampling

/// A made-up region of people, of what eight sources have on record about them, and of their contacts.
///
/// Everything hangs on the seed and on a person's number, so that person 17 is the same in a region of any
/// size, and pieces can be made in any order and at the same time. Shares, rates and costs are
/// assumptions that were written by hand; nothing comes from a record of anybody.
public struct SyntheticRegion: Sendable {
  /// The seed.
  public let seed: UInt64
  /// How many people.
  public let people: Int
  let peopleKey: StreamKey
  let recordKey: StreamKey
  let contactKey: StreamKey
  let numbers: HealthNumbers
  let properties: Scramble
  let recordIds: Scramble

  /// The most people that can be made.
  public static let mostPeople = 50_000_000
  /// How many people a piece has; memory grows with it and not with the region.
  static let peopleInPiece = 4_000

  /// Describes a region.
  /// - Throws: `RegionError.peopleOutside` when it is not of 1 to 50,000,000 people.
  public init(seed: UInt64, people: Int) throws(RegionError) {
    guard (1...Self.mostPeople).contains(people) else { throw .peopleOutside(people) }
    self.seed = seed
    self.people = people
    peopleKey = StreamKey(seed: seed, purpose: "region people")
    recordKey = StreamKey(seed: seed, purpose: "region records")
    contactKey = StreamKey(seed: seed, purpose: "region contacts")
    numbers = HealthNumbers(seed: seed)
    properties = Scramble(
      below: NeighbourhoodBuilder.properties(
        neighbourhoods: Self.mostPeople / Neighbourhood.size), seed: seed,
      purpose: "region properties")
    recordIds = Scramble(
      below: Self.mostPeople * Recording.mostRecords, seed: seed, purpose: "region records")
  }

  /// How many pieces there are.
  public var pieceCount: Int { (people + Self.peopleInPiece - 1) / Self.peopleInPiece }

  /// Makes a piece: its records, contacts and truth as lines of the files.
  public func piece(_ number: Int, withContacts: Bool = true) -> RegionPiece {
    let first = number * Self.peopleInPiece
    let all = first..<min(people, first + Self.peopleInPiece)
    var maker = RegionPieceMaker(self, withContacts: withContacts)
    for start in stride(from: all.lowerBound, to: all.upperBound, by: Neighbourhood.size) {
      let neighbourhood = Neighbourhood(start / Neighbourhood.size, of: self)
      maker.add(neighbourhood.people, first: all.upperBound - start)
    }
    return maker.finished()
  }
}

/// Why no region can be made.
public enum RegionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Too few people or too many.
  case peopleOutside(Int)

  /// The failure in words for its user.
  public var description: String {
    switch self {
    case .peopleOutside(let people):
      "--people is \(people). Give a whole number from 1 to 50,000,000."
    }
  }
}
