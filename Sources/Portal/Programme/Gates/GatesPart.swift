// SPDX-License-Identifier: Apache-2.0

/// The pages under /programme/gates and /desk/programme/gates.
struct GatesPart: PortalPart {
  let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? { nil }
}

extension GatesPart: ProgrammeSection {
  func programmeLinks() -> [SectionPage.Item] { [] }
}
