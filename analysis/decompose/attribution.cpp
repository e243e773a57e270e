#include "analysis/decompose/attribution.hpp"

#include <bit>

#include "sim/core/check.hpp"

namespace concordat::decompose
{
namespace
{
Coalition all_of(std::size_t parts) { return (Coalition{1} << parts) - 1; }
Coalition only(std::size_t part) { return Coalition{1} << part; }

/// |S|! (n - |S| - 1)! / n!: the share of orders in which exactly S comes before a part.
double weight(std::size_t before, std::size_t parts)
{
    double share = 1.0 / static_cast<double>(parts);
    for (std::size_t k = 1; k <= before; ++k) {
        share *= static_cast<double>(k) / static_cast<double>(parts - k);
    }
    return share;
}

/// \pre values in the order of coalitions 0, 1, 2, ...
double shapley_value(std::size_t parts, std::size_t part, std::span<double const> values)
{
    double sum = 0.0;
    for (Coalition s = 0; s < values.size(); ++s) {
        if ((s & only(part)) != 0) continue;
        sum += weight(static_cast<std::size_t>(std::popcount(s)), parts) * (values[s | only(part)] - values[s]);
    }
    return sum;
}

Attribution attribute_in_every_order(std::size_t parts, std::span<double const> values)
{
    Attribution out;
    for (std::size_t i = 0; i < parts; ++i) {
        out.contribution.push_back(shapley_value(parts, i, values));
        out.alone.push_back(values[only(i)] - values.front());
        out.last.push_back(values.back() - values[all_of(parts) & ~only(i)]);
    }
    return out;
}

Attribution attribute_first_and_last(std::size_t parts, std::span<double const> values)
{
    Attribution out;
    double sum = 0.0;
    for (std::size_t i = 0; i < parts; ++i) {
        out.alone.push_back(values[1 + i] - values.front());
        out.last.push_back(values.back() - values[1 + parts + i]);
        out.contribution.push_back(0.5 * (out.alone[i] + out.last[i]));
        sum += out.contribution[i];
    }
    out.interactions = values.back() - values.front() - sum;
    return out;
}
}  // namespace

Method choose_method(std::size_t parts)
{
    return parts <= most_exhaustive_parts ? Method::every_order : Method::first_and_last;
}

std::vector<Coalition> list_coalitions(std::size_t parts)
{
    core::require(parts >= 1 && parts <= most_parts, "a change has some parts, and not too many");
    std::vector<Coalition> list;
    if (choose_method(parts) == Method::every_order) {
        for (Coalition s = 0; s <= all_of(parts); ++s) list.push_back(s);
        return list;
    }
    list.push_back(0);
    for (std::size_t i = 0; i < parts; ++i) list.push_back(only(i));
    for (std::size_t i = 0; i < parts; ++i) list.push_back(all_of(parts) & ~only(i));
    list.push_back(all_of(parts));
    return list;
}

Attribution attribute(std::size_t parts, std::span<double const> values)
{
    core::require(values.size() == list_coalitions(parts).size(), "every coalition has a value");
    auto out = choose_method(parts) == Method::every_order ? attribute_in_every_order(parts, values)
                                                           : attribute_first_and_last(parts, values);
    out.total = values.back() - values.front();
    return out;
}
}  // namespace concordat::decompose
