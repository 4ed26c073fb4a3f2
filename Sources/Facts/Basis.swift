// SPDX-License-Identifier: Apache-2.0

/// What kind of statement a figure is: what happened, what is intended, or what is believed.
public enum Basis: String, CaseIterable, Sendable {
  /// Measured after the event and reported in accounts or returns.
  case outturn
  /// Set as an intention or a target.
  case plan
  /// Expected by its author, before the event.
  case forecast
  /// Judged or extrapolated from partial evidence.
  case estimate
  /// Worked out by a model or a formula.
  case modelled
  /// Stated with no method given.
  case claimed
  /// Required or recommended by a guideline or a rule.
  case standard
  /// Counted: members, sites, groups.
  case count

  /// The basis in words that a member of the public understands.
  public var plainEnglish: String {
    switch self {
    case .outturn: "what happened"
    case .plan: "what is intended"
    case .forecast: "what was expected"
    case .estimate: "an estimate"
    case .modelled: "worked out"
    case .claimed: "stated, with no method given"
    case .standard: "a standard"
    case .count: "a count"
    }
  }
}

/// How exactly a document states a figure.
public enum Qualifier: String, CaseIterable, Sendable {
  case exactly = ""
  case about
  case over
  case under
  case upTo = "up-to"
  case atLeast = "at-least"

  /// The word that goes before the figure in a sentence, or nothing.
  public var words: String {
    switch self {
    case .exactly: ""
    case .about: "about "
    case .over: "over "
    case .under: "under "
    case .upTo: "up to "
    case .atLeast: "at least "
    }
  }
}

/// How the plan's authors came to know a stated figure.
public enum Confidence: String, CaseIterable, Sendable {
  /// Read in the document itself.
  case read
  /// Read in an excerpt of the document.
  case excerpt
  /// Seen in a search result only.
  case search
  /// Reported by a newspaper or broadcaster.
  case news
  /// Computed from open data or from other stated figures.
  case computed

  /// The label in words that a member of the public understands.
  public var plainEnglish: String {
    switch self {
    case .read: "read in the document"
    case .excerpt: "read in an excerpt of the document"
    case .search: "seen in a search result, not in the document"
    case .news: "reported in the news"
    case .computed: "computed from open data"
    }
  }
}
