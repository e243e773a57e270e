#include "cli/command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "cli/command_line_errors.hpp"
#include "cli/option_values.hpp"
#include "cli/stored_study_options.hpp"
#include "cli/study_options.hpp"

namespace concordat::cli
{
namespace
{
constexpr char const* short_help =
    R"(concordat: how central and local government strike agreements, and what makes them deliver

Three commands to begin with:
  concordat compare laa_2008 ifg_18 ifg_14_tournaments   what two reforms would change
  concordat list                                         the regimes and reforms there are
  concordat explain                                      what happens in a round, step by step

concordat --help lists all commands; concordat COMMAND --help explains one.
)";

/// Where the options of all subcommands end up.
struct Parsed
{
    StudyCommand run{};
    StudyCommand compare{};
    StudyCommand study{};
    StudyCommand decompose{};
    StudyCommand sensitivity{};
    ResumeCommand resume{};
    ReportCommand report{};
    ExportCommand exporting{};
    RerunCommand rerun{};
    QaCommand qa{};
    CheckCommand check{};
    CalibrateCommand calibrate{};
    DiscoverCommand discover{};
    ValidateModelCommand validate_model{};
    JudgeCommand judge{};
    ListCommand list{};
    ReformCommand reform{};
    ShowCommand show{};
    ValidateCommand validate{};
    ExplainCommand explain{};
    FitSalienceCommand fit_salience{};
    TraceCommand trace{};
    VerifyCommand verify{};
};

void add_resume(CLI::App& app, Parsed& parsed)
{
    auto& sub = *app.add_subcommand("resume", "Go on with a study that was stopped or killed, or add replicates");
    sub.add_option("DIR", parsed.resume.folder, "Folder that was given to --out")->required();
    sub.add_option("--replicates", parsed.resume.replicates,
                   "Replicates that the study is to have in all, those that are there included;\n"
                   "its rule of precision, if it has one, no longer ends it [as it was begun]")
        ->type_name("N");
    add_controls(sub, parsed.resume.controls);
    sub.footer("Example: concordat resume results/reforms\n"
               "         concordat resume results/reforms --replicates 2000");
}

void add_list(CLI::App& app, Parsed& parsed)
{
    auto& sub =
        *app.add_subcommand("list", "List regimes, reforms and studies with the passages behind them");
    sub.add_flag("--json", parsed.list.json, "Print the list as JSON");
    sub.add_flag("--reforms", parsed.list.reforms, "List the reforms alone, with what their sources claim");
    add_library(sub, parsed.list.library);
    sub.footer("Example: concordat list --reforms");
}

void add_reform(CLI::App& app, Parsed& parsed)
{
    auto& sub = *app.add_subcommand("reform", "Write a reform of your own: reform new NAME");
    sub.require_subcommand(1);
    sub.footer("Example: concordat reform new my_reform");
    auto& begin = *sub.add_subcommand("new", "Write a reform to start from, with a word on every key");
    begin.add_option("NAME", parsed.reform.name, "Name of the file, with or without .yaml")->required();
    begin.footer("Example: concordat reform new my_reform");
}

void add_show(CLI::App& app, Parsed& parsed)
{
    auto& sub = *app.add_subcommand("show", "Show what a scenario changes, parameter by parameter");
    sub.add_option("SCENARIO", parsed.show.scenario,
                   "A scenario; a bare reform acts on the baseline")
        ->required();
    parsed.show.against = "laa_2008";
    sub.add_option("--against", parsed.show.against, "The baseline [laa_2008]")->type_name("BASE");
    add_library(sub, parsed.show.library);
    sub.footer("Example: concordat show ifg_18");
}

void add_validate(CLI::App& app, Parsed& parsed)
{
    auto& sub = *app.add_subcommand(
        "validate", "Check regimes, reforms, studies, parameter files, designs, lists of assumptions, facts and data packs");
    sub.add_option("FILE", parsed.validate.files, "Files, or folders of data packs")->required();
    add_library(sub, parsed.validate.library);
    sub.footer("Example: concordat validate my_reform.yaml scenarios/england_2008");
}

void add_explain(CLI::App& app, Parsed& parsed)
{
    auto& sub =
        *app.add_subcommand("explain", "Explain the steps of a round, an outcome or a parameter");
    sub.add_option("TOPIC", parsed.explain.topics,
                   "An outcome or the path of a parameter; none: the steps of a round");
    sub.add_option("--fill", parsed.explain.document,
                   "Write the tables of this Markdown document anew: what stands between a line\n"
                   "<!-- parameters: PREFIX -->, <!-- assumptions -->, <!-- steps --> or\n"
                   "<!-- outcomes --> and the next line <!-- end -->")
        ->type_name("FILE.md");
    add_library(sub, parsed.explain.library);
    sub.footer(
        "Example: concordat explain welfare\n         concordat explain "
        "incentives.reward_grant.per_target\n         concordat explain --fill docs/odd.md");
}

void add_fit_salience(CLI::App& app, Parsed& parsed)
{
    auto& sub = *app.add_subcommand(
        "fit-salience", "Fit the salience of indicators to a data pack's published counts");
    parsed.fit_salience.scenario = "laa_2008";
    parsed.fit_salience.seed = "2008";
    sub.add_option("SCENARIO", parsed.fit_salience.scenario, "Scenario to fit under [laa_2008]");
    sub.add_option("--out", parsed.fit_salience.folder, "Folder for salience.csv and salience.yaml")
        ->type_name("DIR")
        ->required();
    sub.add_option("--seed", parsed.fit_salience.seed, "Seed of all luck [2008]")->type_name("S");
    sub.add_flag("--force", parsed.fit_salience.replace, "Replace earlier files");
    sub.add_flag("--quiet", parsed.fit_salience.quiet, "Show no progress");
    add_sets(sub, parsed.fit_salience.sets);
    add_library(sub, parsed.fit_salience.library);
    sub.footer("Example: concordat fit-salience --out fitted");
}

void add_trace(CLI::App& app, Parsed& parsed)
{
    auto& sub = *app.add_subcommand("trace", "Tell one area's negotiation and delivery as a story");
    auto& trace = parsed.trace;
    trace.replicate = "0";
    trace.seed = "2008";
    sub.add_option("SCENARIO", trace.scenario, "REGIME or REGIME+REFORM+...")->required();
    sub.add_option("--area", trace.area, "The area: its name, its code or the beginning of its name")
        ->type_name("AREA")
        ->required();
    sub.add_option("--replicate", trace.replicate, "Replicate, as results.csv counts them [0]")
        ->type_name("N");
    sub.add_option("--seed", trace.seed, "Seed of all luck [2008]")->type_name("S");
    sub.add_option("--against", trace.against,
                   "Tell a second scenario beside it under the same luck;\n"
                   "a bare reform acts on the first")
        ->type_name("SCENARIO");
    sub.add_option("--csv", trace.table, "Write every move as a row")->type_name("FILE.csv");
    add_sets(sub, trace.sets);
    add_library(sub, trace.library);
    sub.footer("Example: concordat trace laa_2008 --area Leeds --replicate 7 --against ifg_16");
}

void add_verify(CLI::App& app, Parsed& parsed)
{
    auto& sub = *app.add_subcommand("verify", "Hold the model's mechanisms against theory");
    sub.add_option("ID", parsed.verify.ids,
                   "Checks to show in full, such as T5; none: all, a line each");
    sub.add_flag("--json", parsed.verify.json, "Print every case as JSON");
    sub.add_flag("--switches", parsed.verify.switches,
                 "Move the model's switches instead, and check that what each must change does change;\n"
                 "ID is then the path of a parameter, or its beginning");
    add_library(sub, parsed.verify.library);
    sub.footer("Example: concordat verify\n         concordat verify T5\n"
               "         concordat verify --switches demands.asks.gatekeeping");
}

void add_version(CLI::App& app)
{
    app.add_subcommand("version", "Print the version")->footer("Example: concordat version");
}

Request choose(CLI::App const& app, Parsed& parsed, std::vector<std::string> const& arguments)
{
    for (auto* study : {&parsed.run, &parsed.compare, &parsed.study, &parsed.decompose, &parsed.sensitivity}) {
        study->command_line = arguments;
    }
    parsed.resume.command_line = arguments;
    if (app.got_subcommand("run")) return parsed.run;
    if (app.got_subcommand("compare")) return parsed.compare;
    if (app.got_subcommand("study")) return parsed.study;
    if (app.got_subcommand("decompose")) return parsed.decompose;
    if (app.got_subcommand("sensitivity")) return parsed.sensitivity;
    if (app.got_subcommand("resume")) return parsed.resume;
    if (app.got_subcommand("report")) return parsed.report;
    if (app.got_subcommand("export")) return parsed.exporting;
    if (app.got_subcommand("rerun")) return parsed.rerun;
    if (app.got_subcommand("qa")) return parsed.qa;
    if (app.got_subcommand("check")) return parsed.check;
    if (app.got_subcommand("calibrate")) return parsed.calibrate;
    if (app.got_subcommand("discover")) return parsed.discover;
    if (app.got_subcommand("validate-model")) return parsed.validate_model;
    if (app.got_subcommand("judge")) return parsed.judge;
    if (app.got_subcommand("list")) return parsed.list;
    if (app.got_subcommand("reform")) return parsed.reform;
    if (app.got_subcommand("show")) return parsed.show;
    if (app.got_subcommand("validate")) return parsed.validate;
    if (app.got_subcommand("explain")) return parsed.explain;
    if (app.got_subcommand("fit-salience")) return parsed.fit_salience;
    if (app.got_subcommand("trace")) return parsed.trace;
    if (app.got_subcommand("verify")) return parsed.verify;
    return VersionCommand{};
}
}  // namespace

