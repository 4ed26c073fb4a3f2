// SPDX-License-Identifier: Apache-2.0

/// The pages under /programme/savings and /desk/programme/savings.
struct SavingsPart: PortalPart {
  let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? { nil }
}

extension SavingsPart: ProgrammeSection {
  func programmeLinks() -> [SectionPage.Item] { [] }
}
