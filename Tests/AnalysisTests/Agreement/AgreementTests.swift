// SPDX-License-Identifier: Apache-2.0

import Analysis
import Testing

@Suite("Agreement between coders")
struct AgreementTests {
  /// Observed (20 + 15) / 50 = 0.7.
  ///
  /// Rows 0.5, 0.5; columns 0.6, 0.4: by chance 0.5 x 0.6 + 0.5 x 0.4 = 0.5. Kappa (0.7 - 0.5) /
  /// (1 - 0.5) = 0.4. On the diagonal 0.4 (1 - 1.1 x 0.6)^2 + 0.3 (1 - 0.9 x 0.6)^2 = 0.04624 +
  /// 0.06348 = 0.10972. Off it 0.6^2 (0.1 (0.6 + 0.5)^2 + 0.2 (0.4 + 0.5)^2) = 0.36 x 0.283 =
  /// 0.10188. Less (0.4 - 0.5 x 0.6)^2 = 0.01: 0.2016. Variance 0.2016 / (50 x 0.5^2) = 0.016128.
  @Test("kappa and its error are as worked by hand for two categories")
  func byHand() throws {
    let agreement = BinaryAgreement(both: 20, firstOnly: 5, secondOnly: 10, neither: 15)
    let estimate = try agreement.kappa.get()
    #expect(agreement.observedAgreement == 0.7)
    #expect(abs(estimate.expectedAgreement - 0.5) < 1e-12)
    #expect(abs(estimate.kappa - 0.4) < 1e-12)
    #expect(abs(estimate.standardError * estimate.standardError - 0.016128) < 1e-12)
    #expect(abs(estimate.lower - (0.4 - 1.959964 * 0.1269961)) < 1e-6)
    #expect(abs(estimate.upper - (0.4 + 1.959964 * 0.1269961)) < 1e-6)
    #expect(abs(try #require(agreement.prevalenceIndex) - 0.1) < 1e-12)
    #expect(abs(try #require(agreement.biasIndex) + 0.1) < 1e-12)
    #expect(abs(try #require(agreement.adjustedKappa) - 0.4) < 1e-12)
  }

  /// Observed 0.75 + 0.04 + 0.10 = 0.89.
  ///
  /// By chance 0.8 x 0.8 + 0.1 x 0.05 + 0.1 x 0.15 = 0.66. Kappa 0.23 / 0.34. The error is that of
  /// the delta method, worked apart from this formula.
  @Test("kappa and its error are as worked by hand for three categories")
  func threeCategories() throws {
    let table = try #require(AgreementTable(counts: [[75, 1, 4], [5, 4, 1], [0, 0, 10]]))
    let estimate = try table.kappa.get()
    #expect(table.items == 100)
    #expect(table.agreed == 89)
    #expect(abs(estimate.expectedAgreement - 0.66) < 1e-12)
    #expect(abs(estimate.kappa - 0.23 / 0.34) < 1e-12)
    #expect(abs(estimate.standardError - 0.0877030) < 1e-6)
  }

  @Test("perfect agreement is 1 with no error; perfect disagreement of halves is -1")
  func extremes() throws {
    let perfect = try BinaryAgreement(both: 6, firstOnly: 0, secondOnly: 0, neither: 4).kappa.get()
    #expect(abs(perfect.kappa - 1) < 1e-12)
    #expect(perfect.standardError < 1e-6)
    #expect(perfect.upper <= 1)
    let opposed = try BinaryAgreement(both: 0, firstOnly: 5, secondOnly: 5, neither: 0).kappa.get()
    #expect(abs(opposed.kappa + 1) < 1e-12)
    #expect(opposed.lower == -1)
  }

  @Test("where kappa does not exist the reason is given")
  func undefined() throws {
    let same = BinaryAgreement(both: 9, firstOnly: 0, secondOnly: 0, neither: 0)
    #expect(same.kappa == .failure(.onlyOneCategoryUsed))
    #expect(same.observedAgreement == 1)
    let unused = try #require(AgreementTable(counts: [[0, 0, 0], [0, 4, 0], [0, 0, 0]]))
    #expect(unused.kappa == .failure(.onlyOneCategoryUsed))
    let none = BinaryAgreement(both: 0, firstOnly: 0, secondOnly: 0, neither: 0)
    #expect(none.kappa == .failure(.nothingCompared))
    #expect(none.prevalenceIndex == nil)
    #expect(AgreementTable(counts: [[1, 2]]) == nil)
    #expect(AgreementTable(counts: [[-1]]) == nil)
    #expect(AgreementTable(counts: [])?.kappa == .failure(.nothingCompared))
  }

  @Test("each code is a yes or a no for each comment both have coded")
  func manyCodes() throws {
    let comparison = CodingComparison(
      first: ["a": ["travel", "cost"], "b": ["travel"], "c": [], "d": ["cost"]],
      second: ["a": ["travel"], "b": ["travel", "staff"], "c": [], "e": ["cost"]],
      frame: ["travel", "cost"])
    #expect(comparison.codes == ["travel", "cost", "staff"])
    #expect(comparison.comments == ["a", "b", "c"])
    #expect(comparison.codedByOne == ["d", "e"])
    #expect(
      comparison.byCode[0] == BinaryAgreement(both: 2, firstOnly: 0, secondOnly: 0, neither: 1))
    #expect(
      comparison.byCode[1] == BinaryAgreement(both: 0, firstOnly: 1, secondOnly: 0, neither: 2))
    #expect(comparison.overall == BinaryAgreement(both: 2, firstOnly: 1, secondOnly: 1, neither: 5))
    #expect(
      comparison.disagreements.map { "\($0.comment) \($0.code) \($0.givenByFirst)" }
        == ["a cost true", "b staff false"])
    // Observed 1 + 2/3 + 2/3 = 7/3; by chance 5/9 + 2/3 + 2/3 = 17/9; (21 - 17) / (27 - 17) = 0.4.
    #expect(abs(try #require(comparison.pooledKappa) - 0.4) < 1e-12)
  }

  @Test("nothing in common gives no figures and no crash")
  func nothingInCommon() {
    let comparison = CodingComparison(first: ["a": ["x"]], second: ["b": ["x"]], frame: ["x"])
    #expect(comparison.pooledKappa == nil)
    #expect(comparison.overall.kappa == .failure(.nothingCompared))
    #expect(comparison.disagreements.isEmpty)
  }
}
