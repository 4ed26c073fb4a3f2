// SPDX-License-Identifier: Apache-2.0
import PatientFlow
@main enum Main { static func main() {} }
