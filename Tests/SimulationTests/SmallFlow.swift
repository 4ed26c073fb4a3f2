// SPDX-License-Identifier: Apache-2.0

import Assessment
import Foundation
import PlanPackage
import Simulation

/// A plan with one ward and one community service, made in memory; every figure is made up.
struct SmallFlow {
  /// Tables by path.
  var files: [String: String]

  private static let origin = "assumption,paper,"

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

      """,
      "sources.csv":
        "id,title,publisher,published,kind,licence,address,note\npaper,The paper,The board,2020,paper,,,\n",
      "facts.csv":
        "id,measure,label,value,unit,qualifier,period,basis,scope,price_base,source,locator,quotation,"
        + "confidence,note\npeople.a-year,,People a year,730,people,,2020-21,plan,Nowhere,,paper,,,read,\n",
      "flow/models.csv":
        "id,title,question,kind,overview,limits,first_day,warm_up_days,days,audit_hour,precision,"
        + "most_runs,deciding,note\n"
        + "leaving,Leaving,Why wait?,terminating,From ward to home.,All of it.,2020-01-01,0,28,6,0.1,20,"
        + "ward.blocked;ward.audit-queue,A note.\n",
      "flow/classes.csv":
        "model,id,name,priority,patience,balks_at_queue,cancelled_at_free_beds,rebooked_after_days,"
        + "basis,source,note\nleaving,people,People,1,,,,,\(Self.origin)\n"
        + "leaving,planned,Planned,2,patience,9,3,14,\(Self.origin)\n",
      "flow/units.csv":
        "model,id,name,kind,order,when_full,queue_limit,first_visits,first_deviation,last_visits,"
        + "last_deviation,overtaking,basis,source,note\n"
        + "leaving,ward,Ward,beds,priority,,40,,,,,,\(Self.origin)\n"
        + "leaving,homes,Homes,beds,,elsewhere,,,,,,,\(Self.origin)\n"
        + "leaving,visits,Visits,visits,,,,4,0.5,1,0.5,no,\(Self.origin)\n",
      "flow/beds.csv":
        "model,unit,id,classes,beds,fact,by_weekday,basis,source,note\n"
        + "leaving,ward,fenced,planned,2,,,\(Self.origin)\n"
        + "leaving,ward,pool,,12,,12;12;12;12;12;8;8,\(Self.origin)\n"
        + "leaving,homes,beds,,8,,,\(Self.origin)\nleaving,visits,visits,,30,,,\(Self.origin)\n",
      "flow/bed_changes.csv":
        "model,unit,group,from,until,change,reason,basis,source,note\n"
        + "leaving,homes,beds,2020-01-04,2020-01-06,-8,holidays,\(Self.origin)\n"
        + "leaving,homes,beds,2019-12-01,,1,before the start,\(Self.origin)\n",
      "flow/escalation.csv":
        "model,unit,group,id,beds,opens_at_queue,closes_at_queue,notice_hours,basis,source,note\n"
        + "leaving,ward,pool,more,2,5,1,12,\(Self.origin)\n",
      "flow/arrivals.csv":
        "model,id,name,class,unit,per_day,fact,fact_days,times,profile,basis,source,note\n"
        + "leaving,people,People,people,ward,,people.a-year,365,1.5,waves,\(Self.origin)\n"
        + "leaving,planned,Planned,planned,ward,0.5,,,,,\(Self.origin)\n",
      "flow/profiles.csv":
        "model,profile,kind,key,factor,basis,source,note\n"
        + "leaving,waves,hour,3,0.5,\(Self.origin)\nleaving,waves,weekday,sunday,0.8,\(Self.origin)\n"
        + "leaving,waves,month,1,1.2,\(Self.origin)\nleaving,waves,date,2020-01-02,2,\(Self.origin)\n",
      "flow/stays.csv":
        "model,id,name,distribution,mean,median,deviation,low,high,shape,scale,observed,basis,source,"
        + "note\nleaving,care,Care,lognormal,4,3,,,,,,,\(Self.origin)\n"
        + "leaving,short,Short care,lognormal,2,,1,,,,,,\(Self.origin)\n"
        + "leaving,community,Community,exponential,14,,,,,,,,\(Self.origin)\n"
        + "leaving,patience,Patience,uniform,,,,5,10,,,,\(Self.origin)\n"
        + "leaving,papers,Papers,observed,,,,,,,,0.5;1;2,\(Self.origin)\n",
      "flow/routes.csv":
        "model,unit,class,id,name,to,becomes,chance,stay,transition,basis,source,note\n"
        + "leaving,ward,people,home,home,,,0.5,short,,\(Self.origin)\n"
        + "leaving,ward,people,homes,a bed,homes,,0.25,care,papers,\(Self.origin)\n"
        + "leaving,ward,people,visits,visits,visits,,0.25,care,,\(Self.origin)\n"
        + "leaving,ward,planned,home,home,,,1,short,,\(Self.origin)\n"
        + "leaving,homes,people,home,home,,,1,community,,\(Self.origin)\n"
        + "leaving,visits,people,home,home,,,1,community,,\(Self.origin)\n",
      "flow/census.csv":
        "model,class,unit,waiting_for,people,fact,basis,source,note\n"
        + "leaving,people,ward,,6,,\(Self.origin)\nleaving,people,ward,homes,2,,\(Self.origin)\n",
      "flow/variants.csv":
        "model,id,title,reason\nleaving,more,More,Is it worth it?\nleaving,free,No limit,What is needed?\n",
      "flow/variant_changes.csv":
        "model,variant,table,row,column,value,reason\nleaving,more,beds,homes/beds,beds,9,One more.\n"
        + "leaving,free,units,homes,kind,unlimited,No limit.\nleaving,free,models,,days,56,Longer.\n",
    ]
  }

  /// Puts one text in place of another in a file.
  mutating func replace(_ file: String, _ old: String, _ new: String) {
    files[file] = files[file]?.replacing(old, with: new)
  }

  func reading(scenario: String? = nil) throws(PlanError) -> FlowReading {
    let files = files.keys.sorted().map {
      PlanFile(path: $0, bytes: Array((self.files[$0] ?? "").utf8))
    }
    return try FlowReading(Assessment(PlanReader(files: files), scenario: scenario))
  }

  /// Everything that is wrong with it.
  var violations: [Violation] {
    do throws(PlanError) {
      _ = try reading()
      return []
    } catch {
      return error.violations
    }
  }
}
