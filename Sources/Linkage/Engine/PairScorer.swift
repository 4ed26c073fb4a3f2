// SPDX-License-Identifier: Apache-2.0

/// Weighs pairs, and gives a pair up as soon as it cannot reach the weight that is asked for.
///
/// First the quick questions of all comparisons are asked. What the other questions can still bring is
/// bounded by the best level that each can lead to.
final class PairScorer {
  private let judge: PairJudge
  private let comparisons: Int
  private let quick: UnsafeMutablePointer<Int32>
  private let prior: Double
  /// The most that can be added from each place on.
  private let most: UnsafeMutablePointer<Double>
  /// Of each comparison, where its levels begin in the flat lists.
  private let offsets: UnsafeMutablePointer<Int>
  private let levels: UnsafeMutablePointer<Double>
  private let levelMost: UnsafeMutablePointer<Double>
  /// The adjustment of each level, an empty one where there is none.
  private let terms: UnsafeMutablePointer<QuickTerm>
  private let held: [QuickTerm.List]
  /// Where each comparison has got to.
  private let places: UnsafeMutablePointer<Int32>
  /// The comparisons in the order in which their slow questions are asked.
  private let order: UnsafeMutablePointer<Int>
  private let least: Double

  init(_ model: CompiledModel, _ judge: PairJudge, _ weights: LevelWeights, atLeast: Double) {
    self.judge = judge
    comparisons = model.starts.count
    least = atLeast
    let terms = weights.terms.flatMap { $0 }
    let held = terms.map { QuickTerm.List($0?.additions ?? []) }
    self.held = held
    self.terms = Self.copy(zip(terms, held).map { QuickTerm($0, $1) })
    let flat = weights.levels.flatMap { $0 }
    levels = Self.copy(flat)
    levelMost = Self.copy(zip(flat, terms).map { $0 + ($1?.most ?? 0) })
    var sum = 0
    offsets = Self.copy(
      weights.levels.map { list in
        defer { sum += list.count }
        return sum
      })
    places = Self.copy([Int32](repeating: 0, count: comparisons))
    let bounds = Bounds(model, offsets, levelMost)
    most = Self.copy(bounds.most)
    order = Self.copy(bounds.order)
    prior = weights.prior
    quick = Self.copy(model.starts)
  }

  deinit {
    most.deallocate()
    offsets.deallocate()
    levels.deallocate()
    levelMost.deallocate()
    terms.deallocate()
    order.deallocate()
    quick.deallocate()
    places.deallocate()
  }

  /// The weight of a pair, nil when it is below what is asked for.
  @inline(__always)
  func weight(
    _ left: UnsafePointer<Int32>, _ right: UnsafePointer<Int32>, equal: UInt64, present: UInt64
  ) -> Double? {
    judge.begin()
    var bound = prior
    for index in 0..<comparisons {
      let place = judge.advance(
        quick[index], quickly: true, left, right, equal: equal, present: present)
      places[index] = place
      bound += place >= 0 ? most[Int(place)] : levelMost[offsets[index] + Int(~place)]
    }
    guard bound >= least - 1e-6 else { return nil }
    for rank in 0..<comparisons {
      let index = order[rank]
      guard places[index] >= 0 else { continue }
      bound -= most[Int(places[index])]
      let place = judge.advance(
        places[index], quickly: false, left, right, equal: equal, present: present)
      places[index] = place
      bound += levelMost[offsets[index] + Int(~place)]
      guard bound >= least - 1e-6 else { return nil }
    }
    let weight = total(left, right)
    return weight >= least ? weight : nil
  }

  /// The weights of the levels in the order of comparisons, then the adjustments in that order.
  @inline(__always)
  private func total(_ left: UnsafePointer<Int32>, _ right: UnsafePointer<Int32>) -> Double {
    var total = prior
    for index in 0..<comparisons { total += levels[offsets[index] + Int(~places[index])] }
    for index in 0..<comparisons {
      let term = terms + (offsets[index] + Int(~places[index]))
      if term.pointee.lane >= 0 {
        total += term.pointee.addition(left[term.pointee.lane], right[term.pointee.lane])
      }
    }
    return total
  }

  private static func copy<Value>(_ values: [Value]) -> UnsafeMutablePointer<Value> {
    let copy = UnsafeMutablePointer<Value>.allocate(capacity: max(1, values.count))
    copy.initialize(from: values, count: values.count)
    return copy
  }
}

/// A level's adjustment without counting who holds its list at every pair.
struct QuickTerm {
  /// What each value adds, kept for as long as the terms that point to it.
  final class List {
    let start: UnsafeMutablePointer<Double>

    init(_ additions: [Double]) {
      start = .allocate(capacity: max(1, additions.count))
      start.initialize(from: additions, count: additions.count)
    }

    deinit { start.deallocate() }
  }

  /// The lane of the value, below 0 where nothing is adjusted.
  let lane: Int
  private let additions: UnsafePointer<Double>
  private let isFalling: Bool

  init(_ term: LevelWeights.Term?, _ list: List) {
    lane = term?.lane ?? -1
    additions = UnsafePointer(list.start)
    isFalling = term?.isFalling ?? true
  }

  /// What a pair's values add; see ``LevelWeights/Term``.
  @inline(__always)
  func addition(_ left: Int32, _ right: Int32) -> Double {
    if left < 0 { return right < 0 ? 0 : additions[Int(right)] }
    if right < 0 { return additions[Int(left)] }
    let one = additions[Int(left)]
    let other = additions[Int(right)]
    return isFalling ? min(one, other) : max(one, other)
  }
}

/// The most that each place of a compiled model can still lead to.
private struct Bounds {
  private(set) var most: [Double]
  /// Comparisons by how dear their slow questions are: dates before texts.
  private(set) var order: [Int] = []

  init(
    _ model: CompiledModel, _ offsets: UnsafeMutablePointer<Int>,
    _ levelMost: UnsafeMutablePointer<Double>
  ) {
    most = [Double](repeating: -.infinity, count: model.instructions.count)
    // Questions are compiled from the last to the first, so each place leads to lower ones alone.
    var owner = 0
    var dearest = [Int](repeating: 0, count: model.starts.count)
    for (place, asked) in model.instructions.enumerated() {
      while place >= model.ends[owner] { owner += 1 }
      most[place] = [asked.ifTrue, asked.ifFalse].map {
        $0 >= 0 ? most[Int($0)] : levelMost[offsets[owner] + Int(~$0)]
      }.reduce(-.infinity, max)
      let isText = asked.question == .similar || asked.question == .edits
      dearest[owner] = max(dearest[owner], isText ? 2 : asked.isQuick ? 0 : 1)
    }
    order = model.starts.indices.sorted { (dearest[$0], $0) < (dearest[$1], $1) }
  }
}
