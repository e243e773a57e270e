#include "cli/sensitivity_setup.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <utility>

#include "analysis/sensitivity/elementary_effects.hpp"
#include "analysis/sensitivity/variance_indices.hpp"
#include "cli/option_values.hpp"
#include "cli/outcome_choice.hpp"
#include "models/scenario/uncertainty.hpp"
#include "sim/config/value.hpp"
#include "sim/random/unit_points.hpp"

namespace concordat::cli
{
namespace
{
using scenario::Uncertainty;
using UnitPoints = std::vector<std::vector<double>>;

/// The last parts of a path, as many as tell it from the others.
std::string label_path(std::string const& path)
{
    auto const last = path.rfind('.');
    auto const before = path.rfind('.', last - 1);
    return path.substr(before == std::string::npos ? 0 : before + 1);
}

bool has_end(config::ParameterRecord const& record)
{
    core::Problems ignored;
    return scenario::own_space(record, {}, ignored).has_value();
}

/// An assumption of the list, or any other parameter over its own range.
void add_parameter(config::ParameterRecord const& record, std::vector<Uncertainty> const& listed,
                   std::vector<Uncertainty>& chosen, core::Problems& problems)
{
    auto const is_it = [&](Uncertainty const& one) { return one.space.path == record.path; };
    if (std::any_of(chosen.begin(), chosen.end(), is_it)) return;
    auto const known = std::find_if(listed.begin(), listed.end(), is_it);
    if (known != listed.end()) {
        chosen.push_back(*known);
    } else if (auto space = scenario::own_space(record, {.file = "--parameters"}, problems)) {
        chosen.push_back({.space = std::move(*space), .label = label_path(record.path), .reason = {}});
    }
}

/// \param word a path, or the beginning of some up to a dot
void add_word(std::string const& word, Library const& library, std::vector<Uncertainty> const& listed,
              std::vector<Uncertainty>& chosen, core::Problems& problems)
{
    if (auto const found = library.parameters.find(word); found != library.parameters.end()) {
        add_parameter(found->second, listed, chosen, problems);
        return;
    }
    bool any = false;
    std::vector<std::string> paths;
    for (auto const& [path, record] : library.parameters) {
        paths.push_back(path);
        if (path.rfind(word + ".", 0) != 0 || !has_end(record)) continue;
        add_parameter(record, listed, chosen, problems);
        any = true;
    }
    if (any) return;
    auto hint = suggest(word, paths);
    if (hint.empty()) hint = "concordat explain lists the parameters";
    problems.add({.file = "--parameters"}, fmt::format("unknown parameter {}", config::quote(word)), std::move(hint));
}

std::vector<Uncertainty> choose_assumptions(SensitivityWish const& wish, Library const& library, core::Problems& problems)
{
    auto const file = wish.list.empty() ? library.catalogue.root() / "sensitivity.yaml" : std::filesystem::path{wish.list};
    auto const listed = scenario::read_uncertainties(file, library.parameters, problems);
    if (wish.parameters.empty()) return listed;
    std::vector<Uncertainty> chosen;
    for (auto const& word : split_words(wish.parameters)) add_word(word, library, listed, chosen, problems);
    return chosen;
}

SensitivityMethod read_method(std::string const& text, core::Problems& problems)
{
    if (text == "sobol") return SensitivityMethod::sobol;
    if (text != "morris") {
        problems.add({.file = "--method"}, fmt::format("{} is not morris or sobol", config::quote(text)));
    }
    return SensitivityMethod::morris;
}

/// Trajectories or base points.
std::size_t read_base(SensitivityWish const& wish, SensitivityMethod method, core::Problems& problems)
{
    bool const by_variance = method == SensitivityMethod::sobol;
    if (wish.base.empty()) return by_variance ? 64 : 20;
    auto const most = static_cast<std::int64_t>(scenario::most_design_points);
    auto const base = static_cast<std::uint64_t>(read_count("--base", wish.base, 2, most, problems));
    if (by_variance && !std::has_single_bit(base)) {
        problems.add({.file = "--base"},
                     fmt::format("points of Sobol's sequence are balanced only where their number is a power of two; {} is none", base),
                     fmt::format("take {} or {}", std::bit_floor(base), std::bit_ceil(base)));
    }
    return base;
}

std::size_t count_points(SensitivityMethod method, std::size_t base, std::size_t parameters)
{
    return base * (parameters + (method == SensitivityMethod::sobol ? 2 : 1));
}

void check_size(SensitivityRecord const& record, core::Problems& problems)
{
    auto const count = record.assumptions.size();
    auto const points = count_points(record.method, record.base, count);
    if (points <= scenario::most_design_points) return;
    problems.add({}, fmt::format("{} assumptions need {} design points; a design has at most {}", count, points,
                                 scenario::most_design_points),
                 "take fewer --parameters or a smaller --base");
}

scenario::Design make_design(SensitivityRecord const& record, std::vector<Uncertainty> const& assumptions)
{
    auto const points = record.method == SensitivityMethod::sobol
                            ? sensitivity::list_saltelli_points(record.base, assumptions.size(), record.seed)
                            : sensitivity::list_trajectory_points(record.base, assumptions.size(), record.seed);
    scenario::Design design{.kind = name_of(record.method), .points = {}};
    for (auto const& coordinates : points) {
        scenario::DesignPoint point{.number = static_cast<int>(design.points.size()) + 1};
        for (std::size_t d = 0; d < assumptions.size(); ++d) {
            auto const& space = assumptions[d].space;
            point.overrides.push_back({.round = {},
                                       .path = space.path,
                                       .text = space.value_at(coordinates[d]),
                                       .who = "design of the sensitivity analysis",
                                       .where = space.where});
        }
        design.points.push_back(std::move(point));
    }
    return design;
}
}  // namespace

SensitivityPlan plan_sensitivity(SensitivityWish const& wish, Library const& library, core::Problems& problems)
{
    auto const problems_before = problems.size();
    auto const assumptions = choose_assumptions(wish, library, problems);
    SensitivityPlan plan;
    auto& record = plan.record;
    record.method = read_method(wish.method, problems);
    record.base = read_base(wish, record.method, problems);
    record.outcomes = choose_outcome_names(wish.outcomes, problems);
    for (auto const& one : assumptions) {
        record.assumptions.push_back({one.space.path, one.label, one.space.describe(), one.reason});
    }
    check_size(record, problems);
    if (problems.size() == problems_before) plan.design = make_design(record, assumptions);
    return plan;
}
}  // namespace concordat::cli
