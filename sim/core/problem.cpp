#include "sim/core/problem.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace concordat::core
{
namespace
{
std::size_t edit_distance(std::string_view a, std::string_view b)
{
    std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = i + j;
                continue;
            }
            std::size_t const change = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        }
    }
    return cost[a.size()][b.size()];
}

std::string location(Position const& where)
{
    if (where.line == 0) return where.file;
    if (where.column == 0) return fmt::format("{}:{}", where.file, where.line);
    return fmt::format("{}:{}:{}", where.file, where.line, where.column);
}
}  // namespace

void Problems::add(Position where, std::string message, std::string hint)
{
    list_.push_back({std::move(where), std::move(message), std::move(hint)});
}

void Problems::append(Problems const& other)
{
    list_.insert(list_.end(), other.list_.begin(), other.list_.end());
}

std::string Problems::text() const
{
    auto sorted = list_;
    std::stable_sort(sorted.begin(), sorted.end(), [](Problem const& a, Problem const& b) {
        return std::tie(a.where.file, a.where.line, a.where.column) <
               std::tie(b.where.file, b.where.line, b.where.column);
    });
    std::string out;
    for (auto const& problem : sorted) {
        auto const where = location(problem.where);
        out += where.empty() ? fmt::format("{}\n", problem.message) : fmt::format("{}: {}\n", where, problem.message);
        if (!problem.hint.empty()) out += fmt::format("    {}\n", problem.hint);
    }
    out += fmt::format("{} {}; nothing was run.", sorted.size(), sorted.size() == 1 ? "problem" : "problems");
    return out;
}

void Problems::throw_if_any() const
{
    if (!empty()) throw InputError{*this};
}

InputError::InputError(Problems problems) : std::runtime_error{problems.text()}, problems_{std::move(problems)} {}

std::string nearest_name(std::string_view given, std::vector<std::string> const& known)
{
    constexpr std::size_t longest_compared = 200;
    if (given.empty() || given.size() > longest_compared) return {};
    std::string best;
    std::size_t best_distance = std::max<std::size_t>(2, given.size() / 3) + 1;
    for (auto const& name : known) {
        if (name.size() > longest_compared) continue;
        auto const distance = edit_distance(given, name);
        if (distance < best_distance) {
            best_distance = distance;
            best = name;
        }
    }
    return best;
}
}  // namespace concordat::core
