#include "cli/discovery_points.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "analysis/stats/summary.hpp"
#include "cli/findings.hpp"
#include "cli/library.hpp"
#include "cli/option_values.hpp"
#include "cli/rerun_choice.hpp"
#include "cli/study_view.hpp"
#include "models/scenario/calibration_file.hpp"
#include "models/scenario/uncertainty.hpp"
#include "sim/config/number_text.hpp"
#include "sim/config/value.hpp"

namespace concordat::cli
{
namespace
{
using Labels = std::map<std::string, std::string>;

std::vector<std::size_t> list_changed(StudyRequest const& request)
{
    std::vector<std::size_t> found;
    for (std::size_t s = 0; s < request.scenarios.size(); ++s) {
        if (request.scenarios[s].baseline != s) found.push_back(s);
    }
    return found;
}

std::vector<std::size_t> choose_scenarios(std::string const& given, StudyRequest const& request, core::Problems& problems)
{
    auto const among = list_changed(request);
    if (among.empty()) {
        problems.add({.file = "--scenario"}, "the study compares nothing: it has only a baseline",
                     "run a comparison: concordat compare BASE SCENARIO");
        return {};
    }
    std::vector<std::string> names;
    for (auto const s : among) {
        auto const name = short_name(request, s);
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    if (given.empty() && names.size() == 1) return among;
    auto const& base = request.scenarios[request.scenarios[among.front()].baseline].name;
    if (!given.empty() && given != base) return find_named_scenarios("--scenario", given, request, among, problems);
    problems.add({.file = "--scenario"}, given.empty() ? "the study has several scenarios" : fmt::format("{} is the baseline", base),
                 fmt::format("choose one: {}", fmt::join(names, ", ")));
    return {};
}

store::Outcome const* choose_outcome(std::string const& given, store::Schema const& schema, core::Problems& problems)
{
    if (auto const found = schema.find_outcome(given)) return &schema.outcomes[static_cast<std::size_t>(*found)];
    std::vector<std::string> names;
    for (auto const& one : schema.outcomes) names.push_back(one.name);
    auto hint = suggest(given, names);
    if (hint.empty()) hint = "concordat explain lists the outcomes";
    problems.add({.file = "--outcome"}, fmt::format("the study holds no outcome {}", config::quote(given)), std::move(hint));
    return nullptr;
}

double read_threshold(std::string const& option, std::string const& text, core::Problems& problems)
{
    auto const reading = config::read_number(text);
    if (reading.value && std::isfinite(*reading.value)) return *reading.value;
    problems.add({.file = option}, fmt::format("{} is not a number", config::quote(text)));
    return 0.0;
}

/// What lists of the library and of the study itself call assumptions. A library that cannot be read has no
/// words to give: paths then stand for themselves.
Labels read_labels(LibraryRequest const& request, StudyRequest const& study)
{
    Labels labels;
    core::Problems ignored;
    auto const library = load_library(request, ignored);
    auto const root = library.catalogue.root();
    for (auto const& one : scenario::read_uncertainties(root / "sensitivity.yaml", library.parameters, ignored)) {
        labels[one.space.path] = one.label;
    }
    if (auto const file = scenario::read_calibration(root / "calibration.yaml", library.parameters, ignored)) {
        for (auto const& one : file->assumptions) labels[one.space.path] = one.label;
    }
    if (study.sensitivity) {
        for (auto const& one : study.sensitivity->assumptions) labels[one.path] = one.label;
    }
    return labels;
}

/// Paths that the design sets, in its order.
std::vector<std::string> list_design_paths(DesignRecord const& design)
{
    std::vector<std::string> paths;
    for (auto const& point : design.points) {
        for (auto const& [path, value] : point.values) {
            if (std::find(paths.begin(), paths.end(), path) == paths.end()) paths.push_back(path);
        }
    }
    return paths;
}

/// The design's value of a path at a scenario's point; where the point does not set it, what the files have.
std::string find_value(StudyRequest const& request, std::size_t scenario, std::string const& path)
{
    for (auto const& point : request.design.points) {
        if (std::to_string(point.number) != request.scenarios[scenario].design_point) continue;
        for (auto const& [own, value] : point.values) {
            if (own == path) return value;
        }
    }
    return config::show(request.parameters.at(path).value);
}

/// [index] of the ensemble's paths that the design does not set itself.
std::vector<std::size_t> list_drawn(StudyRequest const& request, std::vector<std::string> const& design_paths)
{
    std::vector<std::size_t> drawn;
    if (!request.ensemble) return drawn;
    for (std::size_t k = 0; k < request.ensemble->paths.size(); ++k) {
        if (std::find(design_paths.begin(), design_paths.end(), request.ensemble->paths[k]) == design_paths.end()) drawn.push_back(k);
    }
    return drawn;
}

/// Axes of one parameter, and how a value of it becomes coordinates.
class Ruler
{
  public:
    Ruler(config::ParameterRecord const& record, Labels const& labels) : record_{&record}
    {
        auto const found = labels.find(record.path);
        label_ = found == labels.end() ? record.path : found->second;
    }

    void add_axes(std::vector<DiscoveryAxis>& axes) const
    {
        if (record_->type == config::ParameterType::flag) {
            axes.push_back({record_->path, {}, {}, {label_, 0.0, 1.0, {"false", "true"}}});
        } else if (record_->type != config::ParameterType::word) {
            axes.push_back({record_->path, record_->unit, {}, {label_, 0.0, 0.0, {}}});
        } else if (record_->choices.size() == 2) {
            axes.push_back({record_->path, {}, {}, {label_, 0.0, 1.0, record_->choices}});
        } else {
            // Three words or more have no order, so each is asked for by itself.
            for (auto const& word : record_->choices) {
                axes.push_back({record_->path, {}, word, {label_, 0.0, 1.0, {fmt::format("not {}", word), word}}});
            }
        }
    }

    void add_coordinates(std::string const& text, std::vector<double>& point) const
    {
        if (record_->type == config::ParameterType::flag) {
            point.push_back(text == "true" ? 1.0 : 0.0);
        } else if (record_->type != config::ParameterType::word) {
            point.push_back(config::read_number(text).value.value_or(0.0));
        } else if (record_->choices.size() == 2) {
            point.push_back(text == record_->choices.back() ? 1.0 : 0.0);
        } else {
            for (auto const& word : record_->choices) point.push_back(text == word ? 1.0 : 0.0);
        }
    }

  private:
    config::ParameterRecord const* record_;
    std::string label_{};
};

void add_point(DiscoveryPoints& all, DiscoveryQuestion const& question, std::vector<double> point, double change)
{
    if (std::isnan(change)) return;
    all.points.push_back(std::move(point));
    all.changes.push_back(change);
    all.of_interest.push_back(question.below ? change < question.threshold : change > question.threshold);
}

/// Numbers have the range that the points have.
void measure_axes(DiscoveryPoints& all)
{
    for (std::size_t k = 0; k < all.axes.size() && !all.points.empty(); ++k) {
        auto& axis = all.axes[k].axis;
        if (!axis.words.empty()) continue;
        auto const less = [k](auto const& a, auto const& b) { return a[k] < b[k]; };
        auto const [low, high] = std::minmax_element(all.points.begin(), all.points.end(), less);
        axis.low = (*low)[k];
        axis.high = (*high)[k];
    }
}
}  // namespace

double DiscoveryPoints::density() const
{
    auto const count = std::count(of_interest.begin(), of_interest.end(), char{1});
    return of_interest.empty() ? 0.0 : static_cast<double>(count) / static_cast<double>(of_interest.size());
}

DiscoveryQuestion read_question(DiscoverCommand const& command, StudyRequest const& request, store::StudyReader const& study,
                                core::Problems& problems)
{
    DiscoveryQuestion question;
    if (!request.ensemble && request.design.points.empty()) {
        problems.add({.file = command.folder}, "the study has neither an ensemble nor a design: its assumptions are the same everywhere",
                     "compare with --assumptions ensemble, or with --params FILE.csv");
    }
    if (study.replicates().empty()) problems.add({.file = command.folder}, "no replicate is complete yet");
    question.scenarios = choose_scenarios(command.scenario, request, problems);
    question.outcome = choose_outcome(command.outcome, study.plan().schema, problems);
    question.below = command.above.empty() && (!command.below.empty() || (question.outcome != nullptr &&
                                                                         question.outcome->direction == store::Direction::lower_is_better));
    if (!command.above.empty()) question.threshold = read_threshold("--above", command.above, problems);
    if (!command.below.empty()) question.threshold = read_threshold("--below", command.below, problems);
    return question;
}

DiscoveryPoints gather_points(DiscoveryQuestion const& question, StudyRequest const& request, store::StudyReader const& study,
                              LibraryRequest const& library)
{
    auto const labels = read_labels(library, request);
    StudyView const view{study};
    DiscoveryPoints all{.single_replicates = request.ensemble.has_value()};
    auto const design_paths = list_design_paths(request.design);
    auto const drawn = list_drawn(request, design_paths);
    std::vector<Ruler> rulers;
    for (auto const k : drawn) Ruler{request.parameters.at(request.ensemble->paths[k]), labels}.add_axes(all.axes);
    for (auto const& path : design_paths) rulers.emplace_back(request.parameters.at(path), labels).add_axes(all.axes);
    for (auto const s : question.scenarios) {
        std::vector<double> own;
        for (std::size_t k = 0; k < rulers.size(); ++k) rulers[k].add_coordinates(find_value(request, s, design_paths[k]), own);
        auto const changes = view.changes(request.scenarios[s].baseline, s, question.outcome->name);
        if (!request.ensemble) {
            bool const whole = std::none_of(changes.begin(), changes.end(), [](double one) { return std::isnan(one); });
            if (whole) add_point(all, question, own, stats::mean(changes));
            continue;
        }
        for (std::size_t i = 0; i < changes.size(); ++i) {
            auto const& member = request.ensemble->point_of(study.replicates()[i]);
            std::vector<double> point;
            for (auto const k : drawn) point.push_back(member[k]);
            point.insert(point.end(), own.begin(), own.end());
            add_point(all, question, std::move(point), changes[i]);
        }
    }
    measure_axes(all);
    return all;
}
}  // namespace concordat::cli
