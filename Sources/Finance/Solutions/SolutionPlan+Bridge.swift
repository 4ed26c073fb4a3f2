// SPDX-License-Identifier: Apache-2.0

extension FinanceModel {
  /// Checks solutions and bridges the gap with them.
  ///
  /// The same as ``SolutionPlan/bridge()`` on a plan made with ``SolutionPlan/init(_:for:)``.
  /// - Throws: the mistakes in the solutions.
  public func bridge(_ solutions: Solutions) throws(FinanceErrors) -> Bridge {
    try SolutionPlan(solutions, for: self).bridge()
  }
}

extension SolutionPlan {
  /// Leads from the do-nothing gap to the do-something gap, for the system and every member.
  ///
  ///     do-something gap = do-nothing gap - net savings + running costs + one-off costs
  ///
  /// Net savings are after overlaps (``PoolCheck``). A scheme that moves the gap to another member
  /// narrows its own organisation's, widens the other's by as much, and is a step of zero for the
  /// system. Confidence weighs savings and never investment.
  /// - Complexity: O(years x (members x schemes + schemes on a pool cubed)).
  public func bridge() -> Bridge {
    let indices = Array(0..<model.years.count)
    var checks: [Weighting: [[SchemeCheck]]] = [:]
    for weighting in Weighting.allCases {
      checks[weighting] = indices.map { schemeChecks(year: $0, weighting) }
    }
    let scopes = [Scope.system] + model.organisations.map { .organisation($0.id) }
    let views = scopes.flatMap { scope in
      Weighting.allCases.map { view(scope, $0, checks[$0] ?? []) }
    }
    return Bridge(
      views: views,
      schemes: Weighting.allCases.flatMap { (checks[$0] ?? []).flatMap(\.self) },
      pools: Weighting.allCases.flatMap { weighting in
        indices.flatMap { poolChecks(year: $0, weighting) }
      },
      warnings: warnings(checks[.full] ?? []))
  }

  private func view(
    _ scope: Scope, _ weighting: Weighting, _ checks: [[SchemeCheck]]
  ) -> BridgeView {
    let gaps = doNothing.gaps(of: scope)
    let years = zip(gaps, checks).enumerated().map { index, pair in
      bridgeYear(scope, model.years.year(at: index), gap: pair.0, checks: pair.1)
    }
    return BridgeView(scope: scope, weighting: weighting, years: years)
  }

  private func bridgeYear(
    _ scope: Scope, _ year: Year, gap: MillionPounds, checks: [SchemeCheck]
  ) -> BridgeYear {
    var walk = GapWalk(gap: gap)
    var once = MillionPounds.zero
    for (scheme, check) in zip(schemes, checks) where scheme.touches(scope) {
      let change = check.change(to: scope)
      walk.step(.scheme(scheme.id), change)
      if scheme.delivery.recurrence == .nonRecurrent { once += change }
    }
    let investors = schemes.filter { scope == .system || scope == .organisation($0.organisation) }
    let oneOff = investors.sum { $0.investment.nonRecurrent[year] ?? 0 }
    walk.step(.recurrentInvestment, investors.sum { $0.investment.running(in: year) })
    walk.step(.nonRecurrentInvestment, oneOff)
    return BridgeYear(
      year: year, doNothingGap: gap, steps: walk.steps,
      underlyingGap: walk.gap - once - oneOff,
      claimedGap: scope == .system ? claimedGaps[year] : nil)
  }
}

/// A gap and the steps that led to it.
private struct GapWalk {
  var gap: MillionPounds
  var steps: [BridgeStep] = []

  mutating func step(_ kind: BridgeStep.Kind, _ change: MillionPounds) {
    gap += change
    steps.append(BridgeStep(kind: kind, change: change, gapAfter: gap))
  }
}

extension Scheme {
  /// Whether the scheme has a step in the bridge of `scope`.
  fileprivate func touches(_ scope: Scope) -> Bool {
    guard case .organisation(let id) = scope else { return true }
    return id == organisation || effect == .transfer(to: id)
  }
}

extension SchemeCheck {
  /// What the scheme changes in the gap of `scope`, which it touches: negative for a saving.
  fileprivate func change(to scope: Scope) -> MillionPounds {
    switch (scope, verdict) {
    case (.system, _): .zero - systemSaving
    case (.organisation(let id), .movesGap(_, let receiver)) where id == receiver: net
    case (.organisation, _): .zero - net
    }
  }
}

extension Projection {
  /// The gap of `scope` in each year.
  fileprivate func gaps(of scope: Scope) -> [MillionPounds] {
    switch scope {
    case .system: system.map(\.gap)
    case .organisation(let id): organisations.filter { $0.organisation == id }.map(\.gap)
    }
  }
}
