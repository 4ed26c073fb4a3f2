// SPDX-License-Identifier: Apache-2.0

import Costing
import TestKit
import Testing

@Suite struct `Payments between members` {
  /// A commissioner with funding of 100 that pays a trust 80, which spends 90.
  private func system(_ change: (inout CostingInputs) -> Void = { _ in }) -> CostingInputs {
    var pays = CostLine(
      id: "pays", organisation: "commissioner", flow: .cost(to: "trust"), baseline: 80)
    pays.driver = "spells"
    pays.parts = [CostPart(share: 0.5, behaviour: .variable)]
    pays.prices = ["tariff"]
    var earns = pays
    earns.id = "earns"
    earns.organisation = "trust"
    earns.flow = .income(from: "commissioner")
    var inputs = CostingInputs(
      baseYear: 2016, lastYear: 2018,
      organisations: [
        CostingOrganisation(id: "commissioner", label: "Commissioner"),
        CostingOrganisation(id: "trust", label: "Trust"),
      ],
      lines: [
        CostLine(id: "funding", organisation: "commissioner", flow: .funding, baseline: 100),
        pays, earns,
        CostLine(id: "spends", organisation: "trust", flow: .cost(to: nil), baseline: 90),
      ], confidence: .expected, transfers: .refuse)
    inputs.drivers = [CostDriver(id: "spells", resolution: .yearly)]
    inputs.prices = [
      PriceSeries(id: "tariff", growth: .rates([1, 1])),
      PriceSeries(id: "again", growth: .rates([1, 1])),
      PriceSeries(id: "pay", growth: .rates([2, 1])),
    ]
    change(&inputs)
    return inputs
  }

  private let draw = same([[10, 11, 12]])

  @Test func `are netted once`() throws {
    let run = try CostingModel(system()).run(draw)

    for year in 0...2 {
      let system = run.system(year: year)
      #expect(system.doNothingGap == -10)
      #expect(system.residualGap == -10)
      #expect(system.doNothingTransferDifference == 0)
      let gaps = (0...1).map { run.account(organisation: $0, year: year).doNothingGap }
      #expect(gaps[0] + gaps[1] == -10)
    }
    // 80 x (1 + 0.5 x 0.2) x 1.01 x 1.01
    let paid = run.account(organisation: 0, year: 2).doNothing.memberCost
    #expect(
      agree(paid, 89.7688) && paid == run.account(organisation: 1, year: 2).doNothing.memberIncome)
  }

  @Test func `of different amounts are refused with both lines named`() {
    let found = mistakes(system { $0.lines[2].baseline = 79 })

    guard case .transferMismatch(let mismatch) = found.first else {
      Issue.record("found \(found)")
      return
    }
    #expect(mismatch.costLines == ["pays"] && mismatch.incomeLines == ["earns"])
    #expect(mismatch.reason == .baselinesDiffer(paid: 80, received: 79))
    #expect(mismatch.description.contains("'pays'") && mismatch.description.contains("'earns'"))
  }

  @Test func `that would part as activity or prices move are refused`() {
    let changes: [(inout CostingInputs) -> Void] = [
      { $0.lines[2].prices = ["pay"] }, { $0.lines[2].prices = [] },
      { $0.lines[2].parts[0].share = 0.6 }, { $0.lines[2].parts[0].behaviour = .fixed },
      { $0.lines[2].steps = [CostStep(year: 2017, amount: 1, recurrent: true)] },
      { $0.lines[1].parts[0].behaviour = .semiFixed(step: 1, delay: 0) },
    ]
    for change in changes {
      let found = mistakes(system(change))
      guard case .transferMismatch(let mismatch) = found.first else {
        Issue.record("found \(found)")
        continue
      }
      #expect(mismatch.reason == .moveDifferently)
    }
  }

  @Test func `under another name of the same price agree`() throws {
    #expect(mistakes(system { $0.lines[2].prices = ["again"] }).isEmpty)
  }

  @Test func `with one end only are refused`() {
    let noIncome = mistakes(system { $0.lines.remove(at: 2) })
    let noCost = mistakes(system { $0.lines.remove(at: 1) })

    guard case .transferMismatch(let first) = noIncome.first,
      case .transferMismatch(let second) = noCost.first
    else {
      Issue.record("found \(noIncome) and \(noCost)")
      return
    }
    #expect(first.reason == .noIncomeLine && first.costLines == ["pays"])
    #expect(second.reason == .noCostLine && second.incomeLines == ["earns"])
  }

  @Test func `may be split over several lines at one end`() throws {
    let split = system { inputs in
      var other = inputs.lines[2]
      other.id = "earns-more"
      other.baseline = 30
      inputs.lines[2].baseline = 50
      inputs.lines.append(other)
    }
    let run = try CostingModel(split).run(draw)

    #expect(agree(run.system(year: 2).doNothingTransferDifference, 0))
  }

  @Test func `are reported where the plan says so, and the difference is in the account`() throws {
    let model = try CostingModel(
      system {
        $0.lines[2].baseline = 79
        $0.transfers = .report
      })

    #expect(model.findings.count == 1)
    #expect(try model.run(draw).system(year: 0).doNothingTransferDifference == 1)
  }

  @Test func `with oneself are refused`() {
    #expect(
      mistakes(system { $0.lines[1].flow = .cost(to: "commissioner") }).contains(
        .tradesWithItself(line: "pays")))
  }

  @Test func `that a scheme lowers move the gap and leave the system's alone`() throws {
    let moved = system { inputs in
      var scheme = CostingScheme(
        id: "cut", organisation: "commissioner", fullYearEffect: 5,
        start: StartOfSaving(year: 2017, month: 1))
      scheme.effect = .transfer(to: "trust")
      inputs.schemes = [scheme]
    }
    let model = try CostingModel(moved)
    let run = try model.run(draw)

    let one = run.account(organisation: 0, year: 1)
    let other = run.account(organisation: 1, year: 1)
    #expect(one.residualGap == one.doNothingGap - 5)
    #expect(other.residualGap == other.doNothingGap + 5)
    #expect(run.system(year: 1).residualGap == -10)
    #expect(run.system(year: 1).withPlanTransferDifference == 0)
    #expect(model.systemBridge(run, year: 1).steps.allSatisfy { $0.change == 0 })
  }
}
