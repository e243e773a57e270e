#include "models/selection/alternating_offers.hpp"

#include "sim/core/check.hpp"

namespace concordat::selection
{
Division divide_pie(OfferParams const& params)
{
    bool const council_first = params.first == Side::council;
    double const own = council_first ? params.council_patience : params.centre_patience;
    double const other = council_first ? params.centre_patience : params.council_patience;
    double share = 1.0;  // of whoever proposes
    if (params.offers == 0) {
        core::require(own * other < 1.0, "sides that lose nothing by waiting never agree");
        share = (1.0 - other) / (1.0 - own * other);
    } else {
        // Backwards from the last offer: a proposer leaves the responder what waiting would give it.
        for (int left = 2; left <= params.offers; ++left) {
            bool const first_proposes = (params.offers - left) % 2 == 0;
            share = 1.0 - (first_proposes ? other : own) * share;
        }
    }
    return council_first ? Division{.council = share, .centre = 1.0 - share}
                         : Division{.council = 1.0 - share, .centre = share};
}
}  // namespace concordat::selection
