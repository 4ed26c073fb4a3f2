// SPDX-License-Identifier: Apache-2.0

extension FinanceModel {
  /// Projects every line as if nobody did anything, and finds the gaps that leaves.
  ///
  /// The amount of a line in year `t` is
  ///
  ///     amount(t) = baseline x (1 + variableShare x (ACT(t) - 1)) x PRICE(t) x OTHER(t) + ADD(t)
  ///     ACT(t)    = product to t of (1 + demographic) x (1 + non-demographic)
  ///     PRICE(t)  = product to t of (1 + price), and OTHER(t) likewise
  ///     ADD(t)    = sum to t of the additive steps
  ///
  /// after the elements of the 2016 STP finance return: baseline, demographic pressure, other
  /// drivers, cost pressures, funding (NHS England, "Five Year Forward View: recap briefing on
  /// technical modelling and scenarios", May 2016). Sums run in the order of the line ids.
  /// - Complexity: O(lines x years), besides sorting.
  public func project() -> Projection {
    let amounts = lines.map { $0.amounts(over: years) }
    let organisations = organisationYears(amounts)
    return Projection(
      years: years, lines: lineYears(amounts), organisations: organisations,
      system: systemYears(organisations), transfers: transferChecks(amounts))
  }

  private func lineYears(_ amounts: [[Double]]) -> [LineYear] {
    zip(lines, amounts).flatMap { line, series in
      zip(years, series).map { year, amount in
        LineYear(line: line.id, year: year, amount: MillionPounds(amount))
      }
    }
  }

  private func organisationYears(_ amounts: [[Double]]) -> [OrganisationYear] {
    var totals = organisations.flatMap { member in
      years.map { OrganisationYear(organisation: member.id, year: $0) }
    }
    var firstRow: [OrganisationID: Int] = [:]
    for (number, member) in organisations.enumerated() {
      firstRow[member.id] = number * years.count
    }
    for (line, series) in zip(lines, amounts) {
      guard let row = firstRow[line.organisation] else { continue }
      for (offset, amount) in series.enumerated() {
        totals[row + offset].add(MillionPounds(amount), flow: line.flow)
      }
    }
    return totals
  }

  private func systemYears(_ organisations: [OrganisationYear]) -> [SystemYear] {
    years.map { year in
      let members = organisations.filter { $0.year == year }
      return SystemYear(
        year: year, funding: members.sum(of: \.funding),
        externalIncome: members.sum(of: \.externalIncome),
        externalCost: members.sum(of: \.externalCost),
        sumOfOrganisationGaps: members.sum(of: \.gap))
    }
  }
}

extension OrganisationYear {
  fileprivate mutating func add(_ amount: MillionPounds, flow: Flow) {
    switch flow {
    case .funding: funding += amount
    case .income(from: .outside): externalIncome += amount
    case .income(from: .member): memberIncome += amount
    case .cost(to: .outside): externalCost += amount
    case .cost(to: .member): memberCost += amount
    }
  }
}

extension Sequence {
  /// Adds up one amount of each element, from the first to the last.
  func sum(of amount: (Element) -> MillionPounds) -> MillionPounds {
    reduce(.zero) { $0 + amount($1) }
  }
}
