// SPDX-License-Identifier: Apache-2.0

/// Why there is no kappa to give.
public enum KappaUndefined: Error, Sendable, Equatable, CustomStringConvertible {
  /// No comment was coded by both.
  case nothingCompared
  /// Both coders put every comment in the same one category, so chance alone explains it all.
  case onlyOneCategoryUsed

  /// The reason, for the reader of the table.
  public var description: String {
    switch self {
    case .nothingCompared:
      "No comment was coded by both coders, so there is nothing to compare."
    case .onlyOneCategoryUsed:
      "Both coders gave every comment the same answer. "
        + "Kappa needs at least one comment that differs."
    }
  }
}

/// Cohen's kappa with its standard error and interval.
public struct KappaEstimate: Sendable, Equatable {
  /// Agreement beyond chance, as a share of what was possible beyond chance (Cohen, 1960).
  ///
  /// 1 is perfect, 0 is what chance alone would give, below 0 is worse than chance.
  public let kappa: Double
  /// The large-sample standard error (Fleiss, Cohen and Everitt, 1969, their non-null formula).
  public let standardError: Double
  /// The lower 95 per cent limit, not below -1.
  public let lower: Double
  /// The upper 95 per cent limit, not above 1.
  public let upper: Double
  /// The agreement that chance alone would give.
  public let expectedAgreement: Double
}

/// How two coders' answers compare, category by category.
public struct AgreementTable: Sendable, Equatable {
  /// Counts: the first coder's category picks the row, the second coder's the column.
  public let counts: [[Int]]

  /// Makes a table from a square array of counts.
  ///
  /// Returns nil if the array is not square or holds a count below nought.
  public init?(counts: [[Int]]) {
    guard counts.allSatisfy({ row in row.count == counts.count && row.allSatisfy { $0 >= 0 } })
    else { return nil }
    self.counts = counts
  }

  /// How many items both coders judged.
  public var items: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }

  /// How many items both put in the same category.
  public var agreed: Int { counts.indices.reduce(0) { $0 + counts[$1][$1] } }

  /// The share of items on which they agree, from 0 to 1; nil when there are none.
  public var observedAgreement: Double? {
    items > 0 ? Double(agreed) / Double(items) : nil
  }

  /// Cohen's kappa, or the reason there is none.
  public var kappa: Result<KappaEstimate, KappaUndefined> {
    let total = Double(items)
    guard let observed = observedAgreement else { return .failure(.nothingCompared) }
    let shares = counts.map { $0.map { Double($0) / total } }
    let rows = shares.map { $0.reduce(0, +) }
    let columns = counts.indices.map { column in shares.reduce(0) { $0 + $1[column] } }
    guard counts.indices.allSatisfy({ counts[$0][$0] < items }) else {
      return .failure(.onlyOneCategoryUsed)
    }
    let expected = zip(rows, columns).reduce(0) { $0 + $1.0 * $1.1 }
    let kappa = (observed - expected) / (1 - expected)
    let error = standardError(
      shares, rows: rows, columns: columns, kappa: kappa, expected: expected)
    let reach = ProportionInterval.ninetyFivePerCent * error
    return .success(
      KappaEstimate(
        kappa: kappa, standardError: error, lower: max(-1, kappa - reach),
        upper: min(1, kappa + reach), expectedAgreement: expected))
  }

  private func standardError(
    _ shares: [[Double]], rows: [Double], columns: [Double], kappa: Double, expected: Double
  ) -> Double {
    var sum = 0.0
    for row in counts.indices {
      for column in counts.indices {
        let share = shares[row][column]
        let weight =
          row == column
          ? 1 - (rows[row] + columns[row]) * (1 - kappa)
          : (1 - kappa) * (columns[row] + rows[column])
        sum += share * weight * weight
      }
    }
    let middle = kappa - expected * (1 - kappa)
    // Rounding can leave a trace below nought when agreement is perfect.
    return max(0, sum - middle * middle).squareRoot()
      / ((1 - expected) * Double(items).squareRoot())
  }
}
