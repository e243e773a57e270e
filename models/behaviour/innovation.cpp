#include "models/behaviour/innovation.hpp"

#include <algorithm>
#include <numeric>

#include "models/behaviour/purposes.hpp"
#include "models/state/streams.hpp"

namespace concordat::behaviour
{
Innovation::Innovation(state::Pack const& pack, InnovationParams params)
    : params_{params}, ids_{state::area_ids(pack)}, by_number_(pack.indicator_count())
{
    std::iota(by_number_.begin(), by_number_.end(), 0);
    std::sort(by_number_.begin(), by_number_.end(),
              [&](int a, int b) { return pack.indicators[a].number < pack.indicators[b].number; });
}

void Innovation::resize(Innovations& found) const
{
    if (!neutral()) found.finds.reserve(ids_.size() * by_number_.size());
}

void Innovation::draw(state::Occasion const& when, state::Population const& population, state::Bargain const& bargain,
                      Innovations& found) const
{
    found.finds.clear();
    if (neutral()) return;
    auto const count = static_cast<double>(by_number_.size());
    auto const key = state::round_key(when, purpose::innovation);
    for (std::size_t i = 0; i < ids_.size(); ++i) {
        auto const at = static_cast<Eigen::Index>(i);
        double const chance =
            params_.rate * population.cooperation[at] * (1.0 - params_.ring_fence) * (1.0 - bargain.rush[at]);
        int const finds = std::min(random::poisson(random::uniform(key, ids_[i]), std::max(0.0, chance) * count),
                                   static_cast<int>(by_number_.size()));
        auto const first = static_cast<std::ptrdiff_t>(found.finds.size());
        for (int n = 1; n <= finds; ++n) {
            double const draw = random::uniform(key, ids_[i], static_cast<std::uint32_t>(n));
            int const j = by_number_[static_cast<std::size_t>(draw * count)];
            bool const known = std::any_of(found.finds.begin() + first, found.finds.end(),
                                           [&](Innovations::Find const& find) { return find.indicator == j; });
            if (!known) found.finds.push_back({static_cast<std::int32_t>(i), j});
        }
    }
}

void Innovation::apply(Innovations const& found, state::Conditions& conditions) const
{
    for (auto const& find : found.finds) conditions.response(find.area, find.indicator) *= params_.gain;
}
}  // namespace concordat::behaviour
