#include "models/cycle/gauges.hpp"

namespace concordat::cycle
{
namespace
{
using store::Direction;
using V = GaugeView const&;

double one(V, int) { return 1.0; }
}  // namespace

std::vector<Gauge> standing_gauges()
{
    return {
        {{"trust", "trust between areas and the centre", "share", Direction::higher_is_better, "at the end of the round", "", false, 3},
         [](V v, int i) { return v.world.population.trust[i]; }, one},
        {{"cooperation", "cooperation of partners", "share", Direction::higher_is_better, "at the end of the round", "", false, 3},
         [](V v, int i) { return v.world.population.cooperation[i]; }, one},
        {{"buy_in", "councils' buy-in", "factor", Direction::higher_is_better, "at the end of the round", "", false, 3},
         [](V v, int i) { return v.world.population.buy_in[i]; }, one},
        {{"payment_belief", "belief in payment", "probability", Direction::higher_is_better, "that a reward earned will be paid, at the end of the round", "", false, 3},
         [](V v, int i) { return v.world.standing.payment_belief[i]; }, one},
        {{"office_autonomy", "autonomy of Government Offices", "factor", Direction::neither,
          "mean over areas of what the next round starts from: freedom from asks won, or lost by intervention; 1 is as usual", "", false, 3},
         [](V v, int i) { return v.world.standing.autonomy[i]; }, one},
        {{"practice", "practice", "factor", Direction::higher_is_better,
          "mean over indicators of what the spread of practice adds to what effort achieves", "", false, 4},
         [](V v, int i) {
             auto const& table = v.world.standing.practice;
             double sum = 0.0;
             for (Eigen::Index j = 0; j < table.cols(); ++j) sum += table(i, j);
             return sum / static_cast<double>(table.cols());
         },
         one},
    };
}
}  // namespace concordat::cycle
