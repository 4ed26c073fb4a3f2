// SPDX-License-Identifier: Apache-2.0

import Facts

/// The small plan that `weald new` makes: every file in its place, every figure made up.
public enum StarterPlan {
  /// The files of the plan, by path.
  public static func files(
    name: String, title: String, area: String
  ) -> [(path: String, text: String)] {
    let id = identifier(name)
    return [
      ("plan.yaml", metadata(id: id, title: title, area: area)),
      ("sources.csv", sources), ("facts.csv", facts), ("derived.csv", derived),
      ("relations.csv", relations), ("assumptions.csv", assumptions),
      ("glossary.csv", glossary), ("programme/organisations.csv", organisations),
      ("finance/rates.csv", rates), ("finance/lines.csv", lines),
      ("pictures.csv", pictures), ("scenarios/higher-need.yaml", scenario),
      ("pages/index.md", page),
    ]
  }

  /// The name of a folder as an id: lower case, other characters as hyphens.
  static func identifier(_ name: String) -> String {
    let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let id = words.joined(separator: "-")
    return id.isEmpty ? "plan" : id
  }

  private static func metadata(id: String, title: String, area: String) -> String {
    """
    # What this plan is. `weald schema` documents every table and column.
    id: \(id)
    title: \(quoted(title))
    area: \(quoted(area))
    summary: A plan to begin with. Its figures are made up; replace them with your own.
    status: draft
    horizon: 2025-26/2027-28
    price_base: cash
    as_of: 2026-01-01
    licence: CC-BY-4.0
    # Take this line away once every figure is real: it marks each page as synthetic.
    synthetic: true
    models:
      finance:
        base_year: 2025-26
        last_year: 2027-28

    """
  }

  private static func quoted(_ text: String) -> String {
    var escaped = "".unicodeScalars
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "\"": escaped += "\\\(scalar)".unicodeScalars
      // YAML allows no control characters.
      case _ where scalar.properties.generalCategory == .control: escaped.append(" ")
      default: escaped.append(scalar)
      }
    }
    return "\"\(String(escaped))\""
  }

  private static let sources = """
    id,title,publisher,published,kind,licence,address,note
    made-up,Made-up figures to begin with,The authors of this plan,2026-01-01,assumption,CC-BY-4.0,,Replace with a real document.

    """

  private static let facts = """
    id,measure,label,value,unit,qualifier,period,basis,scope,price_base,source,locator,quotation,confidence,note
    money.funding,,Funding for health and care,100,GBP million,,2025-26,plan,Our area,cash,made-up,,,read,
    money.cost,,Cost of health and care,104,GBP million,,2025-26,forecast,Our area,cash,made-up,,,read,
    money.deficit,,Overspend,4,GBP million,,2025-26,forecast,Our area,cash,made-up,,,read,
    people.residents,,People who live here,60000,people,about,2025,estimate,Our area,,made-up,,,read,

    """

  private static let derived = """
    id,measure,label,formula,unit,period,basis,scope,price_base,decimals,note
    money.cost.per-person,,Cost for each person,{money.cost} * 1000000 / {people.residents},GBP,2025-26,modelled,Our area,cash,0,

    """

  private static let relations = """
    id,kind,fact,formula,years,note
    overspend-is-cost-less-funding,restates,money.deficit,{money.cost} - {money.funding},,

    """

  private static let assumptions = """
    id,label,low,central,high,unit,distribution,quality,impact,owner,review_by,source,why
    assumption.need-growth,"Growth in the need for care, each year",1,2,3,%,triangular,red,high,The authors of this plan,2027-01-01,made-up,Made up to begin with.
    assumption.price-growth,"Growth in pay and prices, each year",2,2,4,%,triangular,red,high,The authors of this plan,2027-01-01,made-up,Made up to begin with.

    """

  private static let glossary = """
    term,meaning,also,source
    Deficit,Spending more money in a year than there is.,overspend,

    """

  private static let organisations = """
    id,name,kind,ods_code,role,source,note
    partnership,The partnership,commissioner,,Plans and pays for care,made-up,

    """

  private static let rates = """
    series,year,fact
    need,,assumption.need-growth
    price,,assumption.price-growth
    funding,,assumption.price-growth

    """

  private static let lines = """
    id,organisation,label,direction,baseline,demographic,non_demographic,price,other,variable_share,counterparty,note
    funding,partnership,Funding,funding,money.funding,,,funding,,,,
    care,partnership,Cost of care,cost,money.cost,need,,price,,,,

    """

  private static let pictures = """
    id,kind,title,summary,facts,labels,source_line
    gap-by-year,gap-by-year,The gap grows if nothing is done,The gap in each year from the base year to the last.,,,Made-up figures.

    """

  private static let scenario = """
    title: Need grows faster
    reason: What if need grows at the high end?
    assumptions:
      assumption.need-growth: high

    """

  private static let page = """
    ---
    title: We spend more than we have
    answer: The partnership is {{fact:money.deficit}} short in 2025-26.
    section: home
    order: 1
    ---

    Care costs {{fact:money.cost}} and there is {{fact:money.funding}} to pay for it. If nothing
    is done, the gap will be {{fact:finance.model.gap.2027-28}} in 2027-28.

    {{picture:gap-by-year}}

    """
}
