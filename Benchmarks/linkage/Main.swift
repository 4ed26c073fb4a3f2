// SPDX-License-Identifier: Apache-2.0

import Linkage

/// Times the linkage engine.
@main
struct LinkageBench {
  static func main() {}
}
