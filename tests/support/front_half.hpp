#pragma once

#include <cstdint>
#include <memory>

#include "models/demands/asks.hpp"
#include "models/demands/salience.hpp"
#include "models/demands/value_formation.hpp"
#include "models/population/population_sampler.hpp"
#include "models/selection/protocol.hpp"
#include "models/state/occasion.hpp"

namespace concordat::support
{
/// The settings of everything that happens before targets have levels.
struct FrontHalfParams
{
    population::PopulationParams population{};
    demands::DemandsParams demands{};
    selection::SelectionParams selection{};
    demands::AskParams asks{};
};

/// Runs population, demands and selection of one replicate after another.
class FrontHalf
{
  public:
    FrontHalf(state::Pack const& pack, FrontHalfParams const& params)
        : sampler_{pack, params.population},
          salience_{pack, params.demands.salience},
          formation_{pack, params.demands},
          protocol_{selection::make_protocol(pack, params.selection)}
    {
        sampler_.resize(population);
        salience_.resize(population);
        formation_.resize(values, value_workspace_, protocol_->reads_need());
        protocol_->resize(agreement, bargain);
        work_ = protocol_->make_work();
        auto const departments = static_cast<std::int64_t>(pack.departments.size());
        auto const indicators = static_cast<std::int64_t>(pack.indicator_count());
        standing.resize(agreement.item.rows(), indicators, departments);
        centre.resize(departments, indicators);
        centre.gatekeeping = params.asks.gatekeeping.value();
        if (departments > 0) {
            centre.asks = demands::asks_per_area(params.asks, params.selection.cap, static_cast<int>(departments));
        }
    }

    state::Agreement const& run(state::Occasion const& when)
    {
        sampler_.draw(when, population);
        salience_.draw(when, population);
        formation_.form(when, population, centre, values, value_workspace_);
        agree(when);
        return agreement;
    }
    /// Talks about the values as they are now.
    void agree(state::Occasion const& when)
    {
        protocol_->agree({when, population, standing, centre, values}, *work_, {agreement, bargain, transcript});
    }

    state::Population population{};
    state::Values values{};
    state::Standing standing{};
    state::Centre centre{};
    state::Agreement agreement{};
    state::Bargain bargain{};
    state::Transcript transcript{};

  private:
    population::PopulationSampler sampler_;
    demands::Salience salience_;
    demands::ValueFormation formation_;
    std::unique_ptr<selection::Protocol const> protocol_;
    std::unique_ptr<selection::ProtocolWork> work_{};
    demands::ValueWorkspace value_workspace_{};
};
}  // namespace concordat::support
