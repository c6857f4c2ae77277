# sdcMicro on a CSV file, two threads: Rscript sdcmicro_peer.R classes|diversity|risk|suda data.csv dob,sex [field or fraction]
suppressPackageStartupMessages({
  library(data.table)
  library(sdcMicro)
})
setDTthreads(2)
given <- commandArgs(trailingOnly = TRUE)
fields <- strsplit(given[3], ",")[[1]]
more <- if (given[1] %in% c("diversity", "risk")) given[4]
data <- as.data.frame(fread(given[2], select = c(fields, more)))
answers <- switch(given[1],
  classes = {
    f <- freqCalc(data, fields)
    c(classes = round(sum(1 / f$fk)), k = min(f$fk), uniques = f$n1)
  },
  diversity = {
    l <- unclass(ldiversity(data, keyVars = fields, ldiv_index = more))
    setNames(apply(l[, 1:3], 2, min), c("l", "entropy l", "recursive l"))
  },
  risk = {
    r <- indivRisk(freqCalc(data, fields, w = more))$rk
    c(expected = sum(r), highest = max(r))
  },
  suda = {
    s <- suda2(data, variables = fields, DisFraction = as.numeric(given[4]))
    shares <- with(s$attribute_contributions, setNames(contribution / 100, paste("share of", variable)))
    c(special = sum(s$score > 0), total = sum(s$score), highest = max(s$score), dis = max(s$disScore), shares)
  }
)
cat("{", paste(sprintf('"%s": %.17g', names(answers), answers), collapse = ", "), "}\n")
