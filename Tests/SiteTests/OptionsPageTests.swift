// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlanPackage
import Site
import Testing

private let folder =
  URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().path + "/Plans/kent-and-medway"

@Suite struct `The pages of options` {
  /// Made once, since it works out every scenario.
  private static let site = Result { try LiveSite(PlanReader(folder: folder)) }
  private let live: LiveSite

  init() throws { live = try Self.site.get() }

  private func page(_ path: String, scenario: String? = nil) -> String {
    String(decoding: live.answer(path: path, scenario: scenario, query: nil).bytes, as: UTF8.self)
  }

  private func status(_ path: String) -> Int {
    live.answer(path: path, scenario: nil, query: nil).status
  }

  @Test func `turn a site off by a plain link`() {
    let b = page("/options/stroke/sites/darent-valley+maidstone+william-harvey")
    #expect(b.contains("Option B"))
    #expect(b.contains("href=\"/options/stroke/sites/darent-valley+william-harvey\""))
    #expect(b.contains("Close Maidstone"))
    let without = page("/options/stroke/sites/darent-valley+william-harvey")
    #expect(without.contains("Open Maidstone"))
    #expect(!without.contains("<script"))
  }

  @Test func `give a set the same page in whatever order its sites are named`() {
    #expect(
      page("/options/stroke/sites/william-harvey+maidstone+darent-valley")
        == page("/options/stroke/sites/darent-valley+maidstone+william-harvey"))
  }

  @Test(arguments: [
    "/options/stroke/sites/nowhere", "/options/stroke/sites/", "/options/stroke/sites/basildon",
    "/options/stroke/sites/maidstone/no-such-travel", "/options/none", "/options/stroke/compare/b",
    "/options/stroke/sites/maidstone/congested/1066",
  ])
  func `say that there is no such page`(path: String) { #expect(status(path) == 404) }

  @Test func `let a named option's numbers be asked, and nobody's else`() {
    let named = page("/options/stroke/sites/b")
    #expect(named.contains("/facts/options.stroke.b.mean-minutes.free-flow"))
    let unnamed = page("/options/stroke/sites/maidstone")
    #expect(!unnamed.contains("/facts/options.stroke.b.mean-minutes"))
    #expect(unnamed.contains("How this is worked out"))
  }

  @Test func `say in words which of two is better`() {
    let comparison = page("/options/stroke/compare/six-sites/b")
    #expect(comparison.contains("minutes more <span class=\"worse\">✗ worse</span>"))
    #expect(comparison.contains("side by side"))
  }

  @Test func `tell why every set fell`() {
    let elimination = page("/options/stroke/elimination")
    #expect(elimination.contains("127 sets of sites are possible"))
    #expect(elimination.contains("Inferred from what was chosen"))
  }

  @Test func `say what would have to be true, and that weights illustrate`() {
    let appraisal = page("/options/stroke/appraisal")
    #expect(appraisal.contains("What would have to be true"))
    #expect(appraisal.contains("The weights here illustrate"))
    #expect(appraisal.contains("It comes first now."))
  }

  @Test func `on files lead only where there is a file`() throws {
    let files = try StaticSite(PlanReader(folder: folder))
    let known = Set(files.paths)
    #expect(known.contains("/options/stroke/sites/darent-valley+maidstone+william-harvey"))
    let html = String(decoding: files.file("/options/stroke/elimination").bytes, as: UTF8.self)
    let links = html.matches(of: #/href="[^"]*sites\/([^"\/]*)\.html"/#).map { String($0.output.1) }
    #expect(!links.isEmpty)
    #expect(links.allSatisfy { known.contains("/options/stroke/sites/" + $0) })
  }
}
