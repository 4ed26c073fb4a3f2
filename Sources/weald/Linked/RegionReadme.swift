// SPDX-License-Identifier: Apache-2.0

import Stewardship
import SyntheticRegion

/// The README of a folder with a made-up region.
enum RegionReadme {
  /// The text, which says first that everybody in it is made up.
  static func text(_ summary: RegionSummary) -> String {
    let counts = summary.sources.map { "| \($0.source) | \($0.records) | \($0.contacts) |" }
    let rates = RegionSource.allCases.map { source in
      let errors = source.errors
      let shares = [
        errors.numberMissing, errors.numberWrong, errors.typo, errors.nickname, errors.dateWrong,
        errors.postcodeWrong, errors.outOfDate, source.costsMissing,
      ]
      return "| \(source.rawValue) | \(shares.map(percent).joined(separator: " | ")) |"
    }
    let groups = Ethnicity.allCases.map { "\($0.rawValue) × \($0.errorFactor)" }
    return """
      # Synthetic: everybody here is made up

      Made by `weald synthesise --people \(summary.people) --seed \(summary.seed)`. No person, address, \
      practice, place or contact in this folder exists. Names are drawn from lists and syllables; shares, \
      rates and costs are assumptions that were written by hand, and no figure comes from a record of \
      anybody. The same seed makes the same bytes, and a person is the same in a region of any size. Every \
      row says `yes` in its column `synthetic`.

      - NHS numbers have right check digits. The first 900,000 people have one from 999 000 0000 to \
      999 999 9999, which is set aside for tests; more people than that have one that begins with 900 to \
      998. We know of nobody who was given such a number, but have no source that says so: never send them on.
      - Postcodes begin with FE, KE, UE or WE, which begin no postcode of the United Kingdom.
      - Events are of \(summary.years).

      ## Files

      - `sources/SOURCE.csv`: the people whom a source knows, as it knows them. What is missing is empty.
      - `events/SOURCE.csv`: their contacts, each with the `record` of that source.
      - `truth.csv`: whose each record is. Linking must not read it; evaluating must.
      - `reference/conditions.csv`: rules for long-term conditions. `reference/areas.csv`: places.
      - `register/`: an example of agreements, made up as well, that permits linkage for planning: give \
      `--register` with this folder, `--agreement \(ExampleRegister.agreement)` and `--purpose \
      \(ExampleRegister.purpose)`.

      | source | records | contacts |
      |---|---|---|
      \(counts.joined(separator: "\n"))

      ## Mistakes that were put in

      For somebody of the group and places where least goes wrong, in per cent of records (`out of date`: of \
      people who moved or married in the last years; `no cost`: of contacts):

      | source | no NHS number | wrong NHS number | misspelt name | nickname | wrong date of birth \
      | wrong postcode | out of date | no cost |
      |---|---|---|---|---|---|---|---|---|
      \(rates.joined(separator: "\n"))

      Mistakes are more frequent by an assumed factor for other groups (\(groups.joined(separator: ", "))) \
      and in deprived places (× 1.3 in the most deprived tenth, × 0.76 in the least). Community services sent \
      nothing in November 2024, so that a check of submissions has a gap to find.

      """
  }

  private static func percent(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100)" + (rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)")
  }
}
