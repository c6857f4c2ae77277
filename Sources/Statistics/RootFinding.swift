/// Finds where a function of one variable is zero.
package enum RootFinding {
    /// A root between two points with values of opposite signs, by Brent's method.
    ///
    /// - Parameters:
    ///   - lower: One end of the bracket.
    ///   - upper: The other end.
    ///   - tolerance: The width of the bracket, relative to the root, at which to stop.
    ///   - function: Must be finite within the bracket.
    /// - Returns: The root, or `nil` when both ends have values of the same sign.
    /// - Complexity: At most 200 evaluations; usually 10.
    ///
    /// Source: Brent, Algorithms for Minimization without Derivatives, 1973, chapter 4.
    package static func bracketed(
        _ lower: Double, _ upper: Double, tolerance: Double = 1e-14, _ function: (Double) -> Double
    ) -> Double? {
        var (a, b) = (lower, upper)
        var (fa, fb) = (function(a), function(b))
        if fa == 0 { return a }
        if fb == 0 { return b }
        if (fa > 0) == (fb > 0) || fa.isNaN || fb.isNaN { return nil }
        var (c, fc) = (a, fa)
        var step = b - a
        var last = step
        for _ in 0..<200 {
            if (fb > 0) == (fc > 0) {
                (c, fc) = (a, fa)
                step = b - a
                last = step
            }
            if abs(fc) < abs(fb) {
                (a, b, c) = (b, c, b)
                (fa, fb, fc) = (fb, fc, fb)
            }
            let near = 2 * Double.ulpOfOne * abs(b) + tolerance / 2 * max(abs(b), .leastNormalMagnitude)
            let half = (c - b) / 2
            if abs(half) <= near || fb == 0 { return b }
            if abs(last) >= near, abs(fa) > abs(fb) {
                let (p, q) = interpolation(a, b, c, fa, fb, fc, half)
                if 2 * p < min(3 * half * q - abs(near * q), abs(last * q)) {
                    (last, step) = (step, p / q)
                } else {
                    (last, step) = (half, half)
                }
            } else {
                (last, step) = (half, half)
            }
            (a, fa) = (b, fb)
            b += abs(step) > near ? step : (half > 0 ? near : -near)
            fb = function(b)
        }
        return b
    }

    /// The step of inverse quadratic or linear interpolation, as a fraction with a numerator of at least 0.
    private static func interpolation(
        _ a: Double, _ b: Double, _ c: Double, _ fa: Double, _ fb: Double, _ fc: Double, _ half: Double
    ) -> (p: Double, q: Double) {
        let s = fb / fa
        var p: Double
        var q: Double
        if a == c {
            p = 2 * half * s
            q = 1 - s
        } else {
            let t = fa / fc
            let r = fb / fc
            p = s * (2 * half * t * (t - r) - (b - a) * (r - 1))
            q = (t - 1) * (r - 1) * (s - 1)
        }
        if p > 0 { q = -q } else { p = -p }
        return (p, q)
    }
}
