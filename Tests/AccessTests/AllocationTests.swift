// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Access

@Suite struct NearestAllocationTests {
  /// Three areas, three sites; the second area is as near to the first site as to the second.
  let travel: TravelMatrix

  init() throws {
    travel = try TravelMatrix(
      areas: ["a", "b", "c"], sites: ["x", "y", "z"],
      minutes: [10, 20, 30, 15, 15, 40, .infinity, .infinity, 5])
  }

  @Test func `everybody goes to the nearest open site`() {
    let allocation = NearestAllocation(travel, open: [0, 1, 2])
    #expect(allocation.site == [0, 0, 2])
    #expect(allocation.minutes == [10, 15, 5])
    #expect(allocation.volumes([1, 2, 4]) == [3, 0, 4])
    #expect(allocation.catchment(of: 0) == [0, 1])
  }

  @Test func `of two as near the first named is chosen`() {
    #expect(NearestAllocation(travel, open: [1, 0]).site == [0, 1, nil])
  }

  @Test func `an area without a route goes nowhere`() {
    let allocation = NearestAllocation(travel, open: [0])
    #expect(allocation.site[2] == nil)
    #expect(allocation.minutes[2] == .infinity)
    #expect(allocation.volumes([1, 2, 4]) == [3])
  }

  @Test func `flows across the boundary add up to everybody`() {
    let allocation = NearestAllocation(travel, open: [0, 1, 2])
    let flows = BoundaryFlows(
      allocation, weights: [1, 2, 4], isResident: [true, false, true], isOwn: [0, 1])
    #expect(flows.stay == 1)
    #expect(flows.inward == 2)
    #expect(flows.outward == 4)
    #expect(flows.bySite.map(\.residents) == [1, 0, 4])
    #expect(flows.bySite.map(\.neighbours) == [2, 0, 0])
    #expect(flows.stay + flows.inward + flows.outward + flows.unreached == 7)
  }

  @Test func `whom nobody reaches is counted apart`() {
    let flows = BoundaryFlows(
      NearestAllocation(travel, open: [0]), weights: [1, 2, 4], isResident: [true, true, true],
      isOwn: [0])
    #expect(flows.unreached == 4)
  }
}

@Suite struct HuffAllocationTests {
  private func matrix(_ minutes: [Double]) throws -> TravelMatrix {
    try TravelMatrix(areas: ["a"], sites: ["x", "y"], minutes: minutes)
  }

  @Test func `with a power of two, twice as far attracts a quarter as many`() throws {
    let huff = HuffAllocation(try matrix([10, 20]), open: [0, 1], decay: .power(2))
    #expect(huff.shares[0][0].isClose(0.8))
    #expect(huff.shares[0][1].isClose(0.2))
    #expect(huff.meanMinutes(try matrix([10, 20]))[0].isClose(12))
  }

  @Test func `attractiveness weighs against distance`() throws {
    let huff = HuffAllocation(
      try matrix([10, 20]), open: [0, 1], attractiveness: [1, 4], decay: .power(2))
    #expect(huff.shares[0].allSatisfy { $0.isClose(0.5) })
  }

  @Test func `a steep decay is the nearest site`() throws {
    let steep = HuffAllocation(try matrix([100, 2000]), open: [0, 1], decay: .exponential(10))
    #expect(steep.shares[0] == [1, 0])
  }

  @Test func `shares sum to one and no route has none`() throws {
    let huff = HuffAllocation(try matrix([10, .infinity]), open: [0, 1], decay: .exponential(0.1))
    #expect(huff.shares[0] == [1, 0])
    let none = HuffAllocation(
      try matrix([.infinity, .infinity]), open: [0, 1], decay: .exponential(0.1))
    #expect(none.shares[0] == [0, 0])
    #expect(none.volumes([5]) == [0, 0])
  }
}

@Suite struct ModelledTravelTests {
  @Test func `a degree of latitude is 111 kilometres`() {
    let start = Position(latitude: 51, longitude: 0)
    let end = Position(latitude: 52, longitude: 0)
    #expect(start.kilometres(to: end).isClose(111.195080, within: 1e-5))
    #expect(start.kilometres(to: start) == 0)
  }

