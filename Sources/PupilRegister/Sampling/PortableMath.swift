/// Elementary functions from additions, multiplications, divisions and square roots only.
///
/// IEEE 754 rounds these the same everywhere, so that what they compute is the same on every machine, to the bit; the C
/// library's functions differ between versions and processors. They serve the set-up of tables, never an inner loop.
enum PortableMath {
    private static let ln2 = 0.693_147_180_559_945_3

    /// The exponential function for arguments in `[-700, 700]`.
    ///
    /// Relative error below 1e-12: Taylor's series of `x / 1024`, squared ten times.
    static func exp(_ x: Double) -> Double {
        precondition(abs(x) <= 700, "exp of \(x) is beyond the range")
        let r = x / 1024
        var sum = 1.0
        for term in stride(from: 9, through: 1, by: -1) { sum = 1 + r / Double(term) * sum }
        for _ in 0..<10 { sum *= sum }
        return sum
    }

    /// The natural logarithm of a positive, normal number.
    ///
    /// Relative error below 1e-14: the exponent apart, the series of the inverse hyperbolic tangent.
    static func log(_ x: Double) -> Double {
        precondition(x.isNormal && x > 0, "the logarithm of \(x) does not exist")
        var exponent = Double(x.exponent)
        var mantissa = x.significand
        if mantissa > 1.414_213_562_373_095 {
            mantissa /= 2
            exponent += 1
        }
        let t = (mantissa - 1) / (mantissa + 1)
        var sum = 0.0
        for term in stride(from: 27, through: 1, by: -2) { sum = sum * t * t + 1 / Double(term) }
        return exponent * ln2 + 2 * t * sum
    }

    /// `base` to a real power, for a positive base.
    static func power(_ base: Double, _ exponent: Double) -> Double { exp(exponent * log(base)) }

    /// The standard normal quantile of a probability in `(0, 1)`.
    ///
    /// Absolute error below 1e-9: Wichura's rational functions of degree 7. Source: Wichura, Algorithm AS 241, Applied
    /// Statistics 37 (1988), 477-484, routine PPND16.
    static func normalQuantile(_ p: Double) -> Double {
        precondition(p > 0 && p < 1, "there is no quantile at \(p)")
        let q = p - 0.5
        if abs(q) <= 0.425 {
            let r = 0.180625 - q * q
            return q * polynomial(central.over, r) / polynomial(central.under, r)
        }
        var r = (-log(q < 0 ? p : 1 - p)).squareRoot()
        let value: Double
        if r <= 5 {
            r -= 1.6
            value = polynomial(middle.over, r) / polynomial(middle.under, r)
        } else {
            r -= 5
            value = polynomial(far.over, r) / polynomial(far.under, r)
        }
        return q < 0 ? -value : value
    }

    /// The value of a polynomial whose coefficients start with the constant.
    private static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
        coefficients.reversed().reduce(0) { $0 * x + $1 }
    }

    private static let central: (over: [Double], under: [Double]) = (
        [
            3.387_132_872_796_366_608_0, 1.331_416_678_917_843_774_5e2, 1.971_590_950_306_551_442_7e3,
            1.373_169_376_550_946_112_5e4, 4.592_195_393_154_987_145_7e4, 6.726_577_092_700_870_085_3e4,
            3.343_057_558_358_812_810_5e4, 2.509_080_928_730_122_672_7e3,
        ],
        [
            1, 4.231_333_070_160_091_125_2e1, 6.871_870_074_920_579_083_0e2, 5.394_196_021_424_751_107_7e3,
            2.121_379_430_158_659_586_7e4, 3.930_789_580_009_271_061_0e4, 2.872_908_573_572_194_267_4e4,
            5.226_495_278_852_854_561_0e3,
        ]
    )
    private static let middle: (over: [Double], under: [Double]) = (
        [
            1.423_437_110_749_683_577_34, 4.630_337_846_156_545_295_90, 5.769_497_221_460_691_405_50,
            3.647_848_324_763_204_605_04, 1.270_458_252_452_368_382_58, 2.417_807_251_774_506_117_70e-1,
            2.272_384_498_926_918_458_33e-2, 7.745_450_142_783_414_076_40e-4,
        ],
        [
            1, 2.053_191_626_637_758_821_87, 1.676_384_830_183_803_849_40, 6.897_673_349_851_000_045_50e-1,
            1.481_039_764_274_800_745_90e-1, 1.519_866_656_361_645_719_66e-2, 5.475_938_084_995_344_946_00e-4,
            1.050_750_071_644_416_843_24e-9,
        ]
    )
    private static let far: (over: [Double], under: [Double]) = (
        [
            6.657_904_643_501_103_777_20, 5.463_784_911_164_114_369_90, 1.784_826_539_917_291_335_80,
            2.965_605_718_285_048_912_30e-1, 2.653_218_952_657_612_309_30e-2, 1.242_660_947_388_078_438_60e-3,
            2.711_555_568_743_487_578_15e-5, 2.010_334_399_292_288_132_65e-7,
        ],
        [
            1, 5.998_322_065_558_879_376_90e-1, 1.369_298_809_227_358_053_10e-1, 1.487_536_129_085_061_485_25e-2,
            7.868_691_311_456_132_591_00e-4, 1.846_318_317_510_054_681_80e-5, 1.421_511_758_316_445_888_70e-7,
            2.044_263_103_389_939_785_64e-15,
        ]
    )
}
