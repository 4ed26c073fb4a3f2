// SPDX-License-Identifier: Apache-2.0

import Assessment
public import Engagement
import Foundation
public import Ledger
public import Mail
import Papers
public import People
public import PlanPackage
import Portal
import Programme

/// What a site needs to take responses, bookings and questions, and to let staff sign in.
public struct LiveData: Sendable {
  /// The folder of what happens to the plan.
  public let data: DataFolder
  /// The scheme and host under which people read the site.
  public let origin: String
  /// Whether another server stands in front, and says in `X-Forwarded-For` who is asking.
  public let isBehindProxy: Bool
  /// The accounts of staff.
  public let people: People
  private let mail: OutboxSender

  /// A data folder with its accounts and its outbox.
  ///
  /// `server`: sends mail; without one, mails wait for an administrator to hand them over.
  /// `title`: the title of the plan, for mails.
  /// `announce`: told what who runs the program should see, such as a link to hand over.
  /// - Throws: `MailError` when the mail server cannot be one.
  public init(
    _ data: DataFolder, title: String, origin: String, isBehindProxy: Bool = false,
    server: MailServer? = nil,
    announce: @escaping @Sendable (String) -> Void = { _ in }
  ) throws(MailError) {
    self.data = data
    self.origin = origin
    self.isBehindProxy = isBehindProxy
    let sender = try server.map { server throws(MailError) in try SMTPSender(server) }
    mail = OutboxSender(store: data.contacts, server: sender)
    people = People(data: data, mail: mail, title: title, announce: announce)
  }

  func services(_ view: SiteView) -> Services {
    var services = Services(
      data: data, plan: EngagementPlan(view), mail: mail, people: people, origin: origin,
      prose: view.postedProse)
    services.programme = ProgrammePlan(view.plan)
    services.papers = PaperMaker(plan: view.plan, graph: view.graph)
    services.laboratory = view.laboratory
    services.programmeEnd = data.isSynthetic ? ProgrammeDemonstration.last : nil
    return services
  }
}

extension EngagementPlan {
  /// What a plan says of engagement.
  ///
  /// - Throws: `PlanError` when the plan cannot be worked out.
  public init(_ reader: PlanReader) throws(PlanError) {
    self.init(SiteView(try Assessment(reader), isLive: true))
  }

  /// Minutes to the nearest unit under the options that were consulted on, on average by district.
  ///
  /// - Throws: `PlanError` when the plan cannot be worked out.
  public static func minutes(_ reader: PlanReader) throws(PlanError) -> [String: Double] {
    let assessment = try Assessment(reader)
    guard let model = assessment.options.first?.model else { return [:] }
    let options = model.configurations.filter { $0.stage == .shortlist || $0.stage == .decided }
    var sums: [String: (minutes: Double, count: Double)] = [:]
    for option in options {
      for area in model.outcome(of: option.sites)?.areas ?? [] where area.area.isInside {
        let district = HTML.anchor(area.area.district)
        let sum = sums[district] ?? (0, 0)
        sums[district] = (sum.minutes + area.minutes, sum.count + 1)
      }
    }
    return sums.mapValues { $0.minutes / $0.count }
  }
}
