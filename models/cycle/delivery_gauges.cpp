// What delivery, reports, inspection and politics leave behind besides gains and money.
#include <cmath>

#include "models/cycle/gauges.hpp"

namespace concordat::cycle
{
namespace
{
using store::Direction;
using V = GaugeView const&;
constexpr double thousand_per_million = 1000.0;

double one(V, int) { return 1.0; }
double levels(V v, int i)
{
    double count = 0.0;
    for (int k = v.world.agreement.statutory[static_cast<std::size_t>(i)]; k < v.world.agreement.count[static_cast<std::size_t>(i)]; ++k) {
        count += v.world.agreement.placeholder(i, k) == 0 ? 1.0 : 0.0;
    }
    return count;
}
double chosen(V v, int i)
{
    auto const& agreement = v.world.agreement;
    return agreement.count[static_cast<std::size_t>(i)] - agreement.statutory[static_cast<std::size_t>(i)];
}
bool has_prize(V v, int i, int k)
{
    auto const& out = v.world.performance;
    return out.contestants(i, k) > 0 && out.payment(i, k) > 0.0;
}
/// Over the items on which an area won a prize.
template <class Value>
double over_prizes(V v, int i, Value&& value)
{
    double sum = 0.0;
    for (int k = 0; k < v.world.agreement.count[static_cast<std::size_t>(i)]; ++k) sum += has_prize(v, i, k) ? value(k) : 0.0;
    return sum;
}
double luck_of(V v, int i, int k)
{
    double luck = 0.0;
    for (auto const& year : v.world.shocks.luck) luck += year(i, v.world.agreement.item(i, k));
    return luck;
}
double every_item(V v, int i) { return v.world.agreement.count[static_cast<std::size_t>(i)]; }
double rewarded(V v, int i) { return v.world.gaming.targets[i]; }

/// Sum of a slot table over the items of an area.
template <class Table>
double over_items(Table const& table, V v, int i)
{
    double sum = 0.0;
    for (int k = 0; k < v.world.agreement.count[static_cast<std::size_t>(i)]; ++k) sum += table(i, k);
    return sum;
}

std::vector<Gauge> level_gauges()
{
    return {
        {{"stretch", "stretch of targets", "sigma", Direction::neither, "mean of agreed level less announced trend over chosen items with a level", "A demand, not an improvement.", false, 3},
         [](V v, int i) {
             double sum = 0.0;
             for (int k = v.world.agreement.statutory[static_cast<std::size_t>(i)]; k < v.world.agreement.count[static_cast<std::size_t>(i)]; ++k) {
                 if (v.world.agreement.placeholder(i, k) == 0) sum += v.world.targets.stretch(i, k);
             }
             return sum;
         },
         levels},
        {{"announced_trend", "announced trends", "sigma", Direction::neither, "mean over items of what the council said would happen anyway", "", false, 3},
         [](V v, int i) { return over_items(v.world.targets.announced_trend, v, i); }, every_item},
        {{"imposed_levels", "imposed levels", "items per area", Direction::lower_is_better, "items on which talks left no room and the centre set the level", "", false, 2},
         [](V v, int i) { return v.world.level_record.imposed_items[i]; }, one},
        {{"items_without_level", "items without a level", "items per area", Direction::lower_is_better, "placeholders at the signature, mean over areas", "", false, 2},
         [](V v, int i) { return v.world.level_record.placeholders[i]; }, one},
        {{"level_months", "months until the last level", "months", Direction::lower_is_better, "mean over areas", "Zero where the protocol of levels has no course in time.", false, 2},
         [](V v, int i) { return v.world.level_record.months[i]; }, one},
        {{"refreshed_share", "items refreshed after year 1", "share", Direction::neither, "share of chosen items reopened at the first refresh", "", false, 3},
         [](V v, int i) { return v.world.refresh.first[i]; }, chosen},
        {{"refreshed_items", "items refreshed", "items per area", Direction::neither, "reopened at either refresh", "", false, 2},
         [](V v, int i) { return v.world.refresh.items[i]; }, one},
        {{"refresh_staff_months", "work on refreshes", "FTE-months per area", Direction::lower_is_better, "in the round", "", false, 2},
         [](V v, int i) { return v.world.refresh.staff_months[i]; }, one},
        {{"recording_shift", "changes of what is recorded", "sigma", Direction::neither, "mean over items of what new definitions and closer attention add to reports", "", false, 4},
         [](V v, int i) { return over_items(v.world.recording.shift, v, i); }, every_item},
    };
}

std::vector<Gauge> contest_gauges()
{
    return {
        {{"hearings", "hearings on local shocks", "items per area", Direction::neither, "contested items on which the ranking let bad luck pass", "Zero without a hearing.", false, 3},
         [](V v, int i) { return v.world.performance.hearings[i]; }, one},
        {{"winners_luck", "luck of those who won prizes", "sigma", Direction::lower_is_better, "mean over items that won a prize of money of what happened in the area besides effort and trend", "Absent where no prize of money is won.", false, 3},
         [](V v, int i) { return over_prizes(v, i, [&](int k) { return luck_of(v, i, k); }); },
         [](V v, int i) { return over_prizes(v, i, [](int) { return 1.0; }); }},
    };
}

std::vector<Gauge> report_gauges()
{
    return {
        {{"misreport_share", "false reports", "share", Direction::lower_is_better, "share of rewarded targets on which more was reported than measured", "", false, 3},
         [](V v, int i) { return v.world.gaming.misreports[i]; }, rewarded},
        {{"inflation", "inflation of reports", "sigma", Direction::lower_is_better, "mean over items of what was reported beyond what was measured", "", false, 4},
         [](V v, int i) { return over_items(v.world.gaming.inflation, v, i); }, every_item},
        {{"caught_share", "false reports found", "share", Direction::neither, "share of false reports", "Absent where there are none.", false, 3},
         [](V v, int i) { return v.world.gaming.catches[i]; }, [](V v, int i) { return v.world.gaming.misreports[i]; }},
        {{"just_above", "reports just above the target", "share", Direction::neither, "share of rewarded targets within the bunching window above", "", false, 3},
         [](V v, int i) { return v.world.gaming.just_above[i]; }, rewarded},
        {{"just_below", "reports just below the target", "share", Direction::neither, "share of rewarded targets within the bunching window below", "", false, 3},
         [](V v, int i) { return v.world.gaming.just_below[i]; }, rewarded},
        {{"manipulation_effort", "effort spent on manipulation", "effort points^2 per area", Direction::lower_is_better, "in the round", "", false, 4},
         [](V v, int i) { return v.world.gaming.effort[i]; }, one},
        {{"gaming_fines", "fines and rewards withheld", "GBP million", Direction::neither, "mean over areas of what found false reports cost an area in the round", "", false, 4},
         [](V v, int i) { return (v.world.gaming.fines[i] + v.world.gaming.withheld[i]) / thousand_per_million; }, one},
        {{"audit_cost", "cost of audits", "GBP million", Direction::lower_is_better, "mean over areas, in the round", "", false, 4},
         [](V v, int i) { return v.world.gaming.audit_cost[i] / thousand_per_million; }, one},
    };
}

std::vector<Gauge> watch_gauges()
{
    return {
        {{"stars", "inspected stars", "class", Direction::higher_is_better, "mean class of the annual score, 1 to 4", "Zero where nobody scores.", false, 3},
         [](V v, int i) { return static_cast<double>(v.world.assessment.star[static_cast<std::size_t>(i)]); }, one},
        {{"red_flags", "red flags", "items per area", Direction::lower_is_better, "items expected to miss their target by far, at the last score", "", false, 2},
         [](V v, int i) { return v.world.assessment.red_flags[i]; }, one},
        {{"green_flags", "green flags", "items per area", Direction::higher_is_better, "items expected to pass their target by far, at the last score", "", false, 2},
         [](V v, int i) { return v.world.assessment.green_flags[i]; }, one},
        {{"below_floor_selected", "below minimum, in the agreement", "indicators per area", Direction::lower_is_better, "indicators of the agreement expected below their minimum standard at the end", "", false, 3},
         [](V v, int i) { return v.world.assessment.below_selected[i]; }, one},
        {{"below_floor_unselected", "below minimum, outside it", "indicators per area", Direction::lower_is_better, "indicators outside the agreement expected below their minimum standard at the end", "", false, 3},
         [](V v, int i) { return v.world.assessment.below_unselected[i]; }, one},
        {{"interventions", "interventions", "indicators per area", Direction::neither, "indicators on which the centre intervened in the round", "", false, 3},
         [](V v, int i) { return v.world.assessment.interventions[i]; }, one},
        {{"intervention_cost", "cost of interventions", "GBP million", Direction::lower_is_better, "mean over areas, in the round", "", false, 4},
         [](V v, int i) { return v.world.assessment.intervention_cost[i] / thousand_per_million; }, one},
        {{"complaints", "formal complaints", "complaints per area", Direction::neither, "about agreed items, vexatious ones included, mean over areas and years", "Zero where nobody has a right to complain.", false, 3},
         [](V v, int i) { return v.world.complaints.made[i] / years_per_round; }, one},
        {{"inspected_on_call", "areas inspected on call", "share", Direction::neither, "share of area-years at whose end citizens and partners, or the council, called inspectors in", "Routine inspection is not counted.", false, 4},
         [](V v, int i) { return v.world.complaints.inspected[i] / years_per_round; }, one},
        {{"supervised_share", "areas under supervision", "share", Direction::neither, "at the end of the round", "", false, 3},
         [](V v, int i) { return v.world.assessment.supervised[i]; }, one},
        {{"reporting_factor", "reporting burden", "factor", Direction::lower_is_better, "what supervision makes of the cost of reporting, mean over areas", "", false, 4},
         [](V v, int i) { return v.world.assessment.reporting[i]; }, one},
    };
}

std::vector<Gauge> conduct_gauges()
{
    return {
        {{"deadlocked_share", "items in deadlock", "share", Direction::lower_is_better, "share of item-years in which a board that decides unanimously blocked joint work", "", false, 4},
         [](V v, int i) { return v.world.deadlocks[i] / years_per_round; }, every_item},
        {{"ceremonial_share", "ceremonial agreements", "share", Direction::lower_is_better, "share of areas that signed and did not act", "", false, 3},
         [](V v, int i) { return v.world.standing.ceremonial[i]; }, one},
        {{"sceptics", "sceptical leaders", "share", Direction::lower_is_better, "share of areas whose leader doubts the partnership, at the end of the round", "", false, 3},
         [](V v, int i) { return v.world.standing.sceptic[i]; }, one},
        {{"innovations", "better ways found", "finds per area", Direction::higher_is_better, "in the round", "", false, 3},
         [](V v, int i) {
             double count = 0.0;
             for (auto const& find : v.world.innovations.finds) count += find.area == i ? 1.0 : 0.0;
             return count;
         },
         one},
        {{"spillover_gain", "improvement that spilled over", "sigma", Direction::higher_is_better, "mean over indicators of what gains on others, or in the areas around, brought in the round", "", false, 4},
         [](V v, int i) {
             double sum = 0.0;
             for (Eigen::Index j = 0; j < v.world.performance.spillover.cols(); ++j) sum += v.world.performance.spillover(i, j);
             return sum;
         },
         [](V v, int) { return static_cast<double>(v.pack.indicator_count()); }},
        {{"practice_reach", "reach of practice", "share", Direction::higher_is_better, "share of indicators on which an area works better than it used to", "", false, 4},
         [](V v, int i) {
             auto const& table = v.world.standing.practice;
             double count = 0.0;
             for (Eigen::Index j = 0; j < table.cols(); ++j) count += table(i, j) > 1.0 ? 1.0 : 0.0;
             return count / static_cast<double>(table.cols());
         },
         one},
        {{"conflicts_left", "conflicts left", "factor", Direction::lower_is_better, "strength of conflicts between indicators that departments left standing", "", false, 3},
         [](V v, int) { return v.world.centre.conflict_scale; }, one},
        {{"agreements_lag", "national agreements behind", "sigma", Direction::lower_is_better, "how far public service agreements stay behind their mean: what the laggards lack, by the number of all", "", false, 4},
         [](V v, int) { return v.world.centre.agreements_lag; }, one},
        {{"gatekeeping", "gatekeeping", "share", Direction::neither, "how far a department counts the others' aims when it asks", "", false, 3},
         [](V v, int) { return v.world.centre.gatekeeping; }, one},
        {{"guidance", "guidance", "factor", Direction::higher_is_better, "mean over indicators of what advice adds to what effort achieves", "", false, 4},
         [](V v, int) {
             double sum = 0.0;
             for (Eigen::Index j = 0; j < v.world.centre.guidance.size(); ++j) sum += v.world.centre.guidance[j];
             return sum / static_cast<double>(v.world.centre.guidance.size());
         },
         one},
        {{"partner_trust", "trust among partners", "share", Direction::higher_is_better, "at the end of the round", "", false, 3},
         [](V v, int i) { return v.world.standing.partner_trust[i]; }, one},
        {{"productivity_belief", "believed productivity", "factor", Direction::neither, "believed over true productivity, at the end of the round", "", false, 4},
         [](V v, int i) { return v.world.standing.productivity_belief[i]; }, one},
        {{"misjudgement", "error about productivity", "factor", Direction::lower_is_better, "mean distance of believed over true productivity from 1, at the end of the round", "", false, 4},
         [](V v, int i) { return std::abs(v.world.standing.productivity_belief[i] - 1.0); }, one},
        {{"understatement_habit", "habit of understating", "factor", Direction::neither, "on understatement in this round", "", false, 3},
         [](V v, int i) { return v.world.standing.understatement_habit[i]; }, one},
        {{"concession_habit", "habit of conceding", "factor", Direction::neither, "on how early a council concedes in this round", "", false, 3},
         [](V v, int i) { return v.world.standing.concession_habit[i]; }, one},
    };
}
}  // namespace

std::vector<Gauge> delivery_gauges()
{
    std::vector<Gauge> all;
    for (auto const& topic : {level_gauges(), contest_gauges(), report_gauges(), watch_gauges(), conduct_gauges()}) {
        all.insert(all.end(), topic.begin(), topic.end());
    }
    return all;
}
}  // namespace concordat::cycle
