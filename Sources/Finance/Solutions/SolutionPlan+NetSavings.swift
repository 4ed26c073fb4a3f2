// SPDX-License-Identifier: Apache-2.0

extension SolutionPlan {
  /// The claim of each scheme in a year, weighted or not, before overlaps.
  private func claims(year index: Int, _ weighting: Weighting) -> [MillionPounds] {
    zip(schemes, gross).map { scheme, savings in
      switch weighting {
      case .full: savings[index]
      case .confidenceWeighted: savings[index] * scheme.confidence.value
      }
    }
  }

  /// What each scheme saves in the year at `index`, in the order of the scheme ids.
  func schemeChecks(year index: Int, _ weighting: Weighting) -> [SchemeCheck] {
    let claims = claims(year: index, weighting)
    var nets = claims
    for (pool, sizes) in zip(pools, poolSizes) {
      let members = schemes.indices.filter { schemes[$0].pool == pool.id }
      let fractions = fractions(members.map { claims[$0] }, of: sizes[index])
      for (member, kept) in zip(members, Overlap.survivingParts(fractions)) {
        nets[member] = claims[member] * kept
      }
    }
    return schemes.indices.map { number in
      SchemeCheck(
        scheme: schemes[number].id, year: model.years.year(at: index), weighting: weighting,
        pool: schemes[number].pool, gross: claims[number], net: nets[number],
        verdict: schemes[number].verdict)
    }
  }

  /// What the schemes on each pool save together in the year at `index`.
  func poolChecks(year index: Int, _ weighting: Weighting) -> [PoolCheck] {
    let claims = claims(year: index, weighting)
    return zip(pools, poolSizes).map { pool, sizes in
      let own = schemes.indices.filter { schemes[$0].pool == pool.id }.map { claims[$0] }
      let net = sizes[index] * Overlap.netFraction(fractions(own, of: sizes[index]))
      return PoolCheck(
        pool: pool.id, year: model.years.year(at: index), weighting: weighting,
        size: sizes[index], gross: own.reduce(.zero, +), net: net)
    }
  }

  /// Claims as fractions of a pool, of which a checked claim is never more than all.
  private func fractions(_ claims: [MillionPounds], of size: MillionPounds) -> [Double] {
    claims.map { claim in
      guard size > 0 else { return 0 }
      let fraction = claim.value / size.value
      return fraction < 1 ? fraction : 1
    }
  }
}

extension Scheme {
  fileprivate var verdict: SchemeCheck.Verdict {
    switch effect {
    case .cashReleasing: .releasesCash
    case .transfer(let receiver): .movesGap(from: organisation, to: receiver)
    }
  }
}

extension ClosedRange<Year> {
  /// The year at a position, counted from the first.
  func year(at index: Int) -> Year { lowerBound.advanced(by: index) }
}
