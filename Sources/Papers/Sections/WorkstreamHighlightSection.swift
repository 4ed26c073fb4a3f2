// SPDX-License-Identifier: Apache-2.0

import PlanPackage

/// One workstream as documents describe it: what it is for, what was done, what comes next.
struct WorkstreamHighlightSection: PaperSection {
  func chapter(_ source: PaperSource) -> PaperChapter? {
    guard let workstream = source.workstream else { return nil }
    var chapter = PaperChapter(id: "workstream", heading: "The workstream in the plan")
    if !workstream.aim.isEmpty {
      chapter.blocks.append(.paragraph(PaperText(name: workstream.aim)))
    }
    let parts: [(WorkstreamItemRow.Kind, PaperText)] = [
      (.objective, "Objectives"), (.done, "Done"), (.next, "Next"), (.heard, "What people said"),
    ]
    for (kind, heading) in parts {
      let items = WorkstreamItems.known(kind, of: workstream, source)
      guard !items.isEmpty else { continue }
      chapter.blocks.append(.subheading(heading))
      chapter.blocks.append(.list(items.map { WorkstreamItems.text($0, source) }))
    }
    chapter.blocks += PaperProse(source: source).blocks(page: "workstreams/\(workstream.id)")
    return chapter
  }
}
