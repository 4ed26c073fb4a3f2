// SPDX-License-Identifier: Apache-2.0

/// The beds that can be closed when fewer are required, if wards close whole.
///
/// Of all sets of wards that leave enough beds, one that closes the most beds is taken; among those, one with the fewest
/// wards. What is left over is idle: it costs as before, and is the part of a saving in beds that no ward gives up.
public struct BedClosure: Equatable, Sendable {
  /// The most beds in all that are worked out.
  public static let mostBeds = 100_000

  /// The wards that can close, as indexes into the wards given, in rising order.
  public let closedWards: [Int]
  /// Their beds.
  public let bedsClosed: Int
  /// The beds that stay open.
  public let bedsOpen: Int
  /// The beds that stay open and are not required.
  public let bedsIdle: Int
  /// The beds missing when more are required than there are.
  public let bedsShort: Int
  /// Whether every ward closes, so that the site may.
  public let closesSite: Bool

  /// Works out which wards can close.
  ///
  /// - Parameters:
  ///   - wards: the beds of each, above zero.
  ///   - required: the beds required, zero or more; a fraction needs the whole bed.
  /// - Throws: `CapacityError` for a ward without beds, for more than `mostBeds` and for a requirement that is negative or not
  ///   finite.
  /// - Complexity: O(wards · beds).
  public init(wards: [Int], required: Double) throws(CapacityError) {
    try Self.check(wards, required)
    let beds = wards.reduce(0, +)
    let needed = min(CapacityModel.whole(required), Double(Int.max / 4))
    let spare = max(0, Double(beds) - needed)
    closedWards = WardChoice.closing(wards, spare: Int(spare))
    bedsClosed = closedWards.reduce(0) { $0 + wards[$1] }
    bedsOpen = beds - bedsClosed
    bedsIdle = max(0, bedsOpen - Int(needed))
    bedsShort = max(0, Int(needed) - beds)
    closesSite = !wards.isEmpty && closedWards.count == wards.count
  }

  /// Works out how many wards of one size can close when the requirement falls.
  ///
  /// The beds there were are taken to be what was required before, in whole wards.
  /// - Parameters:
  ///   - before: the beds required before.
  ///   - after: the beds required after.
  ///   - bedsPerWard: the beds of every ward, above zero.
  /// - Throws: `CapacityError` for numbers that are negative or not finite, and for more than `mostBeds`.
  public init(
    requiredBefore before: Double, after: Double, bedsPerWard: Int
  ) throws(CapacityError) {
    try Self.check([bedsPerWard], before)
    let wards = CapacityModel.whole(CapacityModel.whole(before) / Double(bedsPerWard))
    try Self.check([], wards * Double(bedsPerWard) > Double(Self.mostBeds) ? .infinity : after)
    try self.init(wards: Array(repeating: bedsPerWard, count: Int(wards)), required: after)
  }

  private static func check(_ wards: [Int], _ required: Double) throws(CapacityError) {
    let place = CapacityPlace.question("closing wards")
    var problems = ProblemList()
    for (index, beds) in wards.enumerated() where beds < 1 || beds > mostBeds {
      problems.add(
        place, .wards, found: "\(beds) beds in ward \(index + 1)",
        expected: "1 to \(mostBeds) beds", advice: "Leave out wards that have no beds.")
    }
    if problems.problems.isEmpty && wards.reduce(0, +) > mostBeds {
      problems.add(
        place, .wards, found: "\(wards.reduce(0, +)) beds", expected: "at most \(mostBeds)",
        advice: "Work out each site on its own.")
    }
    problems.zeroOrMore(place, .units, required)
    try problems.check()
  }
}
