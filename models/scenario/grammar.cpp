#include "models/scenario/grammar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "models/scenario/package.hpp"
#include "sim/config/value.hpp"

namespace concordat::scenario
{
namespace
{
using config::quote;

std::string_view trim(std::string_view text)
{
    auto const first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::vector<std::string_view> split(std::string_view text)
{
    std::vector<std::string_view> parts;
    while (true) {
        auto const plus = text.find('+');
        parts.push_back(trim(text.substr(0, plus)));
        if (plus == std::string_view::npos) return parts;
        text.remove_prefix(plus + 1);
    }
}

std::string show(Origin const& origin)
{
    return origin.from.empty() ? "named itself" : fmt::format("part of {}", quote(origin.from));
}

/// No reform may act twice on one round: neither by being named twice, nor as a part of two packages.
void check_distinct(Expression const& expression, RoundChoice const* round, core::Position const& where,
                    core::Problems& problems)
{
    std::vector<Origin> all;
    if (round != nullptr) {
        for (auto const& regime : round->regimes) add_origins(regime, all);
    }
    for (auto const& regime : expression.regimes) add_origins(regime, all);
    for (auto const& reform : expression.reforms) add_origins(reform, all);
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            if (all[k].reform != all[i].reform) continue;
            bool const plain = all[k].from.empty() && all[i].from.empty();
            problems.add(where, fmt::format("the reform {} stands twice in {}", quote(all[i].reform), quote(expression.name())),
                         plain ? std::string{} : fmt::format("it is {} and {}", show(all[k]), show(all[i])));
            return;
        }
    }
}

void check_distinct(Expression const& expression, core::Position const& where, core::Problems& problems)
{
    if (expression.rounds.empty()) return check_distinct(expression, nullptr, where, problems);
    auto const problems_before = problems.size();
    for (auto const& round : expression.rounds) {
        check_distinct(expression, &round, where, problems);
        if (problems.size() != problems_before) return;
    }
}

/// A regime with all that it extends, and the reforms that these include.
std::vector<ScenarioFile> find_regimes(ScenarioFile regime, Catalogue const& catalogue, core::Problems& problems)
{
    auto ancestry = catalogue.find_ancestry(std::move(regime), problems);
    for (auto& file : ancestry) read_parts(file, catalogue, problems);
    return ancestry;
}

/// A regime, or a reform with its parts and its dose.
std::optional<ScenarioFile> find_dosed(std::string_view text, Place place, Catalogue const& catalogue, core::Position const& where,
                                       core::Problems& problems)
{
    auto const dosed = read_dosed_name(text, where, problems);
    if (!dosed) return std::nullopt;
    auto file = catalogue.find(dosed->name, place, where, problems);
    if (!file) return std::nullopt;
    file->dose = dosed->dose;
    if (file->kind == FileKind::reform) {
        read_parts(*file, catalogue, problems);
    } else if (dosed->dose != Dose::stated) {
        problems.add(where, fmt::format("{} is a regime, and regimes have no dose", quote(std::string{dosed->name})),
                     "a dose stands behind a reform: REGIME+REFORM@strong");
    }
    return file;
}

/// A round's regime is named like any other, or by a path that starts at the history's folder.
std::optional<RoundChoice> find_round(RoundEntry const& entry, std::filesystem::path const& history,
                                      Catalogue const& catalogue, core::Problems& problems)
{
    auto given = entry.regime.text;
    if (is_path(given)) given = (history.parent_path() / given).generic_string();
    auto regime = catalogue.find(given, Place::regime, entry.regime.where, problems);
    if (!regime) return std::nullopt;
    RoundChoice round{.name = entry.name.empty() ? regime->name : entry.name, .from = entry.from, .note = entry.note,
                      .regimes = find_regimes(std::move(*regime), catalogue, problems)};
    for (auto const& file : round.regimes) {
        if (file.rounds.empty()) continue;
        problems.add(entry.regime.where,
                     fmt::format("{} has rounds of its own", quote(file.name)), "a round is ruled by a single regime");
        return std::nullopt;
    }
    return round;
}

void check_names(std::vector<RoundChoice> const& rounds, std::vector<RoundEntry> const& entries,
                    core::Problems& problems)
{
    for (std::size_t i = 0; i < rounds.size(); ++i) {
        if (!is_name(rounds[i].name)) {
            problems.add(entries[i].regime.where, fmt::format("{} is no name for a round", quote(rounds[i].name)),
                         "a name is made of letters, digits, '_', '-' and '.'");
        }
        for (std::size_t k = 0; k < i; ++k) {
            if (rounds[k].name != rounds[i].name) continue;
            problems.add(entries[i].regime.where, fmt::format("two rounds are called {}", quote(rounds[i].name)),
                         "give one of them a 'name'");
            break;
        }
    }
}
}  // namespace

std::vector<RoundChoice> find_rounds(std::vector<ScenarioFile> const& regimes, Catalogue const& catalogue,
                                     core::Problems& problems)
{
    auto const history = std::find_if(regimes.rbegin(), regimes.rend(),
                                      [](ScenarioFile const& file) { return !file.rounds.empty(); });
    if (history == regimes.rend()) return {};
    std::vector<RoundChoice> rounds;
    for (auto const& entry : history->rounds) {
        if (auto round = find_round(entry, history->path, catalogue, problems)) rounds.push_back(std::move(*round));
    }
    if (rounds.size() == history->rounds.size()) check_names(rounds, history->rounds, problems);
    return rounds;
}

std::string Expression::name() const
{
    auto text = regimes.back().name;
    for (auto const& reform : reforms) text.append("+").append(reform.name).append(suffix_of(reform.dose));
    return text;
}

std::string Expression::title() const
{
    auto text = regimes.back().title;
    for (auto const& reform : reforms) text.append(" + ").append(reform.title).append(remark_of(reform.dose));
    return text;
}

void check_first_name(std::string_view text, Catalogue const& catalogue, core::Problems& problems, core::Position const& where)
{
    if (auto const dosed = read_dosed_name(split(text).front(), where, problems)) {
        (void)catalogue.find(dosed->name, Place::either, where, problems);
    }
}

std::optional<Expression> parse_expression(std::string_view text, Catalogue const& catalogue,
                                           core::Problems& problems, Expression const* base,
                                           core::Position const& where)
{
    auto const parts = split(text);
    if (std::find(parts.begin(), parts.end(), std::string_view{}) != parts.end()) {
        problems.add(where,
                     fmt::format("a name is missing in the scenario {}", quote(std::string{text})),
                     "write REGIME or REGIME+REFORM+...");
        return std::nullopt;
    }
    auto const problems_before = problems.size();
    Expression expression;
    auto first = find_dosed(parts[0], base != nullptr ? Place::either : Place::regime, catalogue, where, problems);
    if (first && first->kind == FileKind::regime) {
        expression.regimes = find_regimes(std::move(*first), catalogue, problems);
        if (problems.size() == problems_before) {
            expression.rounds = find_rounds(expression.regimes, catalogue, problems);
        }
    } else if (first) {
        expression = *base;
        expression.reforms.push_back(std::move(*first));
    }
    for (std::size_t i = 1; i < parts.size(); ++i) {
        if (auto reform = find_dosed(parts[i], Place::reform, catalogue, where, problems)) {
            expression.reforms.push_back(std::move(*reform));
        }
    }
    if (problems.size() == problems_before) check_distinct(expression, where, problems);
    if (problems.size() != problems_before) return std::nullopt;
    return expression;
}
}  // namespace concordat::scenario
