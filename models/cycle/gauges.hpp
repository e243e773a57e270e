#pragma once

#include <vector>

#include "models/cycle/world.hpp"
#include "models/state/pack.hpp"
#include "sim/store/schema.hpp"

namespace concordat::cycle
{
/// What gauges look at besides the world.
struct GaugeView
{
    state::Pack const& pack;
    World const& world;
};

/// An outcome that is a mean over areas: the sum of `part` over the areas of a group, divided by the
/// sum of `whole`. New outcomes of a round are gauges; only what belongs to items or needs accounts
/// stands in outcome_definitions.cpp.
struct Gauge
{
    using Reading = double (*)(GaugeView const&, int area);

    store::Outcome outcome{};
    Reading part{};
    Reading whole{};
};

[[nodiscard]] std::vector<Gauge> negotiation_gauges();
[[nodiscard]] std::vector<Gauge> standing_gauges();
[[nodiscard]] std::vector<Gauge> emergence_gauges();
[[nodiscard]] std::vector<Gauge> delivery_gauges();
/// All of them, in the order of the schema.
[[nodiscard]] std::vector<Gauge> const& gauge_list();
}  // namespace concordat::cycle
