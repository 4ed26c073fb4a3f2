// SPDX-License-Identifier: Apache-2.0

/// The difference in value within which two totals count as equal.
///
/// Totals lie from 0 to 1 and are sums of rounded products, so equal judgements may differ in the
/// last digits; a billionth is far below anything an evaluator can mean.
public let tieTolerance = 1e-9
