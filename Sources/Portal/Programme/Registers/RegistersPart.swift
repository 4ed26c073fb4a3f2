// SPDX-License-Identifier: Apache-2.0

/// The pages under /programme/registers and /desk/programme/registers.
struct RegistersPart: PortalPart {
  let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? { nil }
}

extension RegistersPart: ProgrammeSection {
  func programmeLinks() -> [SectionPage.Item] { [] }
}
