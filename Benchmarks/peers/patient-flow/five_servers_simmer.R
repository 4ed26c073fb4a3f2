# Five servers, four arrivals a unit of time, in simmer without its monitors, then once with them
# for the answers. Prints one line of JSON.
suppressPackageStartupMessages(library(simmer))
arguments <- commandArgs(TRUE)
customers <- if (length(arguments) > 0) as.integer(arguments[1]) else 1000000L
run <- function(customers, watched) {
  path <- trajectory() |> seize("s", 1) |> timeout(function() rexp(1, 1)) |> release("s", 1)
  simmer() |>
    add_resource("s", 5, mon = FALSE) |>
    add_generator("c", path, function() rexp(1, 4), mon = watched) |>
    simmer::run(until = customers / 4)
}
set.seed(1)
time <- system.time(run(customers, 0))
found <- get_mon_arrivals(run(200000L, 1))
wait <- found$end_time - found$start_time - found$activity_time
cat(sprintf(
  '{"cpu": %f, "customers": %d, "meanWait": %f, "probabilityOfWaiting": %f}\n',
  time[1] + time[2], customers, mean(wait), mean(wait > 1e-9)))
