// SPDX-License-Identifier: Apache-2.0

import Authority
import Engagement
import Ledger
import Programme

extension DecisionsPart {
  /// Who may decide what with others: a matrix, and what is missing for one matter on one day.
  func authorityPage(_ request: PortalRequest) throws -> PortalAnswer {
    let asOf = AsOf(request, services)
    let state = try asOf.state(DecisionState.self, services.ledger)
    let asked = request.query
    guard
      let committee = authority.committee(asked["committee"]) ?? authority.committees.first
    else {
      return SectionPage(
        title: "Authority to decide together",
        answer: "This plan defines no committee in which several bodies decide together."
      ).answer(isPrivate: false)
    }
    let day = CivilDay(asked["on"]) ?? asOf.day
    let subject =
      authority.subjects.first { $0.id == asked["subject"] }
      ?? authority.subjects.first { committee.subjects.contains($0.id) }
    let fault =
      asked["on"].isEmpty || CivilDay(asked["on"]) != nil ? nil : "Enter a day, such as 30/9/2017."
    let page = SectionPage(
      title: "Authority to decide together",
      answer: "What each body may decide with the others, since when, what is missing, and how "
        + "long it takes to put right.",
      notice: asOf.notice,
      links: [SectionLink(text: "Joint decisions", href: "/programme/decisions" + asOf.query)],
      sections: [
        question(committee, subject, day, asOf, fault),
        finding(committee, subject, day, state),
        matrix(committee, day, state), rules(committee), changes(state),
        asOf.section(
          "/programme/authority",
          keeping: [("committee", committee.id), ("subject", subject?.id ?? ""), ("on", day.iso)]),
      ].compactMap { $0 })
    return page.answer(isPrivate: false)
  }

  private func question(
    _ committee: CommitteeDefinition, _ subject: AuthoritySubject?, _ day: CivilDay, _ asOf: AsOf,
    _ fault: String?
  ) -> SectionPage.Section {
    SectionPage.Section(
      heading: "Ask about a matter and a day",
      forms: [
        SectionForm(
          action: "/programme/authority", method: "get",
          fields: [
            .select(
              "committee", "Committee", authority.committees.map { ($0.id, $0.name) },
              chosen: committee.id),
            .select(
              "subject", "Matter", authority.subjects.map { ($0.id, $0.name) },
              chosen: subject?.id ?? ""),
            .line("on", "Decided or started on", value: day.iso, error: fault, type: "date"),
          ] + (asOf.isAsked ? [.hidden("as-of", asOf.day.iso)] : []),
          button: "Show")
      ])
  }

  private func finding(
    _ committee: CommitteeDefinition, _ subject: AuthoritySubject?, _ day: CivilDay,
    _ state: DecisionState
  ) -> SectionPage.Section? {
    guard let subject, let register = authority.register(committee.id, state, from: day) else {
      return nil
    }
    let decision = ProposedDecision(subjects: [subject.id])
    let found = register.validity(of: decision, on: day.number)
    let earliest = register.earliestLawfulDay(for: decision, from: day.number)
    var section = SectionPage.Section(heading: "\(subject.name) on \(day.text)")
    section.paragraphs = [
      found.isValid
        ? "A decision on that day would be valid."
        : "A decision on that day would be invalid.",
      earliestText(earliest, committee, day),
    ]
    if !found.defects.isEmpty {
      section.grids = [
        defects(
          found.defects.map { RecordedDefect($0, committee: committee, authority) },
          "What is missing on \(day.text)")
      ]
    }
    return section
  }

  private func earliestText(
    _ earliest: EarliestLawful, _ committee: CommitteeDefinition, _ day: CivilDay
  ) -> String {
    let critical = earliest.criticalBody.map { "; \(authority.name($0)) takes longest" } ?? ""
    if let found = earliest.day {
      return "The earliest lawful day is \(CivilDay(number: found).text)\(critical). It is the "
        + "first meeting of the committee, with \(committee.noticeDays) days of notice, by which "
        + "every body can have its authority when it starts on \(day.text)."
    }
    if !earliest.outsideTerms.isEmpty {
      return "There is no lawful day: the committee’s terms of reference do not cover the matter."
    }
    if let ready = earliest.readyDay {
      return "Every body can have its authority by \(CivilDay(number: ready).text)\(critical); no "
        + "meeting of the committee is known after that."
    }
    return "No earliest lawful day can be worked out from what is known\(critical)."
  }

