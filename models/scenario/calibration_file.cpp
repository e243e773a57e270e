#include "models/scenario/calibration_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "sim/config/mapping_reader.hpp"
#include "sim/config/source_reading.hpp"
#include "sim/config/value.hpp"

namespace concordat::scenario
{
namespace
{
using config::MappingReader;
using config::Need;
using config::Node;

/// Half a 90 per cent interval of a normal quantity, in standard deviations.
constexpr double half_interval = 1.6448536269514722;

double read_number(MappingReader& in, std::string_view key, Need need, core::Problems& problems)
{
    auto const* node = in.node(key, need);
    return node == nullptr ? 0.0 : read_fact_number(*node, fmt::format("'{}'", key), problems).value_or(0.0);
}

/// What all facts and the balanced quantity share.
class QuantityReader
{
  public:
    QuantityReader(std::vector<NamedScenario> const& scenarios, core::Problems& problems) : names_{scenarios}, problems_{problems} {}

    Quantity read(Node const* node)
    {
        Quantity quantity;
        if (node == nullptr) return quantity;
        MappingReader in{*node, "'quantity'", node->where, {"outcome", "of", "less", "over"}, problems_};
        quantity.where = node->where;
        quantity.outcome = in.text("outcome", Need::required).value_or("");
        quantity.of = read_name(in, *node, "of", Need::required);
        quantity.less = read_name(in, *node, "less", Need::optional);
        quantity.over = read_name(in, *node, "over", Need::optional);
        return quantity;
    }

  private:
    std::string read_name(MappingReader& in, Node const& node, std::string_view key, Need need)
    {
        auto const name = in.text(key, need);
        return name ? check_scenario_name(*name, node.find(key)->where, names_, problems_) : std::string{};
    }

    std::vector<NamedScenario> const& names_;
    core::Problems& problems_;
};

FactBound read_bound(MappingReader& in, Node const& node, core::Problems& problems)
{
    auto const word = in.text("bound", Need::optional).value_or("value");
    if (word == "at_least") return FactBound::at_least;
    if (word == "at_most") return FactBound::at_most;
    if (word != "value") problems.add(node.find("bound")->where, fmt::format("{} is not value, at_least or at_most", config::quote(word)));
    return FactBound::value;
}

/// The standard deviation of what is known: of an interval, or as it is given.
double read_sampling(MappingReader& in, Node const& node, FactBound bound, core::Problems& problems)
{
    auto const* interval = in.sequence("interval", Need::optional);
    bool const has_spread = node.find("spread") != nullptr;
    if ((interval != nullptr) == has_spread) {
        problems.add(node.where, "a fact has an 'interval' of 90 per cent or a 'spread', and not both");
        return 0.0;
    }
    if (interval == nullptr) return read_number(in, "spread", Need::required, problems);
    if (bound != FactBound::value) {
        problems.add(interval->where, "a bound has no interval around it", "give a 'spread', the standard deviation of what is known");
        return 0.0;
    }
    auto const range = read_fact_range(*interval, "'interval'", problems);
    return range ? (range->high - range->low) / (2.0 * half_interval) : 0.0;
}

void check_positive(double number, Node const& node, std::string_view what, core::Problems& problems)
{
    if (number < 0.0) problems.add(node.where, fmt::format("'{}' is a standard deviation, not {}", what, config::show(number)));
}

CalibrationFact read_fact(Node const& node, QuantityReader& quantities, core::Problems& problems)
{
    MappingReader in{node, "fact", node.where,
                     {"name", "quantity", "bound", "observed", "interval", "spread", "discrepancy", "reason", "source"}, problems};
    CalibrationFact fact;
    if (node.kind != config::NodeKind::mapping) return fact;
    fact.name = in.text("name", Need::required).value_or("");
    fact.quantity = quantities.read(in.mapping("quantity", Need::required));
    fact.bound = read_bound(in, node, problems);
    fact.observed = read_number(in, "observed", Need::required, problems);
    fact.sampling = read_sampling(in, node, fact.bound, problems);
    fact.discrepancy = read_number(in, "discrepancy", Need::required, problems);
    fact.reason = in.text("reason", Need::required).value_or("");
    if (auto const* source = in.mapping("source", Need::required)) {
        fact.source = config::show(config::read_source(*source, "'source'", config::Assumption::allowed, problems));
    }
    check_positive(fact.sampling, node, "spread", problems);
    check_positive(fact.discrepancy, node, "discrepancy", problems);
    return fact;
}

std::optional<BalancedQuantity> read_balance(Node const* node, QuantityReader& quantities, core::Problems& problems)
{
    if (node == nullptr) return std::nullopt;
    MappingReader in{*node, "'balance'", node->where, {"name", "quantity", "range", "reason"}, problems};
    BalancedQuantity balance{.name = in.text("name", Need::required).value_or(""),
                             .quantity = quantities.read(in.mapping("quantity", Need::required)),
                             .reason = in.text("reason", Need::required).value_or("")};
    auto const* range = in.sequence("range", Need::required);
    if (auto const ends = range == nullptr ? std::nullopt : read_fact_range(*range, "'range'", problems)) {
        balance.low = ends->low;
        balance.high = ends->high;
    }
    return balance;
}

void check_distinct(CalibrationFile const& file, Node const& root, core::Problems& problems)
{
    std::set<std::string> names;
    for (auto const& fact : file.facts) {
        if (!names.insert(fact.name).second) problems.add(root.where, fmt::format("two facts are called {}", config::quote(fact.name)));
    }
    if (file.facts.empty() || file.assumptions.empty()) {
        problems.add(root.where, "a calibration has at least one fact and one assumption");
    }
}

/// Only numbers can be calibrated.
void check_numbers(std::vector<Uncertainty> const& assumptions, core::Problems& problems)
{
    for (auto const& one : assumptions) {
        if (one.space.type == config::ParameterType::number) continue;
        problems.add(one.space.where, fmt::format("{} is not a number, and only numbers are calibrated", one.space.path));
    }
}
}  // namespace

std::optional<CalibrationFile> read_calibration(std::filesystem::path const& path, config::ParameterTable const& parameters,
                                                core::Problems& problems)
{
    auto const problems_before = problems.size();
    auto document = config::read_document(path, problems);
    if (!document) return std::nullopt;
    auto const& root = document->root;
    MappingReader in{root, "calibration", root.where, {"scenarios", "assumptions", "facts", "balance"}, problems};
    if (root.kind != config::NodeKind::mapping) return std::nullopt;
    CalibrationFile file{.path = path, .text = document->text};
    file.scenarios = read_named_scenarios(in.mapping("scenarios", Need::required), problems);
    QuantityReader quantities{file.scenarios, problems};
    if (auto const* list = in.sequence("assumptions", Need::required)) {
        file.assumptions = read_uncertainties(*list, parameters, problems);
    }
    if (auto const* list = in.sequence("facts", Need::required)) {
        for (auto const& node : list->items) file.facts.push_back(read_fact(node, quantities, problems));
    }
    file.balance = read_balance(in.mapping("balance", Need::optional), quantities, problems);
    check_numbers(file.assumptions, problems);
    if (problems.size() == problems_before) check_distinct(file, root, problems);
    if (problems.size() != problems_before) return std::nullopt;
    return file;
}
}  // namespace concordat::scenario
