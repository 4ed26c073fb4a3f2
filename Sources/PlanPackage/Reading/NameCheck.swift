// SPDX-License-Identifier: Apache-2.0

import Facts

/// Checks the names of pages and scenarios, which become addresses of the site.
enum NameCheck {
  /// Addresses that the software's own pages have.
  private static let taken: Set<String> = [
    "facts", "sources", "findings", "validation", "glossary", "scenarios", "pictures", "search",
    "plans", "organisations", "timeline", "accessibility", "healthz", "style.css",
  ]

  static func violations(in files: [PlanFile]) -> [Violation] {
    files.compactMap { file in
      if let name = name(of: file.path, in: "pages/", ending: ".md") {
        return page(file.path, name)
      }
      if let name = name(of: file.path, in: "scenarios/", ending: ".yaml") {
        return scenario(file.path, name)
      }
      return nil
    }
  }

  private static func name(of path: String, in folder: String, ending: String) -> String? {
    guard path.hasPrefix(folder), path.hasSuffix(ending) else { return nil }
    return String(path.dropFirst(folder.count).dropLast(ending.count))
  }

  private static func page(_ path: String, _ name: String) -> Violation? {
    let steps = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard steps.allSatisfy({ FactID($0) != nil }) else {
      return Violation(
        file: path, found: "the name “\(name)”",
        expected: "lower-case words and numbers joined by hyphens",
        advice: "The name of a page is its address; rename the file.")
    }
    guard let first = steps.first, taken.contains(first) else { return nil }
    return Violation(
      file: path, found: "a page at /\(first)", expected: "an address that is free",
      advice: "The software has a page of its own there; rename the file.")
  }

  private static func scenario(_ path: String, _ name: String) -> Violation? {
    guard FactID(name) == nil || name == "central" else { return nil }
    return Violation(
      file: path, found: "the name “\(name)”",
      expected: "lower-case words and numbers joined by hyphens, and not “central”",
      advice: "The name of a scenario is part of addresses, and “central” is the plan as it "
        + "stands; rename the file.")
  }
}
