// SPDX-License-Identifier: Apache-2.0

import Options

/// Published results about outcomes that the options engine works out.
enum OptionsCases {
  static var all: [ValidationCase] { [noEffect, odds].compactMap { $0 } }

  private static var noEffect: ValidationCase? {
    guard let minutes = (try? ThrombolysisBenefit())?.minutesToNoEffect else { return nil }
    return ValidationCase(
      id: "thrombolysis-no-effect", engine: "Options",
      result: "Hours after onset at which clot-busting treatment no longer helps",
      source: "Emberson and others, Lancet 2014;384:1929", theirs: 6.3, ours: minutes / 60,
      unit: "hours", tolerance: 0.05, explanation: "", test: "ThrombolysisBenefitTests")
  }

  private static var odds: ValidationCase? {
    guard let ratio = (try? ThrombolysisBenefit())?.oddsRatio(onsetToTreatment: 225) else {
      return nil
    }
    return ValidationCase(
      id: "thrombolysis-odds-later", engine: "Options",
      result: "Odds ratio of a good outcome, treated between 3 and 4.5 hours",
      source: "Emberson and others, Lancet 2014;384:1929", theirs: 1.26, ours: ratio,
      unit: "ratio", tolerance: 0.005,
      explanation: "theirs is an average over everybody treated in that window, ours the curve at "
        + "its middle; the published interval is 1.05 to 1.51",
      test: "ThrombolysisBenefitTests")
  }
}
