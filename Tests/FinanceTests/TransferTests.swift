// SPDX-License-Identifier: Apache-2.0
import Finance
import Testing

@Suite struct `Transfers between members` {
  @Test func `matching ends cancel and leave the sum of gaps equal to the system gap`() throws {
    let growth = Growth(rates: [.demographic: 2, .price: 1])

    let projection = try model(workedSystem(purchase: growth, sale: growth)).project()

    #expect(projection.transfers.count == 5)
    #expect(projection.transfers.allSatisfy { $0.verdict == .cancels && $0.mismatch == 0 })
    for year in projection.system {
      #expect(isClose(year.transferDifference, 0))
      #expect(isClose(year.gap, year.sumOfOrganisationGaps))
    }
  }

  @Test func `ends that grow apart are reported with the difference`() throws {
    let lines = workedSystem(purchase: Growth(additive: [2017: 4]))

    let projection = try model(lines).project()

    let check = try #require(projection.transfers.first { $0.year == 2017 })
    #expect(check.payer == "ccg" && check.receiver == "trust")
    #expect(check.paid == 84 && check.received == 80 && check.mismatch == 4)
    #expect(check.verdict == .amountsDiffer)
    let system = try #require(projection.system(in: 2017))
    #expect(system.gap == 15)
    #expect(system.sumOfOrganisationGaps == 19)
    #expect(system.transferDifference == 4)
  }

  @Test func `a payment that no member records as income is not dropped`() throws {
    let lines = workedSystem().filter { $0.id != "trust-contract" }

    let projection = try model(lines).project()

    let check = try #require(projection.transfers.first)
    #expect(check.verdict == .noIncomeLine)
    #expect(check.mismatch == 80)
    #expect(projection.system(in: 2016)?.transferDifference == 80)
  }

  @Test func `income that no member records as a payment is not dropped`() throws {
    let lines = workedSystem().filter { $0.id != "ccg-acute" }

    let projection = try model(lines).project()

    let check = try #require(projection.transfers.first)
    #expect(check.verdict == .noCostLine)
    #expect(check.mismatch == -80)
  }

  @Test func `several lines on one side are one transfer`() throws {
    let lines = [
      line("buy-a", of: "ccg", .cost(to: .member("trust")), 30),
      line("buy-b", of: "ccg", .cost(to: .member("trust")), 50),
      line("sell", of: "trust", .income(from: .member("ccg")), 80),
    ]

    let projection = try model(lines).project()

    #expect(projection.transfers.allSatisfy { $0.paid == 80 && $0.cancels })
  }

  @Test func `each direction between two members is its own transfer`() throws {
    let lines = [
      line("a", of: "ccg", .cost(to: .member("council")), 30),
      line("b", of: "council", .income(from: .member("ccg")), 30),
      line("c", of: "council", .cost(to: .member("ccg")), 20),
      line("d", of: "ccg", .income(from: .member("council")), 20),
    ]

    let first = try model(lines).project().transfers.filter { $0.year == base }

    #expect(first.map(\.payer) == ["ccg", "council"])
    #expect(first.map(\.paid) == [30, 20])
  }
}
