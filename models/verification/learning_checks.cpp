#include <fmt/format.h>

#include <array>
#include <string>

#include "models/learning/cooperation.hpp"
#include "models/learning/learning_rule.hpp"
#include "models/verification/checks.hpp"
#include "sim/core/check.hpp"
#include "sim/core/lanes.hpp"
#include "sim/random/streams.hpp"

namespace concordat::verification
{
namespace
{
using core::Share;
using Two = std::array<double, 2>;

/// Areas with ten partners each, and where they stand at the start of the game.
struct PublicGood
{
    static constexpr int areas = 100, partners = 10;
    static constexpr double cooperators = .6, slope = .8, learning = .42, first_belief = .6;

    PublicGood() : cooperation{make_pack(), make_params()}
    {
        auto const rows = static_cast<Eigen::Index>(core::padded(areas));
        standing.resize(rows, 1, 1);
        year.resize(rows);
        population.cooperation.setConstant(rows, first_belief);
        cooperation.begin({1, 0, 0}, population, standing);
    }

    static state::Pack make_pack()
    {
        state::Pack pack;
        for (int i = 0; i < areas; ++i) pack.areas.push_back({.id = i + 1});
        for (int p = 0; p <= partners; ++p) pack.partners.push_back({.code = fmt::format("partner {}", p)});
        return pack;
    }
    static learning::CooperationParams make_params()
    {
        return {.dynamics = learning::CooperationDynamics::types,
                .conditional = Share{cooperators},
                .free_riding = Share{1.0 - cooperators},
                .slope = slope,
                .belief_rate = Share{learning}};
    }
    void play()
    {
        cooperation.contribute(standing, population);
        cooperation.observe(population, year, standing);
    }
    /// An area whose draw gave exactly the share of cooperators of theory's example.
    [[nodiscard]] Eigen::Index example() const
    {
        for (Eigen::Index i = 0; i < areas; ++i) {
            if (standing.conditional_share(i) == cooperators) return i;
        }
        core::require(false, "an area has six cooperators of ten");
        return 0;
    }

    learning::Cooperation cooperation;
    state::Population population{};
    state::Standing standing{};
    state::YearResult year{};
};

/// Strengths that the rule's own update, averaged over its own choice, settles at: the chance of
/// the first of two actions.
double mean_field_share(learning::LearningRule const& rule, Two const& payoff)
{
    constexpr int turns = 5000;
    Two strength{1.0, 1.0}, chance{};
    for (int t = 0; t < turns; ++t) {
        rule.weigh(strength, chance);
        Two first = strength, second = strength;
        rule.learn(payoff, 0, 1.0, first);
        rule.learn(payoff, 1, 1.0, second);
        for (std::size_t m = 0; m < 2; ++m) strength[m] = chance[0] * first[m] + chance[1] * second[m];
    }
    rule.weigh(strength, chance);
    return chance[0];
}

/// Share of learners that chose the first of two equal actions at most `times` of ten times.
double urn_cdf(int times)
{
    constexpr int turns = 10, learners = 20000;
    learning::RothErevRule const rule{{.initial_strength = 2.0}};
    int few = 0;
    for (std::uint32_t learner = 0; learner < learners; ++learner) {
        Two strength{rule.initial_propensity(2), rule.initial_propensity(2)}, chance{};
        int first = 0;
        for (std::uint32_t t = 0; t < turns; ++t) {
            rule.weigh(strength, chance);
            double const draw = random::uniform({1, 0, random::Purpose{"verification.urn"}, t}, learner);
            bool const is_first = draw < chance[0];
            first += is_first ? 1 : 0;
            rule.learn(Two{1.0, 1.0}, is_first ? 0 : 1, 1.0, strength);
        }
        few += first <= times ? 1 : 0;
    }
    return few / double{learners};
}

void add_experience_weighted(CheckResult& out)
{
    learning::EwaRule const rule{{.persistence = Share{.9},
                                  .experience = Share{.8},
                                  .forgone_weight = Share{1.0},
                                  .sensitivity = 1.0}};
    Two attraction{};
    double experience = 1.0;
    for (std::size_t t = 0; t < 400; ++t) {
        rule.learn(Two{1.0, 1.0}, t % 2, experience, attraction);
        experience = rule.gather(experience);
    }
    out.add("EWA, phi .9, rho .8, delta 1, payoff 1: attraction", 2.0, attraction[0], 1e-12);

    learning::EwaRule const logit{
        {.persistence = Share{0.0}, .experience = Share{0.0}, .forgone_weight = Share{1.0}, .sensitivity = 2.0}};
    Two keep_or_give{}, chance{};
    logit.learn(Two{1.0, .4}, 0, 1.0, keep_or_give);
    logit.weigh(keep_or_give, chance);
    out.add("logit contributor, lambda 2, return .4: share that gives", .231475, chance[1], 5e-7);
}
}  // namespace

CheckResult check_cooperation()
{
    CheckResult out{.title = "Conditional cooperation decays",
                    .method =
                        "Cooperation, an area with 6 cooperators (slope .8) and 4 free riders, belief .6, learning "
                        ".42; contributions of ten years to the four digits printed. A8.1"};
    constexpr std::array worked{.2880, .2251, .1759, .1375, .1075, .0840, .0657, .0513, .0401, .0314};
    PublicGood game;
    Eigen::Index const area = game.example();
    for (std::size_t year = 0; year < worked.size(); ++year) {
        game.play();
        out.add(fmt::format("year {}: contribution", year + 1), worked[year], game.population.cooperation(area), 5e-5);
    }
    double const factor = 1.0 - PublicGood::learning * (1.0 - PublicGood::cooperators * PublicGood::slope);
    double const before = game.population.cooperation(area);
    game.play();
    out.add("factor a year", factor, game.population.cooperation(area) / before, 1e-14);
    return out;
}

CheckResult check_learning_rules()
{
    CheckResult out{.title = "Reinforcement and experience-weighted learning",
                    .method =
                        "RothErevRule: Polya's urn by 20,000 learners (standard error below .0036, tolerance 5 of "
                        "them) and mean-field shares by its own update averaged over its own choice; EwaRule after "
                        "400 rounds. A8"};
    for (int const times : {0, 4, 9}) {
        out.add(fmt::format("urn: at most {} of 10", times), (times + 1) / 11.0, urn_cdf(times), .0178);
    }
    struct Row
    {
        double first, second, experimentation, share;
    };
    for (auto const& row : {Row{2, 1, .2, .689898}, Row{2, 1, .1, .821699}, Row{1.2, 1, .2, .566190}}) {
        learning::RothErevRule const rule{
            {.forgetting = Share{.1}, .experimentation = Share{row.experimentation}, .initial_strength = 2.0}};
        out.add(fmt::format("payoffs {} and {}, experimentation {}: share of the better", row.first, row.second,
                            row.experimentation),
                row.share, mean_field_share(rule, {row.first, row.second}), 6e-7);
    }
    add_experience_weighted(out);
    return out;
}
}  // namespace concordat::verification
