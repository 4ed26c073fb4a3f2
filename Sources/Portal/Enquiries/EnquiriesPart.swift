// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People

/// Enquiries, requests for a speaker, questions about words, and the table of campaigns.
struct EnquiriesPart: PortalPart {
  let services: Services

  init(_ services: Services) { self.services = services }

  func deskLinks(for person: Person) -> [DeskLink] {
    var links: [DeskLink] = []
    if person.may(.runConsultations) {
      links.append(
        DeskLink(group: "Public", title: "Enquiries", path: "/desk/enquiries", waiting: waiting))
      links.append(
        DeskLink(group: "Public", title: "Words to explain", path: "/desk/enquiries/ask"))
    }
    if person.may(.publish) {
      links.append(DeskLink(group: "Publishing", title: "Campaigns", path: "/desk/campaigns"))
    }
    return links
  }

  private var waiting: String? {
    guard let state = try? services.ledger.state(EnquiryState.self) else { return nil }
    let open = state.inOrder.filter(\.isWaiting)
    let late = open.count { services.enquiryTargets.isOverdue($0, at: services.clock()) }
    guard !open.isEmpty else { return nil }
    return "\(open.count) to answer, \(late) overdue"
  }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    if request.isUnder("contact") { return try await ContactPages(services).answer(request) }
    if request.isUnder("ask") { return try await AskPages(services).answer(request) }
    if request.isUnder("desk", "enquiries", "ask") {
      return try await AskDesk(services).answer(request, visit)
    }
    if request.isUnder("desk", "enquiries") {
      return try await EnquiryDesk(services).answer(request, visit)
    }
    if request.isUnder("desk", "campaigns") {
      return try await CampaignDesk(services).answer(request, visit)
    }
    return nil
  }
}
