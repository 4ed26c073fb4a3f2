// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger

/// What has to be done from time to time without anybody asking.
///
/// Nothing here may stop the site: what cannot be done now is done next time.
struct Housekeeping: Sendable {
  private let services: Services

  init(_ services: Services) { self.services = services }

  /// Goes on with what was interrupted when the program stopped.
  func takeUp() async {
    try? await BulletinDelivery(services.data, mail: services.newsletter.mail).resume()
  }

  /// Destroys keys of consultations that have ended, and removes what is too old to be kept.
  func tidy() async {
    let now = services.clock()
    let desk = ConsultationDesk(data: services.data, plan: services.plan)
    for ended in (try? await desk.settle(at: now)) ?? [] {
      await services.connections.forget(ended)
    }
    if let consultations = try? services.ledger.state(ConsultationState.self) {
      _ = try? await ResponseDrafts(services.data.drafts).purge(
        daysAfterTheEnd: 28, consultations: consultations, at: now)
    }
    try? await ThemeSubscriptions(services.data.contacts, clock: services.clock, mail: { _ in })
      .sweep()
    _ = try? await EventDesk(services.data, clock: services.clock)
      .purgeBookings(by: .program)
  }
}
