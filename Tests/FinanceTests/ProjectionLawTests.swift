// SPDX-License-Identifier: Apache-2.0
import Finance
import TestKit
import Testing

@Suite struct `Laws of the projection` {
  @Test(arguments: seeds) func `scaling every pound scales the gap`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    var same = SeededDraws(seed: seed)

    let once = try model(randomSystem(&draws)).project()
    let threefold = try model(randomSystem(&same, scale: 3)).project()

    for (one, three) in zip(once.system, threefold.system) {
      #expect(isClose(one.gap * 3, three.gap))
    }
  }

  @Test(arguments: seeds) func `the order of the lines changes nothing`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let lines = randomSystem(&draws)

    let before = try model(lines).project()
    let after = try model(draws.shuffled(lines), organisations: members.reversed()).project()

    #expect(before == after)
  }

  @Test(arguments: seeds) func `without growth the baseline gap stays for ever`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let still = randomSystem(&draws).map {
      line($0.id, of: $0.organisation, $0.flow, $0.baseline)
    }

    let projection = try model(still, last: 2056).project()

    #expect(projection.system.count == 41)
    #expect(projection.system.allSatisfy { $0.gap == projection.system[0].gap })
  }

  @Test(arguments: seeds) func `matching transfers cancel`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)

    let projection = try model(randomSystem(&draws)).project()

    #expect(projection.transfers.allSatisfy { $0.cancels })
    #expect(projection.system.allSatisfy { isClose($0.gap, $0.sumOfOrganisationGaps) })
  }

  @Test(arguments: seeds) func `a mismatch is the whole difference of the gaps`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let lines = randomSystem(&draws).filter { $0.id != "sell" }

    let projection = try model(lines).project()

    for system in projection.system {
      let mismatch = projection.transfers.filter { $0.year == system.year }.map(\.mismatch)
      #expect(isClose(system.transferDifference, mismatch.reduce(0, +)))
      #expect(isClose(system.sumOfOrganisationGaps - system.gap, system.transferDifference))
    }
  }

  @Test(arguments: seeds) func `a higher funding rate never widens the gap`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let lines = randomSystem(&draws)
    let extra = Percent(draws.number(0, 5))

    let low = try model(lines.map { funded($0, at: 1) }).project()
    let high = try model(lines.map { funded($0, at: Percent(1 + extra.value)) }).project()

    #expect(zip(low.system, high.system).allSatisfy { $1.gap <= $0.gap })
  }

  @Test(arguments: seeds) func `a year by year walk gives the same amounts`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let lines = randomSystem(&draws)

    let projection = try model(lines).project()

    for line in lines {
      let walked = walk(line)
      for (offset, amount) in walked.enumerated() {
        let year = base.advanced(by: offset)
        #expect(try isClose(#require(projection.amount(of: line.id, in: year)), amount))
      }
    }
  }

  private func funded(_ line: Line, at rate: Percent) -> Line {
    guard line.flow == .funding else { return line }
    return Line(
      id: line.id, label: line.label, organisation: line.organisation, flow: line.flow,
      baseline: line.baseline, growth: Growth(rates: [.other: .constant(rate)]))
  }

  /// A second, plainer implementation of the equation, kept apart from the engine's.
  private func walk(_ line: Line) -> [MillionPounds] {
    var activity = 1.0
    var prices = 1.0
    var step = 0.0
    return (2016...2020).map { number in
      let year = Year(number)
      if number > 2016 {
        let rate = { (driver: Driver) in 1 + (line.growth.rates[driver]?[year]?.value ?? 0) / 100 }
        activity *= rate(.demographic) * rate(.nonDemographic)
        prices *= rate(.price) * rate(.other)
        step += line.growth.additive[year]?.value ?? 0
      }
      let share = line.growth.variableShare.value
      let moved = (1 - share) + share * activity
      return MillionPounds(line.baseline.value * moved * prices + step)
    }
  }
}
