#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/library.hpp"
#include "cli/record_json.hpp"
#include "cli/reform_list.hpp"
#include "cli/source_text.hpp"
#include "cli/text_layout.hpp"
#include "models/scenario/study_file.hpp"

namespace concordat::cli
{
namespace
{
using scenario::FileKind;
using scenario::ScenarioFile;
using scenario::StudyFile;

std::vector<ScenarioFile> read_all(Library const& library, core::Problems& problems)
{
    std::vector<ScenarioFile> files;
    for (auto const& entry : library.catalogue.entries()) {
        if (auto file = scenario::read_entry(entry, problems)) files.push_back(std::move(*file));
    }
    return files;
}

std::vector<StudyFile> read_studies(Library const& library, core::Problems& problems)
{
    std::vector<StudyFile> files;
    for (auto const& study : library.catalogue.studies()) {
        if (auto file = scenario::read_study(study.path, library.parameters, problems)) files.push_back(std::move(*file));
    }
    return files;
}

std::string const& name_of(scenario::RoundEntry const& round)
{
    return round.name.empty() ? round.regime.text : round.name;
}

/// The rounds of a history in a line; empty for a single regime.
std::string write_rounds(ScenarioFile const& file)
{
    std::string text;
    for (auto const& round : file.rounds) {
        text += fmt::format("{}{} ({})", text.empty() ? "Rounds: " : ", ", name_of(round), round.from);
    }
    return text;
}

/// A case tells how to read it.
bool is_case(ScenarioFile const& file) { return !file.guide.empty(); }

void print_regimes(std::vector<ScenarioFile> const& files, bool cases)
{
    for (auto const& file : files) {
        if (file.kind != FileKind::regime || is_case(file) != cases) continue;
        fmt::print("  {}\n{}{}", file.name, wrap(file.title, "      "), wrap(write_rounds(file), "      "));
        if (file.implements) fmt::print("{}", wrap(write_source(*file.implements), "      "));
    }
}

void print_text(std::vector<ScenarioFile> const& files, std::vector<StudyFile> const& studies)
{
    fmt::print("Regimes (complete sets of rules)\n");
    print_regimes(files, false);
    if (std::any_of(files.begin(), files.end(), is_case)) {
        fmt::print("\nCases that the documents tell (how to read each: concordat show NAME)\n");
        print_regimes(files, true);
    }
    fmt::print("\nReforms (what each changes: concordat show NAME)\n\n{}", write_reforms(files, Telling::title));
    if (studies.empty()) return;
    fmt::print("\nStudies (questions that are ready to run: concordat study NAME)\n");
    for (auto const& study : studies) {
        fmt::print("  {}\n{}{}", study.name, wrap(study.title, "      "), wrap(study.question, "      "));
    }
}

void print_json(std::vector<ScenarioFile> const& files, std::vector<StudyFile> const& studies)
{
    using Json = nlohmann::ordered_json;
    Json json{{"format", "concordat-scenarios"}, {"version", 1}};
    json["regimes"] = Json::array();
    json["reforms"] = Json::array();
    for (auto const& file : files) {
        Json one{{"name", file.name},
                 {"title", file.title},
                 {"description", file.description},
                 {"claim", file.claim},
                 {"file", file.path.generic_string()}};
        if (is_case(file)) one["guide"] = file.guide;
        if (file.argues) {
            one["argues"] = {{"outcome", file.argues->outcome}, {"direction", scenario::name_of(file.argues->direction)}};
        }
        for (auto const& link : file.chain) one["chain"][link.outcome] = scenario::name_of(link.direction);
        for (auto const& reform : file.includes) one["includes"].push_back(reform.text);
        for (auto const& round : file.rounds) {
            one["rounds"].push_back({{"name", name_of(round)}, {"regime", round.regime.text}, {"from", round.from}});
        }
        one["implements"] = file.implements ? source_to_json(*file.implements) : Json(nullptr);
        json[file.kind == FileKind::regime ? "regimes" : "reforms"].push_back(one);
    }
    json["studies"] = Json::array();
    for (auto const& study : studies) {
        json["studies"].push_back({{"name", study.name},
                                   {"title", study.title},
                                   {"question", study.question},
                                   {"design_points", study.design ? study.design->points.size() : 0},
                                   {"file", study.path.generic_string()}});
    }
    fmt::print("{}\n", json.dump(1, ' ', false, Json::error_handler_t::replace));
}
}  // namespace

ExitCode list_scenarios(ListCommand const& command)
{
    core::Problems problems;
    auto const library = load_library(command.library, problems);
    auto const files = read_all(library, problems);
    auto const studies = read_studies(library, problems);
    problems.throw_if_any();
    if (command.json) {
        print_json(files, studies);
    } else if (command.reforms) {
        fmt::print("{}", write_reforms(files, Telling::in_short));
    } else {
        print_text(files, studies);
    }
    return ExitCode::success;
}
}  // namespace concordat::cli
