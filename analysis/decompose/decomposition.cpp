#include "analysis/decompose/decomposition.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "sim/core/check.hpp"

namespace concordat::decompose
{
namespace
{
/// Values of a term, one per replicate.
struct Column
{
    std::vector<double> amount{};
    std::vector<double> alone{};
    std::vector<double> last{};
};

struct Columns
{
    Column left{};
    std::vector<Column> parts{};
    Column interactions{};
    Column total{};
};

void add(Columns& columns, Attribution const& one, double left)
{
    columns.left.amount.push_back(left);
    for (std::size_t i = 0; i < columns.parts.size(); ++i) {
        columns.parts[i].amount.push_back(one.contribution[i]);
        columns.parts[i].alone.push_back(one.alone[i]);
        columns.parts[i].last.push_back(one.last[i]);
    }
    columns.interactions.amount.push_back(one.interactions);
    columns.total.amount.push_back(left + one.total);
}

Columns split_replicates(std::size_t parts, std::vector<std::vector<double>> const& values)
{
    Columns columns;
    columns.parts.resize(parts);
    std::vector<double> one(values.size());
    for (std::size_t r = 0; r < values.front().size(); ++r) {
        for (std::size_t c = 0; c < values.size(); ++c) one[c] = values[c][r];
        if (std::any_of(one.begin(), one.end(), [](double value) { return std::isnan(value); })) continue;
        add(columns, attribute(parts, one), one.front());
    }
    return columns;
}

Term make_term(TermKind kind, std::size_t part, Column const& column, double total)
{
    Term term{.kind = kind, .part = part, .amount = stats::summarise(column.amount)};
    if (kind == TermKind::part) {
        term.alone = stats::summarise(column.alone);
        term.last = stats::summarise(column.last);
    }
    term.share = total != 0.0 ? term.amount.mean / total : std::numeric_limits<double>::quiet_NaN();
    return term;
}
}  // namespace

std::vector<Term> decompose_difference(std::size_t parts, std::vector<std::vector<double>> const& values)
{
    core::require(values.size() == list_coalitions(parts).size(), "every coalition has its replicates");
    auto const columns = split_replicates(parts, values);
    double const total = stats::summarise(columns.total.amount).mean;
    std::vector<Term> terms{make_term(TermKind::left, 0, columns.left, total)};
    for (std::size_t i = 0; i < parts; ++i) terms.push_back(make_term(TermKind::part, i, columns.parts[i], total));
    if (choose_method(parts) == Method::first_and_last) {
        terms.push_back(make_term(TermKind::interactions, 0, columns.interactions, total));
    }
    terms.push_back(make_term(TermKind::total, 0, columns.total, total));
    return terms;
}

char const* name_of(TermKind kind)
{
    constexpr std::array names{"left", "part", "interactions", "total"};
    return names.at(static_cast<std::size_t>(kind));
}
}  // namespace concordat::decompose
