// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import Papers
import People
import Programme

extension PapersPart {
  /// The kinds of paper, and those that were issued by the day.
  func list(_ request: PortalRequest) throws -> PortalAnswer {
    let asOf = AsOf(request, services)
    guard services.papers != nil else { throw PortalProblem.notFound }
    let state = try asOf.state(PaperState.self, services.ledger)
    let kinds = PaperKind.allCases.filter(\.isPublic).map { kind in
      SectionPage.Item(
        link: SectionLink(text: kind.label, href: "/programme/papers/\(kind)\(asOf.query)"),
        text: kind.purpose)
    }
    var issued = SectionPage.Section(heading: "Issued")
    let papers = state.issued.reversed().filter { $0.paper.kind.isPublic }
    if papers.isEmpty {
      issued.paragraphs = ["No paper had been issued by this day."]
    } else {
      issued.grids = [
        Grid(
          "Papers issued, the latest first",
          ["Paper", "Position at the end of", "Issued", "State"],
          papers.map {
            [
              name($0.paper), $0.paper.day.text, CivilDay($0.on).text,
              $0.withdrawal == nil ? "Issued" : "Withdrawn",
            ]
          }, links: papers.map { "/programme/papers/issued/\($0.paper.id)" })
      ]
    }
    return SectionPage(
      title: "Papers of the programme",
      answer:
        "Each is drafted from the record. No figure is typed by hand, and each can be asked where it comes from.",
      notice: asOf.notice,
      sections: [
        SectionPage.Section(heading: "Drafts, as of any day", items: kinds), issued,
        asOf.section("/programme/papers"),
      ]
    ).answer(isPrivate: false)
  }

  /// A paper as it would be now, or as of a day; with an ending, the file of it.
  func draft(_ name: String, _ request: PortalRequest, _ visit: Visit) throws -> PortalAnswer {
    let halves = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard let maker = services.papers, let kind = PaperKind(rawValue: halves.first ?? "") else {
      throw PortalProblem.notFound
    }
    if !isShown(kind, visit) { _ = try visit.person(who: .runProgramme) }
    let asOf = AsOf(request, services)
    let workstream = request.query["workstream"]
    if kind.needsWorkstream, workstream.isEmpty {
      guard halves.count == 1 else { throw PortalProblem.notFound }
      return workstreams(kind, maker, asOf)
    }
    var order = PaperOrder(
      kind, day: asOf.day, workstream: kind.needsWorkstream ? workstream : nil)
    // A day that is not before the paper's is no reason to show nothing.
    order.since = CivilDay(request.query["since"]).flatMap { $0 < asOf.day ? $0 : nil }
    let paper: Paper
    do {
      paper = try maker.paper(order, from: services.data)
    } catch is PaperProblem {
      throw PortalProblem.notFound
    }
    return halves.count == 2
      ? try file(paper, order, halves[1]) : page(paper, order, asOf, kind)
  }

  private func file(_ paper: Paper, _ order: PaperOrder, _ ending: String) throws -> PortalAnswer {
    let name = "\(order.fileName).\(ending)"
    switch ending {
    case "html": return .text("text/html; charset=utf-8", PaperHTML(paper).file(), name: name)
    case "xlsx":
      return .file(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        try PaperWorkbook(paper).bytes(), name: name)
    case "json": return .file("application/json", try PaperDocument(paper).bytes(), name: name)
    default: throw PortalProblem.notFound
    }
  }

  private func page(
    _ paper: Paper, _ order: PaperOrder, _ asOf: AsOf, _ kind: PaperKind
  ) -> PortalAnswer {
    let root = "/programme/papers/\(kind)"
    let hidden = order.workstream.map { [("workstream", $0)] } ?? []
    let query =
      "?as-of=\(order.day.iso)" + (order.workstream.map { "&workstream=\($0)" } ?? "")
      + (order.since.map { "&since=\($0.iso)" } ?? "")
    let title = "\(paper.title), \(paper.day.text)"
    let head = SectionPage(
      title: title, notice: asOf.notice,
      links: [
        SectionLink(text: "All papers", href: "/programme/papers"),
        SectionLink(text: "As a file (HTML)", href: "\(root).html\(query)"),
        SectionLink(text: "Tables (XLSX)", href: "\(root).xlsx\(query)"),
        SectionLink(text: "Data (JSON)", href: "\(root).json\(query)"),
      ])
    var tail = SectionPage(title: "", sections: [asOf.section(root, keeping: hidden)])
    tail.sections[0].heading = "Another day for this paper"
    return PaperPage(head: head, body: PaperHTML(paper).body(), tail: tail)
      .answer(isPrivate: !kind.isPublic)
  }

  private func workstreams(_ kind: PaperKind, _ maker: PaperMaker, _ asOf: AsOf) -> PortalAnswer {
    let items = maker.workstreams.map {
      SectionPage.Item(
        link: SectionLink(
          text: $0.name,
          href: "/programme/papers/\(kind)?workstream=\($0.id)&as-of=\(asOf.day.iso)"),
        text: "")
    }
    return SectionPage(
      title: kind.label, answer: "Choose a workstream.", notice: asOf.notice,
      sections: [
        SectionPage.Section(items: items), asOf.section("/programme/papers/\(kind)"),
      ]
    ).answer(isPrivate: false)
  }

  /// A paper as it was issued.
  func issued(_ id: String, _ visit: Visit) throws -> PortalAnswer {
    guard let issued = try services.ledger.state(PaperState.self).issue(id),
      isShown(issued.paper.kind, visit)
    else { throw PortalProblem.notFound }
    let paper = issued.paper
    guard let file = try services.ledger.content(paper.file.id) else {
      throw PortalProblem(
        410, "This paper was erased",
        "The record says that it was issued on \(CivilDay(issued.on).text), and its text was erased since."
      )
    }
    var head = SectionPage(
      title: "\(name(paper)), \(paper.day.text)",
      links: [SectionLink(text: "All papers", href: "/programme/papers")])
    head.notice = try issued.withdrawal.map {
      "Withdrawn: \(try services.ledger.content($0.id) ?? "the reason was erased")"
    }
    let certificate = SectionPage.Section(
      heading: "Issued",
      paragraphs: [
        "Issued on \(CivilDay(issued.on).text), and recorded in entry \(issued.sequence).",
        "The file as issued has the SHA-256 digest \(paper.digest).",
      ])
    return PaperPage(
      head: head, body: PaperPage.body(of: file),
      tail: SectionPage(title: "", sections: [certificate])
    ).answer(isPrivate: !paper.kind.isPublic)
  }
}
