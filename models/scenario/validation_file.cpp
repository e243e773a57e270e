#include "models/scenario/validation_file.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
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
using config::NodeKind;

/// A word of `take`, and whether a number belongs to it.
struct TakeWord
{
    char const* word;
    Taking take;
    bool has_number;
};

constexpr std::array<TakeWord, 10> take_words{{{"each", Taking::each, false},
                                               {"mean", Taking::mean, false},
                                               {"largest", Taking::largest, false},
                                               {"share_of_largest", Taking::share_of_largest, true},
                                               {"share_of_all", Taking::share_of_all, false},
                                               {"count_above", Taking::count_above, true},
                                               {"share_at_least", Taking::share_at_least, true},
                                               {"sum_of_squares", Taking::sum_of_squares, false},
                                               {"sum_of_squared_shares", Taking::sum_of_squared_shares, false},
                                               {"curve_outside", Taking::curve_outside, false}}};

/// The only key and value of a mapping, or nothing after a problem.
std::optional<std::pair<std::string, Node const*>> read_pair(Node const& node, char const* what, core::Problems& problems)
{
    if (node.kind == NodeKind::mapping && node.keys.size() == 1) return std::pair{node.keys[0].text, &node.items[0]};
    problems.add(node.where, fmt::format("'{}' is one name and its value", what));
    return std::nullopt;
}

void read_take(Node const& node, MeasuredQuantity& quantity, core::Problems& problems)
{
    std::string word = node.text;
    Node const* number = nullptr;
    if (node.kind == NodeKind::mapping) {
        auto const pair = read_pair(node, "take", problems);
        if (!pair) return;
        word = pair->first;
        number = pair->second;
    }
    auto const* const found = std::find_if(take_words.begin(), take_words.end(), [&](auto const& one) { return one.word == word; });
    if (found == take_words.end()) {
        std::vector<std::string> known;
        for (auto const& one : take_words) known.emplace_back(one.word);
        auto const nearest = core::nearest_name(word, known);
        problems.add(node.where, fmt::format("{} is nothing that can be taken of groups", config::quote(word)),
                     nearest.empty() ? fmt::format("there are {}", fmt::join(known, ", ")) : fmt::format("did you mean '{}'?", nearest));
        return;
    }
    quantity.take = found->take;
    if (found->has_number != (number != nullptr)) {
        problems.add(node.where, found->has_number ? fmt::format("{} has a number: {{{}: 5}}", word, word) : fmt::format("{} has no number", word));
    } else if (number != nullptr) {
        quantity.number = read_fact_number(*number, fmt::format("'{}'", word), problems).value_or(0.0);
    }
}

void read_per(Node const& node, MeasuredQuantity& quantity, core::Problems& problems)
{
    core::Problems no_number;
    auto const number = read_fact_number(node, "'per'", no_number);
    if (number && *number != 0.0) {
        quantity.per_number = *number;
    } else if (!number && node.kind == NodeKind::scalar) {
        quantity.per = node.text;
    } else {
        problems.add(node.where, "'per' is an outcome or a number, not 0");
    }
}

/// Which groups, and what becomes of them.
void read_groups(MappingReader& in, Node const& node, MeasuredQuantity& quantity, core::Problems& problems)
{
    auto const* group = in.mapping("group", Need::optional);
    auto const groups = in.text("groups", Need::optional);
    auto const* take = in.node("take", Need::optional);
    quantity.only = in.text("only", Need::optional).value_or("");
    if (group != nullptr) {
        if (auto const pair = read_pair(*group, "group", problems)) {
            quantity.grouping = pair->first;
            quantity.group = pair->second->text;
        }
    } else if (groups) {
        quantity.grouping = *groups;
    }
    if (take != nullptr) read_take(*take, quantity, problems);
    if (take != nullptr && !(quantity.less.empty() && quantity.over.empty())) {
        problems.add(node.where, "what is taken of groups has no 'less' and no 'over'");
    }
    if ((groups.has_value() && group == nullptr) == (take != nullptr) && (take != nullptr || quantity.only.empty())) return;
    problems.add(node.where, "'take' says what becomes of 'groups', and 'only' which of them; neither goes without it");
}

std::vector<std::string> read_names(Node const* list, std::vector<NamedScenario> const& scenarios, core::Problems& problems)
{
    std::vector<std::string> names;
    if (list == nullptr) return names;
    auto const add = [&](Node const& node) { names.push_back(check_scenario_name(node.text, node.where, scenarios, problems)); };
    if (list->kind == NodeKind::scalar) add(*list);
    for (auto const& item : list->items) add(item);
    return names;
}

