#include "cli/stored_study_options.hpp"

#include <CLI/CLI.hpp>

#include "cli/study_options.hpp"

namespace concordat::cli
{
namespace
{
constexpr char const* folder_words = "Folder that was given to --out";
}  // namespace

void add_report(CLI::App& app, ReportCommand& command)
{
    auto& sub = *app.add_subcommand("report", "Write a study's report: one HTML file that needs no network");
    sub.add_option("DIR", command.folder, folder_words)->required();
    sub.add_option("--out", command.out, "File for the report [DIR/report.html]")->type_name("FILE");
    sub.footer("Example: concordat report results/reforms");
}

void add_export(CLI::App& app, ExportCommand& command)
{
    auto& sub = *app.add_subcommand("export", "Write a study's results for R, Python or a spreadsheet");
    sub.add_option("DIR", command.folder, "Folder that was given to --out; the study may be under way")->required();
    sub.add_option("--netcdf", command.netcdf,
                   "netCDF file for xarray, ncdf4 and others: a variable per outcome\n"
                   "and grouping [DIR.nc, if there is no --csv either]")
        ->type_name("FILE.nc");
    sub.add_option("--csv", command.csv,
                   "Table for spreadsheets: a row per scenario, replicate, group and\n"
                   "period, a column per outcome")
        ->type_name("FILE.csv");
    sub.add_option("--outcomes", command.outcomes, "Outcomes, separated by commas [all]")->type_name("WORDS");
    sub.add_option("--groupings", command.groupings, "Groupings, separated by commas [all recorded]")->type_name("WORDS");
    sub.add_flag("--force", command.replace, "Replace files that exist");
    sub.footer("Example: concordat export results/reforms --csv gains.csv --outcomes true_gain,hit_share\n"
               "         concordat export results/reforms --groupings area");
}

void add_rerun(CLI::App& app, RerunCommand& command)
{
    auto& sub = *app.add_subcommand("rerun", "Run one replicate of a stored study again, exactly, with more detail");
    sub.add_option("DIR", command.folder, folder_words)->required();
    sub.add_option("--replicate", command.replicate, "Replicate, as results.csv counts them")->type_name("N")->required();
    sub.add_option("--scenario", command.scenario, "One of the study's scenarios [all; with --trace the first]")
        ->type_name("NAME");
    sub.add_option("--point", command.point, "A design point, by its number [all]")->type_name("N");
    sub.add_option("--trace", command.area, "Tell the story of an area: its name, its code or the beginning of its name")
        ->type_name("AREA");
    sub.add_option("--against", command.against, "A second scenario of the study beside the story")->type_name("NAME");
    sub.add_option("--record", command.groupings,
                   "What --csv counts beside the nation, in the words of run --record\n"
                   "[what the study recorded]")
        ->type_name("WORDS");
    sub.add_option("--csv", command.table,
                   "Write the replicate's values, a row per scenario, group and period;\n"
                   "with --trace every move as a row")
        ->type_name("FILE.csv");
    sub.footer(
        "The scenarios are taken from the study, not from the files they came from; the data pack is read again.\n"
        "Ends with 1 if any stored number does not come out again.\n"
        "Example: concordat rerun results/reforms --replicate 99\n"
        "         concordat rerun results/reforms --replicate 99 --trace Leeds --against cap_20\n"
        "         concordat rerun results/reforms --replicate 99 --record area,indicator --csv 99.csv");
}

void add_qa(CLI::App& app, QaCommand& command)
{
    auto& sub = *app.add_subcommand("qa", "Write a study's QA pack: a folder for an analyst's file");
    sub.add_option("DIR", command.folder, folder_words)->required();
    sub.add_option("--out", command.out, "Folder for the pack [DIR/qa]")->type_name("FOLDER");
    sub.add_flag("--force", command.replace, "Replace an earlier pack");
    sub.footer(
        "The pack holds the model's description filled for the study, the logs of assumptions, changes and data,\n"
        "verification run now, limitations, the run record with hashes, a citation, and sums of all files.\n"
        "Example: concordat qa results/reforms");
}

void add_discover(CLI::App& app, DiscoverCommand& command)
{
    auto& sub = *app.add_subcommand("discover", "Say in which part of the assumptions a stored comparison's answer holds");
    command.outcome = "welfare";
    sub.add_option("DIR", command.folder, "Folder that was given to --out: a comparison over an ensemble or a design")->required();
    sub.add_option("--scenario", command.scenario, "The scenario whose change is asked for [the only one]")->type_name("NAME");
    sub.add_option("--outcome", command.outcome, "What it changes [welfare]")->type_name("WORD");
    auto* const above = sub.add_option("--above", command.above,
                                       "Where is the change above X, in the outcome's unit?\n"
                                       "[0, or --below 0 where less is better]");
    above->type_name("X");
    sub.add_option("--below", command.below, "Where is it below X?")->type_name("X")->excludes(above);
    sub.add_option("--out", command.out,
                   "Folder for discovery.svg and discovery.csv, or a file for the\n"
                   "chart alone [only printed]")
        ->type_name("FOLDER|FILE.svg");
    sub.add_flag("--force", command.replace, "Replace files that exist");
    sub.add_flag("--json", command.json, "Print the answer as JSON");
    add_library(sub, command.library);
    sub.footer(
        "A point is one replicate where the study has an ensemble, and a design point, with the mean over\n"
        "its replicates, where it has a design alone.\n"
        "Example: concordat compare laa_2008 ifg_18 --replicates 500 --out results/doubling\n"
        "         concordat discover results/doubling --out results/doubling/where");
}

void add_check(CLI::App& app, CheckCommand& command)
{
    auto& sub = *app.add_subcommand("check", "Check that a stored study is what it says it is");
    sub.add_option("DIR", command.folder, folder_words)->required();
    sub.add_option("--qa", command.pack, "Folder of a QA pack that is elsewhere [DIR/qa, if there is one]")
        ->type_name("FOLDER");
    sub.add_flag("--json", command.json, "Print the checks as JSON");
    sub.footer(
        "A line for each check; needs no network. Ends with 1 if any fails.\n"
        "Example: concordat check results/reforms");
}

void add_judge(CLI::App& app, JudgeCommand& command)
{
    auto& sub = *app.add_subcommand("judge", "Say whether reforms do what their sources say they would");
    sub.add_option("DIR", command.folder, "A comparison that was kept with --out")->required();
    sub.add_option("--fill", command.document,
                   "Write the table of this Markdown document anew: what stands between a line\n"
                   "<!-- reforms --> and the next line <!-- end -->, and doses between\n"
                   "<!-- doses --> and the next")
        ->type_name("FILE.md");
    sub.add_flag("--json", command.json, "Print the judgements as JSON");
    sub.add_option("--scenarios", command.library.scenarios,
                   "Folder with regimes, reforms, parameters and data packs\n"
                   "[$CONCORDAT_SCENARIOS, else where the program was built]")
        ->type_name("DIR");
    sub.footer("Example: concordat judge results/reforms");
}
}  // namespace concordat::cli
