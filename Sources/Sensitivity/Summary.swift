// SPDX-License-Identifier: Apache-2.0

import Sampling

/// Mean and percentiles of values that have been checked.
struct Summary {
  let moments: SampleMoments
  let quantiles: SampleQuantiles

  init(_ values: [Double], _ name: String) throws(SensitivityError) {
    do {
      moments = try SampleMoments(values)
      quantiles = try SampleQuantiles(values)
    } catch SamplingError.valueNotANumber(let place) {
      throw .notANumber(of: name, run: place)
    } catch {
      throw .noRuns(of: name)
    }
  }
}
