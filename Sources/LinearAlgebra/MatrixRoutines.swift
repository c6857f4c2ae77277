internal import COpenBLAS

/// The BLAS and LAPACK routines of one element type, under names without a letter for the type.
@safe
package struct MatrixRoutines<Element: Sendable>: Sendable {
    typealias Input = UnsafePointer<Element>?
    typealias InOut = UnsafeMutablePointer<Element>?

    let gemm:
        @Sendable (
            CBLAS_ORDER, CBLAS_TRANSPOSE, CBLAS_TRANSPOSE, Int32, Int32, Int32, Element, Input, Int32, Input, Int32,
            Element, InOut, Int32
        ) -> Void
    let syrk:
        @Sendable (
            CBLAS_ORDER, CBLAS_UPLO, CBLAS_TRANSPOSE, Int32, Int32, Element, Input, Int32, Element, InOut, Int32
        ) -> Void
    let trmm:
        @Sendable (
            CBLAS_ORDER, CBLAS_SIDE, CBLAS_UPLO, CBLAS_TRANSPOSE, CBLAS_DIAG, Int32, Int32, Element, Input, Int32,
            InOut, Int32
        ) -> Void
    let potrf: @Sendable (Int32, CChar, Int32, InOut, Int32) -> Int32
    let potrs: @Sendable (Int32, CChar, Int32, Int32, Input, Int32, InOut, Int32) -> Int32
    let syevd: @Sendable (Int32, CChar, CChar, Int32, InOut, Int32, InOut) -> Int32
    let gels: @Sendable (Int32, CChar, Int32, Int32, Int32, InOut, Int32, InOut, Int32) -> Int32
}

extension MatrixRoutines<Float> {
    static let single = unsafe MatrixRoutines(
        gemm: { unsafe cblas_sgemm($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) },
        syrk: { unsafe cblas_ssyrk($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10) },
        trmm: { unsafe cblas_strmm($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) },
        potrf: { unsafe LAPACKE_spotrf($0, $1, $2, $3, $4) },
        potrs: { unsafe LAPACKE_spotrs($0, $1, $2, $3, $4, $5, $6, $7) },
        syevd: { unsafe LAPACKE_ssyevd($0, $1, $2, $3, $4, $5, $6) },
        gels: { unsafe LAPACKE_sgels($0, $1, $2, $3, $4, $5, $6, $7, $8) })
}

extension MatrixRoutines<Double> {
    static let double = unsafe MatrixRoutines(
        gemm: { unsafe cblas_dgemm($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) },
        syrk: { unsafe cblas_dsyrk($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10) },
        trmm: { unsafe cblas_dtrmm($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) },
        potrf: { unsafe LAPACKE_dpotrf($0, $1, $2, $3, $4) },
        potrs: { unsafe LAPACKE_dpotrs($0, $1, $2, $3, $4, $5, $6, $7) },
        syevd: { unsafe LAPACKE_dsyevd($0, $1, $2, $3, $4, $5, $6) },
        gels: { unsafe LAPACKE_dgels($0, $1, $2, $3, $4, $5, $6, $7, $8) })
}