  private func matrix(
    _ committee: CommitteeDefinition, _ day: CivilDay, _ state: DecisionState
  ) -> SectionPage.Section {
    let rows = committee.seats.filter { $0.isHeld(on: day.number) }.map { seat in
      [authority.name(seat.body)]
        + authority.subjects.map { cell(seat, $0.id, committee, day, state) }
    }
    return SectionPage.Section(
      heading: "Every member and every matter on \(day.text)",
      paragraphs: ["The clause that is needed: \(committee.clauseWanted)."],
      grids: [
        Grid(
          "What each member may decide with the others on \(day.text)",
          ["Member"] + authority.subjects.map(\.name), rows)
      ])
  }

  private func cell(
    _ seat: CommitteeSeat, _ subject: String, _ committee: CommitteeDefinition, _ day: CivilDay,
    _ state: DecisionState
  ) -> String {
    guard seat.isVoting else { return "Observer: no vote" }
    guard committee.subjects.contains(subject) || committee.subjects.contains("*") else {
      return "No: outside the committee’s terms"
    }
    guard let constitution = authority.constitution(seat.body, state, from: day) else {
      return "No: nothing is recorded"
    }
    switch constitution.standing(of: subject, before: committee.id, on: day.number) {
    case .sufficient(let clause, _):
      let since = constitution.version(on: day.number)?.since.map { CivilDay(number: $0).text }
      return "Yes, clause \(clause)" + (since.map { ", from \($0)" } ?? "")
    case .lacking(let fault):
      return "No: " + (fault.clause.map { "clause \($0)" } ?? "no such clause")
    }
  }

  private func rules(_ committee: CommitteeDefinition) -> SectionPage.Section {
    let members = authority.constitutions.filter { constitution in
      committee.seats.contains { $0.body == constitution.body }
    }
    var section = SectionPage.Section(heading: "The rules behind these dates")
    section.paragraphs = [
      committee.purpose, DecisionWords.rule(committee),
      committee.meets.map { "The committee meets on \($0.text)." } ?? "", committee.note,
      members.contains(where: \.isAssumed) || committee.isAssumed ? DecisionWords.assumed : "",
    ].filter { !$0.isEmpty }
    let known = members.filter { $0.amendment != nil }
    if !known.isEmpty {
      section.grids = [
        Grid(
          "How each member changes its constitution",
          ["Member", "Days of notice#", "Meets on", "Approved by", "Days for approval#", "Basis"],
          known.map { row in
            let terms = row.amendment
            let approver = terms?.approver ?? ""
            return [
              authority.name(row.body), "\(terms?.noticeDays ?? 0)", terms?.meets.text ?? "",
              approver.isEmpty ? "Nobody" : authority.name(approver),
              "\(terms?.approvalDays ?? 0)", row.isAssumed ? "Planning assumption" : "Stated",
            ]
          })
      ]
    }
    return section
  }

  private func changes(_ state: DecisionState) -> SectionPage.Section? {
    let amendments = state.bodies.flatMap { body, record in
      record.amendments.map { (body, $0) }
    }.sorted { $0.1.sequence < $1.1.sequence }
    let delegations = state.bodies.flatMap { body, record in
      record.delegations.map { (body, $0) }
    }.sorted { $0.1.sequence < $1.1.sequence }
    guard !amendments.isEmpty || !delegations.isEmpty else { return nil }
    var section = SectionPage.Section(heading: "What has changed")
    if !amendments.isEmpty {
      section.grids.append(
        Grid(
          "Amendments of constitutions",
          ["Body", "Version", "Passed", "In effect from", "Clauses", "Entry"],
          amendments.map { body, row in
            let made = row.amendment
            return [
              authority.name(body), made.version, made.passedOn.text, made.since.text,
              (made.added.map { "\($0.reference): \($0.text)" }
                + made.repealed.map { "\($0) taken away" }).joined(separator: "; "),
              "\(row.sequence)",
            ]
          }))
    }
    if !delegations.isEmpty {
      section.grids.append(
        Grid(
          "Matters handed over by resolution",
          ["Body", "Matter", "Committee", "From", "Until", "Entry"],
          delegations.map { body, row in
            [
              authority.name(body), authority.subjectName(row.given.subject),
              authority.name(row.given.committee), row.given.since.text,
              row.given.until?.text ?? "No end", "\(row.sequence)",
            ]
          }))
    }
    return section
  }
}
