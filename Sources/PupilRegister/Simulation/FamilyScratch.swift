/// Space that families use one after another.
struct FamilyScratch {
    var home: [HomeModel.Period] = []
    var otherHome: [HomeModel.Period] = []
    var enrolments: [Enrolment] = []
}
