#include "models/selection/package_record.hpp"

#include <cmath>

namespace concordat::selection
{
namespace
{
void record_item(Situation const& in, int area, int slot, double cost, Settlement const& out)
{
    int const item = out.agreement.item(area, slot);
    double const council = in.values.council(area, item) - cost;
    double const centre = in.values.centre(area, item) - cost;
    auto& bargain = out.bargain;
    bargain.council_gain(area) += council;
    bargain.centre_gain(area) += centre;
    bargain.prescribed(area) += council < 0.0 ? 1.0 : 0.0;
    bargain.parked(area) += out.agreement.placeholder(area, slot);
    bargain.moves(area) += 1.0;
    if (!out.transcript.wants(area)) return;
    bool const imposed = out.agreement.imposed(area, slot) != 0;
    out.transcript.write({.area = area,
                          .indicator = static_cast<std::int16_t>(item),
                          .from = imposed ? state::Party::council : state::Party::department,
                          .to = imposed ? state::Party::department : state::Party::council,
                          .kind = state::MoveKind::accept,
                          .reason = council >= 0.0 && centre >= 0.0 ? state::MoveReason::both_want : state::MoveReason::conceded,
                          .value_council = council,
                          .value_centre = centre});
}
}  // namespace

void record_package(Situation const& in, int areas, Settlement out)
{
    out.bargain.clear();
    for (int area = 0; area < areas; ++area) {
        double const stated = in.population.slot_cost(area);
        double const cost = std::isfinite(stated) ? stated : 0.0;  // a slot that costs nothing takes nothing from gains
        out.bargain.asks(area) = in.centre.asks;
        for (int slot = out.agreement.statutory[area]; slot < out.agreement.count[area]; ++slot) {
            record_item(in, area, slot, cost, out);
        }
    }
}
}  // namespace concordat::selection
