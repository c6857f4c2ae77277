internal import Glibc

// The C library's functions under names that do not hide behind an import of Foundation.

@inline(__always) func exponential(_ x: Double) -> Double { Glibc.exp(x) }
@inline(__always) func logarithm(_ x: Double) -> Double { Glibc.log(x) }
@inline(__always) func power(_ x: Double, _ y: Double) -> Double { Glibc.pow(x, y) }
@inline(__always) func logarithmOfOnePlus(_ x: Double) -> Double { Glibc.log1p(x) }
