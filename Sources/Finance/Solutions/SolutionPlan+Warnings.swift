// SPDX-License-Identifier: Apache-2.0

extension SolutionPlan {
  /// Reasons to doubt the bridge, by year: transfers first, then members in the order of ids.
  func warnings(_ checks: [[SchemeCheck]]) -> [BridgeWarning] {
    zip(doNothing.system, checks).flatMap { system, checks in
      transferWarnings(system) + savingWarnings(system.year, checks)
    }
  }

  private func transferWarnings(_ system: SystemYear) -> [BridgeWarning] {
    let mismatched = doNothing.transfers.contains { $0.year == system.year && !$0.cancels }
    guard mismatched else { return [] }
    return [.transfersDoNotCancel(system.year, difference: system.transferDifference)]
  }

  private func savingWarnings(_ year: Year, _ checks: [SchemeCheck]) -> [BridgeWarning] {
    model.organisations.compactMap { member in
      let own = zip(schemes, checks).filter { scheme, _ in scheme.organisation == member.id }
      let savings = own.sum { $0.1.systemSaving }
      let cost = doNothing.organisation(member.id, in: year)?.externalCost ?? 0
      guard savings > cost else { return nil }
      return .savingsExceedExternalCost(member.id, year, savings: savings, externalCost: cost)
    }
  }
}
