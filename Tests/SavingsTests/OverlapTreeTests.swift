// SPDX-License-Identifier: Apache-2.0

import Savings
import Testing

@Suite struct `A tree of cost pools` {
  private let pools = [
    OverlapPool(id: "all", parent: nil, amount: 100),
    OverlapPool(id: "pay", parent: "all", amount: 60),
    OverlapPool(id: "agency", parent: "pay", amount: 10),
    OverlapPool(id: "bank", parent: "pay", amount: 10),
    OverlapPool(id: "drugs", parent: "all", amount: 20),
  ]

  @Test func `spreads a claim on a parent over what lies below`() throws {
    let model = try OverlapModel(
      pools: pools,
      claims: [
        OverlapClaim(scheme: "pay", pool: "pay", .amount(6)),
        OverlapClaim(scheme: "agency", pool: "agency", .share(0.5)),
      ])
    let result = model.result(.independent)
    // A tenth of each cell of pay; half of agency: 1 x 0.5 of overlap.
    #expect(result.gross == 11)
    #expect(abs(result.net - 10.5) < 1e-12)
    #expect(result.cells.map(\.pool) == ["agency", "bank", "pay"])
    #expect(result.cells.map(\.isRest) == [false, false, true])
    #expect(result.cells.map(\.amount) == [10, 10, 40])
    #expect(abs((result.pairs.first?.amount ?? 0) - 0.5) < 1e-12)
  }

  @Test func `keeps claims on different pools, people and times apart`() throws {
    let model = try OverlapModel(
      pools: pools,
      claims: [
        OverlapClaim(scheme: "a", pool: "drugs", .share(0.5), population: "old"),
        OverlapClaim(scheme: "b", pool: "drugs", .share(0.5), population: OverlapModel.others),
        OverlapClaim(scheme: "c", pool: "drugs", .share(0.5), period: "winter"),
        OverlapClaim(scheme: "d", pool: "bank", .share(0.5)),
      ],
      populations: [OverlapPart("old", share: 0.4)], periods: [OverlapPart("winter", share: 0.25)])
    let result = model.result(.independent)
    #expect(abs(result.gross - (4 + 6 + 2.5 + 5)) < 1e-12)
    // Only c meets the others: 2 x 0.25 for a, 3 x 0.25 ... each of a and b loses half of c's cell.
    #expect(abs(result.removed - (20 * 0.25 * 0.25)) < 1e-12)
    #expect(result.pairs.count == 2)
  }

  @Test func `counts two claims of one scheme on the same money together`() throws {
    let model = try OverlapModel(
      pools: pools,
      claims: [
        OverlapClaim(scheme: "a", pool: "pay", .share(0.1)),
        OverlapClaim(scheme: "a", pool: "agency", .share(0.5)),
      ])
    let result = model.result(.independent)
    #expect(abs(result.gross - 11) < 1e-12)
    #expect(abs(result.net - 10.5) < 1e-12)
    #expect(result.pairs.isEmpty)
  }

  @Test func `says everything that is wrong with its pools at once`() {
    let broken = [
      OverlapPool(id: "a", parent: "b", amount: 1), OverlapPool(id: "b", parent: "a", amount: 1),
      OverlapPool(id: "c", parent: "nowhere", amount: -1),
      OverlapPool(id: "c", parent: nil, amount: 1),
    ]
    let error = #expect(throws: OverlapFaults.self) { try OverlapModel(pools: broken, claims: []) }
    let text = error?.description ?? ""
    #expect(text.contains("a, in b, in a"))
    #expect(text.contains("nowhere"))
    #expect(text.contains("holds -1"))
    #expect(text.contains("twice"))
    #expect(error?.faults.count == 4)
  }

  @Test func `refuses a pool that is smaller than its parts`() {
    let error = #expect(throws: OverlapFaults.self) {
      try OverlapModel(
        pools: [
          OverlapPool(id: "a", parent: nil, amount: 1),
          OverlapPool(id: "b", parent: "a", amount: 2),
        ], claims: [])
    }
    #expect(error?.description.contains("at least as much") == true)
  }

  @Test func `says everything that is wrong with claims at once`() {
    let error = #expect(throws: OverlapFaults.self) {
      try OverlapModel(
        pools: pools,
        claims: [
          OverlapClaim(scheme: "a", pool: "nowhere", .share(0.1)),
          OverlapClaim(scheme: "b", pool: "bank", .share(1.5)),
          OverlapClaim(scheme: "c", pool: "bank", .amount(11)),
          OverlapClaim(scheme: "d", pool: "bank", .share(0.1), population: "young"),
        ])
    }
    #expect(error?.faults.count == 4)
  }
}
