#include "models/cycle/gauges.hpp"

namespace concordat::cycle
{
std::vector<Gauge> const& gauge_list()
{
    static std::vector<Gauge> const list = [] {
        std::vector<Gauge> all;
        for (auto const& topic : {negotiation_gauges(), standing_gauges(), delivery_gauges(), emergence_gauges()}) {
            all.insert(all.end(), topic.begin(), topic.end());
        }
        return all;
    }();
    return list;
}
}  // namespace concordat::cycle
