#include "cli/qa_influence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/findings.hpp"
#include "cli/library.hpp"
#include "cli/number_format.hpp"
#include "cli/sensitivity_findings.hpp"
#include "cli/study_view.hpp"
#include "models/verification/switches.hpp"

namespace concordat::cli
{
namespace
{
constexpr std::array<char const*, 2> told_outcomes{"true_gain", "welfare"};

void add_note(InfluenceNotes& notes, std::string const& path, std::string const& words)
{
    auto& text = notes[path];
    text += (text.empty() ? "" : "; ") + words;
}

/// "0 to 10: picks_per_area stays, target_effect falls": what theory says of a declared switch.
std::string describe_switch(verification::SwitchCase const& one)
{
    static constexpr std::array<char const*, 4> senses{"rises", "falls", "moves", "stays"};
    std::string text;
    for (auto const& step : one.steps) text += (text.empty() ? "" : " and ") + fmt::format("{} to {}", step.from, step.to);
    text += ":";
    for (auto const& link : one.chain) {
        text += fmt::format(" {} {},", link.outcome, senses.at(static_cast<std::size_t>(link.sense)));
    }
    text.pop_back();
    return text;
}

/// The only path in which a scenario differs from its baseline, in all rounds; empty where there are more.
std::string find_only_change(StudyRequest const& request, std::size_t scenario)
{
    auto const& one = request.scenarios[scenario];
    auto const& baseline = request.scenarios[one.baseline];
    std::string path;
    for (std::size_t k = 0; k < one.rounds.size(); ++k) {
        for (auto const& change : scenario::list_differences(baseline.rounds[k].parameters, one.rounds[k].parameters)) {
            if (!path.empty() && path != change.path) return {};
            path = change.path;
        }
    }
    return path;
}

std::string describe_effect(StudyRequest const& request, StudyView const& view, std::size_t scenario,
                            std::string const& path)
{
    auto const& one = request.scenarios[scenario];
    auto const value = [&](std::size_t s, std::size_t k) { return request.scenarios[s].rounds[k].parameters.at(path).value; };
    std::size_t changed = 0;  // [index] the first round in which it does
    while (value(one.baseline, changed) == value(scenario, changed)) ++changed;
    auto text = fmt::format("{} to {}:", config::show(value(one.baseline, changed)), config::show(value(scenario, changed)));
    for (auto const* const name : told_outcomes) {
        auto const& outcome = view.outcome(name);
        auto const paired = view.compare(one.baseline, scenario, name);
        text += fmt::format(" {} {} (s.e. {}) {},", outcome.name, write_change(paired.difference.mean, outcome.decimals),
                            write_error(paired.difference.standard_error, outcome.decimals), outcome.unit);
    }
    text.pop_back();
    return text;
}

/// The only path that a design sets; empty where it sets several.
std::string find_only_design_path(DesignRecord const& design)
{
    std::string path;
    for (auto const& point : design.points) {
        if (point.values.size() != 1 || (!path.empty() && path != point.values[0].first)) return {};
        path = point.values[0].first;
    }
    return path;
}

/// "laa_2008 at 20000: true_gain 0.2700 sigma, ...": means of scenarios at the points of a design.
void add_design_means(QaStudy const& qa, StudyView const& view, std::string const& path, InfluenceNotes& notes)
{
    for (std::size_t s = 0; s < qa.request.scenarios.size(); ++s) {
        auto const& one = qa.request.scenarios[s];
        if (one.design_point.empty() || one.baseline != s) continue;
        auto text = fmt::format("{} at {}:", one.name, config::show(one.rounds.front().parameters.at(path).value));
        for (auto const* const name : told_outcomes) {
            auto const& outcome = view.outcome(name);
            text += fmt::format(" {} {} {},", name, write_number(view.summarise(s, name).mean, outcome.decimals), outcome.unit);
        }
        text.pop_back();
        add_note(notes, path, text);
    }
}
/// What a sensitivity analysis found: how much an outcome hangs on the assumption, and its place among the others.
void add_sensitivity(QaStudy const& qa, InfluenceNotes& notes)
{
    auto const& assumptions = qa.request.sensitivity->assumptions;
    for (auto const& finding : find_sensitivities(qa.request, qa.study)) {
        auto const order = rank_assumptions(finding, assumptions.size());
        auto const what = finding.outcome->name + (finding.is_change ? " (change by the reform)" : "");
        for (std::size_t place = 0; place < order.size(); ++place) {
            auto const k = order[place];
            auto const size = finding.shares
                                  ? fmt::format("{} of the variance of {} (total index)", write_percent(std::clamp(weight_of(finding, k), 0.0, 1.0)), what)
                                  : fmt::format("{} {} on {} on average (elementary effect)",
                                                write_number(weight_of(finding, k), finding.outcome->decimals + 1), finding.outcome->unit, what);
            add_note(notes, assumptions[k].path,
                     fmt::format("{}: {}, {} of {} assumptions", assumptions[k].values, size, place + 1, order.size()));
        }
    }
}
}  // namespace

InfluenceNotes list_switch_effects()
{
    InfluenceNotes notes;
    core::Problems problems;
    auto const file = find_scenarios({}) / "switches.yaml";
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return notes;
    auto const cases = verification::read_switches(file, problems);
    for (auto const& one : cases) add_note(notes, one.path, describe_switch(one));
    return problems.empty() ? notes : InfluenceNotes{};
}

InfluenceNotes list_study_effects(QaStudy const& qa)
{
    InfluenceNotes notes;
    if (qa.study.replicates().empty()) return notes;
    if (qa.request.sensitivity) {
        add_sensitivity(qa, notes);
        return notes;
    }
    StudyView const view{qa.study};
    auto const design_path = find_only_design_path(qa.request.design);
    if (!design_path.empty()) add_design_means(qa, view, design_path, notes);
    for (std::size_t s = 0; s < qa.request.scenarios.size(); ++s) {
        if (qa.request.scenarios[s].baseline == s) continue;
        auto const path = find_only_change(qa.request, s);
        if (!path.empty()) add_note(notes, path, describe_effect(qa.request, view, s, path));
    }
    return notes;
}
}  // namespace concordat::cli
