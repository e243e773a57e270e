#include "models/cycle/gauges.hpp"

namespace concordat::cycle
{
namespace
{
using store::Direction;
using V = GaugeView const&;

double one(V, int) { return 1.0; }
double chosen(V v, int i)
{
    auto const& agreement = v.world.agreement;
    return agreement.count[static_cast<std::size_t>(i)] - agreement.statutory[static_cast<std::size_t>(i)];
}
double joint_items(V v, int i)
{
    auto const& holders = v.world.joint.holders;
    double sum = 0.0;
    for (Eigen::Index k = 0; k < holders.cols(); ++k) sum += holders(i, k) > 0 ? 1.0 : 0.0;
    return sum;
}
}  // namespace

std::vector<Gauge> negotiation_gauges()
{
    return {
        {{"negotiation_months", "months of negotiation", "months", Direction::lower_is_better,
          "months from the first draft to the settled agreement, mean over areas", "Zero where the protocol has no course in time.", false, 2},
         [](V v, int i) { return v.world.bargain.months[i]; }, one},
        {{"asks", "asks of departments", "items per area", Direction::neither, "indicators that departments asked for at the start; late demands are counted apart", "", false, 1},
         [](V v, int i) { return v.world.bargain.asks[i]; }, one},
        {{"told", "items told", "items per area", Direction::lower_is_better,
          "items in the agreement because the centre told, mean over areas", "", false, 2},
         [](V v, int i) { return v.world.bargain.told[i]; }, one},
        {{"prescribed_share", "items prescribed", "share", Direction::lower_is_better,
          "share of chosen items that were not in the council's draft and are worth less than a slot to it",
          "What an area means that says it was forced.", false, 3},
         [](V v, int i) { return v.world.bargain.prescribed[i]; }, chosen},
        {{"late_demands", "late demands", "items per area", Direction::lower_is_better, "demands after ministers' announcements in the last months", "", false, 2},
         [](V v, int i) { return v.world.bargain.late[i]; }, one},
        {{"late_demands_refused", "late demands refused", "items per area", Direction::neither, "late demands that were refused, told no or dropped", "", false, 2},
         [](V v, int i) { return v.world.bargain.late_refused[i]; }, one},
        {{"placeholder_share", "placeholders", "share", Direction::lower_is_better, "share of chosen items agreed without a level", "", false, 3},
         [](V v, int i) { return v.world.bargain.parked[i]; }, chosen},
        {{"refused_asks", "asks refused", "items per area", Direction::neither, "asks that did not get into the agreement", "", false, 1},
         [](V v, int i) { return v.world.bargain.refused[i]; }, one},
        {{"traded_items", "swaps and linked trades", "moves per area", Direction::neither, "items exchanged for others", "", false, 2},
         [](V v, int i) { return v.world.bargain.swapped[i] + v.world.bargain.traded[i]; }, one},
        {{"deal_breakers", "deal-breakers", "items per area", Direction::neither, "asks that the council declared impossible", "", false, 2},
         [](V v, int i) { return v.world.bargain.deal_breakers[i]; }, one},
        {{"deadline_share", "settled in the last month", "share", Direction::neither,
          "share of the items settled after the first month that were settled in the last", "", false, 3},
         [](V v, int i) { return v.world.bargain.last_month[i]; }, [](V v, int i) { return v.world.bargain.settled_later[i]; }},
        {{"moves", "moves", "moves per area", Direction::neither, "moves of all kinds in the negotiation", "", false, 0},
         [](V v, int i) { return v.world.bargain.moves[i]; }, one},
        {{"council_surplus", "council's gain from the agreement", "s.d. of value per area", Direction::higher_is_better,
          "sum over chosen items of the council's value less the cost of a slot", "In the model's unit of value: compare scenarios only.", false, 2},
         [](V v, int i) { return v.world.bargain.council_gain[i]; }, one},
        {{"centre_surplus", "centre's gain from the agreement", "s.d. of value per area", Direction::higher_is_better,
          "sum over chosen items of the centre's value less the cost of a slot", "In the model's unit of value: compare scenarios only.", false, 2},
         [](V v, int i) { return v.world.bargain.centre_gain[i]; }, one},
        {{"freedoms", "freedoms granted", "freedoms per area", Direction::higher_is_better, "freedoms and flexibilities won in the negotiation", "", false, 2},
         [](V v, int i) { return v.world.bargain.freedoms[i]; }, one},
        {{"joint_items", "items agreed with others", "items per area", Direction::neither,
          "chosen items that the councils of a group hold together and are paid for on the whole", "Zero unless councils agree together.", false, 2},
         joint_items, one},
        {{"entered", "areas with an agreement", "share", Direction::neither, "share of areas that joined", "", false, 3},
         [](V v, int i) { return v.world.bargain.entered[i]; }, one},
    };
}
}  // namespace concordat::cycle
