// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Resampling
import Testing

@Suite struct ReproducibilityTests {
  @Test func `runs are the same in any order and on any number of threads`() throws {
    let model = try Models.everything(seed: 9)
    let inOrder = (0..<24).map { model.run($0) }
    let backwards = (0..<24).reversed().map { model.run($0) }

    nonisolated(unsafe) var together = [ResamplingRun?](repeating: nil, count: 24)
    together.withUnsafeMutableBufferPointer { places in
      nonisolated(unsafe) let places = places
      DispatchQueue.concurrentPerform(iterations: 24) { places[$0] = model.run($0) }
    }

    #expect(backwards.reversed() == inOrder)
    #expect(together == inOrder)
  }

  @Test func `a model made twice draws the same, and another seed draws otherwise`() throws {
    let first = try Models.everything(seed: 3).run(5)
    #expect(try Models.everything(seed: 3).run(5) == first)
    #expect(try Models.spells().run(1) != Models.spells().run(2))
  }
}
