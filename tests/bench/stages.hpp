#pragma once

#include <memory>
#include <string>
#include <vector>

#include "models/cycle/model.hpp"

namespace concordat::bench
{
/// [ms] of processor time that a part of a round takes, best of a number of runs.
struct StageTime
{
    std::string name{};
    double ms{};
};

/// Times the stages of a round one by one, on a world that has lived a round; what is left of the whole is
/// the last entry. Stages that come in every year count with all their years.
[[nodiscard]] std::vector<StageTime> time_stages(cycle::Model const& model, int runs);

/// Delivery, from offer to payment, under every reward scheme.
[[nodiscard]] std::vector<StageTime> time_schemes(std::shared_ptr<state::Pack const> const& pack,
                                                  scenario::ModelParams const& params, int runs);

/// [ms] of one round, the best of a number of runs of the very same.
[[nodiscard]] double time_round(cycle::Model const& model, cycle::World& world, state::Occasion const& when, int runs);
}  // namespace concordat::bench
