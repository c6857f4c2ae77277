#include "special_functions.h"

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/trigamma.hpp>

namespace {

using namespace boost::math::policies;

// No exception may cross into Swift, so every kind of failure is a value. Long doubles stay out of it: the same digits
// on machines that have none.
using Quiet = policy<domain_error<ignore_error>, pole_error<ignore_error>, overflow_error<ignore_error>,
                     underflow_error<ignore_error>, denorm_error<ignore_error>, rounding_error<ignore_error>,
                     evaluation_error<ignore_error>, indeterminate_result_error<ignore_error>, promote_double<false>>;

}  // namespace

extern "C" {

double singleout_log_gamma(double x) { return boost::math::lgamma(x, Quiet()); }
double singleout_gamma_ratio(double x, double delta) { return boost::math::tgamma_delta_ratio(x, delta, Quiet()); }
double singleout_digamma(double x) { return boost::math::digamma(x, Quiet()); }
double singleout_trigamma(double x) { return boost::math::trigamma(x, Quiet()); }
double singleout_lower_gamma(double a, double x) { return boost::math::gamma_p(a, x, Quiet()); }
double singleout_upper_gamma(double a, double x) { return boost::math::gamma_q(a, x, Quiet()); }
double singleout_incomplete_beta(double a, double b, double x) { return boost::math::ibeta(a, b, x, Quiet()); }
double singleout_incomplete_beta_complement(double a, double b, double x) {
    return boost::math::ibetac(a, b, x, Quiet());
}
double singleout_incomplete_beta_inverse(double a, double b, double p) {
    return boost::math::ibeta_inv(a, b, p, Quiet());
}
double singleout_erfc(double x) { return boost::math::erfc(x, Quiet()); }
double singleout_erfc_inverse(double p) { return boost::math::erfc_inv(p, Quiet()); }

}  // extern "C"
