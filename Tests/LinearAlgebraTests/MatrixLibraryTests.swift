import Testing

@testable import LinearAlgebra

/// The library is tried once, and one wrong number is enough to refuse it.
struct MatrixLibraryTests {
    @Test func thisLibraryIsRight() throws {
        try MatrixLibrary.requireCorrect()
        #expect(MatrixLibrary.fault(of: Double.self) == nil)
        #expect(MatrixLibrary.fault(of: Float.self) == nil)
    }

    @Test(arguments: ["gemm", "gemm, right transposed", "gemm, left transposed", "syrk", "potrf", "trmm"])
    func aWrongNumberIsSeen(routine: String) {
        for place in [0, 1] {
            func spoilt<Element: MatrixElement>(_ name: String, _ found: [Element]) -> [Element] {
                var found = found
                if name == routine, found.count > 1 { found[place == 0 ? 0 : found.count - 1] += 1 }
                return found
            }
            #expect(MatrixLibrary.fault(of: Double.self, result: spoilt) == routine)
            #expect(MatrixLibrary.fault(of: Float.self, result: spoilt) == routine)
        }
    }

    /// Kernels for large matrices are others than those for small ones.
    @Test func aWrongNumberOfALargeProductIsSeen() {
        let fault = MatrixLibrary.fault(of: Double.self) { name, found in
            var found = found
            if found.count > 10_000 { found[found.count / 2] -= 1 }
            return found
        }
        #expect(fault == "gemm")
    }

    @Test func theErrorNamesTheLibrary() {
        let error = LinearAlgebraError.wrongResults(library: MatrixLibrary.description, routine: "gemm")
        #expect(error.description.hasPrefix("OpenBLAS ") && error.description.contains(", core "))
    }
}
