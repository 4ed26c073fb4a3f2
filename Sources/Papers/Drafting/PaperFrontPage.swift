// SPDX-License-Identifier: Apache-2.0

import Programme

/// The first page: what each chapter comes to, and what is asked.
enum PaperFrontPage {
  static func chapter(_ paper: Paper) -> PaperChapter {
    var page = PaperChapter(id: "summary", heading: "The position in one page")
    let asks = paper.chapters.flatMap(\.asks)
    if !asks.isEmpty {
      page.blocks.append(.subheading(PaperText(segments: [.words(asked(paper))])))
      page.blocks.append(.list(asks))
    }
    let rows = paper.chapters.flatMap { chapter in
      chapter.headlines.enumerated().map { place, line in
        PaperRow(
          "\(chapter.id)-\(place)",
          [
            PaperText(segments: [.pointer(line.topic, chapter: chapter.id)]),
            PaperText(segments: [.words(line.standing.label)]), line.text,
          ])
      }
    }
    if !rows.isEmpty {
      page.blocks.append(
        .table(
          PaperTable(
            id: "summary", caption: "Where things stand",
            columns: ["What", "How it stands", "In short"], rows: rows, isTracked: false)))
    }
    if page.blocks.isEmpty {
      page.blocks.append(.paragraph("Nothing was reported by this day."))
    }
    return page
  }

  private static func asked(_ paper: Paper) -> String {
    switch paper.kind {
    case .board: "What the board is asked"
    case .highlight: "What this workstream asks"
    case .scrutiny: "What the committee is asked"
    case .regulator, .stocktake: "What is asked"
    }
  }
}
