#include "models/verification/check.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "models/verification/checks.hpp"

namespace concordat::verification
{
namespace
{
struct Entry
{
    char const* id;
    CheckResult (*run)();
};

constexpr std::array table{
    Entry{"T1", check_tournament_slopes}, Entry{"T2", check_common_shock},
    Entry{"T3", check_handicaps},         Entry{"T4", check_existence},
    Entry{"T5", check_threshold_effort},  Entry{"T6", check_threshold_peak},
    Entry{"T7", check_giving_up},         Entry{"T8", check_pro_rata},
    Entry{"T9", check_comparators},       Entry{"T10", check_teams},
    Entry{"T11", check_complements},      Entry{"T12", check_crowding},
    Entry{"T13", check_two_tasks},        Entry{"T14", check_budgets},
    Entry{"T15", check_distortion},       Entry{"T16", check_ratchet},
    Entry{"T17", check_level_bargain},    Entry{"T20", check_logrolling},
    Entry{"T21", check_asks},             Entry{"T22", check_common_agency},
    Entry{"T23", check_cooperation},      Entry{"T24", check_learning_rules},
    Entry{"T25", check_audit},            Entry{"T26", check_large_tournament},
};
}  // namespace

void CheckResult::add(std::string what, double theory, double simulated, double tolerance)
{
    double const error = std::abs(simulated - theory);
    rows.push_back({.what = std::move(what),
                    .theory = theory,
                    .simulated = simulated,
                    .tolerance = tolerance,
                    .error = error,
                    .passed = error <= tolerance});
}

bool CheckResult::passed() const
{
    return std::all_of(rows.begin(), rows.end(), [](auto const& row) { return row.passed; });
}

double CheckResult::largest_error() const
{
    double largest = 0.0;
    for (auto const& row : rows) {
        if (!(row.error <= largest)) largest = row.error;
    }
    return largest;
}

std::vector<CheckResult> run_checks(std::string_view only)
{
    std::vector<CheckResult> results;
    for (auto const& entry : table) {
        if (!only.empty() && only != entry.id) continue;
        results.push_back(entry.run());
        results.back().id = entry.id;
    }
    return results;
}

std::vector<std::string> check_ids()
{
    std::vector<std::string> ids;
    for (auto const& entry : table) ids.emplace_back(entry.id);
    return ids;
}
}  // namespace concordat::verification
