#include "models/whitehall/gatekeeping.hpp"

#include <algorithm>

namespace concordat::whitehall
{
double derive_gatekeeping(WhitehallParams const& params, Departments const& departments, PsaLayer const& layer)
{
    auto const& gatekeeping = params.gatekeeping;
    if (gatekeeping.kind == GatekeepingKind::given) return gatekeeping.given.value();
    double const revealed =
        1.0 - (1.0 - params.boards.reveal.value()) * (1.0 - params.boards.known_beforehand.value());
    double const alone = (1.0 - revealed * params.boards.trade.value()) *
                         (1.0 - params.advice.coverage.value() * params.advice.coordination.value()) *
                         (1.0 - gatekeeping.corporate_board.value()) * (1.0 - gatekeeping.government_offices.value());
    double sum = 0.0;
    int all = 0;
    for (std::size_t d = 0; d < departments.led().size(); ++d) {
        int const led = departments.led()[d];
        sum += led * (1.0 - layer.weight_of(state::DepartmentId{static_cast<int>(d)})) * alone;
        all += led;
    }
    if (all == 0) return gatekeeping.given.value();
    double const beside = (1.0 - gatekeeping.given.value()) / (1.0 - gatekeeping.starting.value());
    return std::max(0.0, 1.0 - sum / all * beside);
}
}  // namespace concordat::whitehall
