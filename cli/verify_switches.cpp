#include "cli/verify_switches.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "cli/library.hpp"
#include "cli/option_values.hpp"
#include "cli/text_layout.hpp"
#include "models/scenario/pack_reader.hpp"
#include "models/verification/switches.hpp"
#include "sim/config/value.hpp"

namespace concordat::cli
{
namespace
{
using verification::LinkFinding;
using verification::Sense;
using verification::SwitchCase;
constexpr std::uint64_t seed = 2008;  // any: under the same luck only the switch differs

char const* describe(Sense sense)
{
    switch (sense) {
        case Sense::up: return "up";
        case Sense::down: return "down";
        case Sense::moves: return "moves";
        case Sense::stays: return "stays";
    }
    return "";
}

std::vector<SwitchCase> choose(std::vector<SwitchCase> const& all, std::vector<std::string> const& wanted)
{
    if (wanted.empty()) return all;
    core::Problems problems;
    std::vector<std::string> paths;
    for (auto const& one : all) paths.push_back(one.path);
    std::vector<SwitchCase> chosen;
    for (auto const& word : wanted) {
        auto const before = chosen.size();
        for (auto const& one : all) {
            if (one.path.rfind(word, 0) == 0) chosen.push_back(one);
        }
        if (chosen.size() == before) {
            problems.add({}, fmt::format("no declared switch begins with {}", config::quote(word)), suggest(word, paths));
        }
    }
    problems.throw_if_any();
    return chosen;
}

void print_findings(SwitchCase const& one, std::vector<LinkFinding> const& findings)
{
    fmt::print("{}\n{}", one.path, wrap(one.why, "  "));
    TextTable table{{"", "outcome", "must", "difference", "s.e.", ""}};
    for (auto const& found : findings) {
        table.add({fmt::format("  {} -> {}", found.step.from, found.step.to), found.link.outcome,
                   describe(found.link.sense), fmt::format("{:.4g}", found.difference),
                   fmt::format("{:.2g}", found.standard_error), found.passed ? "pass" : "FAIL"});
    }
    fmt::print("{}\n", table.text());
    std::fflush(stdout);
}

nlohmann::ordered_json to_json(SwitchCase const& one, std::vector<LinkFinding> const& findings)
{
    auto links = nlohmann::ordered_json::array();
    for (auto const& found : findings) {
        links.push_back({{"from", found.step.from},
                         {"to", found.step.to},
                         {"outcome", found.link.outcome},
                         {"must", describe(found.link.sense)},
                         {"difference", found.difference},
                         {"standard_error", found.standard_error},
                         {"passed", found.passed}});
    }
    return {{"switch", one.path}, {"scenario", one.scenario}, {"why", one.why}, {"links", links}};
}
}  // namespace

ExitCode verify_switches(VerifyCommand const& command)
{
    core::Problems problems;
    auto const library = load_library(command.library, problems);
    problems.throw_if_any();
    auto const& root = library.catalogue.root();
    auto const declared = verification::read_switches(root / "switches.yaml", problems);
    problems.throw_if_any();
    auto const chosen = choose(declared, command.ids);
    auto const pack = std::make_shared<state::Pack const>(scenario::read_pack(root / "england_2008"));
    verification::SwitchLaboratory laboratory{library.catalogue, pack, seed};
    auto json = nlohmann::ordered_json::array();
    std::size_t links = 0, failed = 0;
    for (auto const& one : chosen) {
        auto const findings = laboratory.check(one);
        links += findings.size();
        failed += static_cast<std::size_t>(
            std::count_if(findings.begin(), findings.end(), [](auto const& found) { return !found.passed; }));
        if (command.json) {
            json.push_back(to_json(one, findings));
        } else {
            print_findings(one, findings);
        }
    }
    if (command.json) {
        fmt::print("{}\n", json.dump(1));
    } else {
        fmt::print("{} of {} links of {} switches respond as theory says.\n", links - failed, links, chosen.size());
    }
    return failed == 0 ? ExitCode::success : ExitCode::failure;
}
}  // namespace concordat::cli
