// SPDX-License-Identifier: Apache-2.0

/// The pages under /programme/papers and /desk/programme/papers.
struct PapersPart: PortalPart {
  let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? { nil }
}

extension PapersPart: ProgrammeSection {
  func programmeLinks() -> [SectionPage.Item] { [] }
}
