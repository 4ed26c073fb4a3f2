// SPDX-License-Identifier: Apache-2.0

/// The way from the do-nothing gap to the residual gap of one year, in £ million.
///
/// All amounts lie on one binary grid, so that the steps lead to the end without rounding.
public struct CostBridge: Hashable, Sendable {
  /// One step.
  public struct Step: Hashable, Sendable {
    /// What makes it.
    public enum Kind: Hashable, Sendable {
      /// Activity that the plan changes, as if all cost outside the system followed at once.
      case activity
      /// Cost that does not follow that activity, or not yet.
      case costThatStays
      /// The net saving of a scheme.
      case scheme(String)
      /// What savings pay for other than the gap.
      case reinvested
      /// The running cost of schemes.
      case recurrentInvestment
      /// The one-off cost of schemes.
      case nonRecurrentInvestment
      /// Depreciation of schemes' capital and the charge on it.
      case capitalCharges
    }

    /// What makes the step.
    public let kind: Kind
    /// The change in the gap: below zero when it narrows.
    public let change: Double
    /// The gap after the step.
    public let gapAfter: Double
  }

  /// The gap when nobody does anything.
  public let doNothingGap: Double
  /// The steps: activity, cost that stays, the schemes in the order of the inputs, then what
  /// savings pay for and what the schemes need.
  public private(set) var steps: [Step] = []

  /// The gap after all steps.
  public var residualGap: Double { steps.last?.gapAfter ?? doNothingGap }

  init(doNothingGap: Double) { self.doNothingGap = doNothingGap }

  mutating func add(_ kind: Step.Kind, _ change: Double) {
    steps.append(Step(kind: kind, change: change, gapAfter: residualGap + change))
  }

  mutating func addNeeds(of account: CostingAccount) {
    add(.reinvested, account.reinvested)
    add(.recurrentInvestment, account.recurrentInvestment)
    add(.nonRecurrentInvestment, account.nonRecurrentInvestment)
    add(.capitalCharges, account.capitalCharges)
  }
}

extension CostingModel {
  /// The bridge of an organisation, with a step for each scheme that touches it.
  public func bridge(_ run: CostingRun, organisation: Int, year: Int) -> CostBridge {
    let account = run.account(organisation: organisation, year: year)
    var bridge = CostBridge(doNothingGap: account.doNothingGap)
    let stays = account.withPlanStay.difference - account.doNothingStay.difference
    bridge.add(.activity, account.withActivity.gap - account.doNothing.gap - stays)
    bridge.add(.costThatStays, stays)
    for (number, scheme) in schemes.enumerated() {
      let net = run.scheme(number, year: year).net
      let id = inputs.schemes[number].id
      if scheme.organisation == organisation { bridge.add(.scheme(id), -net) }
      if scheme.receiver == organisation { bridge.add(.scheme(id), net) }
    }
    bridge.addNeeds(of: account)
    return bridge
  }

  /// The bridge of the system: a scheme that only moves money between members is a step of zero.
  public func systemBridge(_ run: CostingRun, year: Int) -> CostBridge {
    let total = run.total(year: year)
    var bridge = CostBridge(doNothingGap: total.doNothing.externalGap)
    let stays = total.withPlanStay.difference - total.doNothingStay.difference
    bridge.add(
      .activity, total.withActivity.externalGap - total.doNothing.externalGap - stays)
    bridge.add(.costThatStays, stays)
    for (number, scheme) in schemes.enumerated() {
      let net = run.scheme(number, year: year).net
      bridge.add(.scheme(inputs.schemes[number].id), scheme.receiver == nil ? -net : 0)
    }
    bridge.addNeeds(of: total)
    return bridge
  }
}
