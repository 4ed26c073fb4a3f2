// SPDX-License-Identifier: Apache-2.0

import Disclosure
/// The page that goes with a release.
struct ReleaseReadme {
  let request: ReleaseRequest
  let isSynthetic: Bool
  let linkage: ReleasedRates?
  let lines: [String]

  var text: String {
    """
    # \(request.title)

    Released \(request.date) by the policy `\(request.policy.name)`: \(request.policy.summary)

    \(isSynthetic ? "**Synthetic: no figure is of real people.** " : "")These are tables of people, \
    never rows about a person. A figure whose status is `hidden` is not given because it is of too \
    few people, or because another one could be worked out with its help. Figures are rounded, each \
    by itself\(request.policy.totals == .roundedApart ? ", so totals need not be the sums of their parts" : "").

    ## Who may use it

    Whoever the data controller gives it to, for the purpose that it was made for. Do not try to find \
    anybody in it. Do not combine it with other tables of the same people that have not been through \
    the same checks. It may be cited in a plan: `weald release --cite` prints the row.

    ## Linkage

    \(linkageWords)

    ## Checks

    \(lines.map { "- \($0)" }.joined(separator: "\n"))

    `policy.json` has the rule in full, `checks.json` the counts, `datapackage.json` what each column \
    is and a digest of every file. `weald check` verifies all of it.

    """
  }

  private var linkageWords: String {
    guard let linkage else {
      return "Nothing is known of how many links between records were missed or wrong."
    }
    var words: [String] = []
    if let precision = linkage.precision {
      words.append("\(percent(1 - precision)) of links between records are expected to be wrong.")
    }
    if let recall = linkage.recall {
      words.append(
        "\(percent(1 - recall)) of true links are expected to be missed: such people count twice, "
          + "each with part of their contacts.")
    }
    let groups = linkage.groups ?? []
    guard !groups.isEmpty else { return words.joined(separator: " ") }
    let rows = groups.map { group in
      "| \(group.by) | \(group.group) | \(percent(group.falseMatchRate)) "
        + "| \(percent(group.missedMatchRate)) |"
    }
    return words.joined(separator: " ") + "\n\n| by | group | wrong | missed |\n|---|---|---|---|\n"
      + rows.joined(separator: "\n")
  }

  private func percent(_ share: Double) -> String {
    let tenths = Int((max(0, share) * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)%"
  }
}
