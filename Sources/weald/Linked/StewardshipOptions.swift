// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Stewardship

/// Under which agreement a run is, and where it is written down.
struct StewardshipOptions: ParsableArguments {
  @Option(
    help: "The register of datasets and agreements, against which this run is checked.",
    completion: .directory)
  var register: String?
  @Option(help: "The agreement in the register that this run relies on.")
  var agreement: String?
  @Option(help: "What the result is for. May be given more than once.")
  var purpose: [String] = []
  @Option(help: "Who is given the result.")
  var recipient: String?
  @Option(
    help: "The log of signed runs. Without it: weald-runs.log beside the output.",
    completion: .file())
  var log: String?
  @Option(
    help: "The key that signs. Without it: one in your configuration folder, made on first use.",
    completion: .file())
  var signingKey: String?

  func validate() throws {
    try requirePath(register, "--register")
    try requirePath(log, "--log")
    try requirePath(signingKey, "--signing-key")
    if register != nil && agreement == nil {
      throw ValidationError("--register needs --agreement, the agreement that the run relies on.")
    }
    if register == nil && (agreement != nil || !purpose.isEmpty || recipient != nil) {
      throw ValidationError("--agreement, --purpose and --recipient need --register.")
    }
  }

  /// Checks a run against its agreement before anything is read or written.
  ///
  /// `appliesOptOuts` says whether objections are applied, and is nil where that is no matter.
  ///
  /// - Returns: The run, to be finished when its outputs are in place.
  /// - Throws: What `StewardedRun` throws.
  func begin(
    _ command: String, datasets: [String], appliesOptOuts: Bool? = nil
  ) throws -> StewardedRun {
    let run = try StewardedRun(
      program: "weald \(Weald.configuration.version)", command: command, datasets: datasets,
      basis: .init(
        register: register, agreement: agreement, purposes: purpose, recipient: recipient),
      appliesOptOuts: appliesOptOuts, log: log,
      signingKey: signingKey ?? RunSigningKey.usualPath, now: Date())
    if register == nil {
      Terminal.say(
        "No register was given, so nothing was checked: not who may use these data, nor for what. "
          + "Give --register, --agreement and --purpose.")
    }
    return run
  }
}
