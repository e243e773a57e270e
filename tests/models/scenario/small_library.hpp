#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/scenario/catalogue.hpp"
#include "models/scenario/grammar.hpp"
#include "models/scenario/resolved_scenario.hpp"
#include "sim/config/parameter_file.hpp"
#include "tests/support/temporary_folder.hpp"

namespace concordat::scenario
{
/// A folder of a few parameters, regimes and reforms, with short calls for the whole way from an
/// expression to a scenario.
class SmallLibrary
{
  public:
    SmallLibrary()
    {
        write("parameters/incentives/reward_grant.yaml", R"(per_target:
  description: Reward for each target met.
  value: 40000
  unit: GBP/target
  range: [0, 1000000]
  source: {title: Grant, seed: grant.txt, line: 5}
scheme:
  description: Rule that turns performance into reward.
  value: threshold
  choices: [none, threshold, pro_rata]
  source: {assumption: guidance}
)");
        write("parameters/incentives/tournament.yaml", R"(prize:
  description: Prize of a winner.
  value: 100
  unit: GBP
  range: [0, 1000]
  source: {assumption: small}
)");
        write("parameters/selection/cap.yaml", R"(per_area:
  description: Largest number of targets in an agreement.
  value: 35
  unit: targets
  range: [0, 60]
  integer: true
  source: {assumption: guidance}
open:
  description: Whether the cap may be passed.
  value: false
  source: {assumption: guidance}
)");
        write("england_2008/areas.csv", "id\n1\n");
        write("regimes/laa_2008.yaml", "title: Agreements\npack: england_2008\n");
        write("regimes/lpsa_2001.yaml",
              "title: Service agreements\npack: england_2008\nchanges:\n"
              "  - {path: selection.cap.per_area, set: 12, reason: twelve}\n");
        write_reform("double_grant", "incentives.reward_grant.per_target", "multiply: 2");
        write_reform("double_prize", "incentives.tournament.prize", "multiply: 2");
        write_reform("triple_grant", "incentives.reward_grant.per_target", "multiply: 3");
        write_reform("cap_20", "selection.cap.per_area", "set: 20");
        write_reform("cap_twenty", "selection.cap.per_area", "set: 20");
        write_reform("cap_25", "selection.cap.per_area", "set: 25");
        write_reform("cap_less_5", "selection.cap.per_area", "add: -5");
    }

    std::filesystem::path write(std::string const& name, std::string_view text)
    {
        return folder_.write(name, text);
    }

    void write_reform(std::string const& name, std::string const& path,
                      std::string const& operation)
    {
        write("reforms/" + name + ".yaml",
              "title: Reform " + name + "\nimplements: {title: Report}\nchanges:\n  - path: " +
                  path + "\n    " + operation + "\n    reason: because\n");
    }

    [[nodiscard]] std::filesystem::path const& root() const { return folder_.path(); }

    /// The scenario of an expression, or nullopt with the text of all problems in `complaint()`.
    std::optional<ResolvedScenario> resolve(std::string const& text,
                                            std::vector<std::string> const& sets = {},
                                            std::string const& base = {})
    {
        core::Problems problems;
        Catalogue const catalogue{root(), problems};
        auto const parameters = config::load_parameters(root() / "parameters", problems);
        std::vector<Override> overrides;
        for (auto const& set : sets) {
            if (auto one = parse_override(set, problems)) overrides.push_back(*one);
        }
        auto const base_expression =
            base.empty() ? std::nullopt : parse_expression(base, catalogue, problems);
        auto const expression = parse_expression(text, catalogue, problems,
                                                 base_expression ? &*base_expression : nullptr);
        std::optional<ResolvedScenario> scenario;
        if (expression)
            scenario = resolve_scenario(*expression, catalogue, parameters, overrides, problems);
        complaint_ = shorten(problems);
        if (!problems.empty()) return std::nullopt;
        return scenario;
    }

    /// All messages without this folder's path and without the closing line; empty for none.
    [[nodiscard]] std::string shorten(core::Problems const& problems) const
    {
        auto const text = folder_.shorten(problems.text());
        return problems.empty() ? "" : text.substr(0, text.rfind('\n'));
    }

    [[nodiscard]] std::string const& complaint() const { return complaint_; }

  private:
    test::TemporaryFolder folder_{};
    std::string complaint_{};
};

/// The same with its parameters read, for what is checked against them.
struct ReadLibrary : SmallLibrary
{
    core::Problems problems{};
    config::ParameterTable parameters = config::load_parameters(root() / "parameters", problems);
};

inline config::Value value_of(std::optional<ResolvedScenario> const& scenario,
                              std::string const& path)
{
    return scenario ? scenario->rounds.front().parameters.at(path).value
                    : config::Value{std::string{"no scenario"}};
}
}  // namespace concordat::scenario
