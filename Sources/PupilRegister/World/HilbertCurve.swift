/// Places along Hilbert's curve, which visits every cell of a square and never jumps.
enum HilbertCurve {
    /// The column and row of the cell with a number in `[0, 4^order)`.
    static func cell(_ number: Int, order: Int) -> (x: Int, y: Int) {
        var (x, y, rest) = (0, 0, number)
        for level in 0..<order {
            let side = 1 << level
            let right = (rest / 2) & 1
            let up = (rest ^ right) & 1
            if up == 0 {
                if right == 1 { (x, y) = (side - 1 - x, side - 1 - y) }
                (x, y) = (y, x)
            }
            x += side * right
            y += side * up
            rest /= 4
        }
        return (x, y)
    }

    /// The smallest order whose square has at least so many cells.
    static func order(for cells: Int) -> Int {
        var order = 0
        while 1 << (2 * order) < cells { order += 1 }
        return order
    }
}
