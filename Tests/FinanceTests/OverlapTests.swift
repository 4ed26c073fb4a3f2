// SPDX-License-Identifier: Apache-2.0
import Finance
import TestKit
import Testing

@Suite struct `Schemes that draw on one pool` {
  @Test func `thirty and twenty per cent of ten save four point four`() throws {
    let pool = CostPool(id: "beds", label: "Beds", size: .fixed(10))
    let solutions = Solutions(
      schemes: [scheme("a", saves: 3, pool: "beds"), scheme("b", saves: 2, pool: "beds")],
      pools: [pool])

    let bridge = try model(workedSystem()).bridge(solutions)

    let check = try #require(bridge.pool("beds", in: 2017, .full))
    #expect(check.size == 10 && check.gross == 5)
    #expect(isClose(check.net, 4.4))
    #expect(isClose(check.overlapRemoved, 0.6))
    #expect(try isClose(#require(bridge.scheme("a", in: 2017, .full)).net, 2.7))
    #expect(try isClose(#require(bridge.scheme("b", in: 2017, .full)).net, 1.7))
  }

  @Test func `a pool of lines is as large as its lines that year`() throws {
    let lines = [cost(100, growth: Growth(rates: [.price: 10]))]
    let pool = CostPool(id: "p", label: "Hospital cost", size: .lines(["cost"]))
    let solutions = Solutions(schemes: [scheme("a", saves: 5, pool: "p")], pools: [pool])

    let bridge = try model(lines).bridge(solutions)

    #expect(try isClose(#require(bridge.pool("p", in: 2018, .full)).size, 121))
  }

  @Test func `a scheme alone on its pool keeps all of its saving`() throws {
    let pool = CostPool(id: "p", label: "Hospital cost", size: .fixed(7))
    let solutions = Solutions(schemes: [scheme("a", saves: 3.3, pool: "p")], pools: [pool])

    let bridge = try model(workedSystem()).bridge(solutions)

    let check = try #require(bridge.scheme("a", in: 2017, .full))
    #expect(check.net == 3.3 && check.overlapRemoved == 0)
  }

  @Test func `two schemes that each take the whole pool share it`() throws {
    let pool = CostPool(id: "p", label: "Hospital cost", size: .fixed(8))
    let solutions = Solutions(
      schemes: [scheme("a", saves: 8, pool: "p"), scheme("b", saves: 8, pool: "p")],
      pools: [pool])

    let bridge = try model(workedSystem()).bridge(solutions)

    #expect(bridge.schemes.filter { $0.year == 2017 }.allSatisfy { $0.net == 4 })
  }

  @Test func `a scheme may take the whole of a pool that grows as it does`() throws {
    let lines = [cost(70, growth: Growth(rates: [.demographic: 1.1, .price: 2.3, .other: 0.7]))]
    var whole = scheme("a", saves: 70, pool: "p")
    // 1.011 x 1.023 x 1.007 = 1.041492771
    whole.delivery = Delivery(fullYearEffect: 70, start: april2017, inflation: 4.149_277_1)
    let pool = CostPool(id: "p", label: "Hospital cost", size: .lines(["cost"]))

    let bridge = try model(lines).bridge(Solutions(schemes: [whole], pools: [pool]))

    for check in bridge.pools where check.year > base {
      #expect(isClose(check.net, check.size))
    }
  }

  @Test func `schemes without a pool do not overlap`() throws {
    let solutions = Solutions(schemes: [scheme("a", saves: 3), scheme("b", saves: 2)])

    let bridge = try model(workedSystem()).bridge(solutions)

    #expect(bridge.schemes.allSatisfy { $0.net == $0.gross })
    #expect(bridge.pools.isEmpty)
  }

  @Test func `confidence weighs the claims before the overlap`() throws {
    let pool = CostPool(id: "p", label: "Hospital cost", size: .fixed(10))
    var doubtful = scheme("a", saves: 6, pool: "p")
    doubtful.confidence = 0.5
    let solutions = Solutions(
      schemes: [doubtful, scheme("b", saves: 2, pool: "p")], pools: [pool])

    let bridge = try model(workedSystem()).bridge(solutions)

    // 3 and 2 of 10, as in the first test
    #expect(
      try isClose(#require(bridge.scheme("a", in: 2017, .confidenceWeighted)).net, 2.7))
  }

  @Test(arguments: seeds) func `the shares sum to the net and follow Shapley`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let claims = (0..<6).map { _ in draws.number(0, 1) }
    let schemes = claims.enumerated().map { number, claim in
      scheme(SchemeID("s\(number)"), saves: MillionPounds(claim * 50), pool: "p")
    }
    let pool = CostPool(id: "p", label: "Hospital cost", size: .fixed(50))

    let bridge = try model(workedSystem()).bridge(Solutions(schemes: schemes, pools: [pool]))

    let check = try #require(bridge.pool("p", in: 2020, .full))
    let shares = bridge.schemes.filter { $0.year == 2020 && $0.weighting == .full }.map(\.net)
    #expect(isClose(shares.reduce(0, +), check.net))
    let expected = subsetShapley(claims)
    for (share, fraction) in zip(shares, expected) {
      #expect(isClose(share, MillionPounds(fraction * 50)))
    }
  }

  @Test func `forty schemes on one pool still share all of it`() throws {
    let schemes = (10..<50).map { scheme(SchemeID("s\($0)"), saves: 1, pool: "p") }
    let pool = CostPool(id: "p", label: "Hospital cost", size: .fixed(20))

    let bridge = try model(workedSystem()).bridge(Solutions(schemes: schemes, pools: [pool]))

    let check = try #require(bridge.pool("p", in: 2018, .full))
    let shares = bridge.schemes.filter { $0.year == 2018 && $0.weighting == .full }.map(\.net)
    #expect(isClose(shares.reduce(0, +), check.net))
    #expect(shares.allSatisfy { isClose($0, shares[0]) })
  }
}

/// Shapley's formula over every subset, as an oracle for the engine's shorter route.
private func subsetShapley(_ claims: [Double]) -> [Double] {
  let factorials = (0...claims.count).map { (0..<$0).reduce(1.0) { $0 * Double($1 + 1) } }
  func net(_ subset: Int) -> Double {
    1 - claims.indices.reduce(1.0) { subset & (1 << $1) == 0 ? $0 : $0 * (1 - claims[$1]) }
  }
  return claims.indices.map { player in
    (0..<(1 << claims.count)).reduce(0.0) { sum, subset in
      guard subset & (1 << player) == 0 else { return sum }
      let size = subset.nonzeroBitCount
      let weight = factorials[size] * factorials[claims.count - size - 1] / factorials[claims.count]
      return sum + weight * (net(subset | (1 << player)) - net(subset))
    }
  }
}
