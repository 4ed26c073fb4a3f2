// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import People

/// The log of contacts with stakeholders, which only staff see.
struct ContactLogPart: PortalPart {
  let services: Services
  let desk: ContactLogDesk

  init(_ services: Services) {
    self.services = services
    desk = ContactLogDesk(services.data, clock: services.clock)
  }

  var today: CivilDay { LondonTime.day(services.clock()) }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    let path = request.path
    guard path.starts(with: ["desk", "contact-log"]) else { return nil }
    _ = try visit.person(who: .runConsultations)
    let isPost = request.method == .post
    switch (path.count, path.last) {
    case (2, _): return try list(request, visit)
    case (3, "export") where isPost: return try export(request, visit)
    case (3, "new"): return try await record(request, visit)
    case (3, "done") where isPost: return try await done(request, visit)
    case (3, "requests") where !isPost: return try requests(visit)
    case (4, "new") where path[2] == "requests": return try await receive(request, visit)
    case (4, "answered") where path[2] == "requests" && isPost:
      return try await answered(request, visit)
    default: throw PortalProblem.notFound
    }
  }

  func deskLinks(for person: Person) -> [DeskLink] {
    guard person.may(.runConsultations) else { return [] }
    let late = (try? desk.log())?.contacts.filter { $0.isOverdue(on: today) }.count ?? 0
    return [
      DeskLink(
        group: "Engagement", title: "Contacts with stakeholders", path: "/desk/contact-log",
        waiting: late == 0 ? nil : EventWords.count(late, "promise is late", "promises are late"))
    ]
  }

  private func done(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    try await EventOutcome.plainly {
      try await desk.keepPromise(request.fields["contact"], by: visit.author)
    }
    return .see("/desk/contact-log")
  }

  private func export(_ request: PortalRequest, _ visit: Visit) throws -> PortalAnswer {
    _ = try visit.person(who: .export)
    let (filter, errors) = Self.filter(request.fields)
    guard !errors.hasErrors else { return try list(request, visit) }
    let found = try EventOutcome.looking { try desk.find(filter) }
    return .text("text/csv; charset=utf-8", desk.table(found), name: "contact-log.csv")
  }

  /// What was chosen in the form of the list.
  static func filter(_ fields: FormFields) -> (ContactLogFilter, FormErrors) {
    var filter = ContactLogFilter()
    var errors = FormErrors()
    filter.kind = StakeholderKind(rawValue: fields["kind"])
    filter.way = ContactWay(rawValue: fields["way"])
    filter.onlyOpen = fields.all("open").contains("yes")
    filter.words = String(fields["words"].prefix(200))
    for name in ["from", "to"] where !fields[name].isEmpty && CivilDay(fields[name]) == nil {
      errors.add(name, "Enter a day, such as 14/6/2017, or leave it empty.")
    }
    filter.from = CivilDay(fields["from"])
    filter.to = CivilDay(fields["to"])
    return (filter, errors)
  }
}
