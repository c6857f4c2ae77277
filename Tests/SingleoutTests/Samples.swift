import Singleout

/// Tables that a reader can check by hand.
enum Samples {
    /// SDC Practice Guide, tables 4.1 to 4.5: f = 2 2 1 2 1 2 1 1 2 2.
    static let tenRows = """
        residence,gender,education,labour,weight,health
        U,F,SI,Emp,180,yes
        U,F,SI,Emp,180,yes
        U,F,PI,NonLF,215,yes
        U,M,SC,Emp,76,yes
        R,F,SC,Unemp,186,yes
        U,M,SC,Emp,76,no
        U,F,PC,NonLF,180,no
        U,M,PS,Unemp,215,yes
        U,F,SI,NonLF,186,no
        U,F,SI,NonLF,76,yes

        """

    /// Motwani and Xu: distinction/separation of sex .4/.6, state .6/.7, age .6/.8, sex+state .8/.9, the others 1/1.
    static let fiveRows = "age,sex,state\n20,F,CA\n30,F,CA\n40,F,TX\n20,M,NY\n40,M,CA\n"

    static let tenRowFields = "residence,gender,education,labour"

    /// The text that a renderer makes.
    static func text(_ render: (inout ByteStream) throws -> Void) throws -> String {
        let bytes = Collected()
        var stream = ByteStream { bytes.all += $0 }
        try render(&stream)
        try stream.finish()
        return String(decoding: bytes.all, as: UTF8.self)
    }

    private final class Collected {
        var all: [UInt8] = []
    }
}
