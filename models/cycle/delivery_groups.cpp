#include "models/cycle/block_tables.hpp"
#include "models/cycle/delivery_run.hpp"

/// Efforts of a council and its partners who move theirs by different rules.
namespace concordat::cycle
{
using core::Lanes;

namespace
{
/// Moves a group's effort by its rule and returns the gain of the new one. Who aspires has moved before.
Lanes move_effort(behaviour::EffortHabit const& habit, Lanes a, Lanes best, Lanes& effort)
{
    bool const aspires = habit.rule() == behaviour::EffortRule::aspiration;
    Lanes const moved = aspires ? effort * a : habit.move(effort * a, best);
    effort = moved / a;
    return moved;
}
}  // namespace

/// The groups' efforts and spending at the start of a round, and what they come to together. Where the last round
/// left them apart they go on from there; else both are everybody's, and what was spent is divided as in the plan
/// without an agreement. \pre efforts and spending are those of the council's tables, or of that plan
void DeliveryRun::start_groups(Scene const& scene, World& world, BlockMemory& memory) const
{
    auto const& w = memory.work;
    auto const& standing = world.standing;
    Lanes const zero{0.0}, one{1.0};
    Lanes const spend = cell(standing.partners_spend, w.first_area, 0);
    auto const left_apart = spend >= zero;
    if (!apart_ && std::experimental::none_of(left_apart)) return;
    auto& part = world.council_part;
    scene.planner.part_before(w, part);
    std::array<std::vector<Lanes> const*, 2> const parts{&part.outcome, &part.measure};
    std::array<state::AreaTable const*, 2> const theirs{&standing.partners_true, &standing.partners_measured};
    for (std::size_t kind = 0; kind < theirs.size(); ++kind) {
        for (std::size_t j = 0; j < memory.indicators(); ++j) {
            Lanes& effort = memory.effort[kind][j];
            Lanes const own = effort;
            Lanes const others = cell(*theirs[kind], w.first_area, static_cast<Eigen::Index>(j));
            Lanes const partners = core::select(left_apart, others, own);
            effort = joint_effort_.join(own, partners, (*parts[kind])[j]);
            if (!apart_) continue;
            memory.group[of_council].effort[kind][j] = own;
            memory.group[of_partners].effort[kind][j] = partners;
        }
    }
    Spending const own = memory.spent;
    memory.spent.all += core::select(left_apart, spend, zero);
    memory.spent.slack += core::select(left_apart, cell(standing.partners_spend, w.first_area, 1), zero);
    if (!apart_) return;
    for (auto& group : memory.group) group.effort[outside] = group.effort[on_outcome];
    auto const& whole = memory.spent;
    auto const before = planned_spending(memory, 0, 1);
    auto const divide = [&](Lanes all, Lanes council, Lanes sum) {
        return all * core::select(sum > zero, council / core::select(sum > zero, sum, one), zero);
    };
    auto& [council, partners] = memory.group;
    council.spent.all = core::select(left_apart, own.all, divide(own.all, before.all, w.spent_before));
    council.spent.slack = core::select(left_apart, own.slack, divide(own.slack, before.slack, w.slack_before));
    council.spent.inside = scene.planner.spend_before(w, delivery::Spender::council);
    partners.spent = {.all = whole.all - council.spent.all,
                      .slack = whole.slack - council.spent.slack,
                      .inside = whole.inside - council.spent.inside};
}

/// Moves each group's efforts by its rule and joins them by the council's part in this year's plan; the gains of
/// the plan become those that are lived.
void DeliveryRun::move_apart(Scene const& scene, World& world, BlockMemory& memory) const
{
    auto& part = world.council_part;
    scene.planner.part_of_council(memory.work, part);
    std::array<std::vector<Lanes>*, effort_kinds> const gain{&memory.lived.gain, &memory.lived.measured, &memory.lived.baseline};
    std::array<std::vector<Lanes> const*, effort_kinds> const parts{&part.outcome, &part.measure, &part.outside};
    std::array<behaviour::EffortHabit const*, group_count> const habit{&habit_, &partners_habit_};
    bool const own_calendars = calendar_.apart();
    for (std::size_t g = 0; g < group_count; ++g) {
        auto& effort = memory.group[g].effort;
        if (own_calendars) memory.group[g].before = effort;
        bool const aspires = habit[g]->rule() == behaviour::EffortRule::aspiration;
        if (aspires) habit[g]->reallocate(memory.shortfall, effort[on_outcome], effort[on_measure]);
    }
    for (std::size_t j = 0; j < memory.indicators(); ++j) {
        Lanes const a = response_of(memory, world.population, j);
        std::array<Lanes, group_count> moved, on_true;
        Lanes joined_true{0.0};
        for (std::size_t kind = 0; kind < effort_kinds; ++kind) {
            Lanes& best = (*gain[kind])[j];
            for (std::size_t g = 0; g < group_count; ++g) {
                moved[g] = move_effort(*habit[g], a, best, memory.group[g].effort[kind][j]);
            }
            Lanes const share = (*parts[kind])[j];
            // Where no area of the block has the indicator in its agreement, two kinds are one.
            bool const again = kind == outside && std::experimental::all_of(moved[of_council] == on_true[of_council] &&
                                                                            moved[of_partners] == on_true[of_partners] &&
                                                                            share == part.outcome[j]);
            Lanes const joined =
                again ? joined_true : joint_effort_.join(moved[of_council], moved[of_partners], share);
            if (kind == on_outcome) {
                on_true = moved;
                joined_true = joined;
            }
            Lanes const before = memory.effort[kind][j] * a;
            memory.effort[kind][j] = joined / a;
            Lanes const lived = own_calendars ? live_apart(memory, kind, j, a, moved, share)
                                              : behaviour::Calendar::blend(before, joined, memory.lived.share[j]);
            best = show(world, memory, kind, j, lived);
        }
    }
}

/// The gain that is lived where each group's efforts wait for its own next budget.
Lanes DeliveryRun::live_apart(BlockMemory const& memory, std::size_t kind, std::size_t j, Lanes a,
                              std::array<Lanes, group_count> const& moved, Lanes part) const
{
    auto const& [council, partners] = memory.group;
    auto const& lived = memory.lived;
    return joint_effort_.join(
        behaviour::Calendar::blend(council.before[kind][j] * a, moved[of_council], lived.share[j]),
        behaviour::Calendar::blend(partners.before[kind][j] * a, moved[of_partners], lived.partners_share[j]), part);
}

/// Each group's spending follows its rule.
void DeliveryRun::spend_apart(Scene const& scene, BlockMemory& memory, int year) const
{
    auto const& w = memory.work;
    auto& [council, partners] = memory.group;
    auto own = planned_spending(memory, 0, 1);
    auto others = planned_spending(memory, 1, pack_.partner_count());
    own.inside = scene.planner.spend_inside(w, delivery::Spender::council);
    others.inside = scene.planner.spend_inside(w, delivery::Spender::everybody) - own.inside;
    follow_spending(habit_, own, year == 0 ? calendar_.first_share() : 1.0, council.spent);
    follow_spending(partners_habit_, others, year == 0 ? calendar_.partners_share() : 1.0, partners.spent);
    memory.spent = {.all = council.spent.all + partners.spent.all,
                    .slack = council.spent.slack + partners.spent.slack,
                    .inside = council.spent.inside + partners.spent.inside};
}
}  // namespace concordat::cycle
