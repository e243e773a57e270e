#include "cli/report_scenarios.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "cli/design_text.hpp"
#include "cli/findings.hpp"
#include "cli/source_text.hpp"
#include "sim/config/document.hpp"
#include "sim/config/source_reading.hpp"

namespace concordat::cli
{
namespace
{
/// The passage that a scenario file puts into numbers; empty where it names none.
std::string read_passage(scenario::FileText const& file)
{
    core::Problems ignored;
    auto const document = config::parse_document(file.path, file.text, ignored);
    if (!document) return {};
    auto const& root = document->root;
    for (std::size_t k = 0; k < root.keys.size(); ++k) {
        if (root.keys[k].text != "implements" || root.items[k].kind != config::NodeKind::mapping) continue;
        return write_source(config::read_source(root.items[k], "passage", config::Assumption::allowed, ignored));
    }
    return {};
}

/// Whether a file is a part of a name such as "laa_2008+cap_20@weak".
bool names_file(std::string const& name, std::string const& stem)
{
    std::istringstream parts{name};
    for (std::string part; std::getline(parts, part, '+');) {
        if (part.substr(0, part.find('@')) == stem) return true;
    }
    return false;
}

/// Passages of the reforms in a name such as "laa_2008+cap_20".
std::string list_passages(StudyRequest const& request, std::string const& name)
{
    std::string text;
    for (auto const& file : request.files) {
        auto const stem = std::filesystem::path{file.path}.stem().string();
        if (!names_file(name, stem)) continue;
        auto const passage = read_passage(file);
        if (!passage.empty()) text += (text.empty() ? "" : "; ") + passage;
    }
    return text;
}

void add_changes(report::ScenarioFact& fact, std::string const& round, config::ParameterTable const& before,
                 config::ParameterTable const& after)
{
    for (auto const& one : scenario::list_differences(before, after)) {
        fact.changes.push_back({.round = round,
                                .path = one.path,
                                .description = one.description,
                                .unit = one.unit,
                                .before = config::show(one.before),
                                .after = config::show(one.after),
                                .reason = one.history.empty() ? "" : one.history.back().reason});
    }
}

std::vector<std::string> list_notes_on(StudyRequest const& request, StudyView const& view, std::size_t scenario)
{
    std::vector<std::string> notes{describe_budget(view, request.scenarios[scenario].baseline, scenario)};
    auto const contest = describe_contest(view, scenario);
    if (!contest.empty()) notes.push_back(contest);
    return notes;
}
}  // namespace

std::vector<report::ScenarioFact> describe_scenarios(StudyRequest const& request, StudyView const& view)
{
    std::vector<report::ScenarioFact> list;
    for (std::size_t s = 0; s < request.scenarios.size(); ++s) {
        auto const& one = request.scenarios[s];
        auto const& baseline = request.scenarios[one.baseline];
        bool const compared = one.baseline != s;
        report::ScenarioFact fact{.name = one.name,
                                  .label = compared ? short_name(request, s) : one.name,
                                  .title = compared ? short_title(request, s) : one.title,
                                  .design_point = one.design_point,
                                  .baseline = one.baseline};
        if (!one.design_point.empty()) fact.point_label = describe_point(request.design.points.at(std::stoul(one.design_point) - 1));
        fact.source = list_passages(request, fact.label);
        if (compared) {
            fact.notes = list_notes_on(request, view, s);
            for (std::size_t k = 0; k < one.rounds.size(); ++k) {
                add_changes(fact, one.is_history() ? one.rounds[k].name : "", baseline.rounds[k].parameters,
                            one.rounds[k].parameters);
            }
        }
        list.push_back(std::move(fact));
    }
    return list;
}
}  // namespace concordat::cli
