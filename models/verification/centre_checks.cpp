#include <fmt/format.h>

#include <array>
#include <vector>

#include "models/demands/asks.hpp"
#include "models/verification/checks.hpp"
#include "models/whitehall/common_agency.hpp"
#include "models/whitehall/whitehall.hpp"

namespace concordat::verification
{
namespace
{
constexpr double exact = 1e-12;

/// One partner that works for departments in these proportions and answers to all of them.
state::Pack make_agent(std::vector<double> const& values)
{
    state::Pack pack;
    pack.partners.resize(1);
    pack.base_share.resize(static_cast<Eigen::Index>(values.size()), 1);
    for (std::size_t d = 0; d < values.size(); ++d) {
        state::DepartmentId const department{static_cast<int>(d)};
        pack.departments.push_back({fmt::format("D{}", d), fmt::format("department {}", d)});
        state::Indicator row;
        row.number = static_cast<int>(d) + 1;
        row.department = department;
        pack.indicators.push_back(row);
        pack.partners[0].national_line.push_back(department);
        pack.base_share(static_cast<Eigen::Index>(d), 0) = values[d];
    }
    return pack;
}

/// Slopes that the model's factors on national lines stand for, with values that sum to one.
std::vector<double> find_slopes(std::vector<double> const& values, double risk)
{
    auto const lines = whitehall::find_national_lines(
        make_agent(values), {.enabled = true, .risk = risk, .min_share = core::Share{1.0}});
    std::vector<double> slopes;
    for (Eigen::Index d = 0; d < lines.rows(); ++d) {
        slopes.push_back(lines(d, 0) / ((1.0 + risk) * static_cast<double>(values.size())));
    }
    return slopes;
}
}  // namespace

CheckResult check_asks()
{
    CheckResult out{.title = "Departments that compete for places ask for too much, a gatekeeper for the cap",
                    .method =
                        "Whitehall's gatekeeping in the asks of demands; 12 departments, 35 places, a place "
                        "worth two asks. Tullock (1980); A6.2"};
    constexpr int departments = 12, cap = 35;
    constexpr double ratio = 2.0;
    double const each = demands::asks_per_department_in_race(cap, departments, ratio);
    out.add("asks of each in the race", 5.3472, each, 5e-5);
    // d/dm of cap v m/(m + others) at the equilibrium: one more ask is worth just what it costs.
    double const others = (departments - 1) * each;
    double const all = others + each;
    out.add("worth of one more ask, in asks", 1.0, cap * ratio * others / (all * all), exact);
    auto const pack = make_agent(std::vector<double>(departments, 1.0));
    struct Row
    {
        char const* what;
        double gatekeeping, asks, tolerance;
    };
    for (auto const& row : {Row{"no gatekeeper", 0.0, 64.1667, 5e-5}, Row{"half a gatekeeper", 0.5, 49.5833, 5e-5},
                            Row{"a gatekeeper", 1.0, 35.0, 0.0}}) {
        whitehall::WhitehallParams params;
        params.gatekeeping.given = core::Share{row.gatekeeping};
        whitehall::Whitehall const whitehall{pack, params};
        state::Centre centre;
        whitehall.resize(centre);
        whitehall.form({}, centre);
        double const asks = demands::asks_per_area(
            {.gatekeeping = core::Share{centre.gatekeeping}, .slot_value_over_ask_cost = ratio}, cap, departments);
        out.add(fmt::format("{}: asks per area", row.what), row.asks, asks, row.tolerance);
    }
    return out;
}

CheckResult check_common_agency()
{
    CheckResult out{.title = "Departments with a partner in common dilute each other's lines",
                    .method =
                        "National lines of Whitehall for a partner with n alike departments of value 1 in all, "
                        "then with unequal ones. Bernheim and Whinston (1986); A7.1"};
    struct Row
    {
        double risk;
        std::array<double, 5> together;
    };
    constexpr std::array principals{1, 2, 3, 5, 10};
    for (auto const& row : {Row{1.0, {.5, .3333, .25, .1667, .0909}}, Row{.25, {.8, .6667, .5714, .4444, .2857}},
                            Row{4.0, {.2, .1111, .0769, .0476, .0244}}}) {
        for (std::size_t k = 0; k < principals.size(); ++k) {
            int const n = principals[k];
            double together = 0.0;
            for (double const slope : find_slopes(std::vector<double>(static_cast<std::size_t>(n), 1.0 / n), row.risk)) {
                together += slope;
            }
            out.add(fmt::format("r c sigma^2 = {}, n = {}: slopes together", row.risk, n), row.together[k], together, 5e-5);
        }
    }
    auto const unequal = find_slopes({.7, .2, .1}, .5);
    constexpr std::array slopes{.5, 0.0, -.1};
    for (std::size_t i = 0; i < slopes.size(); ++i) {
        out.add(fmt::format("values .7, .2, .1: slope {}", i + 1), slopes[i], unequal[i], exact);
    }
    return out;
}
}  // namespace concordat::verification
