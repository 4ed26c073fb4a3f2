// SPDX-License-Identifier: Apache-2.0

import Productivity
import Testing

@Suite struct `Cost per weighted activity unit` {
  private func line(
    _ activity: Double, _ national: Double?, _ actual: Double, _ currency: String = "AA01A"
  ) -> CaseMixLine {
    CaseMixLine(
      organisation: "Trust", currency: currency, activity: activity, nationalUnitCost: national,
      actualCost: actual)
  }

  @Test func `is exact for a hundred thousand units`() throws {
    let constant = try #require(WeightedActivityMethod.constant(ofYearFrom: 2015))
    let lines = [line(100_000, 3000, 310e6), line(20_000, 2562.9, 50e6, "BB02B")]
    let found = try WeightedActivityReport(lines, WeightedActivityMethod(constant: constant))
    let trust = try #require(found.results.first)
    #expect(trust.expectedCost == 351_258_000)
    #expect((trust.units - 100_000).magnitude < 1e-6)
    #expect((trust.costPerUnit - 3600).magnitude < 1e-9)
    #expect((trust.referenceCostIndex * 100).rounded() == 10_249)
    #expect(trust.aboveExpected == 8_742_000)
    let identity = constant * trust.referenceCostIndex / 100
    #expect((trust.costPerUnit - identity).magnitude < 1e-9)
  }

  @Test func `takes the price of its region out`() throws {
    let method = WeightedActivityMethod(
      constant: 3500, marketForcesFactors: ["Trust": 1.1], nationalFactor: 1.0)
    let found = try WeightedActivityReport([line(1000, 100, 110_000)], method)
    let trust = try #require(found.results.first)
    #expect((trust.adjustedCost - 100_000).magnitude < 1e-9)
    #expect((trust.referenceCostIndex - 100).magnitude < 1e-9)
  }

  @Test func `names what it leaves out`() throws {
    var contracted = line(5, 10, 60)
    contracted.exclusion = "contracted out"
    let lines = [
      line(10, 10, 100), line(5, nil, 60), line(5, 10, 60, "UZ01Z"), line(0, 10, 60), contracted,
      line(1, 0, 60), line(1, 1, -2),
    ]
    let found = try WeightedActivityReport(lines, WeightedActivityMethod(constant: 3500))
    #expect(found.results.first?.expectedCost == 100)
    #expect(found.excluded.count == 6)
    #expect(found.excluded[0].reason.contains("its own cost of £60"))
    #expect(throws: ProductivityError.self) {
      try WeightedActivityReport(lines, WeightedActivityMethod(constant: 0))
    }
    #expect(throws: ProductivityError.self) {
      try WeightedActivityReport(
        lines, WeightedActivityMethod(constant: 1, marketForcesFactors: ["Trust": 0]))
    }
    #expect(throws: ProductivityError.self) {
      try WeightedActivityReport([lines[1]], WeightedActivityMethod(constant: 1))
    }
  }
}

@Suite struct `Prices across buyers` {
  private func lines(
    _ product: String, _ prices: [(Double, Double)], unit: String = "each"
  ) -> [PriceLine] {
    prices.enumerated().map { place, line in
      PriceLine(
        product: product, buyer: "Buyer \(place + 1)", unitOfMeasure: unit, price: line.0,
        quantity: line.1)
    }
  }

  private var four: [PriceLine] { lines("Gloves", [(10, 100), (12, 50), (9, 200), (11, 80)]) }

  @Test func `give £410 to the lowest and £115 to the median`() throws {
    let product = try #require(try PriceVariation(four).products.first)
    #expect(product.buyers.map(\.toLowest) == [100, 150, 0, 160])
    #expect(product.toLowest == 410)
    #expect(product.median == 10.5)
    #expect(product.buyers.map(\.toMedian) == [0, 75, 0, 40])
    #expect(product.toMedian == 115)
    #expect(product.spend == 4280)
    // Nobody who buys as little pays less.
    #expect(product.toLowestAtVolume == 0)
  }

  @Test func `look for a better price only among those who buy no more`() throws {
    let product = try #require(
      try PriceVariation(lines("Gloves", [(10, 100), (8, 50), (9, 200)])).products.first)
    #expect(product.buyers.map(\.toLowestAtVolume) == [200, 0, 200])
    #expect(product.buyers.map(\.bestAtVolume) == ["Buyer 2", "Buyer 2", "Buyer 2"])
  }

  @Test func `leave out what is no comparison`() throws {
    var mixed = lines("Tape", [(1, 1), (2, 1), (3, 1)])
    mixed[2].unitOfMeasure = "box of 12"
    let odd =
      lines("Pens", [(1, 1), (2, 1)]) + lines("Paper", [(1, 1), (2, 1), (10.5, 1)]) + mixed
      + lines("Ink", [(0, 1), (2, -1), (2, 1)])
    let found = try PriceVariation(four + odd)
    #expect(found.products.map(\.product) == ["Gloves"])
    let reasons = Dictionary(
      found.excluded.map { ($0.subject, $0.reason) }, uniquingKeysWith: { $1 })
    #expect(reasons["Pens"] == "has 2 buyers, and 3 are needed")
    #expect(reasons["Paper"]?.contains("10.5 times the cheapest") == true)
    #expect(reasons["Tape"]?.contains("box of 12, each") == true)
    #expect(reasons["Ink, Buyer 1"]?.contains("no price") == true)
    #expect(reasons["Ink, Buyer 2"]?.contains("a return") == true)
    #expect(reasons["Ink"] == "has 1 buyer, and 3 are needed")
    #expect(throws: ProductivityError.self) { try PriceVariation(odd) }
  }

  @Test func `keep a ratio of exactly ten and take a buyer's mean price`() throws {
    var twice = lines("Paper", [(1, 1), (5, 1), (10, 1)])
    twice.append(
      PriceLine(
        product: "Paper", buyer: "Buyer 1", unitOfMeasure: "each", price: 3, quantity: 3))
    let product = try #require(try PriceVariation(twice).products.first)
    #expect(product.buyers.count == 3)
    #expect(product.buyers[0].price == 2.5)
    #expect(product.buyers[0].quantity == 4)
  }

  @Test func `give the saving at the tenth percentile of the price per unit`() throws {
    let found = try PricePerUnitSavings(four)
    let product = try #require(found.products.first)
    // Type 7 at 0.1 of 9, 10, 11, 12: 9.3.
    #expect((product.target - 9.3).magnitude < 1e-12)
    #expect((product.total - (70 + 135 + 0 + 136)).magnitude < 1e-9)
    #expect(product.savings[2].saving == 0)
    #expect(throws: ProductivityError.self) { try PricePerUnitSavings(four, floor: 1000) }
    #expect(throws: ProductivityError.self) { try PricePerUnitSavings(four, at: 1.2) }
  }
}
