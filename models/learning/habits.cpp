#include "models/learning/habits.hpp"

#include <algorithm>
#include <cmath>

#include "models/learning/purposes.hpp"
#include "models/state/streams.hpp"
#include "sim/core/check.hpp"

namespace concordat::learning
{
namespace
{
std::array<double, habit_levels> row_of(state::AreaTable const& table, std::size_t learner)
{
    std::array<double, habit_levels> row{};
    for (std::size_t m = 0; m < habit_levels; ++m) {
        row[m] = table(static_cast<Eigen::Index>(learner), static_cast<Eigen::Index>(m));
    }
    return row;
}
}  // namespace

void HabitPayoffs::resize(std::int64_t areas_padded, std::int64_t count)
{
    concession = understatement = state::PerArea::Zero(areas_padded);
    asking = state::PerArea::Zero(count);
}

Habits::Habits(state::Pack const& pack, HabitParams const& params)
    : params_{params}, rule_{make_rule(params.rule)}, areas_{state::area_ids(pack)}
{
    core::require(std::is_sorted(params.level.begin(), params.level.end()), "the levels of habits ascend");
    for (auto const& department : pack.departments) {
        departments_.push_back(static_cast<std::uint32_t>(random::Purpose{department.code}.hash()));
    }
}

void Habits::begin(state::Standing& standing) const
{
    if (!rule_) return;
    double const start = rule_->initial_propensity(habit_levels);
    for (auto* table :
         {&standing.concession_propensity, &standing.understatement_propensity, &standing.asking_propensity}) {
        table->setConstant(start);
    }
    standing.habit_experience.setOnes();
}

void Habits::choose(state::Occasion const& when, state::Standing& standing) const
{
    if (!rule_) return;
    choose_one(state::round_key(when, purpose::concession), areas_, standing.concession_propensity,
               standing.concession_habit);
    choose_one(state::round_key(when, purpose::understatement), areas_, standing.understatement_propensity,
               standing.understatement_habit);
    choose_one(state::round_key(when, purpose::asking), departments_, standing.asking_propensity, standing.asking_habit);
}

void Habits::choose_one(random::StreamKey const& key, Ids const& ids, state::AreaTable const& propensity,
                        state::PerArea& habit) const
{
    for (std::size_t i = 0; i < ids.size(); ++i) {
        Levels const strength = row_of(propensity, i);
        Levels chance{};
        rule_->weigh(strength, chance);
        double left = random::uniform(key, ids[i]);
        std::size_t level = 0;
        while (level + 1 < habit_levels && left >= chance[level]) left -= chance[level++];
        habit(static_cast<Eigen::Index>(i)) = params_.level[level];
    }
}

void Habits::learn(HabitPayoffs const& payoffs, state::Standing& standing) const
{
    if (!rule_) return;
    auto& experience = standing.habit_experience;
    learn_one(payoffs.concession, areas_.size(), standing.concession_habit, experience(0),
              standing.concession_propensity);
    learn_one(payoffs.understatement, areas_.size(), standing.understatement_habit, experience(1),
              standing.understatement_propensity);
    learn_one(payoffs.asking, departments_.size(), standing.asking_habit, experience(2), standing.asking_propensity);
}

void Habits::learn_one(state::PerArea const& payoff, std::size_t learners, state::PerArea const& habit,
                       double& experience, state::AreaTable& propensity) const
{
    Example const example = watch(payoff, learners, habit);
    for (std::size_t i = 0; i < learners; ++i) {
        auto const at = static_cast<Eigen::Index>(i);
        std::size_t const chosen = level_of(habit(at));
        Levels judged{};
        for (std::size_t m = 0; m < habit_levels; ++m) {
            judged[m] = m != chosen && example.seen[m] ? example.mean[m] : payoff(at);
        }
        Levels strength = row_of(propensity, i);
        rule_->learn(judged, chosen, experience, strength);
        for (std::size_t m = 0; m < habit_levels; ++m) propensity(at, static_cast<Eigen::Index>(m)) = strength[m];
    }
    experience = rule_->gather(experience);
}

Habits::Example Habits::watch(state::PerArea const& payoff, std::size_t learners, state::PerArea const& habit) const
{
    Example example;
    std::array<int, habit_levels> count{};
    for (std::size_t i = 0; i < learners; ++i) {
        auto const at = static_cast<Eigen::Index>(i);
        std::size_t const level = level_of(habit(at));
        example.mean[level] += payoff(at);
        ++count[level];
    }
    for (std::size_t m = 0; m < habit_levels; ++m) {
        example.seen[m] = count[m] > 0;
        if (count[m] > 0) example.mean[m] /= count[m];
    }
    return example;
}

std::size_t Habits::level_of(double factor) const
{
    std::size_t nearest = 0;
    for (std::size_t m = 1; m < habit_levels; ++m) {
        if (std::abs(params_.level[m] - factor) < std::abs(params_.level[nearest] - factor)) nearest = m;
    }
    return nearest;
}
}  // namespace concordat::learning
