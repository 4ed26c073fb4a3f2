// SPDX-License-Identifier: Apache-2.0

/// Two wards with beds of their own and beds that both may use.
///
/// The number of people on each is Poisson as long as nobody is turned away. Two definitions of
/// “no bed” are in use, and Table 3 of Monks and others (2016) mixes them; here each has its name.
public struct SharedWards: Sendable {
  /// Beds of the first ward, of the second, and for both.
  public let beds: (first: Int, second: Int, shared: Int)
  private let first: InfiniteServerQueue
  private let second: InfiniteServerQueue

  /// How often somebody of each ward finds no bed.
  public struct NoBed: Equatable, Sendable {
    /// People of the first ward.
    public let first: Double
    /// People of the second ward.
    public let second: Double
  }

  /// Describes the wards.
  ///
  /// - Parameters:
  ///   - firstLoad: Arrivals at the first ward in a mean stay.
  ///   - secondLoad: The same of the second.
  ///   - firstBeds: Beds of the first ward only; may be 0.
  ///   - secondBeds: Beds of the second ward only; may be 0.
  ///   - sharedBeds: Beds for both; may be 0.
  /// - Throws: `QueueError` for numbers out of range; wards have at most 2,000 beds of each kind.
  public init(
    firstLoad: Double, secondLoad: Double, firstBeds: Int, secondBeds: Int, sharedBeds: Int
  ) throws(QueueError) {
    for beds in [firstBeds, secondBeds, sharedBeds] {
      try Check.count(beds, "the number of beds of a kind", 0...2_000)
    }
    for load in [firstLoad, secondLoad] {
      try Check.range(load, "the load of a ward", 1e-9...2_000)
    }
    beds = (firstBeds, secondBeds, sharedBeds)
    first = try InfiniteServerQueue(load: firstLoad)
    second = try InfiniteServerQueue(load: secondLoad)
  }

  /// The share of arrivals that find no bed, when those who do go elsewhere.
  ///
  /// The distribution of M/G/infinity, cut off where the beds end and scaled, is exact for any
  /// distribution of stays (product form of loss networks: Kelly 1991, "Loss networks", Annals of
  /// Applied Probability 1, section 2).
  public var shareTurnedAway: NoBed {
    var (all, noFirst, noSecond) = (0.0, 0.0, 0.0)
    for people in 0...(beds.first + beds.shared) {
      let over = max(0, people - beds.first)
      let most = beds.second + beds.shared - over
      let weight = first.probability(of: people)
      guard weight > 0 else { continue }
      all += weight * second.probability(atMost: most)
      noSecond += weight * second.probability(of: most)
      guard people >= beds.first else { continue }
      // One more of the first ward needs a shared bed that the second ward holds.
      noFirst +=
        weight
        * (over == beds.shared
          ? second.probability(atMost: most) : second.probability(of: most))
    }
    guard all > 0 else { return NoBed(first: 1, second: 1) }
    return NoBed(first: noFirst / all, second: noSecond / all)
  }

  /// The share of time with no bed for another, if nobody is ever turned away and the wards
  /// overflow.
  public var shareOfTimeFull: NoBed {
    NoBed(
      first: Self.full(first, beds.first, second, beds.second, beds.shared),
      second: Self.full(second, beds.second, first, beds.first, beds.shared))
  }

  /// The chance that one ward fills its own beds and the two together fill the shared ones.
  private static func full(
    _ own: InfiniteServerQueue, _ ownBeds: Int, _ other: InfiniteServerQueue, _ otherBeds: Int,
    _ shared: Int
  ) -> Double {
    var sum = own.probability(above: ownBeds + shared - 1)
    for over in 0..<max(0, shared) {
      // The other ward must hold the rest of the shared beds.
      sum +=
        own.probability(of: ownBeds + over)
        * other.probability(above: otherBeds + shared - over - 1)
    }
    return sum
  }
}
