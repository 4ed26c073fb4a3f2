// SPDX-License-Identifier: Apache-2.0

import Assessment
import Foundation
import PlanPackage
import Projection
import Testing

/// A plan of one hospital and one community service, made in memory; every figure is made up.
struct SmallPlan {
  /// Tables by path.
  var files: [String: String]

  /// Two factors of 10% on 1,000 units, and nothing else.
  init() {
    files = [
      "plan.yaml": """
      id: small
      title: A small plan
      area: Nowhere
      status: draft
      horizon: 2020-21/2022-23
      price_base: cash
      as_of: 2020-01-01
      licence: CC-BY-4.0
      synthetic: true
      models:
        projection:
          base_year: 2020-21
          last_year: 2022-23
          seed: 7

      """,
      "sources.csv":
        "id,title,publisher,published,kind,licence,address,note\npaper,The paper,The board,2020,paper,,,\n",
      "programme/organisations.csv":
        "id,name,kind,ods_code,role,source,note\nhospital,The hospital,provider,,,paper,\n"
        + "homes,Care at home,provider,,,paper,\n",
      "assumptions.csv": SmallPlan.assumptions([
        "ten.one,A tenth more,,10,,%,fixed", "ten.two,Another tenth,,10,,%,fixed",
      ]),
      "demand/population_variants.csv": "id,label,probability,source,note\nonly,Only,1,paper,\n",
      "demand/population.csv": SmallPlan.population(growth: [1, 1, 1]),
      "demand/services.csv":
        SmallPlan.serviceHeader
        + "stays,Emergency stays,hospital,acute,emergency,stays,population,,,,synthetic,paper,\n"
        + "visits,Visits at home,homes,community,visit,visits,population,,,,synthetic,paper,\n",
      "demand/activity.csv":
        "service,sex,age_from,age_to,activity,bed_days\nstays,persons,0,,1000,5000\n"
        + "visits,persons,0,,2000,\n",
      "demand/factors.csv":
        SmallPlan.factorHeader + "one,One,non-demographic,,,,,stays,,,,ten.one,once,2021-22,,\n"
        + "two,Two,non-demographic,,,,,stays,,,,ten.two,once,2021-22,,\n",
    ]
    files["facts.csv"] = SmallPlan.facts([])
  }

  static let serviceHeader =
    "id,label,provider,setting,kind,unit,grows_with,growth_group,season,starts,basis,source,note\n"
  static let factorHeader =
    "id,label,kind,provider,setting,service_kind,growth_group,service,sex,age_from,age_to,value,per,"
    + "from,to,note\n"
  static let mitigatorHeader =
    "id,label,kind,provider,setting,service_kind,growth_group,service,sex,age_from,age_to,reach,"
    + "effect,from,ramp,to_service,per_unit,scheme,note\n"
  static let resourceHeader =
    "id,label,kind,provider,unit,available,available_fact,chance_full,utilisation,hours_a_week,"
    + "weeks_a_year,variability,basis,source,note\n"
  static let schemeHeader =
    "id,label,workstream,organisation,full_year_effect,start,ramp,recurrent,investment_recurrent,"
    + "investment_once,confidence,pool,transfer_to,note\n"

  /// Rows of id,label,low,central,high,unit,distribution.
  static func assumptions(_ rows: [String]) -> String {
    "id,label,low,central,high,unit,distribution,quality,impact,owner,review_by,source,why\n"
      + rows.map { $0 + ",red,high,,2030-01-01,paper,Made up.\n" }.joined()
  }

  /// Rows of id,value,unit.
  static func facts(_ rows: [String]) -> String {
    "id,measure,label,value,unit,qualifier,period,basis,scope,price_base,source,locator,quotation,"
      + "confidence,note\n"
      + rows.map { row in
        let cells = row.split(separator: ",").map(String.init)
        let base = cells[2].hasPrefix("GBP") ? "cash" : ""
        return "\(cells[0]),,\(cells[0]),\(cells[1]),\(cells[2]),,2020-21,plan,Nowhere,\(base),"
          + "paper,,,read,\n"
      }.joined()
  }

