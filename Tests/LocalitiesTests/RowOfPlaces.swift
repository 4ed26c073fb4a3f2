// SPDX-License-Identifier: Apache-2.0

import Assessment
import Localities
import PlanPackage

/// A starter plan with four places in a row, A to D, with 20, 30, 30 and 20 people; every figure is made up.
struct RowOfPlaces {
  var groupings = """
    id,name,one,label,made_of,floor,ceiling,count,seed,source,note
    clusters,Clusters,cluster,C,neighbourhoods,band.floor,band.ceiling,,1,made-up,

    """
  var changes = "grouping,area,to,reason,source\n"

  func reading() throws -> GroupingReading {
    try GroupingReading(Assessment(PlanReader(files: files)))
  }

  private var files: [PlanFile] {
    var files = Dictionary(
      StarterPlan.files(name: "test", title: "Test", area: "Here").map { ($0.path, $0.text) },
      uniquingKeysWith: { first, _ in first })
    files["facts.csv", default: ""] +=
      [("band.floor", 40), ("band.ceiling", 60), ("band.hub", 200)].map { id, people in
        "\(id),,People of \(id),\(people),people,,2026,plan,Here,,made-up,,,read,\n"
      }.joined()
    files["geography/areas.csv"] =
      """
      id,name,district,inside,latitude,longitude,population,aged_65_plus,aged_75_plus,\
      deprivation_decile,source

      """
      + ["A", "B", "C", "D"].enumerated().map { index, id in
        "\(id),Place \(id),District,yes,51,0.\(index),,,,,made-up\n"
      }.joined()
    for (name, text) in localCare { files["local-care/\(name).csv"] = text }
    return files.map { PlanFile(path: $0.key, bytes: Array($0.value.utf8)) }
  }

  private var localCare: [String: String] {
    [
      "localities": "id,name,organisation,registered,source,note\nhere,Here,,,made-up,\n",
      "neighbourhoods": """
      area,locality,town,residents,at_horizon,deprivation,source
      A,here,Westown,20,,10,made-up
      B,here,Westown,30,,20,made-up
      C,here,Eastown,30,,30,made-up
      D,here,Eastown,20,,40,made-up

      """,
      "neighbourhood_links": "first,second\nA,B\nB,C\nC,D\n",
      "groupings": groupings,
      "grouping_preferences": """
      grouping,preference,weight,reason,source
      clusters,compactness,1,The unit.,made-up
      clusters,contiguity,,A rule.,made-up

      """,
      "group_changes": changes,
      "published_groupings": """
      id,name,grouping,locality,count,evidence,source,note
      paper,The paper,clusters,here,band.floor,excerpt,made-up,

      """,
      "published_groups": """
      id,grouping,name,groups,people,towns,note
      west,paper,West,1,,Westown,
      moor,paper,Moor,1,,,

      """,
    ]
  }
}
