@_exported public import Briefing
@_exported public import Disclosure
@_exported public import LinearAlgebra
@_exported public import Linkage
@_exported public import Microdata
@_exported public import PupilRegister
@_exported public import SparkCounting
