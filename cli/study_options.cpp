#include "cli/study_options.hpp"

#include <CLI/CLI.hpp>
#include <cstdint>

namespace concordat::cli
{
void add_library(CLI::App& app, LibraryRequest& library)
{
    app.add_option("--scenarios", library.scenarios,
                   "Folder with regimes, reforms, parameters and data packs\n"
                   "[$CONCORDAT_SCENARIOS, else where the program was built]")
        ->type_name("DIR");
}

void add_sets(CLI::App& app, std::vector<std::string>& sets)
{
    app.add_option("--set", sets,
                   "Set a parameter in every scenario; factors of reforms act on it; repeatable;\n"
                   "ROUND:PATH=VALUE sets it in one round of a history")
        ->type_name("PATH=VALUE")
        ->expected(1)
        ->take_all();
}

void add_controls(CLI::App& app, RunControls& controls)
{
    app.add_option("--threads", controls.threads,
                   "Threads; results do not depend on it [all cores]")
        ->type_name("T");
    app.add_option("--time-limit", controls.time_limit,
                   "Stop after that time, 90s, 10min or 2h, as if by Ctrl-C; resume goes on")
        ->type_name("TIME");
    app.add_flag("--json", controls.json, "Print the summary as JSON on standard output");
    app.add_flag("--quiet", controls.quiet, "Show no progress");
    app.add_flag("--no-report", controls.no_report, "Write no report.html for a comparison that is kept");
}

namespace
{
void add_study_options(CLI::App& app, StudyCommand& study)
{
    app.add_option("--replicates,--max-replicates", study.replicates,
                   "Replicates of every scenario [200]; with --until at most [10000]")
        ->type_name("N");
    app.add_option("--until", study.until,
                   "Stop when this is known well enough: se(OUTCOME) < LIMIT, in the outcome's\n"
                   "unit or in % of the baseline's mean; several are joined by 'and'. se is the\n"
                   "error of the mean difference from the baseline, in every scenario")
        ->type_name("RULE");
    app.add_option("--min-replicates", study.at_least, "Replicates before --until may stop [100]")
        ->type_name("N");
    app.add_option("--seed", study.seed, "Seed of all luck [drawn, and shown]")->type_name("S");
    app.add_option("--out", study.folder,
                   "Folder for results; without it only the answer is printed")
        ->type_name("DIR");
    add_sets(app, study.sets);
    app.add_option("--params", study.design,
                   "Design: every scenario is run at every row's parameter values")
        ->type_name("FILE.csv");
    app.add_option("--behaviours", study.behaviours,
                   "Repeat everything under these rules of behaviour: equilibrium, adaptive,\n"
                   "aspiration, separated by commas, or all; they stand side by side as design points")
        ->type_name("WORDS");
    app.add_option("--assumptions", study.assumptions,
                   "fixed: the parameters as the files have them; ensemble: replicate r takes point\n"
                   "r of the data pack's calibrated ensemble, in every scenario; or a table of points\n"
                   "[ensemble for comparisons where the pack has one, else fixed]")
        ->type_name("WORD|FILE.csv");
    app.add_option("--from-state", study.from_state,
                   "Go on from the states that a run saved: replicate r from state r,\n"
                   "under the same luck unless --seed says otherwise")
        ->type_name("FILE");
    app.add_option("--record", study.groupings,
                   "What is counted beside the nation, separated by commas: region,\n"
                   "area_type, deprivation_quintile, inspection_class, subject_group,\n"
                   "department, region_department, indicator, area, area_indicator.\n"
                   "Chosen outcomes: area:headlines, area:welfare+trust.\n"
                   "results.nc has all of it, summary.csv all but area_indicator, results.csv\n"
                   "neither areas nor indicators. years: these by year too, as the nation\n"
                   "always is\n"
                   "[region:headlines; with --out also area:headlines,indicator:picks]")
        ->type_name("WORDS");
    app.add_flag("--no-netcdf", study.no_netcdf, "Leave results.nc out of DIR");
    app.add_flag("--force", study.replace, "Replace an earlier study in DIR");
    auto* const stop = app.add_flag("--stop-on-failure", study.stop_on_failure,
                                    "End at the first round that fails");
    app.add_flag_function(
           "--keep-going", [](std::int64_t) {},
           "Leave a replicate that fails out and list it [so it is done]")
        ->excludes(stop);
    add_library(app, study.library);
    add_controls(app, study.controls);
}
}  // namespace

void add_run(CLI::App& app, StudyCommand& command)
{
    auto& sub = *app.add_subcommand("run", "Run scenarios and summarise each");
    sub.add_option("SCENARIO", command.scenarios,
                   "REGIME or REGIME+REFORM+...: names, unique prefixes or YAML files;\n"
                   "REFORM@weak and REFORM@strong take the ends of a reform's own ranges")
        ->required();
    add_study_options(sub, command);
    sub.add_option("--save-state", command.save_state,
                   "Save what every replicate's areas have become, for --from-state")
        ->type_name("FILE");
    sub.add_option("--save-after", command.save_after, "Save it after that round [the last]")
        ->type_name("ROUND");
    sub.footer("Example: concordat run laa_2008 --replicates 400 --out results/laa");
}

void add_compare(CLI::App& app, StudyCommand& command)
{
    command.compares = true;
    auto& sub = *app.add_subcommand("compare", "Compare scenarios with a baseline, luck by luck");
    sub.add_option("SCENARIO", command.scenarios,
                   "The baseline, then scenarios; a bare reform acts on the baseline")
        ->required()
        ->expected(2, -1);
    sub.add_option("--baseline", command.baseline,
                   "Which of the scenarios the others are compared with [the first]")
        ->type_name("SCENARIO");
    add_study_options(sub, command);
    sub.footer(
        "Example: concordat compare laa_2008 ifg_18 ifg_14_tournaments --out results/reforms\n"
        "         concordat compare laa_2008 ifg_18 --until \"se(welfare_per_gbp) < 0.5%\"");
}

void add_study(CLI::App& app, StudyCommand& command)
{
    command.compares = true;
    auto& sub = *app.add_subcommand("study", "Run a study: a question, scenarios and a design in one file");
    sub.add_option("FILE", command.file, "A study's name, a unique prefix or a YAML file")->required();
    add_study_options(sub, command);
    sub.remove_option(sub.get_option("--params"));
    sub.footer(
        "Replicates, seed and groupings stand in the file; options go before it.\n"
        "Example: concordat study teaching_incentives --out results/teaching");
}

void add_decompose(CLI::App& app, StudyCommand& command)
{
    command.compares = true;
    auto& wish = command.decomposition.emplace();
    wish = {.outcomes = "true_gain,welfare", .channels = {}, .split = "both"};
    auto& sub = *app.add_subcommand("decompose", "Say why a reform changes what it changes");
    sub.add_option("SCENARIO", command.scenarios, "The baseline and the reform; a bare reform acts on the baseline")
        ->required()
        ->expected(2);
    sub.add_option("--outcome", wish.outcomes, "Outcomes to take apart, separated by commas [true_gain,welfare]")
        ->type_name("WORDS");
    sub.add_option("--channels", wish.channels,
                   "Mechanisms to switch, separated by commas; up to five are split in every order\n"
                   "[all of decomposition.yaml]")
        ->type_name("WORDS");
    sub.add_option("--split", wish.split, "By changes of the reform, mechanisms of the model, or both [both]")
        ->type_name("WORD");
    add_study_options(sub, command);
    command.replicates = "30";
    command.groupings = "nation";
    sub.get_option("--replicates")->description("Replicates of every run [30]");
    sub.remove_option(sub.get_option("--params"));
    sub.remove_option(sub.get_option("--assumptions"));
    sub.remove_option(sub.get_option("--behaviours"));
    sub.footer(
        "Each replicate takes up to 32 runs for the changes and 2 n + 2 pairs of runs for n mechanisms.\n"
        "Example: concordat decompose laa_2008 ifg_18+cap_20 --outcome true_gain --out results/why");
}

void add_sensitivity(CLI::App& app, StudyCommand& command)
{
    command.compares = true;
    auto& wish = command.sensitivity.emplace();
    wish = {.method = "morris", .base = {}, .parameters = {}, .list = {}, .outcomes = "true_gain,welfare"};
    auto& sub = *app.add_subcommand("sensitivity", "Say which assumptions an outcome, or a reform's effect, hangs on");
    sub.add_option("SCENARIO", command.scenarios,
                   "A scenario: what its outcomes hang on. Or a baseline and a reform: what its effect does;\n"
                   "a bare reform acts on the baseline")
        ->required()
        ->expected(1, -1);
    sub.add_option("--method", wish.method,
                   "morris: which assumptions matter, for few runs; sobol: which share of the\n"
                   "uncertainty comes from each, alone and with others [morris]")
        ->type_name("WORD");
    sub.add_option("--base", wish.base,
                   "Trajectories of morris, each of one point more than assumptions [20]; base\n"
                   "points of sobol, a power of two, each of two points more [64]")
        ->type_name("N");
    sub.add_option("--parameters", wish.parameters,
                   "Paths of parameters, or beginnings of paths such as gaming, separated by\n"
                   "commas [all of sensitivity.yaml]")
        ->type_name("WORDS");
    sub.add_option("--list", wish.list, "Assumptions and their ranges [scenarios/sensitivity.yaml]")->type_name("FILE.yaml");
    sub.add_option("--outcome", wish.outcomes, "Outcomes to look at, separated by commas [true_gain,welfare]")
        ->type_name("WORDS");
    add_study_options(sub, command);
    command.replicates = "4";
    command.groupings = "nation";
    sub.get_option("--replicates")->description("Replicates of every point [4]");
    sub.remove_option(sub.get_option("--params"));
    sub.remove_option(sub.get_option("--assumptions"));
    sub.remove_option(sub.get_option("--behaviours"));
    sub.footer(
        "All points are run under the same luck, so that few replicates will do.\n"
        "Example: concordat sensitivity laa_2008 ifg_18 --out results/doubts\n"
        "         concordat sensitivity laa_2008 --method sobol --parameters gaming,delivery.motives.crowding");
}
}  // namespace concordat::cli
