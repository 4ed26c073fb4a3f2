// SPDX-License-Identifier: Apache-2.0

extension FinanceInputs {
  func checkHorizon() throws(FinanceErrors) {
    var mistakes = MistakeList()
    let ends = baseYear == lastYear ? [baseYear] : [baseYear, lastYear]
    for year in ends {
      mistakes.report(.yearNotFourDigits(year), unless: (1000...9998).contains(year.start))
    }
    try mistakes.throwIfAny()
    let limit = FinanceModel.longestHorizon
    mistakes.report(
      .horizonEndsBeforeBase(base: baseYear, last: lastYear), unless: baseYear <= lastYear)
    mistakes.report(
      .horizonTooLong(base: baseYear, last: lastYear, limit: limit),
      unless: baseYear.distance(to: lastYear) < limit)
    try mistakes.throwIfAny()
  }

  func checkRecords(over years: ClosedRange<Year>) throws(FinanceErrors) {
    var mistakes = MistakeList()
    for id in organisations.map(\.id).repeated() { mistakes.report(.duplicateOrganisation(id)) }
    for id in lines.map(\.id).repeated() { mistakes.report(.duplicateLine(id)) }
    for organisation in organisations {
      mistakes.report(
        .blankIdentifier(Place(.organisation(organisation.id), .id)),
        unless: !organisation.id.isBlank)
    }
    let members = Set(organisations.map(\.id))
    for line in lines { line.check(members: members, years: years, into: &mistakes) }
    try mistakes.throwIfAny()
  }
}

extension Line {
  fileprivate func check(
    members: Set<OrganisationID>, years: ClosedRange<Year>, into mistakes: inout MistakeList
  ) {
    let before = mistakes.errors.count
    mistakes.report(.blankIdentifier(place(.id)), unless: !id.isBlank)
    checkEnds(members: members, into: &mistakes)
    mistakes.requireZeroOrMore(baseline, place(.baseline))
    mistakes.requireShare(growth.variableShare, place(.variableShare))
    checkGrowth(years: years, into: &mistakes)
    if mistakes.errors.count == before { checkAmounts(years: years, into: &mistakes) }
  }

  private func checkEnds(members: Set<OrganisationID>, into mistakes: inout MistakeList) {
    mistakes.report(
      .unknownOrganisation(organisation, place(.organisation)),
      unless: members.contains(organisation))
    guard let counterparty = flow.counterparty else { return }
    guard counterparty != organisation else { return mistakes.report(.tradesWithItself(id)) }
    mistakes.report(
      .unknownOrganisation(counterparty, place(.counterparty)),
      unless: members.contains(counterparty))
  }

  private func checkGrowth(years: ClosedRange<Year>, into mistakes: inout MistakeList) {
    for driver in Driver.allCases {
      guard let rate = growth.rates[driver] else { continue }
      mistakes.requireRates(rate, onlyOf: years.projected, place(.growth(driver)))
    }
    let steps = growth.additive.keys.sorted()
    mistakes.requireYears(steps, within: years.projected, place(.additive))
    let finite = steps.allSatisfy { growth.additive[$0]?.value.isFinite ?? true }
    mistakes.report(.amountNotFinite(place(.additive)), unless: finite)
  }

  /// Reports the first year whose amount has run past the largest number or below zero.
  private func checkAmounts(years: ClosedRange<Year>, into mistakes: inout MistakeList) {
    let before = mistakes.errors.count
    for (year, amount) in zip(years, amounts(over: years)) {
      mistakes.requireZeroOrMore(MillionPounds(amount), place(.year(year)))
      if mistakes.errors.count > before { return }
    }
  }

  private func place(_ field: Place.Field) -> Place { Place(.line(id), field) }
}
