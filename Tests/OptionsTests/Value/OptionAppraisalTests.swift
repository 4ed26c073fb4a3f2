// SPDX-License-Identifier: Apache-2.0
import Options
import TestKit
import Testing

@Suite struct `The appraisal of an option` {
  /// A hundred of capital in year 0, then so much a year for thirty years.
  private func hospital(
    yearly: Double = 8, capital: Double = -100, uplift: Double = 0
  ) throws -> OptionAppraisal {
    try OptionAppraisal(
      lines: [
        AppraisalLine(
          name: "build", kind: .capital, amounts: [capital] + Array(repeating: 0, count: 30)),
        AppraisalLine(
          name: "save", kind: .benefit, amounts: [0] + Array(repeating: yearly, count: 30)),
      ], years: 31, schedule: .greenBook, capitalUplift: uplift)
  }

  @Test func `has the worked net present value`() throws {
    #expect((try hospital().netPresentValue - 47.1364).magnitude < 0.00005)
  }

  @Test func `keeps capital apart from what it gains`() throws {
    let option = try hospital()

    #expect(option.presentValue(.capital) == -100)
    #expect((option.presentValue(.benefit) - 147.1364).magnitude < 0.00005)
    #expect(option.presentValue(.recurrent) == 0)
  }

  @Test func `raises capital alone for optimism`() throws {
    let option = try hospital(uplift: 0.24)

    #expect(agree(option.presentValue(.capital), -124))
    #expect((option.netPresentValue - 23.1364).magnitude < 0.00005)
    #expect(agree(option.netFlows[0], -124))
    #expect(option.lines[0].amounts[0] == -100)
  }

  @Test func `has paid back after 12.5 years of eight, later when discounted`() throws {
    #expect(try hospital().paybackYear(.undiscounted) == 13)
    // 8 x annuity(16) = 96.8, 8 x annuity(17) = 101.2
    #expect(try hospital().paybackYear(.discounted) == 17)
    #expect(try hospital(yearly: 1).paybackYear(.undiscounted) == nil)
    #expect(try hospital(yearly: 0, capital: 0).paybackYear(.undiscounted) == 0)
  }

  @Test func `switches when capital grows by 47% or gains fall by a third`() throws {
    let option = try hospital()

    let capital = try #require(option.switchingValue(.capital))
    let benefit = try #require(option.switchingValue(line: "save"))

    #expect((capital.change - 0.471364).magnitude < 0.0000005)
    #expect(agree(benefit.change, -47.13636320 / 147.13636320, within: 1e-7))
    #expect(option.switchingValue(.transitional) == nil)
    #expect(option.switchingValue(line: "none") == nil)
  }

  @Test func `costs as much a year as its present value spread`() throws {
    let option = try hospital(yearly: 0)

    #expect((try option.equivalentAnnualCost() - 5.437).magnitude < 0.0005)
  }

  @Test func `is compared with doing the minimum`() throws {
    let more = try hospital().compared(withDoMinimum: hospital(yearly: 2, capital: -30))

    #expect(more.presentValue(.capital) == -70)
    #expect((more.netPresentValue - (-70 + 6 * 18.392045)).magnitude < 0.00001)
    #expect(more.netFlows[0] == -70)
    #expect(more.netFlows[1] == 6)
    #expect(more.paybackYear(.undiscounted) == 12)
    // -100 of capital may grow by the 40.35 that are gained on the minimum.
    let capital = try #require(more.switchingValue(.capital))
    #expect((capital.change - 0.4035).magnitude < 0.00005)
    #expect(more.switchingValue(.transitional) == nil)
  }

  @Test func `refuses what can't be`() throws {
    func appraise(_ lines: [AppraisalLine], uplift: Double = 0) throws -> OptionAppraisal {
      try OptionAppraisal(lines: lines, years: 2, schedule: .greenBook, capitalUplift: uplift)
    }
    let line = AppraisalLine(name: "a", kind: .recurrent, amounts: [1, 2])
    #expect(throws: ValueError.repeatedLine("a")) { try appraise([line, line]) }
    #expect(throws: ValueError.wrongNumberOfYears(line: "b", found: 1, expected: 2)) {
      try appraise([AppraisalLine(name: "b", kind: .capital, amounts: [1])])
    }
    #expect(throws: ValueError.amountNotFinite(line: "b", year: 1)) {
      try appraise([AppraisalLine(name: "b", kind: .capital, amounts: [1, .nan])])
    }
    #expect(throws: ValueError.impossibleUplift(-1)) { try appraise([line], uplift: -1) }
    #expect(throws: ValueError.appraisalsDiffer) {
      try appraise([line]).compared(withDoMinimum: hospital())
    }
    #expect(throws: ValueError.self) {
      try OptionAppraisal(lines: [], years: 0, schedule: .greenBook, capitalUplift: 0)
    }
  }

  @Test(arguments: lawSeeds) func `is nil after switching, and adds up by kind`(
    seed: Int
  ) throws {
    var draws = SeededDraws(seed: seed)
    let years = draws.whole(1...70)
    let uplift = draws.number(0, 1)
    func appraise(_ lines: [AppraisalLine]) throws -> OptionAppraisal {
      try OptionAppraisal(
        lines: lines, years: years, schedule: .greenBook, capitalUplift: uplift)
    }
    let lines = AppraisalLine.Kind.allCases.enumerated().map { number, kind in
      AppraisalLine(name: "\(number)", kind: kind, amounts: draws.numbers(years, -10, 12))
    }
    let option = try appraise(lines)

    for (position, kind) in AppraisalLine.Kind.allCases.enumerated() {
      let change = try #require(option.switchingValue(kind)).change
      var changed = lines
      changed[position] = AppraisalLine(
        name: lines[position].name, kind: kind,
        amounts: lines[position].amounts.map { $0 * (1 + change) })
      #expect(agree(try appraise(changed).netPresentValue, 0, within: 1e-8))
    }
    let byKind = AppraisalLine.Kind.allCases.reduce(0.0) { $0 + option.presentValue($1) }
    #expect(agree(byKind, option.netPresentValue))
    #expect(agree(option.runningTotals(.discounted)[years - 1], option.netPresentValue))
  }
}
