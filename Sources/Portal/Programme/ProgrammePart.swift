// SPDX-License-Identifier: Apache-2.0

/// The page of the programme, from which every part of it is reached.
struct ProgrammePart: PortalPart {
  let services: Services
  private let sections: [any ProgrammeSection]

  /// The parts of the programme, in the order in which its page names them.
  static let kinds: [any ProgrammeSection.Type] = [
    TimelinePart.self, GatesPart.self, DecisionsPart.self, MeetingsPart.self, SavingsPart.self,
    MeasuresPart.self, ResourcingPart.self, RegistersPart.self, PapersPart.self,
    ProductivityPart.self, LabPart.self,
  ]

  init(_ services: Services) {
    self.services = services
    sections = ProgrammePart.kinds.map { $0.init(services) }
  }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    guard request.path == ["programme"], request.method == .get else { return nil }
    let asOf = AsOf(request, services)
    var section = SectionPage.Section()
    section.items = try sections.flatMap { try $0.programmeLinks(request) }.map { item in
      var kept = item
      kept.link = item.link.map { SectionLink(text: $0.text, href: $0.href + asOf.query) }
      return kept
    }
    return SectionPage(
      title: "How the programme is going",
      answer: "What is planned and what is late, what is decided and by whom, what is saved.",
      notice: asOf.notice, sections: [section, asOf.section("/programme")]
    ).answer(isPrivate: false)
  }
}
