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
    case .board:
      [
        MilestonePaperSection(), EngagementPaperSection(), MoneyPaperSection(),
        WorkstreamPaperSection(),
      ]
    case .highlight: [WorkstreamHighlightSection()]
    case .scrutiny:
      [
        ScrutinyWhySection(), ScrutinyWhatSection(), EngagementPaperSection(),
        MilestonePaperSection(), MoneyPaperSection(),
      ]
    case .regulator: [MoneyPaperSection(), MilestonePaperSection()]
    case .stocktake: [WorkstreamPaperSection(), MilestonePaperSection(), MoneyPaperSection()]
    }
  }
}
