// SPDX-License-Identifier: Apache-2.0

/// The page of the programme, from which every part of it is reached.
struct ProgrammePart: PortalPart {
  let services: Services
  private let sections: [any ProgrammeSection]

  /// The parts of the programme, in the order in which its page names them.
  static let kinds: [any ProgrammeSection.Type] = [
    TimelinePart.self,
    GatesPart.self,
    DecisionsPart.self,
    MeetingsPart.self,
    SavingsPart.self,
    ProductivityPart.self,
    MeasuresPart.self,
    ResourcingPart.self,
    RegistersPart.self,
    PapersPart.self,
  ]

  init(_ services: Services) {
    self.services = services
    sections = ProgrammePart.kinds.map { $0.init(services) }
  }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    guard request.path == ["programme"], request.method == .get else { return nil }
    var section = SectionPage.Section()
    section.items = try sections.flatMap { try $0.programmeLinks() }
    return SectionPage(
      title: "The programme",
      answer: "What is planned, what is decided and by whom, what is saved, and what is late.",
      sections: [section]
    ).answer(isPrivate: false)
  }
}
