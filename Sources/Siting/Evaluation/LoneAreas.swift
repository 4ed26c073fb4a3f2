// SPDX-License-Identifier: Apache-2.0

/// The areas whose listed nearest sites are all closed, each with the open site found for it.
///
/// Memory for them is taken when the first such area appears; in a network of many units there may
/// be none.
struct LoneAreas: Sendable {
  /// The site of each lone area, by position, or -1 without a route.
  private(set) var site: [Int32] = []
  /// The time of each lone area, as a place among the distinct times.
  private(set) var place: [UInt32] = []
  /// How often anything here has changed.
  private(set) var changes = 0
  /// The number of tails whose areas are on their own.
  private var tailCount = 0
  /// One bit for each tail whose areas are on their own.
  private var bits: [UInt64] = []
  /// Tails that were started or stopped but whose areas are still to be summed; ascending.
  private var pending: [Int] = []

  /// Puts the areas of a tail on their own; their sites have to be found.
  mutating func start(_ tail: Int32, in evaluator: ConfigurationEvaluator) {
    if bits.isEmpty {
      site = Array(repeating: -1, count: evaluator.areas.count)
      place = Array(repeating: 0, count: evaluator.areas.count)
      bits = Array(repeating: 0, count: evaluator.tree.tails.count / 64 + 1)
    }
    changes += 1
    tailCount += 1
    bits[Int(tail) >> 6] |= 1 << UInt64(tail & 63)
    pending.append(Int(tail))
  }

  /// Lets the areas of a tail go where the tree says; they have to be taken from their sites.
  mutating func stop(_ tail: Int32) {
    changes += 1
    tailCount -= 1
    bits[Int(tail) >> 6] &= ~(1 << UInt64(tail & 63))
    pending.append(Int(tail))
  }

  /// Forgets all tails.
  mutating func removeAll() {
    changes += 1
    tailCount = 0
    for word in bits.indices { bits[word] = 0 }
  }

  /// The runs of areas of the tails started or stopped since this was last asked.
  mutating func takePending(in evaluator: ConfigurationEvaluator) -> [Range<Int>] {
    guard !pending.isEmpty else { return [] }
    defer { pending.removeAll(keepingCapacity: true) }
    return runs(of: pending, in: evaluator)
  }

  /// The runs of all lone areas.
  func runs(in evaluator: ConfigurationEvaluator) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (word, value) in bits.enumerated() {
      var rest = value
      while rest != 0 {
        // a block of ones is a block of tails that follow each other
        let first = rest.trailingZeroBitCount
        let count = (~(rest >> UInt64(first))).trailingZeroBitCount
        let start = evaluator.tree.tails[word << 6 + first].areas.lowerBound
        let end = evaluator.tree.tails[word << 6 + first + count - 1].areas.upperBound
        Self.append(start..<end, to: &runs)
        rest = first + count < 64 ? rest & (~0 << UInt64(first + count)) : 0
      }
    }
    return runs
  }

  /// Whether so many areas are lone that a copy is made faster than flips are taken back.
  var areMany: Bool { tailCount * 8 > bits.count * 64 }

  /// Takes over other lone areas without new memory.
  mutating func copy(_ other: Self) {
    Self.copy(other.site, to: &site)
    Self.copy(other.place, to: &place)
    Self.copy(other.bits, to: &bits)
    tailCount = other.tailCount
    changes = other.changes
  }

  private static func copy<Element>(_ from: [Element], to: inout [Element]) {
    if from.count == to.count {
      to.withUnsafeMutableBufferPointer { _ = $0.update(from: from) }
    } else {
      to = from
    }
  }

  /// Finds the nearest open site for every area of a run.
  mutating func assign(_ run: Range<Int>, to open: [Int], in evaluator: ConfigurationEvaluator) {
    changes += 1
    for area in run {
      site[area] = -1
      place[area] = evaluator.times.noRoute
    }
    switch evaluator.packed {
    case .narrow(let times): nearest(run, to: open, times)
    case .wide(let times): nearest(run, to: open, times)
    }
  }

  /// Sends the areas of a run that are nearer to a site than to their own there.
  ///
  /// `moved` hears of each: its position, the old site, the old and the new time.
  @inline(__always)
  mutating func claim(
    _ run: Range<Int>, for other: Int, in evaluator: ConfigurationEvaluator,
    moved: (Int, Int32, UInt32, UInt32) -> Void
  ) {
    switch evaluator.packed {
    case .narrow(let times): claim(run, for: other, times, moved: moved)
    case .wide(let times): claim(run, for: other, times, moved: moved)
    }
  }

  /// Tails follow each other without gaps, so neighbours are one run of areas.
  private func runs(of tails: [Int], in evaluator: ConfigurationEvaluator) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for tail in tails { Self.append(evaluator.tree.tails[tail].areas, to: &runs) }
    return runs
  }

  private static func append(_ areas: Range<Int>, to runs: inout [Range<Int>]) {
    if let last = runs.last, last.upperBound == areas.lowerBound {
      runs[runs.count - 1] = last.lowerBound..<areas.upperBound
    } else {
      runs.append(areas)
    }
  }

  @inline(__always)
  private mutating func claim<Place: FixedWidthInteger>(
    _ run: Range<Int>, for other: Int, _ times: [Place],
    moved: (Int, Int32, UInt32, UInt32) -> Void
  ) {
    let column = other * site.count
    for area in run {
      let time = UInt32(truncatingIfNeeded: times[column + area])
      guard time <= place[area] else { continue }
      guard time < place[area] || Int32(other) < site[area] else { continue }
      moved(area, site[area], place[area], time)
      changes += 1
      place[area] = time
      site[area] = Int32(other)
    }
  }

  private mutating func nearest<Place: FixedWidthInteger>(
    _ areas: Range<Int>, to open: [Int], _ times: [Place]
  ) {
    let areaCount = site.count
    for candidate in open {
      let column = candidate * areaCount
      for area in areas {
        let time = UInt32(truncatingIfNeeded: times[column + area])
        let isNearer = time < place[area]
        site[area] = isNearer ? Int32(candidate) : site[area]
        place[area] = isNearer ? time : place[area]
      }
    }
  }
}
