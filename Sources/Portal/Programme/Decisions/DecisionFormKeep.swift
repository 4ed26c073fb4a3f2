// SPDX-License-Identifier: Apache-2.0

import Authority
import Engagement
import Ledger
import Programme

extension DecisionsPart {
  /// Records what a form about a decision says.
  func keep(
    _ form: DecisionForm, _ record: DecisionRecord, _ fields: FormFields, _ author: Author
  ) async throws {
    let (id, token) = (record.id, fields.formToken)
    switch form {
    case .open:
      try await desk.openSitting(
        id, on: try day("on", fields), kind: .decision, by: author, token: token)
    case .ratify:
      try await desk.openSitting(
        id, on: try day("on", fields), kind: .ratification, by: author, token: token)
    case .attendance:
      try await desk.attend(id, bodies: fields.all("present"), by: author, token: token)
    case .interest:
      try await desk.declareInterest(
        id, body: fields["body"],
        kind: try choice("kind", "Choose the kind of interest.", fields), by: author, token: token)
    case .votes:
      let votes = seats(record).compactMap { seat in
        VoteChoice(rawValue: fields["vote-\(seat.body)"]).map { (seat.body, $0) }
      }
      try await desk.vote(id, votes, by: author, token: token)
    case .casting:
      try await desk.giveCastingVote(
        id, try choice("choice", "Choose what the chair says.", fields), by: author, token: token)
    case .close: try await desk.closeVote(id, by: author, token: token)
    case .minute:
      for sitting in record.sittings where sitting.closing != nil && sitting.minute == nil {
        try await desk.signMinute(id, sitting: sitting.plan.id, by: author)
      }
    case .putOff:
      try await desk.reschedule(
        id, to: try day("to", fields), reason: fields["reason"], by: author, token: token)
    case .withdraw:
      try await desk.withdraw(id, reason: fields["reason"], by: author, token: token)
    default: throw PortalProblem.notFound
    }
  }

  /// Records what a form about no decision in particular says.
  ///
  /// - Returns: the page to go on to, or nil for the list.
  func keep(
    _ form: DecisionForm, _ fields: FormFields, _ author: Author
  ) async throws -> String? {
    let token = fields.formToken
    switch form {
    case .propose:
      let id = try await desk.propose(try proposal(fields), by: author, token: token)
      return "/desk/programme/decisions/\(try desk.decision(id).number)"
    case .recommend:
      try await desk.recommend(
        BodyRecommendation(
          from: fields["from"], to: fields["to"], subject: fields["subject"], text: fields["text"],
          on: try day("on", fields)), by: author, token: token)
    case .answer:
      try await desk.answer(
        fields["recommendation"],
        RecommendationAnswer(
          outcome: try choice("outcome", "Choose what the body does with it.", fields),
          reason: fields["reason"], on: try day("on", fields)), by: author, token: token)
    case .amend:
      try await desk.amend(fields["body"], try amendment(fields), by: author, token: token)
    case .delegate:
      try await desk.delegate(
        fields["body"],
        GivenDelegation(
          subject: fields["subject"], committee: fields["committee"],
          since: try day("since", fields), until: try optionalDay("until", fields)), by: author,
        token: token)
    case .takeBack:
      try await desk.withdrawDelegation(
        fields["body"], subject: fields["subject"], committee: fields["committee"],
        lastDay: try day("last", fields), reason: fields["reason"], by: author, token: token)
    default: throw PortalProblem.notFound
    }
    return nil
  }

  private func proposal(_ fields: FormFields) throws -> DecisionProposal {
    var proposal = DecisionProposal(
      committee: fields["committee"], subjects: fields.all("subjects"), title: fields["title"],
      resolution: fields["resolution"], plannedOn: try day("planned", fields))
    proposal.options = Self.lines(fields["options"])
    proposal.papers = Self.lines(fields["papers"]).map(Self.paper)
    proposal.pounds = try pounds(fields)
    return proposal
  }

  private func amendment(_ fields: FormFields) throws -> ConstitutionAmendment {
    let repealed = fields["repealed"].split(separator: ",").map {
      String($0).trimmingSpaces
    }.filter { !$0.isEmpty }
    var added: [AmendedClause] = []
    if !fields["clause"].isEmpty || repealed.isEmpty {
      var clause = AmendedClause(
        reference: fields["clause"],
        kind: try choice("kind", "Choose what the clause does.", fields),
        subject: fields["subject"], committee: fields["committee"], text: fields["text"])
      clause.pounds = try pounds(fields)
      clause.until = try optionalDay("until", fields)
      added = [clause]
    }
    return ConstitutionAmendment(
      version: fields["version"], passedOn: try day("passed", fields),
      since: try day("since", fields), added: added, repealed: repealed)
  }

  /// The lines of a box that say something.
  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
  }

  /// A paper from its line: a title, and a link when the last word is one.
  private static func paper(_ line: String) -> DecisionPaper {
    guard let space = line.lastIndex(of: " ") else { return DecisionPaper(title: line) }
    let last = String(line[line.index(after: space)...])
    guard last.contains("://") || last.hasPrefix("/") else { return DecisionPaper(title: line) }
    return DecisionPaper(title: String(line[..<space]).trimmingSpaces, link: last)
  }

  private func pounds(_ fields: FormFields) throws(EventRefusal) -> Int? {
    let text = fields["pounds"].filter { $0 != "," && $0 != "£" }
    if text.isEmpty { return nil }
    guard let value = Int(text), value >= 0 else {
      throw .faults([FieldFault("pounds", "Enter a whole number of pounds, such as 250000.")])
    }
    return value
  }

  private func day(_ name: String, _ fields: FormFields) throws(EventRefusal) -> CivilDay {
    guard let day = CivilDay(fields[name]) else {
      throw .faults([FieldFault(name, "Enter a day, such as 14/6/2017.")])
    }
    return day
  }

  private func optionalDay(_ name: String, _ fields: FormFields) throws(EventRefusal) -> CivilDay? {
    fields[name].isEmpty ? nil : try day(name, fields)
  }

  private func choice<Choice: RawRepresentable>(
    _ name: String, _ missing: String, _ fields: FormFields
  ) throws(EventRefusal) -> Choice where Choice.RawValue == String {
    guard let choice = Choice(rawValue: fields[name]) else {
      throw .faults([FieldFault(name, missing)])
    }
    return choice
  }
}

extension String {
  /// Without the spaces around it.
  fileprivate var trimmingSpaces: String {
    var text = Substring(self)
    while text.first == " " || text.first == "\r" { text.removeFirst() }
    while text.last == " " || text.last == "\r" { text.removeLast() }
    return String(text)
  }
}
