// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment

/// The command line: one file for each command, no logic in any.
@main
struct Weald: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "weald",
    abstract: "Plans for health and care that explain every number.",
    discussion: """
      A plan is a folder of plain tables. `weald new` makes one, `weald check` reads it, \
      `weald assess` works it out and `weald serve` opens it as a web site.
      """,
    version: WealdVersion.current,
    subcommands: [
      New.self, Check.self, Schema.self, Assess.self, Explain.self, Lint.self, Diff.self,
      Lock.self, Verify.self, Validate.self, Serve.self, Options.self, Access.self, Appraise.self,
      Locate.self, Demo.self, LedgerCommand.self, Backup.self, Restore.self, Export.self,
      Responses.self, PurgeCommand.self, Invite.self, ResetPassword.self,
      MinuteCommand.self, ProductivityCommand.self, RegisterCommand.self, Report.self,
      Project.self, Synthesise.self, Resample.self, QueueCommand.self, Simulate.self,
      Cluster.self, LocalCareCommand.self, Segment.self, KeysCommand.self, Pseudonymise.self,
      LinkCommand.self, SparkLink.self, QualityCommand.self, ReleaseCommand.self, RunsCommand.self,
    ])
}
