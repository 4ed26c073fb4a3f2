// SPDX-License-Identifier: Apache-2.0

/// One numbered term of an agreement.
public struct Clause: Hashable, Sendable {
  /// What a term rules on.
  public enum Subject: String, CaseIterable, Sendable {
    /// The first and last day of the agreement: `2026-04-01/2027-03-31`.
    case term
    /// The controllers that have signed.
    case controllers
    /// The purposes that data may be used for.
    case purposes
    /// The datasets that the agreement covers.
    case datasets
    /// The commands that may be run.
    case commands
    /// Who may be given what comes out.
    case recipients
    /// For how many months a dataset may be used after it came.
    case retention
    /// The law that allows the processing, in words.
    case legalBasis = "legal-basis"
    /// The kinds of objection that have to be honoured.
    case optOuts = "opt-outs"
    /// Anything else; not checked.
    case other
  }

  /// What the clause has decided, ready to check.
  public enum Ruling: Hashable, Sendable {
    /// From a day to a day, both included.
    case days(ClosedRange<CalendarDay>)
    /// Some names and no others.
    case names([String])
    /// A number of months.
    case months(Int)
    /// Words that no program can check.
    case words(String)
  }

  /// The number of the clause in the agreement, such as "4.2".
  public let number: String
  /// What it rules on.
  public let subject: Subject
  /// What it has decided.
  public let ruling: Ruling
  /// The clause as the agreement words it.
  public let words: String
  /// Its row in agreements.csv.
  public let row: Int
}

/// A data-sharing agreement.
public struct Agreement: Hashable, Sendable {
  /// The name that `--agreement` takes.
  public let id: String
  /// Its clauses in the order of the file.
  public let clauses: [Clause]

  /// The clause on a subject.
  public func clause(on subject: Clause.Subject) -> Clause? {
    clauses.first { $0.subject == subject }
  }

  /// The names that the clause on a subject lists; nil when there is no such clause.
  func names(_ subject: Clause.Subject) -> [String]? {
    guard case .names(let names)? = clause(on: subject)?.ruling else { return nil }
    return names
  }
}