  @Test func `minutes are road kilometres at a speed`() throws {
    let model = try #require(ModelledTravel(speed: 60, detour: 1.3))
    let start = Position(latitude: 51, longitude: 0)
    let end = Position(latitude: 52, longitude: 0)
    #expect(model.minutes(from: start, to: end).isClose(111.195080 * 1.3, within: 1e-4))
  }

  @Test(arguments: [(0.0, 1.3), (-1, 1.3), (60, 0.9), (.infinity, 1), (60, .nan)])
  func `impossible speeds and detours are refused`(speed: Double, detour: Double) {
    #expect(ModelledTravel(speed: speed, detour: detour) == nil)
  }
}

@Suite struct SeparabilityTests {
  /// Wilson's interval for 10 of 100 at 95% is 5.52% to 17.44%.
  @Test func `the interval is Wilson's`() throws {
    let flow = try #require(Separability(people: 100, crossing: 10))
    #expect(flow.low.isClose(0.05523, within: 1e-5))
    #expect(flow.high.isClose(0.17437, within: 1e-5))
  }

  @Test func `few people decide nothing`() throws {
    let few = try #require(Separability(people: 10, crossing: 0))
    #expect(few.verdict(atMost: 0.05) == .undecided)
    let many = try #require(Separability(people: 1000, crossing: 0))
    #expect(many.verdict(atMost: 0.05) == .supported)
    let crowd = try #require(Separability(people: 1000, crossing: 200))
    #expect(crowd.verdict(atMost: 0.05) == .contradicted)
  }

  @Test func `impossible counts are refused`() {
    #expect(Separability(people: 0, crossing: 0) == nil)
    #expect(Separability(people: 1, crossing: 2) == nil)
    #expect(Separability(people: 1, crossing: -1) == nil)
  }

  @Test func `flows of a group go out and come in`() throws {
    let flows = Separability.ofGroup([0, 1], flows: [[90, 5, 5], [10, 80, 10], [1, 1, 98]])
    #expect(flows.outward?.share == 15.0 / 200)
    #expect(flows.inward?.share == 2.0 / 187)
    #expect(Separability.ofGroup([0], flows: [[0]]).outward == nil)
  }
}

@Suite struct TravelMatrixTests {
  @Test func `sizes, codes and times are checked`() {
    #expect(throws: TravelMatrixError.wrongSize(found: 1, areas: 1, sites: 2)) {
      try TravelMatrix(areas: ["a"], sites: ["x", "y"], minutes: [1])
    }
    #expect(throws: TravelMatrixError.repeatedArea("a")) {
      try TravelMatrix(areas: ["a", "a"], sites: ["x"], minutes: [1, 2])
    }
    #expect(throws: TravelMatrixError.repeatedSite("x")) {
      try TravelMatrix(areas: ["a"], sites: ["x", "x"], minutes: [1, 2])
    }
    #expect(throws: TravelMatrixError.impossibleTime(area: "a", site: "x", minutes: -1)) {
      try TravelMatrix(areas: ["a"], sites: ["x"], minutes: [-1])
    }
    #expect(throws: TravelMatrixError.self) {
      try TravelMatrix(areas: ["a"], sites: ["x"], minutes: [.nan])
    }
  }

  @Test func `a factor stretches every time and keeps no route`() throws {
    let travel = try TravelMatrix(areas: ["a"], sites: ["x", "y"], minutes: [10, .infinity])
    #expect(try travel.scaled(by: 1.1).minutes == [11, .infinity])
    #expect(throws: TravelMatrixError.impossibleFactor(0)) { try travel.scaled(by: 0) }
  }

  @Test func `a part of a matrix keeps its codes`() throws {
    let travel = try TravelMatrix(
      areas: ["a", "b"], sites: ["x", "y"], minutes: [1, 2, 3, 4])
    let part = try travel.selecting(areas: [1], sites: [1, 0])
    #expect(part.areas == ["b"])
    #expect(part.sites == ["y", "x"])
    #expect(part.minutes == [4, 3])
  }
}

extension Double {
  fileprivate func isClose(_ other: Double, within tolerance: Double = 1e-12) -> Bool {
    (self - other).magnitude <= tolerance
  }
}
