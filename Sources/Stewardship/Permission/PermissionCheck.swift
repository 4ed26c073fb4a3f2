// SPDX-License-Identifier: Apache-2.0

extension StewardshipRegister {
  /// Checks a run against the agreement that it relies on.
  ///
  /// - Throws: `RunRefused` with every clause that stands against it.
  public func check(_ request: RunRequest) throws(RunRefused) {
    var reasons: [RefusalReason] = []
    if let agreement = agreements.first(where: { $0.id == request.agreement }) {
      let check = PermissionCheck(register: self, agreement: agreement, request: request)
      reasons = check.reasons
    } else {
      let known = agreements.map(\.id).sorted().joined(separator: ", ")
      reasons = [
        RefusalReason(
          clause: nil,
          description: "The register has no agreement “\(request.agreement)”; it has \(known).")
      ]
    }
    guard reasons.isEmpty else {
      throw RunRefused(
        command: request.command, agreement: request.agreement, reasons: reasons)
    }
  }
}

/// Holds a run against one agreement, clause by clause.
private struct PermissionCheck {
  let register: StewardshipRegister
  let agreement: Agreement
  let request: RunRequest

  var reasons: [RefusalReason] {
    term + listed(.commands, [request.command], "the command") + purposes
      + listed(.datasets, request.datasets, "the dataset") + recipients + retention + optOuts
  }

  private func refusal(_ clause: Clause, _ words: String) -> RefusalReason {
    let wording = clause.words.isEmpty ? "" : " It reads: “\(clause.words)”"
    return RefusalReason(
      clause: clause.number,
      description: "Clause \(clause.number) of “\(agreement.id)”: \(words)\(wording)")
  }

  private var term: [RefusalReason] {
    guard let clause = agreement.clause(on: .term), case .days(let days) = clause.ruling else {
      return []
    }
    if request.day > days.upperBound {
      return [refusal(clause, "it ended on \(days.upperBound), and today is \(request.day).")]
    }
    if request.day < days.lowerBound {
      return [refusal(clause, "it begins on \(days.lowerBound), and today is \(request.day).")]
    }
    return []
  }

  private var purposes: [RefusalReason] {
    guard let clause = agreement.clause(on: .purposes) else { return [] }
    guard !request.purposes.isEmpty else {
      return [refusal(clause, "no purpose is given; say one with --purpose.")]
    }
    return listed(.purposes, request.purposes, "the purpose")
  }

  private var recipients: [RefusalReason] {
    guard let clause = agreement.clause(on: .recipients) else { return [] }
    guard let recipient = request.recipient else {
      guard request.command == "release" else { return [] }
      return [refusal(clause, "no recipient is given; say who with --recipient.")]
    }
    return listed(.recipients, [recipient], "the recipient")
  }

  private func listed(
    _ subject: Clause.Subject, _ wanted: [String], _ what: String
  ) -> [RefusalReason] {
    guard let clause = agreement.clause(on: subject), case .names(let permitted) = clause.ruling
    else { return [] }
    return wanted.filter { !permitted.contains($0) }.map { name in
      let list = permitted.joined(separator: ", ")
      return refusal(clause, "\(what) “\(name)” is not among \(list).")
    }
  }

  private var retention: [RefusalReason] {
    request.datasets.compactMap(register.dataset).compactMap { dataset in
      if let clause = agreement.clause(on: .retention), case .months(let months) = clause.ruling,
        request.day > dataset.received.adding(months: months)
      {
        return refusal(
          clause,
          "“\(dataset.id)” came on \(dataset.received) and could be used for \(months) months; "
            + "today is \(request.day).")
      }
      guard let end = dataset.deleteBy, request.day > end else { return nil }
      let clause = agreement.clause(on: .retention)
      return RefusalReason(
        clause: clause?.number,
        description: (clause.map { "Clause \($0.number) of “\(agreement.id)”" } ?? "Retention")
          + ": “\(dataset.id)” had to be deleted by \(end) "
          + "(datasets.csv, row \(dataset.row)), and today is \(request.day).")
    }
  }

  private var optOuts: [RefusalReason] {
    guard let clause = agreement.clause(on: .optOuts), request.appliesOptOuts == false,
      case .names(let kinds) = clause.ruling
    else { return [] }
    let list = kinds.joined(separator: " and ")
    return [refusal(clause, "\(list) objections have to be applied; give --opt-outs.")]
  }
}
