import Testing

@testable import Briefing

struct NumberTextTests {
    @Test(arguments: [
        (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-1_000, "-1,000"),
        (Int.max, "9,223,372,036,854,775,807"), (Int.min, "-9,223,372,036,854,775,808"),
    ])
    func integers(value: Int, expected: String) {
        #expect(NumberText.integer(value) == expected)
    }

    @Test(arguments: [
        (0.0, 2, "0.00"), (1.005, 0, "1"), (0.5, 0, "1"), (2.675, 1, "2.7"), (1_234.5, 1, "1,234.5"), (-0.04, 1, "0.0"),
        (-2.5, 1, "-2.5"), (0.00004, 4, "0.0000"), (0.99999, 4, "1.0000"), (1e-9, 9, "0.000000001"),
    ])
    func reals(value: Double, decimals: Int, expected: String) {
        #expect(NumberText.real(value, decimals: decimals) == expected)
    }

    /// Only nothing is 0.0 % and only everything is 100.0 %.
    @Test(arguments: [
        (0.0, "0.0 %"), (1e-12, "<0.1 %"), (0.000499, "<0.1 %"), (0.0005, "0.1 %"), (0.235, "23.5 %"),
        (0.9994, "99.9 %"),
        (0.9996, ">99.9 %"), (1.0, "100.0 %"), (1 - 1e-12, ">99.9 %"),
    ])
    func shares(value: Double, expected: String) {
        #expect(NumberText.share(value) == expected)
    }
}
