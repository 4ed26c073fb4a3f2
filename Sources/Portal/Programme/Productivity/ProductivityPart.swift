// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import People
import Programme

/// The pages under /programme/productivity and /desk/programme/productivity.
struct ProductivityPart: PortalPart {
  static let root = "/programme/productivity"
  static let desk = "/desk/programme/productivity/break-glass"

  let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    let path = request.path
    if path.starts(with: ["programme", "productivity"]) {
      return try publicAnswer(Array(path.dropFirst(2)), request)
    }
    guard path.starts(with: ["desk", "programme", "productivity"]) else { return nil }
    guard path.count > 3, path[3] == "break-glass" else { throw PortalProblem.notFound }
    return try await deskAnswer(Array(path.dropFirst(4)), request, visit)
  }

  private func publicAnswer(
    _ path: [String], _ request: PortalRequest
  ) throws -> PortalAnswer {
    let isPost = request.method == .post
    if path.isEmpty, !isPost { return ProductivityIndex.page(request).answer(isPrivate: false) }
    guard path.count == 1, let name = path.first else { throw PortalProblem.notFound }
    if name == "break-glass", !isPost {
      return try BreakGlassSummary(AsOf(request, services), services).answer()
    }
    guard let tool = ProductivityTool.named(name) else { throw PortalProblem.notFound }
    return try ToolPage(tool, request).answer()
  }

  func deskLinks(for person: Person) -> [DeskLink] {
    guard person.may(.runProgramme) else { return [] }
    let waiting = (try? services.ledger.state(BreakGlassState.self).waiting.count) ?? 0
    return [
      DeskLink(
        group: "Programme", title: "Break-glass log", path: Self.desk,
        waiting: waiting == 0
          ? nil : EventWords.count(waiting, "request waits", "requests wait"))
    ]
  }
}

extension ProductivityPart: ProgrammeSection {
  func programmeLinks(_ request: PortalRequest) -> [SectionPage.Item] {
    [
      SectionPage.Item(
        link: SectionLink(text: "Productivity tools", href: Self.root),
        text: "Compare costs, prices, staffing and medicines from a table of your own."),
      SectionPage.Item(
        link: SectionLink(text: "Agency rates above the maximum", href: Self.root + "/break-glass"),
        text: "How often the partnership broke its own limit, week by week."),
    ]
  }
}

/// The page from which every tool is reached.
enum ProductivityIndex {
  static func page(_ request: PortalRequest) -> SectionPage {
    let tools = ProductivityTool.all.map { tool in
      SectionPage.Item(
        link: SectionLink(text: tool.title, href: "\(ProductivityPart.root)/\(tool.id)"),
        text: tool.question)
    }
    return SectionPage(
      title: "Productivity tools",
      answer: "Paste a table and see who pays more, by what rule, and what was left out.",
      sections: [
        SectionPage.Section(
          paragraphs: [
            "Nothing that you paste is kept: it is worked out and forgotten. The command "
              + "weald productivity does the same with a file on your own machine."
          ], items: tools),
        SectionPage.Section(
          heading: "What every tool does",
          items: [
            SectionPage.Item(text: "Says in words how the result was worked out, and from where."),
            SectionPage.Item(text: "Lists every problem of a table at once, with row and column."),
            SectionPage.Item(text: "Lists what it left out, and why."),
            SectionPage.Item(
              text: "Never sets one organisation’s lead against another’s gap. Do not add the "
                + "results of several tools: they overlap."),
          ]),
        SectionPage.Section(
          heading: "The log of agency rates",
          items: [
            SectionPage.Item(
              link: SectionLink(
                text: "Agency rates above the maximum",
                href: ProductivityPart.root + "/break-glass"),
              text: "One policy and one log for the whole partnership.")
          ]),
      ])
  }
}