Request read_command_line(int argc, char const* const* argv)
{
    CLI::App app{"How central and local government strike agreements, and what makes them deliver"};
    app.name("concordat");
    app.footer(
        "Example: concordat compare laa_2008 ifg_18\n"
        "Ends with 0: done; 1: something failed; 2: bad input, nothing was run; 130: Ctrl-C.");
    app.require_subcommand(1);
    Parsed parsed;
    add_run(app, parsed.run);
    add_compare(app, parsed.compare);
    add_study(app, parsed.study);
    add_decompose(app, parsed.decompose);
    add_sensitivity(app, parsed.sensitivity);
    add_resume(app, parsed);
    add_report(app, parsed.report);
    add_export(app, parsed.exporting);
    add_rerun(app, parsed.rerun);
    add_qa(app, parsed.qa);
    add_check(app, parsed.check);
    add_calibrate(app, parsed.calibrate);
    add_discover(app, parsed.discover);
    add_validate_model(app, parsed.validate_model);
    add_judge(app, parsed.judge);
    add_list(app, parsed);
    add_reform(app, parsed);
    add_show(app, parsed);
    add_validate(app, parsed);
    add_explain(app, parsed);
    add_fit_salience(app, parsed);
    add_trace(app, parsed);
    add_verify(app, parsed);
    add_version(app);

    std::vector<std::string> const arguments{argv, argv + argc};
    if (argc < 2) {
        fmt::print("{}", short_help);
        return Finished{.code = 0};
    }
    auto const& first = arguments[1];
    if (first == "--version") return VersionCommand{};
    auto const names = list_subcommands(app);
    bool const known = first == "-h" || first == "--help" ||
                       std::find(names.begin(), names.end(), first) != names.end();
    if (!known) {
        auto hint = suggest(first, names);
        if (hint.empty()) hint = "concordat --help lists the commands";
        return refuse(fmt::format("concordat: unknown command '{}'", first), hint);
    }
    try {
        app.parse(argc, argv);
    } catch (CLI::Success const& help) {
        app.exit(help);
        return Finished{.code = 0};
    } catch (CLI::ParseError const& error) {
        return report_bad_command_line(app, error, arguments);
    }
    return choose(app, parsed, arguments);
}
}  // namespace concordat::cli
