/// What a matrix can be made of: `Float` and `Double`, the types that OpenBLAS computes with.
package protocol MatrixElement: BinaryFloatingPoint, Sendable {
    /// The routines for matrices of this type; only this module can make them.
    static var routines: MatrixRoutines<Self> { get }
}

extension Float: MatrixElement {
    /// The single-precision routines.
    package static let routines: MatrixRoutines<Float> = .single
}

extension Double: MatrixElement {
    /// The double-precision routines.
    package static let routines: MatrixRoutines<Double> = .double
}
