internal import CKernels
internal import COpenBLAS

/// The BLAS and LAPACK routines of one element type, under names without a letter for the type: the one place where matrices
/// become addresses for them.
///
/// Sizes are not checked here; who calls a routine has seen that the arrays hold what it reads and writes.
package struct MatrixRoutines<Element: Sendable>: Sendable {
    typealias Input = [Element]

    let gemm:
        @Sendable (
            CBLAS_ORDER, CBLAS_TRANSPOSE, CBLAS_TRANSPOSE, Int32, Int32, Int32, Element, Input, Int32, Input, Int32,
            Element, inout [Element], Int32
        ) -> Void
    let syrk:
        @Sendable (
            CBLAS_ORDER, CBLAS_UPLO, CBLAS_TRANSPOSE, Int32, Int32, Element, Input, Int32, Element, inout [Element],
            Int32
        ) -> Void
    let trmm:
        @Sendable (
            CBLAS_ORDER, CBLAS_SIDE, CBLAS_UPLO, CBLAS_TRANSPOSE, CBLAS_DIAG, Int32, Int32, Element, Input, Int32,
            inout [Element], Int32
        ) -> Void
    let potrf: @Sendable (Int32, CChar, Int32, inout [Element], Int32) -> Int32
    let potrs: @Sendable (Int32, CChar, Int32, Int32, Input, Int32, inout [Element], Int32) -> Int32
    let syevd: @Sendable (Int32, CChar, CChar, Int32, inout [Element], Int32, inout [Element]) -> Int32
    let gels: @Sendable (Int32, CChar, Int32, Int32, Int32, inout [Element], Int32, inout [Element], Int32) -> Int32
}

extension MatrixRoutines<Float> {
    static let single = MatrixRoutines(
        gemm: { unsafe cblas_sgemm($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, &$12, $13) },
        syrk: { unsafe cblas_ssyrk($0, $1, $2, $3, $4, $5, $6, $7, $8, &$9, $10) },
        trmm: { unsafe cblas_strmm($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, &$10, $11) },
        potrf: { unsafe LAPACKE_spotrf($0, $1, $2, &$3, $4) },
        potrs: { unsafe LAPACKE_spotrs($0, $1, $2, $3, $4, $5, &$6, $7) },
        syevd: { unsafe LAPACKE_ssyevd($0, $1, $2, $3, &$4, $5, &$6) },
        gels: { unsafe LAPACKE_sgels($0, $1, $2, $3, $4, &$5, $6, &$7, $8) })
}

extension MatrixRoutines<Double> {
    static let double = MatrixRoutines(
        gemm: { unsafe cblas_dgemm($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, &$12, $13) },
        syrk: { unsafe cblas_dsyrk($0, $1, $2, $3, $4, $5, $6, $7, $8, &$9, $10) },
        trmm: { unsafe cblas_dtrmm($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, &$10, $11) },
        potrf: { unsafe LAPACKE_dpotrf($0, $1, $2, &$3, $4) },
        potrs: { unsafe LAPACKE_dpotrs($0, $1, $2, $3, $4, $5, &$6, $7) },
        syevd: { unsafe LAPACKE_dsyevd($0, $1, $2, $3, &$4, $5, &$6) },
        gels: { unsafe LAPACKE_dgels($0, $1, $2, $3, $4, &$5, $6, &$7, $8) })
}

extension MatrixRoutines<Float> {
    /// The products of all rows of a panel with some rows of a block, row by row.
    static func multiply(
        _ panel: FloatMatrix, byTransposed rows: Range<Int>, of block: FloatMatrix, into products: inout [Float]
    ) {
        precondition(
            rows.lowerBound >= 0 && rows.upperBound <= block.rows && panel.columns == block.columns
                && panel.rows * rows.count <= products.count, "a product of parts that are not there")
        unsafe block.elements.withUnsafeBufferPointer { elements in
            unsafe cblas_sgemm(
                CblasRowMajor, CblasNoTrans, CblasTrans, Int32(panel.rows), Int32(rows.count), Int32(panel.columns), 1,
                panel.elements, panel.stride,
                elements.baseAddress.map { unsafe $0 + rows.lowerBound * block.columns }, block.stride, 0, &products,
                Int32(rows.count))
        }
    }

    /// The places, from 0, of the values in a range that are above a bound, ascending; returns how many there are.
    static func findAbove(
        _ bound: Float, _ range: Range<Int>, of values: [Float], into found: inout [UInt32], vectors: Int32
    ) -> Int {
        precondition(
            range.lowerBound >= 0 && range.upperBound <= values.count && range.count <= found.count,
            "values that are not there")
        return unsafe values.withUnsafeBufferPointer { values in
            unsafe Int(
                singleout_find_above(
                    values.baseAddress.map { unsafe $0 + range.lowerBound }, UInt32(range.count), bound, &found, vectors
                ))
        }
    }
}

extension FloatMatrix {
    /// Adds to each row the signed bytes that belong to the row's code, times the code's scale.
    ///
    /// - Parameters:
    ///   - bytes: For each code so many bytes as there are `columns`.
    ///   - scales: One for each code.
    ///   - codes: One for each row from the first on, below the number of scales.
    ///   - first: The first row.
    ///   - columns: The columns that are added to.
    ///   - vectors: The version of the kernel.
    package mutating func addScaled(
        _ bytes: [Int8], _ scales: [Float], _ codes: [UInt32], fromRow first: Int, columns range: Range<Int>,
        vectors: Int32
    ) {
        precondition(
            first >= 0 && first + codes.count <= rows && range.lowerBound >= 0 && range.upperBound <= columns
                && bytes.count >= scales.count * range.count && codes.reduce(0, max) < scales.count,
            "rows, columns or codes that are not there")
        let (start, stride) = (first * columns + range.lowerBound, UInt32(columns))
        unsafe elements.withUnsafeMutableBufferPointer { elements in
            unsafe singleout_add_scaled_rows(
                bytes, UInt32(range.count), scales, codes, UInt32(codes.count),
                elements.baseAddress.map { unsafe $0 + start }, stride, vectors)
        }
    }
}

extension MatrixLibrary {
    /// The version and build of the library in its own words.
    static var configuration: String { unsafe String(cString: openblas_get_config()) }
    /// The processor that the library takes this one for.
    static var core: String { unsafe String(cString: openblas_get_corename()) }
}
