// SPDX-License-Identifier: Apache-2.0

import Costing
import TestKit
import Testing

@Suite struct `Schemes on one pool` {
  /// A trust that spends 100 on what schemes draw on.
  private func inputs(
    _ effects: [Double], _ rule: SavingsPool.Rule = .independent,
    _ size: SavingsPool.Size = .lines(["wards"])
  ) -> CostingInputs {
    var inputs = trust(
      lastYear: 2017, parts: [CostPart(share: 1, behaviour: .variable)], monthly: false)
    inputs.pools = [SavingsPool(id: "agency", size: size, rule: rule)]
    inputs.schemes = effects.enumerated().map { number, effect in
      var scheme = CostingScheme(
        id: "scheme-\(number)", organisation: "trust", fullYearEffect: effect,
        start: StartOfSaving(year: 2017, month: 1))
      scheme.pool = "agency"
      return scheme
    }
    return inputs
  }

  private func savings(_ inputs: CostingInputs, activity: Double = 1) throws -> [Double] {
    let run = try CostingModel(inputs).run(
      CostingDraw(doNothing: [[1, 1]], withPlan: [[1, activity]]))
    return inputs.schemes.indices.map { run.scheme($0, year: 1).net }
  }

  @Test func `two claims of 60% save 84% of it, half each`() throws {
    #expect(try savings(inputs([60, 60])).elementsEqual([42, 42], by: agree))
  }

  @Test func `a scheme alone saves what it claims`() throws {
    #expect(try savings(inputs([60])) == [60])
  }

  @Test func `unequal claims share by Shapley value`() throws {
    // 50 and 20 together 60: alone 50 and 20, second 40 and 10.
    #expect(try savings(inputs([50, 20])).elementsEqual([45, 15], by: agree))
  }

  @Test func `what activity has taken away cannot be saved again`() throws {
    let left = try savings(inputs([60, 60]), activity: 0.5)

    #expect(left == [25, 25])
    #expect(try savings(inputs([60, 60]), activity: 0) == [0, 0])
  }

  @Test func `a cap cuts claims in proportion and leaves less alone`() throws {
    #expect(try savings(inputs([30, 10], .capped(0.2))).elementsEqual([15, 5], by: agree))
    #expect(try savings(inputs([5, 10], .capped(0.2))) == [5, 10])
    #expect(try savings(inputs([5, 10], .capped(0))) == [0, 0])
  }

  @Test(arguments: 0..<60) func `schemes save the product rule together and never the whole twice`(
    seed: Int
  ) throws {
    var draws = SeededDraws(seed: seed)
    let count = draws.whole(1...9)
    let effects = (0..<count).map { _ in
      draws.pick([0, 100, draws.number(0, 100), draws.number(90, 180), draws.number(0, 0.01)])
    }
    let found = try savings(inputs(effects))
    let together = 100 * (1 - effects.reduce(1.0) { $0 * (1 - min($1 / 100, 1)) })

    #expect(agree(found.reduce(0, +), together))
    #expect(found.reduce(0, +) <= 100)
    #expect(zip(found, effects).allSatisfy { $0 >= 0 && $0 <= $1 + 1e-9 })
    #expect(zip(found, shapley(effects.map { min($0, 100) })).allSatisfy(agree))
    let capped = try savings(inputs(effects, .capped(0.4)))
    #expect(
      capped.reduce(0, +) <= 40
        && agree(capped.reduce(0, +), min(40, effects.map { min($0, 100) }.reduce(0, +))))
  }

  /// The Shapley value of what claims on 100 save together, from every subset.
  private func shapley(_ claims: [Double]) -> [Double] {
    var factorial = [1.0]
    for number in 1...claims.count { factorial.append(factorial[number - 1] * Double(number)) }
    return claims.indices.map { player in
      var value = 0.0
      for subset in 0..<(1 << claims.count) where subset & (1 << player) == 0 {
        let others = claims.indices.filter { subset & (1 << $0) != 0 }
        let left = others.reduce(1.0) { $0 * (1 - claims[$1] / 100) }
        let weight =
          factorial[others.count] * factorial[claims.count - others.count - 1]
          / factorial[claims.count]
        value += weight * left * claims[player]
      }
      return value
    }
  }

  @Test func `a hundred schemes on one pool still add up`() throws {
    let effects = (0..<100).map { Double($0) }
    let sum = try savings(inputs(effects)).reduce(0, +)

    #expect(agree(sum, 100 * (1 - effects.reduce(1.0) { $0 * (1 - $1 / 100) })))
  }

  @Test func `a claim above a pool of fixed size is refused`() {
    let found = mistakes(inputs([60, 101], .independent, .fixed(100)))

    #expect(
      found == [
        .claimExceedsPool(
          scheme: "scheme-1", pool: "agency", year: 2017, claim: 101, size: 100)
      ])
  }

  @Test func `a line in two pools is a double use`() {
    var inputs = inputs([10])
    inputs.pools.append(SavingsPool(id: "staff", size: .lines(["wards"]), rule: .independent))

    #expect(
      mistakes(inputs) == [.lineInTwoPools(line: "wards", first: "agency", second: "staff")])
  }

  @Test func `a pool holds costs outside the system and of the scheme's organisation`() {
    var inputs = inputs([10])
    inputs.organisations.append(CostingOrganisation(id: "council", label: "Council"))
    inputs.schemes[0].organisation = "council"
    #expect(mistakes(inputs) == [.schemeOutsidePool(scheme: "scheme-0", pool: "agency")])

    inputs.lines[0].flow = .funding
    #expect(
      mistakes(inputs).contains(.poolLineIsNotOutsideCost(line: "wards", pool: "agency")))
  }

  @Test func `pools that are empty, unknown or wrongly capped are all named`() {
    var inputs = inputs([10], .capped(1.5), .lines([]))
    inputs.schemes[0].pool = "elsewhere"

    #expect(mistakes(inputs).count == 3)
  }
}
