// SPDX-License-Identifier: Apache-2.0

/// The pages under /programme/measures and /desk/programme/measures.
struct MeasuresPart: PortalPart {
  let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? { nil }
}

extension MeasuresPart: ProgrammeSection {
  func programmeLinks() -> [SectionPage.Item] { [] }
}
