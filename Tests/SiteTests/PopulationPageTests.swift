// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlanPackage
import Site
import Testing

private let folder =
  URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().path + "/Tests/Fixtures/tiny"

@Suite struct `The pages of segments and prevention` {
  private static let site = Result { try LiveSite(PlanReader(folder: folder)) }
  private static let files = Result { try StaticSite(PlanReader(folder: folder)) }
  private let live: LiveSite

  init() throws { live = try Self.site.get() }

  private func page(_ path: String) -> String {
    String(decoding: live.answer(path: path, scenario: nil, query: nil).bytes, as: UTF8.self)
  }

  @Test func `are among the files of the site, without script or style`() throws {
    let paths = try Self.files.get().paths
    for path in ["/local-care/segments", "/local-care/prevention"] {
      #expect(paths.contains(path))
      let html = page(path)
      #expect(!html.contains("<script") && !html.contains(" style="))
      #expect(!html.contains("<th scope=\"col\"></th>"))
    }
  }

  @Test func `say that the people are made up, and that they add up`() {
    let html = page("/local-care/segments")
    #expect(html.contains("<strong>Synthetic.</strong>"))
    #expect(html.contains("add up to its list exactly"))
    #expect(html.contains("href=\"/facts/segment.older-complex.people.town\""))
    #expect(html.contains("href=\"/facts/register.list.town\""))
  }

  @Test func `give no number to a programme whose effect nobody read`() {
    let html = page("/local-care/prevention")
    #expect(html.contains("href=\"/facts/prevention.walks.changing\""))
    #expect(html.contains("What talks do."))
    #expect(!html.contains("prevention.talks"))
  }

  @Test func `lead only to figures that are there`() throws {
    for path in ["/local-care/segments", "/local-care/prevention"] {
      for match in page(path).matches(of: #/href="(\/[^"#?]*)"/#) {
        let link = String(match.1)
        #expect(live.answer(path: link, scenario: nil, query: nil).status == 200, "\(link)")
      }
    }
  }

  @Test(arguments: ["/local-care/segments/none", "/local-care/prevention/none"])
  func `say that there is no such page`(path: String) {
    #expect(live.answer(path: path, scenario: nil, query: nil).status == 404)
  }
}
