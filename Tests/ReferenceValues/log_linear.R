# Log-linear Poisson models of a small sparse table, by glm and loglin of base R, and what Skinner and Shlomo (2008) make of
# them. Run in this folder: Rscript log_linear.R > log_linear.json. Made with R 4.2.2.
# Regenerate only to add cases; never to agree with the program.
set.seed(20261124)
levels <- c(a = 3, b = 4, c = 5, d = 2)
cells <- expand.grid(lapply(levels, seq_len))
main <- lapply(levels, function(k) rnorm(k, sd = 0.5))
pair <- matrix(rnorm(12, sd = 0.6), 3, 4)
eta <- main$a[cells$a] + main$b[cells$b] + main$c[cells$c] + main$d[cells$d] + pair[cbind(cells$a, cells$b)]
n <- 400
counts <- as.vector(rmultinom(1, n, exp(eta)))
fraction <- 0.4
frame <- data.frame(lapply(cells, factor), n = counts)
formulas <- c(independence = "a + b + c + d", all2way = "(a + b + c + d)^2", "a*b+c+d" = "a*b + c + d", "a*b" = "a*b",
              "a*b+b*c+d" = "a*b + b*c + d")
control <- glm.control(epsilon = 1e-13, maxit = 100)
one <- function(formula) {
  fit <- suppressWarnings(glm(as.formula(paste("n ~", formula)), poisson, frame, control = control))
  mu <- fitted(fit)
  lambda <- mu / fraction
  v <- (1 - fraction) * lambda
  unique <- counts == 1
  r <- counts - mu
  b <- sum((1 - fraction) * lambda * exp(-lambda) * (r + (1 - fraction) * (r^2 - counts) / (2 * fraction)))
  sprintf('{"tau1": %.15g, "tau2": %.15g, "criterion": %.15g, "deviance": %.15g, "fitted": [%s]}',
          sum(exp(-v[unique])), sum((1 - exp(-v[unique])) / v[unique]), b, deviance(fit),
          paste(sprintf("%.12g", mu), collapse = ", "))
}
# The same fit by proportional fitting, as a check of glm.
ipf <- loglin(array(counts, levels), combn(4, 2, simplify = FALSE), fit = TRUE, eps = 1e-10, iter = 2000, print = FALSE)
models <- sapply(formulas, one)
cat(sprintf('{"generator": "log_linear.R, %s", "levels": [%s], "fraction": %g, "counts": [%s],\n "loglinAll2way": [%s],\n "models": {\n  %s\n }}\n',
            R.version.string, paste(levels, collapse = ", "), fraction, paste(counts, collapse = ", "),
            paste(sprintf("%.10g", as.vector(ipf$fit)), collapse = ", "),
            paste(sprintf('"%s": %s', names(models), models), collapse = ",\n  ")))
