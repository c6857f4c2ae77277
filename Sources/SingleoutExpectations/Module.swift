@_exported public import Singleout
@_exported public import SingleoutTesting
