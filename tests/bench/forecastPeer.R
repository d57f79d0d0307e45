# The same formulas in plain R, vectorised over the past events as an analyst would write them: a sweep, and (25) at a few cells.
folder <- commandArgs(trailingOnly = TRUE)[1]
e <- as.matrix(read.csv(file.path(folder, "events.csv"), header = FALSE))
s <- as.matrix(read.csv(file.path(folder, "latest.csv"), header = FALSE))
g <- as.matrix(read.csv(file.path(folder, "cells.csv"), header = FALSE))
p <- scan(file.path(folder, "parameters.csv"), quiet = TRUE)
x <- e[, 1]; y <- e[, 2]; t <- e[, 3]; b <- e[, 4]; A <- exp(e[, 5])
alpha <- p[1:3]; beta <- p[4:6]; w <- p[-(1:6)]
n <- as.vector(table(factor(b, levels = seq_along(w))))
wn <- (w / n)[b]
sweep_once <- function(I) {
  d2 <- (s[, 1] - x[I])^2
  alpha1 <- sqrt(rgamma(1, (nrow(s) + 1) / 2, rate = sum(d2 * A[I]^(2 * beta[1])) / 2))
  grid <- seq(0, 0.99, by = 0.01)
  l1 <- sapply(grid, function(v) v * sum(log(A[I])) - alpha1^2 / 2 * sum(d2 * A[I]^(2 * v)))
  d2y <- (s[, 2] - y[I])^2
  alpha2 <- sqrt(rgamma(1, (nrow(s) + 1) / 2, rate = sum(d2y * A[I]^(2 * beta[2])) / 2))
  l2 <- sapply(grid, function(v) v * sum(log(A[I])) - alpha2^2 / 2 * sum(d2y * A[I]^(2 * v)))
  cosines <- cos((s[, 3] - t[I]) * pi / 12)
  l3 <- sapply(seq(0, 10, by = 0.01), function(v) { k <- v^2 * A[I]^(2 * beta[3]); sum(k * (cosines - 1) - log(besselI(k, 0, TRUE))) })
  l4 <- sapply(grid, function(v) { k <- alpha[3]^2 * A[I]^(2 * v); sum(k * (cosines - 1) - log(besselI(k, 0, TRUE))) })
  f <- rgamma(length(w), 1 + tabulate(b[I], length(w)))
  i1 <- alpha[1] * A^beta[1]; i2 <- alpha[2] * A^beta[2]; tau <- (alpha[3] * A^beta[3])^2
  base <- i1 * i2 * wn / besselI(tau, 0, TRUE)
  sapply(seq_len(nrow(s)), function(l) {
    k <- base * exp(-((s[l, 1] - x) * i1)^2 / 2 - ((s[l, 2] - y) * i2)^2 / 2 + tau * (cos((s[l, 3] - t) * pi / 12) - 1))
    sample.int(length(k), 1, prob = k)
  })
}
set.seed(1)
I <- sample.int(length(x), nrow(s), replace = TRUE)
sweep_time <- system.time(for (k in 1:2) I <- sweep_once(I))
h1 <- 1 / (alpha[1] * A^beta[1]); h2 <- 1 / (alpha[2] * A^beta[2]); tau <- (alpha[3] * A^beta[3])^2
# The window's share of each kernel by the midpoint rule; once for all cells, and not in the time.
mid <- seq(20, 24, length.out = 401); mid <- (mid[-1] + mid[-401]) / 2
share <- numeric(length(x))
for (m in mid) share <- share + exp(tau * (cos((m - t) * pi / 12) - 1)) * (4 / 400)
share <- share / (24 * besselI(tau, 0, TRUE))
denominator <- sum(wn * share)
cell_time <- system.time(for (k in 1:4) density <- sapply(seq_len(nrow(g)), function(c) sum(wn * share * dnorm(g[c, 1], x, h1) * dnorm(g[c, 2], y, h2)) / denominator))
cat(sprintf('{"name": "%s", "sweep": %.6f, "cell": %.9f, "density": [%s]}\n', paste("R", getRversion()), sum(sweep_time[1:2]) / 2, sum(cell_time[1:2]) / (4 * nrow(g)), paste(sprintf("%.17g", density), collapse = ", ")))