  /// 600 people aged 0, 300 aged 1 and 100 of 2 and over, as many of each sex, times the growth.
  static func population(growth: [Double], variant: String = "only") -> String {
    var text = "variant,year,sex,age,people\n"
    for (offset, times) in growth.enumerated() {
      for sex in ["female", "male"] {
        for (age, people) in [300.0, 150, 50].enumerated() {
          // The old grow twice as much.
          let factor = age == 2 ? times * times : times
          text += "\(variant),\(2020 + offset),\(sex),\(age),\(people * factor)\n"
        }
      }
    }
    return text
  }

  /// Care at home in place of stays, beds, nurses and money, all uncertain.
  static var whole: SmallPlan {
    var plan = SmallPlan()
    plan.files["demand/population.csv"] = population(growth: [1, 1.02, 1.05])
    plan.files["assumptions.csv"] = assumptions([
      "ten.one,A tenth more,5,10,15,%,triangular", "ten.two,Another tenth,8,10,12,%,interval",
      "home.reach,Stays that could be at home,20,30,40,%,uniform",
      "home.effect,Of these that will be,40,50,60,%,normal",
      "price.rate,Pay and prices,1,2,4,%,triangular",
    ])
    plan.files["demand/mitigators.csv"] =
      mitigatorHeader
      + "home,Care at home,move,,,,,stays,,,,home.reach,home.effect,2021-22,0.5;1,visits,4,,\n"
    plan.files["demand/correlations.csv"] =
      "first,second,rank_correlation,why\nten.one,ten.two,0.5,Both follow illness.\n"
    plan.files["capacity/resources.csv"] =
      resourceHeader + "general,General beds,beds,hospital,beds,20,,0.05,,,,1.5,synthetic,paper,\n"
      + "nurses,Nurses,staff,homes,nurses,,,,0.8,37.5,42,,synthetic,paper,\n"
    plan.files["capacity/uses.csv"] =
      "resource,service,per,minutes,amount,note\ngeneral,stays,bed-days,,1,\n"
      + "nurses,visits,activity,45,,\n"
    plan.files["facts.csv"] = facts([
      "money.funding,30,GBP million", "money.care,31,GBP million", "money.homes,4,GBP million",
      "saving.post,1,GBP million", "invest.post,0.2,GBP million",
    ])
    plan.files["finance/rates.csv"] = "series,year,fact\nprices,,price.rate\n"
    plan.files["finance/lines.csv"] =
      "id,organisation,label,direction,baseline,demographic,non_demographic,price,other,"
      + "variable_share,counterparty,note\n"
      + "funding,hospital,Funding,funding,money.funding,,,prices,,,,\n"
      + "care,hospital,Care,cost,money.care,,,prices,,,,\n"
      + "homecare,homes,Care at home,cost,money.homes,,,prices,,,,\n"
    plan.files["costs/drivers.csv"] =
      "line,service,resource,behaviour,share,step,delay_months,note\n"
      + "care,,general,semi-fixed,0.4,4,6,\ncare,stays,,variable,0.3,,0,\n"
      + "homecare,visits,,variable,0.8,,0,\n"
    plan.files["programme/themes.csv"] = "id,name,summary\npost,Post,Post\n"
    plan.files["programme/workstreams.csv"] =
      "id,theme,name,summary,aim,source,successor_of,note\npost,post,Post,Post,Less,paper,,\n"
    plan.files["finance/schemes.csv"] =
      schemeHeader
      + "letters,Fewer letters,post,hospital,saving.post,2021-04-01,,yes,invest.post,,0.7,,,\n"
    plan.files["demand/promises.csv"] =
      "id,label,measure,year,comparison,target,target_fact,source,note\n"
      + "beds,At most 20 beds,beds.general,2022-23,at most,20,,paper,\n"
    return plan
  }

  func reader() throws(PlanError) -> PlanReader {
    try PlanReader(
      files: files.keys.sorted().map { PlanFile(path: $0, bytes: Array((files[$0] ?? "").utf8)) })
  }

  func model() throws(PlanError) -> ProjectionModel {
    try ProjectionModel(Assessment(reader()))
  }

  /// Everything that is wrong with it.
  var violations: [Violation] {
    do throws(PlanError) {
      _ = try model()
      return []
    } catch {
      return error.violations
    }
  }
}
