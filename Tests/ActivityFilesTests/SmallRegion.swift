// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A region of three people in two places, by hand.
struct SmallRegion {
  let folder: String

  init(_ changes: [String: String] = [:]) throws {
    folder = NSTemporaryDirectory() + "weald-activity-" + UUID().uuidString
    var files = SmallRegion.files
    for (name, text) in changes { files[name] = text }
    for (name, text) in files {
      let url = URL(fileURLWithPath: folder + "/" + name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  static let files = [
    "linked/clusters.csv": "id,cluster\ngp-1,a\ngp-2,b\nac-1,a\nac-2,c\n",
    "linked/report.json": """
    {"expectedPrecision": 0.99, "expectedRecall": 0.975, "errorRates": [
    {"by": "source", "group": "gp", "records": 9000, "falseMatchRate": 0, "missedMatchRate": 0.01},
    {"by": "source", "group": "acute", "records": 7, "falseMatchRate": 0, "missedMatchRate": 1}]}
    """,
    "activity/sources/gp.csv":
      "id,source,year-of-birth,place,property-token,synthetic\n"
      + "gp-1,gp,1940,Ashford,h1,yes\ngp-2,gp,2010,Dover,h1,yes\n",
    "activity/sources/acute.csv":
      "id,source,year-of-birth,place,property-token,synthetic\n"
      + "ac-1,acute,1941,Dover,h9,yes\nac-2,acute,,,,yes\n",
    "activity/events/gp.csv": header
      + "1,gp-1,2016-05,gp-appointment,Mill Surgery,ccg,diabetes,40.50,yes\n"
      + "2,gp-1,2017-01,gp-appointment,Mill Surgery,ccg,diabetes,40.5,yes\n"
      + "3,gp-2,2016-06-30,gp-appointment,\"Mill, Surgery\",ccg,,,yes\n"
      + "4,gp-2,2016-02-30,gp-appointment,Mill Surgery,ccg,,1.00,yes\n"
      + "5,nobody,2016-06,gp-appointment,Mill Surgery,ccg,,1.00,yes\n",
    "activity/events/acute.csv": header
      + "6,ac-1,2016-07,a-and-e,Hospital,ccg,copd,183,yes\n"
      + "7,ac-2,2016-08,a-and-e,Hospital,ccg,copd,100.01,yes\r\n"
      + "8,ac-2,2016-08,a-and-e,Hospital,ccg,copd,-5,yes\n"
      + "9,ac-2,2016-08,,Hospital,ccg,copd,5,yes\n" + "10,ac-2,2016-08\n\n"
      + "11,ac-1,2019-08,a-and-e,Hospital,ccg,,7,yes",
    "activity/reference/conditions.csv":
      "condition,name,group,codes,minimum-contacts,within-years\n"
      + "diabetes,Diabetes,metabolic,diabetes,2,1\ncopd,COPD,lungs,copd;asthma,1,\n",
  ]

  private static let header =
    "event,record,date,kind,provider,commissioner,condition,cost,synthetic\n"
}
