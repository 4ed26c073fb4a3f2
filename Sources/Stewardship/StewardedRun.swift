// SPDX-License-Identifier: Apache-2.0

public import Foundation
import PlanPackage

/// A run that may go on, and that writes one signed line when it is done.
public struct StewardedRun: Sendable {
  /// What the run relies on.
  public struct Basis: Sendable {
    /// The folder of the register; nil when nothing is to be checked.
    public var register: String?
    /// The agreement that is relied on.
    public var agreement: String?
    /// What the result is for.
    public var purposes: [String]
    /// Who is given the result.
    public var recipient: String?

    /// Describes what a run relies on.
    public init(
      register: String?, agreement: String? = nil, purposes: [String] = [],
      recipient: String? = nil
    ) {
      self.register = register
      self.agreement = agreement
      self.purposes = purposes
      self.recipient = recipient
    }
  }

  private let program: String
  private let command: String
  private let datasets: [String]
  private let basis: Basis
  private let log: String?
  private let key: RunSigningKey
  /// The register that the run was checked against.
  public let register: StewardshipRegister?

  /// Begins a run: reads the register, checks the run against its agreement, and makes sure that
  /// its end can be signed.
  ///
  /// `program` is the program with its version; `appliesOptOuts` is nil where objections are no
  /// matter; without a `log` the one beside the output is used; the file `signingKey` is made when
  /// it is not there.
  /// - Throws: `RunRefused`, which is written to a log that was named; `PlanError` when the
  ///   register is not in order; `SigningKeyError`; `RunLogError`.
  public init(
    program: String, command: String, datasets: [String], basis: Basis,
    appliesOptOuts: Bool? = nil, log: String?, signingKey: String, now: Date
  ) throws {
    self.program = program
    self.command = command
    self.datasets = datasets
    self.basis = basis
    self.log = log
    register = try basis.register.map { try StewardshipRegister.read(folder: $0) }
    key = try RunSigningKey.readOrMake(signingKey)
    if let log { try RunLog(log).check() }
    guard let register else { return }
    do {
      try register.check(
        RunRequest(
          command: command, datasets: datasets, agreement: basis.agreement ?? "",
          purposes: basis.purposes, recipient: basis.recipient, appliesOptOuts: appliesOptOuts,
          day: CalendarDay(now)))
    } catch {
      if let log {
        let clauses = error.reasons.compactMap(\.clause)
        try RunLog(log).append(entry(.refused, clauses, at: now), signedBy: key)
      }
      throw error
    }
  }

  /// Writes the signed line of a run that is done.
  ///
  /// Inputs and outputs are files and folders, the outputs in their place; counts never hold an
  /// identifier.
  /// - Returns: The path of the log.
  /// - Throws: `RunLogError`.
  @discardableResult
  public func finish(
    inputs: [String], outputs: [String], counts: [String: Int], at now: Date = Date()
  ) throws -> String {
    var line = entry(.finished, [], at: now)
    line.inputs = digests(inputs)
    line.outputs = digests(outputs)
    line.counts = counts
    let path = log ?? StewardedRun.usualLog(beside: outputs.first ?? "")
    try RunLog(path).append(line, signedBy: key)
    return path
  }

  /// The log in the folder that holds an output, or in the present one where there is none.
  public static func usualLog(beside output: String) -> String {
    guard !output.isEmpty else { return "weald-runs.log" }
    let folder = (URL(fileURLWithPath: output).standardizedFileURL.path as NSString)
      .deletingLastPathComponent
    return folder + "/weald-runs.log"
  }

  private func entry(_ outcome: RunEntry.Outcome, _ clauses: [String], at now: Date) -> RunEntry {
    RunEntry(
      time: now.formatted(.iso8601), program: program, command: command, outcome: outcome,
      checked: register != nil, agreement: basis.agreement, clauses: clauses,
      purposes: basis.purposes, recipient: basis.recipient, datasets: datasets)
  }

  private func digests(_ paths: [String]) -> [String: String] {
    var digests: [String: String] = [:]
    for path in paths { digests[path] = FileDigest.of(path) ?? "not there" }
    return digests
  }
}
