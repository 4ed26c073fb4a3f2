// SPDX-License-Identifier: Apache-2.0

import Assessment
import Engagement
import Facts
import Foundation
import PlanPackage

extension EngagementPlan {
  /// What a plan says of engagement, in the terms of the portal.
  init(_ view: SiteView) {
    let plan = view.plan
    self.init(title: plan.metadata.title)
    forms = plan.forms
    workstreams = plan.workstreams.map {
      NamedThing(id: $0.id, name: $0.name, path: "/workstreams/\($0.id)")
    }
    options = EngagementPlan.options(view)
    criteria = plan.criteria.map { NamedThing(id: "\($0.service).\($0.id)", name: $0.label) }
    areas = EngagementPlan.districts(plan)
    documents = plan.documents.map { EngagementPlan.document($0, plan) }
    groups = plan.groups.map {
      GroupDefinition(id: $0.id, name: $0.name, purpose: $0.purpose, source: $0.source)
    }
    organisations = plan.organisations.map {
      NamedThing(id: $0.id, name: $0.name, path: "/organisations#\($0.id)")
    }
    glossary = plan.glossary.map {
      NamedThing(
        id: HTML.anchor($0.term), name: $0.term, path: "/glossary#\(HTML.anchor($0.term))")
    }
    consultations = plan.consultations.map { EngagementPlan.consultation($0, plan) }
  }

  private static func options(_ view: SiteView) -> [NamedThing] {
    view.assessment.options.flatMap { findings in
      findings.model.configurations.map { row in
        NamedThing(
          id: row.id, name: row.name,
          path: view.reachable(OptionsPaths(model: findings.model).configuration(row.sites)))
      }
    }
  }

  /// Districts with the people of their neighbourhoods, those of the partnership only.
  private static func districts(_ plan: Plan) -> [AreaProfile] {
    let inside = plan.areas.filter(\.isInside)
    let names = Set(inside.map(\.district)).sorted()
    return names.map { name in
      let areas = inside.filter { $0.district == name }
      let older = areas.compactMap(\.aged65AndOver)
      return AreaProfile(
        id: HTML.anchor(name), name: name,
        population: areas.compactMap(\.population).reduce(0, +),
        aged65Plus: older.count == areas.count ? older.reduce(0, +) : nil)
    }
  }

  private static func document(_ row: DocumentRow, _ plan: Plan) -> DocumentDefinition {
    let editions = plan.documentEditions.filter { $0.document == row.id }.map { edition in
      DocumentDefinition.Edition(
        version: edition.version, format: edition.format,
        published: edition.published.map(LocalDay.start),
        address: edition.address.isEmpty ? nil : edition.address)
    }
    return DocumentDefinition(
      id: row.id, title: row.title, summary: row.summary,
      source: row.source.isEmpty ? nil : row.source, editions: editions)
  }

  private static func consultation(
    _ row: ConsultationRow, _ plan: Plan
  ) -> ConsultationDefinition {
    var definition = ConsultationDefinition(
      id: row.id, title: row.title, summary: row.summary, form: row.form,
      isFormal: row.isFormal)
    definition.plannedOpening = row.opening.map(LocalDay.start)
    definition.plannedDeadline = row.deadline.map(LocalDay.start)
    definition.decisionBody = plan.organisations.first { $0.id == row.decisionBody }?.name
    definition.services = plan.consultationServices.filter { $0.consultation == row.id }.map {
      ServiceInArea(service: $0.service, area: $0.area, proposal: $0.proposal)
    }
    definition.options = row.options
    definition.documents = row.documents
    definition.retentionMonths = row.retentionMonths
    definition.source = row.source
    return definition
  }
}

/// Calendar days of a plan as moments, in the time of the place.
enum LocalDay {
  private static let london = TimeZone(identifier: "Europe/London") ?? .gmt

  /// The first moment of a day.
  static func start(_ day: Day) -> Date {
    let moment = Date(timeIntervalSince1970: Double(day.number) * 86_400)
    return moment - Double(london.secondsFromGMT(for: moment))
  }
}
