#include <cmath>
#include <limits>
#include <vector>

#include "models/levels/level_bargaining.hpp"
#include "models/selection/joint_package.hpp"
#include "models/verification/checks.hpp"
#include "models/verification/clean_world.hpp"
#include "sim/random/streams.hpp"

namespace concordat::verification
{
CheckResult check_level_bargain()
{
    CheckResult out{.title = "Target levels by weighted Nash bargaining",
                    .method =
                        "LevelBargaining with an offer of .8, a demand of 1.5 and the centre's "
                        "weight .65; then the "
                        "two dictators. A6"};
    struct Row
    {
        char const* what;
        double weight, level;
    };
    CleanWorld world{{}};
    world.population.trust = state::PerArea::Ones(world.population.buy_in.size());
    world.population.top_down.assign(1, 0);
    for (auto const& row : {Row{"weight .65", .65, 1.255}, Row{"council decides", 0.0, .8},
                            Row{"centre decides", 1.0, 1.5}}) {
        levels::LevelBargaining const bargaining{world.pack,
                                                 {.local_offer = core::Sigma{.8},
                                                  .evidence_demand = core::Sigma{1.5},
                                                  .centre_weight = core::Share{row.weight},
                                                  .rounding_factor = 1.0,
                                                  .standard_controllability = 1.0}};
        state::Targets targets;
        bargaining.resize(world.agreement, targets);
        bargaining.set({}, world.population, world.agreement, targets);
        out.add(std::string{row.what} + ": stretch", row.level, targets.stretch(0, 0), 1e-12);
    }
    return out;
}

CheckResult check_logrolling()
{
    CheckResult out{
        .title = "Logrolling: a package under a cap gives both sides more than turns would",
        .method =
            "JointPackage, 182 issues, 35 slots, independent uniform values, 2,000 areas; mean "
            "value per "
            "slot. The standard error is below .0009, the tolerance 5 of them; a dictator exactly. "
            "A6"};
    constexpr int areas = 2000, issues = 182, slots = 35;
    constexpr double tolerance = .0045;
    CleanWorld world{{.areas = areas, .indicators = issues}};
    selection::JointPackage const package{world.pack, {.cap = slots}};
    selection::SelectionWorkspace workspace;
    package.resize(world.agreement, workspace);
    auto const rows = static_cast<Eigen::Index>(core::padded(areas));
    state::Values values;
    values.council.setZero(rows, issues);
    values.centre.setZero(rows, issues);
    std::vector<std::uint32_t> ids;
    for (auto const& area : world.pack.areas) ids.push_back(static_cast<std::uint32_t>(area.id));
    for (int j = 0; j < issues; ++j) {
        auto const number = static_cast<std::uint32_t>(j + 1);
        random::fill_uniform({1, 0, random::Purpose{"verification.council_values"}, 0}, ids, number,
                             {&values.council(0, j), static_cast<std::size_t>(rows)});
        random::fill_uniform({1, 0, random::Purpose{"verification.centre_values"}, 0}, ids, number,
                             {&values.centre(0, j), static_cast<std::size_t>(rows)});
    }
    world.population.slot_cost.setConstant(rows, -std::numeric_limits<double>::infinity());
    auto const mean = [&](state::AreaTable const& side) {
        double sum = 0.0;
        for (int i = 0; i < areas; ++i) {
            for (int k = 0; k < world.agreement.count[i]; ++k)
                sum += side(i, world.agreement.item(i, k));
        }
        return sum / (static_cast<double>(areas) * slots);
    };
    auto const agree = [&](double centre_weight) {
        world.population.centre_weight.setConstant(rows, centre_weight);
        package.agree(world.population, values, world.agreement, workspace);
    };
    double const together = (2.0 - 2.0 / 3.0 * std::sqrt(2.0 * slots / issues)) / 2.0;
    agree(0.5);
    out.add("joint package: council", together, mean(values.council), tolerance);
    out.add("joint package: centre", together, mean(values.centre), tolerance);
    double const best = 1.0 - (slots + 1.0) / (2.0 * (issues + 1.0));
    agree(1.0);
    out.add("the centre decides: centre", best, mean(values.centre), tolerance / 3.0);
    out.add("the centre decides: council", 0.5, mean(values.council), 2.0 * tolerance);
    return out;
}
}  // namespace concordat::verification
