#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/verify_switches.hpp"
#include "cli/commands.hpp"
#include "cli/option_values.hpp"
#include "cli/text_layout.hpp"
#include "models/verification/check.hpp"
#include "sim/config/value.hpp"
#include "sim/core/problem.hpp"

namespace concordat::cli
{
namespace
{
using verification::CheckResult;
using verification::CheckRow;

void check_ids(std::vector<std::string> const& given)
{
    auto const known = verification::check_ids();
    core::Problems problems;
    for (auto const& id : given) {
        if (std::find(known.begin(), known.end(), id) != known.end()) continue;
        auto hint = suggest(id, known);
        if (hint.empty()) hint = "concordat verify lists the checks";
        problems.add({}, fmt::format("there is no check {}", config::quote(id)), std::move(hint));
    }
    problems.throw_if_any();
}

std::vector<CheckResult> run(std::vector<std::string> const& ids)
{
    if (ids.empty()) return verification::run_checks();
    std::vector<CheckResult> results;
    for (auto const& id : ids) {
        for (auto& result : verification::run_checks(id)) results.push_back(std::move(result));
    }
    return results;
}

/// How much of its tolerance a case uses up; a case that is no number counts most.
double used_share(CheckRow const& row)
{
    if (!std::isfinite(row.error)) return HUGE_VAL;
    if (row.tolerance > 0.0) return row.error / row.tolerance;
    return row.passed ? 0.0 : HUGE_VAL;
}

std::vector<std::string> write_numbers(CheckRow const& row, bool passed)
{
    return {fmt::format("{:.6g}", row.theory), fmt::format("{:.6g}", row.simulated),
            fmt::format("{:.1e}", row.error), fmt::format("{:.1e}", row.tolerance),
            passed ? "pass" : "FAIL"};
}

void print_overview(std::vector<CheckResult> const& results)
{
    TextTable table{{"", "cases", "theory", "simulated", "error", "allowed", ""}};
    for (auto const& result : results) {
        auto const worst = std::max_element(
            result.rows.begin(), result.rows.end(),
            [](auto const& a, auto const& b) { return used_share(a) < used_share(b); });
        std::vector<std::string> row{result.id, std::to_string(result.rows.size())};
        for (auto& number : write_numbers(*worst, result.passed()))
            row.push_back(std::move(number));
        row.back() += "  " + result.title;
        table.add(std::move(row));
    }
    fmt::print("{}", table.text());
    auto const passed = std::count_if(results.begin(), results.end(),
                                      [](auto const& result) { return result.passed(); });
    fmt::print(
        "\nOf each check the case nearest to its allowed error is shown.\n"
        "{} of {} checks passed.\n",
        passed, results.size());
}

void print_in_full(CheckResult const& result)
{
    fmt::print("{}: {}\n{}", result.id, result.title, wrap(result.method, "  "));
    TextTable table{{"", "theory", "simulated", "error", "allowed", ""}};
    for (auto const& one : result.rows) {
        std::vector<std::string> row{one.what};
        for (auto& number : write_numbers(one, one.passed)) row.push_back(std::move(number));
        table.add(std::move(row));
    }
    fmt::print("{}\n", table.text());
}

void print_json(std::vector<CheckResult> const& results)
{
    using Json = nlohmann::ordered_json;
    Json json{{"format", "concordat-verification"}, {"version", 1}, {"checks", Json::array()}};
    for (auto const& result : results) {
        Json rows = Json::array();
        for (auto const& row : result.rows) {
            rows.push_back({{"case", row.what},
                            {"theory", row.theory},
                            {"simulated", row.simulated},
                            {"error", row.error},
                            {"tolerance", row.tolerance},
                            {"passed", row.passed}});
        }
        json["checks"].push_back({{"id", result.id},
                                  {"title", result.title},
                                  {"method", result.method},
                                  {"passed", result.passed()},
                                  {"cases", rows}});
    }
    fmt::print("{}\n", json.dump(1, ' ', false, Json::error_handler_t::replace));
}
}  // namespace

ExitCode verify(VerifyCommand const& command)
{
    if (command.switches) return verify_switches(command);
    check_ids(command.ids);
    auto const results = run(command.ids);
    if (command.json) {
        print_json(results);
    } else if (command.ids.empty()) {
        print_overview(results);
    } else {
        for (auto const& result : results) print_in_full(result);
    }
    bool const passed = std::all_of(results.begin(), results.end(),
                                    [](auto const& result) { return result.passed(); });
    return passed ? ExitCode::success : ExitCode::failure;
}
}  // namespace concordat::cli
