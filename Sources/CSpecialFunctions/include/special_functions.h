#ifndef SINGLEOUT_SPECIAL_FUNCTIONS_H
#define SINGLEOUT_SPECIAL_FUNCTIONS_H

/// Special functions of Boost.Math with a C interface. Nothing is thrown: outside its domain a function returns NaN,
/// and where the result is too large it returns infinity; the Swift side checks the domain.

#ifdef __cplusplus
extern "C" {
#endif

/// ln |Gamma(x)|.
double singleout_log_gamma(double x);
/// Gamma(x) / Gamma(x + delta), without cancellation for a large x and a small delta.
double singleout_gamma_ratio(double x, double delta);
/// psi(x), the derivative of ln Gamma(x).
double singleout_digamma(double x);
/// The derivative of psi(x).
double singleout_trigamma(double x);
/// P(a, x), the regularised lower incomplete gamma function.
double singleout_lower_gamma(double a, double x);
/// Q(a, x), the regularised upper incomplete gamma function.
double singleout_upper_gamma(double a, double x);
/// I_x(a, b), the regularised incomplete beta function.
double singleout_incomplete_beta(double a, double b, double x);
/// 1 - I_x(a, b).
double singleout_incomplete_beta_complement(double a, double b, double x);
/// The x with I_x(a, b) = p.
double singleout_incomplete_beta_inverse(double a, double b, double p);
/// erfc(x).
double singleout_erfc(double x);
/// The x with erfc(x) = p.
double singleout_erfc_inverse(double p);

#ifdef __cplusplus
}
#endif

#endif
