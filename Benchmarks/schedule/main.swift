import Foundation
print("to come")