MeasuredQuantity read_quantity(Node const* node, std::vector<NamedScenario> const& scenarios, core::Problems& problems)
{
    MeasuredQuantity quantity;
    if (node == nullptr) return quantity;
    MappingReader in{*node, "'quantity'", node->where, {"outcome", "less", "over", "per", "group", "groups", "take", "only"}, problems};
    quantity.where = node->where;
    quantity.outcome = in.text("outcome", Need::required).value_or("");
    if (auto const* less = in.node("less", Need::optional)) quantity.less = check_scenario_name(less->text, less->where, scenarios, problems);
    if (auto const* over = in.node("over", Need::optional)) quantity.over = check_scenario_name(over->text, over->where, scenarios, problems);
    if (auto const* per = in.node("per", Need::optional)) read_per(*per, quantity, problems);
    read_groups(in, *node, quantity, problems);
    return quantity;
}

void read_known(MappingReader& in, Node const& node, ValidationFact& fact, core::Problems& problems)
{
    auto const* known = in.node("known", Need::optional);
    auto const bound = in.text("bound", Need::optional).value_or(known == nullptr ? "nothing" : "value");
    if (known == nullptr) {
        if (bound == "exists") fact.knowledge = Knowledge::existence;
        if (bound == "exists" || bound == "nothing") return;
        problems.add(node.where, "a fact has a value that is 'known'", "a prediction has none, and no 'bound'; bound: exists needs none");
        return;
    }
    if (bound == "value" && known->kind == NodeKind::sequence) {
        fact.knowledge = Knowledge::range;
        auto const range = read_fact_range(*known, "'known'", problems);
        fact.low = range ? range->low : 0.0;
        fact.high = range ? range->high : 0.0;
        return;
    }
    fact.low = fact.high = read_fact_number(*known, "'known'", problems).value_or(0.0);
    fact.knowledge = bound == "at_least" ? Knowledge::at_least : bound == "at_most" ? Knowledge::at_most : Knowledge::value;
    if (bound == "value" || bound == "at_least" || bound == "at_most") return;
    problems.add(node.find("bound")->where, fmt::format("{} is not value, at_least or at_most", config::quote(bound)),
                 bound == "exists" ? "what only exists has no 'known'" : "");
}

ValidationFact read_fact(Node const& node, std::vector<NamedScenario> const& scenarios, core::Problems& problems)
{
    MappingReader in{node, "fact", node.where, {"name", "section", "of", "implied", "quantity", "known", "bound", "published", "source"}, problems};
    ValidationFact fact;
    if (node.kind != NodeKind::mapping) return fact;
    fact.name = in.text("name", Need::required).value_or("");
    fact.section = in.text("section", Need::required).value_or("");
    fact.of = read_names(in.node("of", Need::required), scenarios, problems);
    fact.implied = read_names(in.node("implied", Need::optional), scenarios, problems);
    fact.quantity = read_quantity(in.mapping("quantity", Need::required), scenarios, problems);
    read_known(in, node, fact, problems);
    fact.published = in.text("published", Need::optional).value_or("");
    auto const need = fact.knowledge == Knowledge::nothing ? Need::optional : Need::required;
    if (auto const* source = in.mapping("source", need)) {
        fact.source = config::show(config::read_source(*source, "'source'", config::Assumption::allowed, problems));
    }
    return fact;
}

/// Parts of an expression that are paths start at the file's folder.
std::string place_paths(std::string const& expression, std::filesystem::path const& folder)
{
    std::string placed;
    for (std::size_t from = 0; from <= expression.size();) {
        auto const end = std::min(expression.find('+', from), expression.size());
        auto const part = expression.substr(from, end - from);
        bool const is_path = part.find('/') != std::string::npos || part.ends_with(".yaml");
        if (from > 0) placed += '+';
        placed += is_path ? (folder / part).generic_string() : part;
        from = end + 1;
    }
    return placed;
}

void check_names(ValidationFile const& file, Node const& root, core::Problems& problems)
{
    std::set<std::string> names;
    for (auto const& fact : file.facts) {
        if (!names.insert(fact.name).second) problems.add(root.where, fmt::format("two facts are called {}", config::quote(fact.name)));
    }
}
}  // namespace

std::optional<ValidationFile> read_validation(std::filesystem::path const& path, core::Problems& problems)
{
    auto const problems_before = problems.size();
    auto document = config::read_document(path, problems);
    if (!document) return std::nullopt;
    auto const& root = document->root;
    MappingReader in{root, "validation", root.where, {"scenarios", "fitted", "facts"}, problems};
    if (root.kind != NodeKind::mapping) return std::nullopt;
    ValidationFile file{.path = path};
    file.scenarios = read_named_scenarios(in.mapping("scenarios", Need::required), problems);
    for (auto& one : file.scenarios) one.expression = place_paths(one.expression, path.parent_path());
    if (auto const fitted = in.text("fitted", Need::optional)) file.fitted = path.parent_path() / *fitted;
    if (auto const* list = in.sequence("facts", Need::required)) {
        for (auto const& node : list->items) file.facts.push_back(read_fact(node, file.scenarios, problems));
    }
    if (problems.size() == problems_before) check_names(file, root, problems);
    if (problems.size() != problems_before) return std::nullopt;
    return file;
}
}  // namespace concordat::scenario
