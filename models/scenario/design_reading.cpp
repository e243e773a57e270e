#include "models/scenario/design_reading.hpp"

#include <fmt/format.h>

#include <array>
#include <set>
#include <utility>

#include "models/scenario/change.hpp"
#include "models/scenario/design_sample.hpp"
#include "sim/config/mapping_reader.hpp"
#include "sim/config/value.hpp"
#include "sim/config/value_reading.hpp"

namespace concordat::scenario
{
namespace
{
using config::MappingReader;
using config::Need;
using config::Node;
using config::NodeKind;
using config::ParameterTable;

/// The values that a design names for one path, checked.
using Factor = std::vector<Override>;

std::optional<Override> read_setting(config::Key const& key, Node const& value, ParameterTable const& parameters,
                                     core::Problems& problems)
{
    auto const* record = find_record(parameters, key.text, key.where, problems);
    if (record == nullptr || !config::read_value(*record, value, problems)) return std::nullopt;
    return Override{.round = {}, .path = key.text, .text = value.text, .who = {}, .where = value.where};
}

Factor read_factor(config::Key const& key, Node const& values, ParameterTable const& parameters, core::Problems& problems)
{
    Factor factor;
    if (values.kind != NodeKind::sequence || values.items.empty()) {
        problems.add(values.where, fmt::format("{} needs a list of values, such as [1, 2]", key.text));
        return factor;
    }
    if (find_record(parameters, key.text, key.where, problems) == nullptr) return factor;
    for (auto const& item : values.items) {
        if (auto setting = read_setting(key, item, parameters, problems)) factor.push_back(std::move(*setting));
    }
    return factor;
}

/// One factor for each path; none after a problem.
std::vector<Factor> read_factors(Node const& mapping, ParameterTable const& parameters, core::Problems& problems)
{
    auto const problems_before = problems.size();
    std::vector<Factor> factors;
    if (mapping.keys.empty()) problems.add(mapping.where, "a design names at least one parameter");
    for (std::size_t i = 0; i < mapping.keys.size(); ++i) {
        factors.push_back(read_factor(mapping.keys[i], mapping.items[i], parameters, problems));
    }
    return problems.size() == problems_before ? factors : std::vector<Factor>{};
}

bool check_size(double points, core::Position const& where, core::Problems& problems)
{
    if (points <= static_cast<double>(most_design_points)) return true;
    problems.add(where, fmt::format("the design has {} points; there may be {}", points, most_design_points),
                 "leave out values, or draw a sample of the points");
    return false;
}

std::vector<DesignPoint> cross(std::vector<Factor> const& factors, core::Position const& where, core::Problems& problems)
{
    double size = factors.empty() ? 0.0 : 1.0;
    for (auto const& factor : factors) size *= static_cast<double>(factor.size());
    if (!check_size(size, where, problems)) return {};
    std::vector<DesignPoint> points(static_cast<std::size_t>(size));
    for (std::size_t p = 0; p < points.size(); ++p) {
        std::size_t rest = points.size(), at = p;
        for (auto const& factor : factors) {
            rest /= factor.size();
            points[p].overrides.push_back(factor[at / rest]);
            at %= rest;
        }
    }
    return points;
}

std::vector<DesignPoint> line_up(Node const& mapping, std::vector<Factor> const& factors, core::Problems& problems)
{
    if (factors.empty()) return {};
    auto const length = factors.front().size();
    bool equal = true;
    for (std::size_t i = 1; i < factors.size(); ++i) {
        if (factors[i].size() == length) continue;
        equal = false;
        problems.add(mapping.items[i].where,
                     fmt::format("{} has {} values, {} has {}", mapping.keys[i].text, factors[i].size(),
                                 mapping.keys[0].text, length),
                     "lists of a zip go side by side: give all of them the same length, or write 'grid'");
    }
    if (!equal || !check_size(static_cast<double>(length), mapping.where, problems)) return {};
    std::vector<DesignPoint> points(length);
    for (auto const& factor : factors) {
        for (std::size_t p = 0; p < length; ++p) points[p].overrides.push_back(factor[p]);
    }
    return points;
}

std::optional<DesignPoint> read_point(Node const& node, ParameterTable const& parameters, core::Problems& problems)
{
    auto const problems_before = problems.size();
    MappingReader in{node, "design point", node.where, {"name", "set"}, problems};
    if (node.kind != NodeKind::mapping) return std::nullopt;
    DesignPoint point;
    point.name = in.text("name", Need::required).value_or("");
    auto const* settings = in.mapping("set", Need::required);
    for (std::size_t i = 0; settings != nullptr && i < settings->keys.size(); ++i) {
        auto setting = read_setting(settings->keys[i], settings->items[i], parameters, problems);
        if (setting) point.overrides.push_back(std::move(*setting));
    }
    if (problems.size() != problems_before) return std::nullopt;
    return point;
}

std::vector<DesignPoint> read_list(Node const& list, ParameterTable const& parameters, core::Problems& problems)
{
    std::vector<DesignPoint> points;
    std::set<std::string> names;
    if (list.items.empty()) problems.add(list.where, "a design has at least one point");
    for (auto const& item : list.items) {
        auto point = read_point(item, parameters, problems);
        if (!point) continue;
        if (!names.insert(point->name).second) {
            problems.add(item.where, fmt::format("two design points are called {}", config::quote(point->name)));
        }
        points.push_back(std::move(*point));
    }
    if (!check_size(static_cast<double>(list.items.size()), list.where, problems)) return {};
    return points;
}

/// Exactly one kind of design must stand there.
std::string find_kind(Node const& node, std::size_t problems_before, core::Problems& problems)
{
    std::string kind;
    int count = 0;
    for (auto const* const one : {"grid", "list", "zip", "sample"}) {
        if (node.find(one) == nullptr) continue;
        kind = one;
        ++count;
    }
    if (count == 1) return kind;
    if (count == 0 && problems.size() != problems_before) return {};  // an unknown key was meant to be one
    problems.add(node.where, fmt::format("a design has exactly one of 'grid', 'list', 'zip' and 'sample', not {}",
                                         count == 0 ? "none" : "several"));
    return {};
}

std::vector<DesignPoint> read_points(MappingReader& in, std::string const& kind, ParameterTable const& parameters,
                                     core::Problems& problems)
{
    auto const* node = kind == "list" ? in.sequence(kind, Need::required) : in.mapping(kind, Need::required);
    if (node == nullptr) return {};
    if (kind == "list") return read_list(*node, parameters, problems);
    if (kind == "sample") return read_sample(*node, parameters, problems);
    auto const factors = read_factors(*node, parameters, problems);
    return kind == "grid" ? cross(factors, node->where, problems) : line_up(*node, factors, problems);
}

PointBaseline read_baseline(MappingReader& in, Node const& node, core::Problems& problems)
{
    auto const text = in.text("baseline", Need::optional).value_or("varies");
    if (text == "fixed") return PointBaseline::fixed;
    if (text != "varies") {
        problems.add(node.find("baseline")->where,
                     fmt::format("'baseline' of a design is varies or fixed, not {}", config::quote(text)));
    }
    return PointBaseline::varies;
}
}  // namespace

std::optional<Design> read_design(Node const& node, std::string const& who, ParameterTable const& parameters,
                                  core::Problems& problems)
{
    auto const problems_before = problems.size();
    MappingReader in{node, "design", node.where, {"baseline", "grid", "list", "zip", "sample"}, problems};
    Design design{.kind = find_kind(node, problems_before, problems), .baseline = read_baseline(in, node, problems), .points = {}};
    if (!design.kind.empty()) design.points = read_points(in, design.kind, parameters, problems);
    if (problems.size() != problems_before) return std::nullopt;
    for (std::size_t p = 0; p < design.points.size(); ++p) {
        auto& point = design.points[p];
        point.number = static_cast<int>(p) + 1;
        for (auto& one : point.overrides) one.who = fmt::format("{}, design point {}", who, point.number);
    }
    return design;
}
}  // namespace concordat::scenario
