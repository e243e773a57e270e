#include "models/scenario/uncertainty.hpp"

#include <fmt/format.h>

#include <optional>
#include <set>
#include <utility>

#include "sim/config/mapping_reader.hpp"
#include "sim/config/value.hpp"

namespace concordat::scenario
{
namespace
{
using config::Need;

std::optional<Uncertainty> read_one(config::Node const& node, config::ParameterTable const& parameters,
                                    core::Problems& problems)
{
    auto const problems_before = problems.size();
    config::MappingReader in{node, "assumption", node.where, {"over", "label", "reason"}, problems};
    if (node.kind != config::NodeKind::mapping) return std::nullopt;
    Uncertainty one;
    one.label = in.text("label", Need::required).value_or("");
    one.reason = in.text("reason", Need::required).value_or("");
    auto const* over = in.mapping("over", Need::required);
    if (over != nullptr && over->keys.size() != 1) {
        problems.add(over->where, "an assumption is one parameter, with the values over which it is moved");
    } else if (over != nullptr) {
        if (auto space = read_space(over->keys.front(), over->items.front(), parameters, problems)) {
            one.space = std::move(*space);
        }
    }
    if (problems.size() != problems_before) return std::nullopt;
    return one;
}

void check_distinct(std::vector<Uncertainty> const& list, core::Problems& problems)
{
    std::set<std::string> paths, labels;
    for (auto const& one : list) {
        if (!paths.insert(one.space.path).second) {
            problems.add(one.space.where, fmt::format("{} stands in the list already", one.space.path));
        }
        if (!labels.insert(one.label).second) {
            problems.add(one.space.where, fmt::format("two assumptions are called {}", config::quote(one.label)));
        }
    }
}
}  // namespace

std::vector<Uncertainty> read_uncertainties(config::Node const& node, config::ParameterTable const& parameters,
                                            core::Problems& problems)
{
    std::vector<Uncertainty> list;
    for (auto const& item : node.items) {
        if (auto one = read_one(item, parameters, problems)) list.push_back(std::move(*one));
    }
    check_distinct(list, problems);
    return list;
}

std::vector<Uncertainty> read_uncertainties(std::filesystem::path const& file, config::ParameterTable const& parameters,
                                            core::Problems& problems)
{
    auto const document = config::read_document(file, problems);
    if (!document) return {};
    if (document->root.kind == config::NodeKind::sequence) return read_uncertainties(document->root, parameters, problems);
    problems.add(document->root.where, "the file is a list of assumptions");
    return {};
}
}  // namespace concordat::scenario
