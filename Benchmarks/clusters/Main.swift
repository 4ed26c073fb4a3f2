// SPDX-License-Identifier: Apache-2.0

import Clusters

@main struct ClustersBenchmark {
  static func main() {}
}
