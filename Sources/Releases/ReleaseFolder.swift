// SPDX-License-Identifier: Apache-2.0

public import Disclosure
import Foundation
public import PlanPackage

/// A release on disk, checked as it is read.
public struct ReleaseFolder: Sendable {
  /// The rule that it left by.
  public let policy: DisclosurePolicy
  /// Its figures.
  public let figures: [SafeFigure]
  /// What it is called.
  public let title: String
  /// The day of it, as yyyy-mm-dd.
  public let date: String
  /// Whether it is made up.
  public let isSynthetic: Bool
  /// SHA-256 of `datapackage.json`, which has those of all other files.
  public let digest: String

  /// Whether a folder says that it is a release.
  public static func isRelease(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/policy.json")
      && FileManager.default.fileExists(atPath: folder + "/checks.json")
  }

  /// Everything that is wrong with a release.
  public static func violations(_ folder: String) -> [Violation] {
    var check = ReleaseCheck(folder)
    check.run()
    return check.violations
  }

  /// Reads a release.
  ///
  /// - Throws: `PlanError` with everything that is wrong with it.
  public init(_ folder: String) throws {
    var check = ReleaseCheck(folder)
    check.run()
    guard check.violations.isEmpty, let policy = check.policy, let package = check.package else {
      throw PlanError(check.violations)
    }
    self.policy = policy
    figures = check.figures
    title = package.title
    date = String(package.created.prefix(10))
    isSynthetic = package.synthetic
    digest = check.digest
  }

  /// The row of `sources.csv` by which a plan cites it, under the header.
  public var citation: String {
    let id = "release-\(date)-\(digest.prefix(8))"
    return "id,title,publisher,published,kind,licence,address,note\n"
      + CSVRecords.line([
        id, title, "The data controller", date, "dataset", "", "",
        "\(isSynthetic ? "Synthetic. " : "")Policy \(policy.name). SHA-256 of datapackage.json: "
          + digest,
      ])
  }
}
