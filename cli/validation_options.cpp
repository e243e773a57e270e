#include <CLI/CLI.hpp>

#include "cli/study_options.hpp"

namespace concordat::cli
{
void add_validate_model(CLI::App& app, ValidateModelCommand& command)
{
    auto& sub = *app.add_subcommand("validate-model", "Hold the model against what is known and was not fitted");
    command.replicates = "200";
    sub.add_option("FILE", command.file, "Scenarios and facts [scenarios/validation.yaml]");
    sub.add_option("--replicates", command.replicates, "Replicates of every scenario [200]")->type_name("N");
    sub.add_option("--behaviours", command.behaviours,
                   "Score under these rules of behaviour, side by side: equilibrium, adaptive,\n"
                   "aspiration, separated by commas, or all [as the scenarios have it]")
        ->type_name("WORDS");
    sub.add_option("--assumptions", command.assumptions,
                   "fixed: the parameters as the files have them; ensemble: replicate r takes point\n"
                   "r of the data pack's calibrated ensemble, in every scenario; or a table of points\n"
                   "[ensemble where the pack has one, else fixed]")
        ->type_name("WORD|FILE.csv");
    sub.add_option("--seed", command.seed, "Seed of all luck [drawn, and shown]")->type_name("S");
    sub.add_option("--out", command.folder, "Folder for validation.csv and validation.md [only printed]")->type_name("DIR");
    sub.add_flag("--force", command.replace, "Replace them where they are there");
    add_library(sub, command.library);
    add_controls(sub, command.controls);
    sub.remove_option(sub.get_option("--no-report"));
    sub.remove_option(sub.get_option("--json"));
    sub.get_option("--time-limit")->description("Stop after that time, 90s, 10min or 2h, and score what is there");
    sub.footer(
        "A fact is hit where it lies inside the simulated 90 % interval over luck and assumptions; bounds are\n"
        "held against the mean.\n"
        "Example: concordat validate-model --seed 2008\n"
        "         concordat validate-model --behaviours all --out results/validation");
}
}  // namespace concordat::cli
