#include <fmt/format.h>

#include <filesystem>

#include "cli/commands.hpp"
#include "models/scenario/catalogue.hpp"
#include "sim/config/value.hpp"
#include "sim/core/problem.hpp"
#include "sim/store/file.hpp"

namespace concordat::cli
{
namespace
{
/// A reform that can be checked and run as it stands, with a word on every key.
constexpr char const* skeleton = R"(# {0}: a reform. Change what stands here, then: concordat validate {0}
# All keys: docs/methods/scenarios.md. All paths: docs/odd.md, or concordat explain.

# What tables and reports call it.
title: A larger reward for each target

# What it is supposed to do. Write it before you run anything: it is what you test.
claim: Areas improve more on their targets.

# The same as an outcome (concordat explain lists them) and a direction: up, down or none. The smallest change
# that would matter is usual for the outcome's unit (.02 sigma) unless you say smallest_relevant.
argues: {{outcome: true_gain_selected, direction: up}}

# By which outcomes it is to get there, in order: where the claim fails, this shows which link is missing.
chain: {{reward_paid: up, agreement_effort_share: up, true_gain_selected: up}}

# The document that it puts into numbers. Leave it out if there is none.
# implements: {{title: "Report (year), recommendation 1"}}

# What it changes. Each change has a path, one of set, multiply and add, and a reason; for a number the range of
# operands that are plausible.
changes:
  - path: incentives.reward_grant.per_target
    multiply: 1.5
    range: [1.1, 3]
    reason: "An assumption: half as much again."

# Other reforms that belong to it, by name.
# includes: [ifg_02_caa_supports_laa]

# In a history, the rounds on which it acts. Without it, all.
# rounds: [laa_2008]

# notes: Anything else.
)";
}  // namespace

ExitCode write_reform_skeleton(ReformCommand const& command)
{
    auto const given = command.name.ends_with(".yaml") ? command.name : command.name + ".yaml";
    std::filesystem::path const path{given};
    core::Problems problems;
    std::error_code ignored;
    if (!scenario::is_name(path.stem().string())) {
        problems.add({}, fmt::format("{} is no name for a reform", config::quote(path.stem().string())),
                     "a name is made of letters, digits, '_', '-' and '.'");
    } else if (std::filesystem::exists(path, ignored)) {
        problems.add({.file = given}, "exists already; nothing is overwritten", "choose another name");
    }
    problems.throw_if_any();
    store::write_file_durably(path, fmt::format(fmt::runtime(skeleton), path.filename().string()));
    bool const here = !path.has_parent_path();
    fmt::print("{0}: written. Next:\n  concordat validate {0}\n  concordat show {1}{0}\n  concordat compare laa_2008 {1}{0}\n",
               given, here ? "./" : "");
    return ExitCode::success;
}
}  // namespace concordat::cli
