# The same model by MASS::glm.nb; processor time of the median of three.
library(MASS)
d <- read.csv(commandArgs(trailingOnly = TRUE)[1])
d$hotspot <- factor(d$hotspot); d$weekday <- factor(d$weekday)
times <- replicate(3, sum(system.time(fit <<- glm.nb(count ~ hotspot + weekday + treat, data = d))[1:2]))
cat(sprintf('{"name": "glm.nb of MASS %s, R %s", "ms": %.1f, "logLikelihood": %.12f, "coefficient": %.12f, "theta": %.12f}\n', packageVersion("MASS"), getRversion(), 1000 * median(times), as.numeric(logLik(fit)), coef(fit)["treat"], fit$theta))
