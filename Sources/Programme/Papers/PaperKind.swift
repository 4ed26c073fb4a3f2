// SPDX-License-Identifier: Apache-2.0

/// A kind of paper that is drafted from the record.
public enum PaperKind: String, Codable, Sendable, CaseIterable {
  /// The pack for the board of the programme: a page for the chair, then the detail.
  case board
  /// The highlight report of one workstream.
  case highlight
  /// A paper for a scrutiny committee of councillors, in plain English.
  case scrutiny
  /// A return for the regulators: tables.
  case regulator
  /// Every workstream, gate and benefit, and what is not reported.
  case stocktake

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .board: "Board pack"
    case .highlight: "Highlight report"
    case .scrutiny: "Scrutiny committee paper"
    case .regulator: "Regulator return"
    case .stocktake: "Stocktake"
    }
  }

  /// What it is for, in one sentence.
  public var purpose: String {
    switch self {
    case .board:
      "For the chair and the board: one page of what matters now, then the detail behind it."
    case .highlight:
      "For the programme office and the lead of one workstream: what was done, what is next, what is asked."
    case .scrutiny:
      "For councillors who examine the plans: why, what, who decides when, and what people said."
    case .regulator: "For NHS England and NHS Improvement: the position in tables."
    case .stocktake:
      "For everybody in the programme: every workstream side by side, and what nobody has reported."
    }
  }

  /// Whether anybody may read a draft of it; the return to the regulators is for staff until they
  /// publish it.
  public var isPublic: Bool { self != .regulator }

  /// Whether it is about one workstream, which has to be named.
  public var needsWorkstream: Bool { self == .highlight }
}
