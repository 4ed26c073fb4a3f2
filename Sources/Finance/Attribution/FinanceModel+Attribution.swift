// SPDX-License-Identifier: Apache-2.0

extension FinanceModel {
  /// Splits the change of every line and gap since the base year among its causes.
  ///
  /// Drivers multiply, so their effects overlap: 10% more people at 10% higher prices cost 21%
  /// more. The overlap is shared by the Shapley value over the four drivers (``Driver``), which is
  /// exact and doesn't depend on an order; additive pressures stand outside the product and need
  /// no sharing. Parts are worked out line by line and then added up.
  /// - Complexity: O(lines x years).
  public func attribute() -> Attribution {
    let projection = project()
    let parts = lines.map { $0.contributions(over: years) }
    let organisations = organisations.flatMap { member in
      gaps(
        .organisation(member.id), parts,
        gaps: projection.organisations.filter { $0.organisation == member.id }.map(\.gap))
    }
    return Attribution(
      lines: lineAttributions(parts), organisations: organisations,
      system: gaps(.system, parts, gaps: projection.system.map(\.gap)))
  }

  private func lineAttributions(_ parts: [[Contributions]]) -> [LineAttribution] {
    zip(lines, parts).flatMap { line, series in
      let amounts = line.amounts(over: years)
      return years.enumerated().map { index, year in
        LineAttribution(
          line: line.id, year: year, change: MillionPounds(amounts[index] - amounts[0]),
          contributions: series[index])
      }
    }
  }

  private func gaps(
    _ scope: Scope, _ parts: [[Contributions]], gaps: [MillionPounds]
  ) -> [GapAttribution] {
    let members = zip(lines, parts).filter { line, _ in line.counts(in: scope) }
    return years.enumerated().map { index, year in
      var gap = GapAttribution(scope: scope, year: year, baseGap: gaps[0], gap: gaps[index])
      for (line, series) in members {
        switch line.flow.direction {
        case .cost: gap.fromCost += series[index]
        case .funding: gap.fromFunding -= series[index]
        case .income: gap.fromIncome -= series[index]
        }
      }
      return gap
    }
  }
}

extension Line {
  /// Whether the line is part of the gap of `scope`: transfers are not part of the system's.
  fileprivate func counts(in scope: Scope) -> Bool {
    switch scope {
    case .system: flow.counterparty == nil
    case .organisation(let id): organisation == id
    }
  }

  /// The causes of the change to each of `years` from the first.
  fileprivate func contributions(over years: ClosedRange<Year>) -> [Contributions] {
    states(over: years).map { state in
      let shares = shapleyValue(players: Driver.allCases.count) { mask in
        baseline.value * state.keeping(mask).scale(variableShare: growth.variableShare)
      }
      return Contributions(
        demographic: MillionPounds(shares[Driver.demographic.rawValue]),
        nonDemographic: MillionPounds(shares[Driver.nonDemographic.rawValue]),
        price: MillionPounds(shares[Driver.price.rawValue]),
        other: MillionPounds(shares[Driver.other.rawValue]),
        additive: MillionPounds(state.additive))
    }
  }
}
