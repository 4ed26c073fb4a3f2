// SPDX-License-Identifier: Apache-2.0

/// The rules that moderators follow, as they are published.
public enum ModerationRules {
  /// What moderators do, in plain words.
  public static let text: [String] = [
    "We publish a response only when the person who sent it agreed to that.",
    "We publish no names and no contact details. Each response has a number of its own.",
    "Answers to questions with boxes to tick are published as they are.",
    "A person reads every answer that is in somebody’s own words before it is published.",
    "We do not remove words because we disagree with them, or because they criticise us.",
    "Spelling stays as it was written. We never change a word; we can only remove words.",
    "Where we remove words, the page says so and says why.",
    "Removed words stay on file in the office. Those who decide read them in full.",
    "When many people send nearly the same words, we count every one and show the words once.",
    "Every decision is recorded with the account that made it. A decision can be changed; the "
      + "earlier one stays on record.",
  ]

  /// What each reason means.
  public static func meaning(_ reason: RemovalReason) -> String {
    switch reason {
    case .personalData: "It says who the writer is, or where to find them."
    case .otherPerson: "It tells something private about somebody else."
    case .abusive: "It threatens or insults a person or a group."
    case .defamatory:
      "It says something about a person or a firm that could harm them and is not shown to be true."
    case .unlawful: "Publishing it could break the law, or a court order."
    case .commercial: "It advertises something."
    }
  }
}
