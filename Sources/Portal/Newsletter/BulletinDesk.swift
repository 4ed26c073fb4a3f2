// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People

/// Where staff put bulletins together, sign them off and send them.
struct BulletinDesk {
  private let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    _ = try visit.person(who: .publish)
    let state = try services.ledger.state(BulletinState.self)
    if request.path.count == 2, request.method == .get {
      return try list(state, visit).answer(isPrivate: true)
    }
    if request.step(2) == "new", request.path.count == 3, request.method == .post {
      return try await new(request, visit)
    }
    guard let record = state.records[request.step(2)] else { throw PortalProblem.notFound }
    if request.method == .get, request.path.count == 3 {
      return try page(record, visit).answer(isPrivate: true)
    }
    guard request.method == .post, request.path.count == 4 else { throw PortalProblem.notFound }
    return try await act(request, visit, record)
  }

  private func list(_ state: BulletinState, _ visit: Visit) throws -> BlockPage {
    let subscribers = try SubscriberList(services.data).all().map(\.record)
    let records = state.all
    return BlockPage(
      title: "Newsletter desk", answer: "Subscribers now: \(subscribers.count).",
      blocks: [
        PageBlock(
          beside: services.newsletter.hasMailServer
            ? nil
            : "No mail server is set up. Each mail waits on the page “Mails that wait”, for the administrator.",
          form: .desk(
            "/desk/bulletins/new", visit, button: "Put a new newsletter together",
            token: RandomID.make(), isMain: true)),
        PageBlock(
          grid: records.isEmpty
            ? nil
            : Grid(
              "Newsletters, newest first", ["Title", "State", "Delivered#"],
              records.map {
                [$0.draft.title, $0.stateLabel, $0.counts.map { "\($0.delivered)" } ?? "Not yet"]
              }, links: records.map { "/desk/bulletins/\($0.id)" })),
        PageBlock("Who gets it", grid: SubscriberCounts(services, subscribers).grid),
      ])
  }

  private func new(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    let now = services.clock()
    let draft = BulletinDraft(
      title: "\(services.plan.title): \(NewsDates.month(written: NewsDates.month(now)))",
      introduction: "", items: try collected())
    let receipt = try await services.ledger.append(
      BulletinEvent.drafted(draft),
      subject: NewsDates.month(now) + "-" + RandomID.make().prefix(5), by: visit.author,
      token: request.token("bulletin"))
    return .see("/desk/bulletins/\(receipt.entry.subject)")
  }

  private func collected() throws -> [BulletinItem] {
    let now = services.clock()
    return BulletinRules.items(
      plan: services.plan, consultations: try services.ledger.state(ConsultationState.self),
      news: try services.ledger.state(NewsState.self),
      library: try services.ledger.state(LibraryState.self).library(services.plan),
      events: try services.newsletter.upcomingEvents(now), at: now)
  }

  private func act(
    _ request: PortalRequest, _ visit: Visit, _ record: BulletinRecord
  ) async throws -> PortalAnswer {
    let path = "/desk/bulletins/\(record.id)"
    switch request.step(3) {
    case "send": return try await send(request, visit, record)
    case "edit":
      let (draft, errors) = BulletinFields.draft(request.fields, record.draft)
      if errors.hasErrors {
        return try page(record, visit, request.fields, errors).answer(isPrivate: true)
      }
      try await append(record, visit) { () throws(PublicationError) in
        try BulletinRules.edit(record, to: draft)
      }
    case "collect":
      var draft = record.draft
      draft.items = try collected()
      let fresh = draft
      try await append(record, visit) { () throws(PublicationError) in
        try BulletinRules.edit(record, to: fresh)
      }
    case "sign-off":
      try await append(record, visit) { () throws(PublicationError) in
        try BulletinRules.signOff(record)
      }
    default: throw PortalProblem.notFound
    }
    return .see(path)
  }

  private func append(
    _ record: BulletinRecord, _ visit: Visit,
    _ rule: () throws(PublicationError) -> BulletinEvent
  ) async throws {
    let event = try allowed(rule)
    try await services.ledger.append(event, subject: record.id, by: visit.author)
  }

  /// Notes who is to get it, and goes on in the background; the page says how far it has come.
  private func send(
    _ request: PortalRequest, _ visit: Visit, _ record: BulletinRecord
  ) async throws -> PortalAnswer {
    _ = try allowed { () throws(PublicationError) in try BulletinRules.sendable(record) }
    let delivery = BulletinDelivery(services.data, mail: services.newsletter.mail)
    try await delivery.begin(record.id, origin: request.origin, by: visit.author)
    Task { try await delivery.goOn(record.id) }
    return .see("/desk/bulletins/\(record.id)")
  }

  private func page(
    _ record: BulletinRecord, _ visit: Visit, _ typed: FormFields? = nil,
    _ errors: FormErrors = FormErrors()
  ) throws -> BlockPage {
    let base = "/desk/bulletins/\(record.id)"
    var blocks = [PageBlock(paragraphs: try state(record))]
    if record.signedOffOn == nil {
      let values = typed ?? BulletinFields.values(record.draft)
      blocks += [
        PageBlock(
          "Edit",
          form: .desk(
            base + "/edit", visit, BulletinFields.fields(values, record.draft, errors),
            button: "Save")),
        PageBlock(
          "Collect again",
          form: .desk(
            base + "/collect", visit, button: "Collect the items again",
            lead: "This puts all the items of the month back in, in the first order.")),
        PageBlock(
          "Sign off",
          form: .desk(
            base + "/sign-off", visit, button: "Sign off",
            lead: "You answer for it then. It cannot be edited after that.", isMain: true)),
      ]
    } else if record.sentOn == nil {
      let isBegun = record.sendingBeganOn != nil
      blocks.append(
        PageBlock(
          isBegun ? "Go on" : "Send",
          form: .desk(
            base + "/send", visit, button: isBegun ? "Go on sending" : "Send it now",
            lead: "Each subscriber gets it once, however often you press.", isMain: true)))
    }
    blocks.append(PageBlock("How it reads", prose: services.prose(record.draft.introduction)))
    blocks += BulletinPages(services).sections(record.draft.items)
    if record.sendingBeganOn != nil {
      blocks.append(
        PageBlock(links: [.init("The page that everybody sees", "/bulletins/\(record.id)")]))
    }
    return BlockPage(
      title: record.draft.title, pageKind: "Newsletter desk", errors: errors, blocks: blocks)
  }

  private func state(_ record: BulletinRecord) throws -> [String] {
    if let counts = record.counts {
      return [
        "Sent on \(NewsDates.time(record.sentOn ?? record.draftedOn)). Delivered: \(counts.delivered). "
          + "Nothing they asked for in it: \(counts.nothingForThem). Not delivered: \(counts.notDelivered)."
      ]
    }
    guard record.sendingBeganOn != nil else { return ["State: \(record.stateLabel)."] }
    let count = try BulletinDelivery(services.data, mail: services.newsletter.mail).count(record.id)
    return ["Being sent. Tried so far: \(count.tried). Still waiting: \(count.waiting)."]
  }
}
