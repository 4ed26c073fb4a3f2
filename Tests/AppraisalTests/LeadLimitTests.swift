// SPDX-License-Identifier: Apache-2.0
import Appraisal
import Testing

@Suite struct `Weights within ranges and in an order, against brute force` {
  /// All weights of three criteria in steps of 1/40 with the first from 0.2 to 0.6 and at least
  /// the second.
  private var grid: [[Double]] {
    var points: [[Double]] = []
    for first in 8...24 {
      for second in 0...min(first, 40 - first) {
        points.append([first, second, 40 - first - second].map { Double($0) / 40 })
      }
    }
    return points
  }

  private let space = WeightSpace(
    ranges: [WeightRange("c1", low: 0.2, high: 0.6)], order: ["c1", "c2"])

  @Test(arguments: 0..<60) func `answers hold for all admitted weights`(seed: Int) throws {
    let model = try randomModel(seed: seed, options: 5, criteria: 3)
    let result = model.appraise()
    let rows = result.options.map { $0.contributions.map(\.valuation.value) }
    let now = result.weights.map(\.weight)

    for row in rows.indices {
      let conditions = try model.conditionsToLead(
        result.options[row].option, measuring: .total, within: space)
      let leads = grid.map { lead(of: row, rows, $0) }
      let largest = try #require(conditions.largestLead)
      #expect((leads.max() ?? 0) <= largest.margin + 1e-9)
      #expect((leads.max() ?? 0) >= largest.margin - 0.1)
      switch conditions.allWeights {
      case .leadsNow: #expect(result.options[row].rank == 1)
      case .change(let nearest):
        let leading = zip(grid, leads).filter { $0.1 >= -1e-12 }.map(\.0)
        for weights in leading {
          let distance = zip(now, weights).reduce(0) { $0 + ($1.0 - $1.1).magnitude }
          #expect(distance >= nearest.distance - 1e-9)
        }
        let after = nearest.changes.map(\.after)
        #expect(after[0] >= 0.2 - 1e-9 && after[0] <= 0.6 + 1e-9 && after[0] >= after[1] - 1e-9)
      case .impossible(let proof):
        #expect(leads.allSatisfy { $0 < 0 })
        // the mixture is ahead by what the proof says, at every point of the grid
        for weights in grid {
          let ahead = zip(proof.criteria, weights).reduce(0) {
            $0 + ($1.0.mixture - $1.0.own) * $1.1
          }
          #expect(ahead >= proof.leastAdvantage - 1e-9)
        }
      }
    }
  }

  @Test(arguments: 0..<12)
  func `with many options the lead and the mixture that limits it meet`(seed: Int) throws {
    let model = try randomModel(seed: seed, options: 15, criteria: 6)
    let rows = model.appraise().options.map { $0.contributions.map(\.valuation.value) }

    for (row, option) in model.inputs.options.enumerated() {
      let conditions = try model.conditionsToLead(option.id, measuring: .largest, within: .all)
      let largest = try #require(conditions.largestLead)
      #expect(isClose(lead(of: row, rows, largest.weights.map(\.weight)), largest.margin))
      switch conditions.allWeights {
      case .leadsNow: #expect(conditions.rank == 1)
      case .change(let nearest):
        #expect(lead(of: row, rows, nearest.changes.map(\.after)) >= -1e-8)
        #expect(!nearest.sharesLeadWith.isEmpty)
      case .impossible(let proof):
        #expect(proof.leastAdvantage > 0 && proof.criteria.allSatisfy { $0.mixture > $0.own })
        if proof.mixture.count > 1 {
          #expect(isClose(proof.leastAdvantage, -largest.margin, within: 1e-8))
        }
      }
    }
  }

  private func lead(of row: Int, _ rows: [[Double]], _ weights: [Double]) -> Double {
    let totals = rows.map { zip($0, weights).reduce(0) { $0 + $1.0 * $1.1 } }
    return totals[row] - (rows.indices.filter { $0 != row }.map { totals[$0] }.max() ?? 0)
  }
}
