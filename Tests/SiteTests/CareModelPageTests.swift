// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlanPackage
import Site
import Testing

private let folder =
  URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().path + "/Plans/kent-and-medway"

@Suite struct `The pages of local care` {
  private static let site = Result { try LiveSite(PlanReader(folder: folder)) }
  private static let areas = [
    "ashford", "canterbury-and-coastal", "dartford-gravesham-and-swanley", "medway",
    "south-kent-coast", "swale", "thanet", "west-kent",
  ]
  private let live: LiveSite

  init() throws { live = try Self.site.get() }

  private func page(_ path: String) -> String {
    String(decoding: live.answer(path: path, scenario: nil, query: nil).bytes, as: UTF8.self)
  }

  private func status(_ path: String) -> Int {
    live.answer(path: path, scenario: nil, query: nil).status
  }

  @Test func `lead to every area, and the header leads to them`() {
    let index = page("/local-care")
    for area in Self.areas { #expect(index.contains("href=\"/local-care/areas/\(area)\"")) }
    #expect(page("/").contains("href=\"/local-care\""))
  }

  @Test(arguments: areas)
  func `have figures of an area that explain themselves`(area: String) {
    let text = page("/local-care/areas/\(area)")
    for fact in [
      "population.registered.\(area).2016-17", "population.aged-65.\(area).2017",
      "team.care-navigators.needed.\(area)", "rooms.contact-rooms.needed.\(area)",
      "case.net.\(area).2020-21",
    ] {
      #expect(text.contains("href=\"/facts/\(fact)\""), "\(fact)")
      #expect(status("/facts/\(fact)") == 200, "\(fact)")
    }
    #expect(text.contains("was not published"))
  }

  @Test func `give a reason for each difference, and say where none was read`() {
    #expect(page("/local-care/areas/west-kent").contains("The plan was at that stage"))
    #expect(
      page("/local-care/areas/thanet")
        .contains("No published difference was read; the core model stands."))
    let all = page("/local-care/differences")
    #expect(all.contains("The Encompass vanguard began in 2015"))
    #expect(all.contains("not stated"))
  }

  @Test func `notice that eight clusters are fewer than the band asks for in west Kent`() {
    #expect(page("/local-care/differences").contains("The published papers do not agree"))
    #expect(!page("/local-care/areas/swale").contains("The published papers do not agree"))
  }

  @Test func `say what would have to be true, with what was measured beside what is hoped`() {
    let text = page("/local-care/case")
    for fact in [
      "case.break-even.2020-21", "local-care.effect.emergency-admissions",
      "case.net.as-measured.2020-21", "assumption.case.ward",
    ] {
      #expect(text.contains("href=\"/facts/\(fact)\""), "\(fact)")
    }
    #expect(text.contains("integrated care"))
    #expect(text.contains("made up by a program"))
    #expect(!text.contains("<script"))
  }

  @Test(arguments: ["/local-care/areas/nowhere", "/local-care/areas", "/local-care/case/x"])
  func `are not there under other names`(path: String) { #expect(status(path) == 404) }
}
