// SPDX-License-Identifier: Apache-2.0

public import Programme

/// One section of papers: from what is known to a chapter.
///
/// To add one, write a type in `Sources/Papers/Sections` and name it in `PaperContents.sections`.
public protocol PaperSection: Sendable {
  /// The chapter, or nil when the section has nothing to say of this source.
  ///
  /// - Throws: what reading the record throws.
  func chapter(_ source: PaperSource) throws -> PaperChapter?
}

/// Which sections stand in which kind of paper, in order.
public enum PaperContents {
  /// The sections of a kind of paper.
  public static func sections(of kind: PaperKind) -> [any PaperSection] {
    switch kind {
    case .board: board
    case .highlight: highlight
    case .scrutiny: scrutiny
    case .regulator: regulator
    case .stocktake: stocktake
    }
  }

  private static let board: [any PaperSection] = [
    TimelinePaperSection(), GatePaperSection(), DecisionPaperSection(), RiskPaperSection(),
    SavingsPaperSection(), MeasurePaperSection(), ActionPaperSection(), StatusPaperSection(),
    EngagementPaperSection(), MilestonePaperSection(), MoneyPaperSection(),
  ]

  private static let highlight: [any PaperSection] = [
    StatusPaperSection(), TimelinePaperSection(), RiskPaperSection(), ActionPaperSection(),
    MeasurePaperSection(), SavingsPaperSection(), WorkstreamHighlightSection(),
  ]

  private static let scrutiny: [any PaperSection] = [
    ScrutinyWhySection(), ScrutinyWhatSection(), GatePaperSection(), DecisionPaperSection(),
    EngagementPaperSection(), MilestonePaperSection(), MoneyPaperSection(),
  ]

  private static let regulator: [any PaperSection] = [
    SavingsPaperSection(), TimelinePaperSection(), GatePaperSection(), MeasurePaperSection(),
    RiskPaperSection(), MoneyPaperSection(),
  ]

  private static let stocktake: [any PaperSection] = [
    StatusPaperSection(), TimelinePaperSection(), GatePaperSection(), SavingsPaperSection(),
    BenefitPaperSection(), ResourcePaperSection(), WorkstreamPaperSection(),
    MilestonePaperSection(), MoneyPaperSection(),
  ]
}
