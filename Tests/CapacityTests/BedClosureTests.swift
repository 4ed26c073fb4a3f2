// SPDX-License-Identifier: Apache-2.0

import Capacity
import TestKit
import Testing

@Suite struct BedClosureTests {
  @Test func `whole wards close and the rest is idle`() throws {
    // 300 beds in wards of 28 are 11 wards with 308 beds; 260 are required: one ward can go, 20 beds idle.
    let closure = try BedClosure(requiredBefore: 300, after: 260, bedsPerWard: 28)
    #expect(closure.closedWards.count == 1 && closure.bedsClosed == 28)
    #expect(closure.bedsOpen == 280 && closure.bedsIdle == 20 && !closure.closesSite)
  }

  @Test func `a fall of less than a ward closes nothing`() throws {
    let closure = try BedClosure(wards: [30, 30], required: 31)
    #expect(closure.closedWards == [] && closure.bedsIdle == 29)
    let next = try BedClosure(wards: [30, 30], required: 30)
    #expect(next.closedWards.count == 1 && next.bedsIdle == 0)
    // A fraction of a bed needs the bed.
    #expect(try BedClosure(wards: [30, 30], required: 30.01).closedWards == [])
  }

  @Test func `nothing required closes the site`() throws {
    let closure = try BedClosure(wards: [20, 28, 12], required: 0)
    #expect(closure.closesSite && closure.bedsOpen == 0 && closure.bedsClosed == 60)
    #expect(try !BedClosure(wards: [], required: 0).closesSite)
  }

  @Test func `wards of different sizes close as many beds as can be spared`() throws {
    let closure = try BedClosure(wards: [24, 30, 18, 20], required: 54)
    // 38 to spare: 18 + 20 rather than the ward of 30.
    #expect(closure.closedWards == [2, 3] && closure.bedsIdle == 0)
    // 48 to spare: 30 + 18 with two wards.
    #expect(try BedClosure(wards: [24, 30, 18, 20], required: 44).closedWards == [1, 2])
  }

  @Test func `too few beds close nothing and are named`() throws {
    let closure = try BedClosure(wards: [30], required: 41.5)
    #expect(closure.closedWards == [] && closure.bedsShort == 12 && closure.bedsIdle == 0)
    #expect(try BedClosure(wards: [30], required: 1e300).bedsShort > 1_000_000)
  }

  @Test(arguments: 0..<100)
  func `no other set of wards closes more`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let wards = (0..<draws.whole(0...8)).map { _ in draws.whole(1...12) }
    let required = draws.number(0, 60)
    let closure = try BedClosure(wards: wards, required: required)
    let beds = wards.reduce(0, +)
    let spare = max(0, beds - Int(required.rounded(.up)))
    var best = (closed: 0, wards: 0)
    for set in 0..<(1 << wards.count) {
      let chosen = wards.indices.filter { set >> $0 & 1 == 1 }
      let closed = chosen.reduce(0) { $0 + wards[$1] }
      guard closed <= spare else { continue }
      if closed > best.closed || closed == best.closed && chosen.count < best.wards {
        best = (closed, chosen.count)
      }
    }
    #expect(closure.bedsClosed == best.closed && closure.closedWards.count == best.wards)
    #expect(closure.bedsOpen + closure.bedsClosed == beds)
    #expect(closure.bedsOpen + closure.bedsShort >= Int(required.rounded(.up)))
  }

  @Test(arguments: 0..<200)
  func `wards of one size stay open as whole steps of the requirement do`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let size = draws.whole(1...40)
    let before = draws.number(0, 900)
    let after = draws.pick([before, 0, draws.number(0, before), Double(size * draws.whole(0...9))])
    let closure = try BedClosure(
      requiredBefore: max(before, after), after: after, bedsPerWard: size)
    // As steps of cost do: the requirement over the size of a ward, rounded up.
    let beds = after.rounded(.up)
    #expect(Double(closure.bedsOpen) == (beds / Double(size)).rounded(.up) * Double(size))
    #expect(closure.bedsShort == 0 && closure.bedsIdle < size)
  }

  @Test func `bad wards are refused`() {
    #expect(throws: CapacityError.self) { try BedClosure(wards: [0], required: 1) }
    #expect(throws: CapacityError.self) { try BedClosure(wards: [-3, 5], required: 1) }
    #expect(throws: CapacityError.self) { try BedClosure(wards: [.max, .max], required: 1) }
    #expect(throws: CapacityError.self) { try BedClosure(wards: [5], required: .nan) }
    #expect(throws: CapacityError.self) {
      try BedClosure(requiredBefore: 1e30, after: 2, bedsPerWard: 30)
    }
    #expect(throws: CapacityError.self) {
      try BedClosure(requiredBefore: 10, after: 2, bedsPerWard: 0)
    }
    #expect(throws: CapacityError.self) {
      try BedClosure(requiredBefore: .infinity, after: 2, bedsPerWard: 28)
    }
  }
}
