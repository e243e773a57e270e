#include <CLI/CLI.hpp>

#include "cli/study_options.hpp"

namespace concordat::cli
{
void add_calibrate(CLI::App& app, CalibrateCommand& command)
{
    command.waves = "3";
    command.points = "1200";
    command.replicates = "2";
    command.size = "500";
    command.cutoff = "3";
    auto& sub = *app.add_subcommand("calibrate", "Find the assumptions that the known facts do not rule out");
    sub.add_option("FILE", command.file, "Facts and assumptions [scenarios/calibration.yaml]");
    sub.add_option("--out", command.folder,
                   "Folder for the waves and, in the end, ensemble.csv and ensemble.yaml; the same\n"
                   "command goes on where it was stopped")
        ->type_name("DIR")
        ->required();
    sub.add_option("--waves", command.waves, "Rounds of simulation, each where the ones before left doubt [3]")->type_name("N");
    sub.add_option("--points", command.points, "Values of all assumptions that a wave tries [1200]")->type_name("N");
    sub.add_option("--replicates", command.replicates, "Replicates of every point, each under luck of its own [2]")->type_name("N");
    sub.add_option("--size", command.size, "Points of the ensemble [500]")->type_name("N");
    sub.add_option("--cutoff", command.cutoff, "Implausibility, in standard deviations, from which a point is ruled out [3]")
        ->type_name("SD");
    sub.add_option("--seed", command.seed, "Seed of designs and luck [drawn, and shown]")->type_name("S");
    add_sets(sub, command.sets);
    sub.add_flag("--force", command.replace, "Replace an earlier calibration in DIR");
    add_library(sub, command.library);
    add_controls(sub, command.controls);
    sub.get_option("--time-limit")->description("Stop after that time in a wave, 90s, 10min or 2h, as if by Ctrl-C; the same\ncommand goes on");
    sub.remove_option(sub.get_option("--no-report"));
    sub.remove_option(sub.get_option("--json"));
    sub.footer(
        "Put ensemble.csv and ensemble.yaml into the data pack's folder to make them the\n"
        "assumptions of comparisons.\n"
        "Example: concordat calibrate --seed 2008 --out results/calibration");
}
}  // namespace concordat::cli
