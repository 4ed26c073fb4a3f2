// SPDX-License-Identifier: Apache-2.0

extension Linter {
  /// Stated figures that nobody is named for.
  static func missingSources(_ input: LintInput) -> [Finding] {
    input.graph.facts.filter { $0.inputs.isEmpty && $0.citations.isEmpty && !isModelled($0) }
      .map { fact in
        Finding(
          rule: "missing-source", subject: fact.id.rawValue, severity: .error,
          title: "\(fact.label) (\(fact.figureText)) has no source",
          explanation: "Nobody can check a figure that does not say where it comes from. Name "
            + "the document in the column “source” and quote its words in “quotation”.",
          facts: [fact.id], places: input.places(of: [fact]))
      }
  }

  /// Figures that do not say when they are true.
  static func missingPeriods(_ input: LintInput) -> [Finding] {
    input.graph.facts.filter { $0.period == nil }.map { fact in
      Finding(
        rule: "missing-period", subject: fact.id.rawValue, severity: .error,
        title: "\(fact.label) (\(fact.figureText)) has no period",
        explanation: "A figure means little without its date. Write a financial year such as "
          + "2016-17 or a day. If the document gives none, write its date of publication "
          + "followed by a question mark.",
        facts: [fact.id], places: input.places(of: [fact]))
    }
  }

  /// Money that does not say in which year's prices it is.
  static func missingPriceBases(_ input: LintInput) -> [Finding] {
    input.graph.facts.filter { fact in
      fact.quantity.unit.isMoney && (fact.quantity.priceBase ?? "").isEmpty
    }.map { fact in
      Finding(
        rule: "missing-price-base", subject: fact.id.rawValue, severity: .warning,
        title: "\(fact.label) (\(fact.figureText)) does not say in which prices it is",
        explanation: "Money of different years cannot be added without a price base. Write "
          + "“cash” for prices of the day, or a financial year for constant prices.",
        facts: [fact.id], places: input.places(of: [fact]))
    }
  }

  /// Everything that has to be looked at again and has not been.
  static func expiredReviews(_ input: LintInput) -> [Finding] {
    input.reviews.filter { $0.reviewBy < input.asOf }.map { review in
      Finding(
        rule: "expired-review", subject: review.id, severity: .warning,
        title: "“\(review.label)” was to be reviewed by \(review.reviewBy.plainEnglish)",
        explanation: "The plan is read as on \(input.asOf.plainEnglish). "
          + (review.owner.isEmpty ? "Nobody is named as its owner. " : "\(review.owner) owns it. ")
          + "Check that it still holds, then set a new date in “review_by”.",
        places: [review.place])
    }
  }

  /// An engine may need no fact at all, for a year in which nothing happens.
  private static func isModelled(_ fact: Fact) -> Bool {
    if case .derived = fact.origin { return true }
    return false
  }
}
