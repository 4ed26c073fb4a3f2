// SPDX-License-Identifier: Apache-2.0

import Ledger

/// The responses of a consultation whose words many others sent as well.
enum CampaignMembers {
  static func of(_ consultation: String, _ ledger: Ledger) throws -> Set<String> {
    let campaigns = try ledger.state(ModerationState.self).campaigns(of: consultation)
    return Set(campaigns.flatMap(\.members))
  }
}
