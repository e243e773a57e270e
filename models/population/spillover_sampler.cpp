#include "models/population/spillover_sampler.hpp"

#include <algorithm>
#include <numeric>

#include "models/population/purposes.hpp"
#include "models/state/streams.hpp"

namespace concordat::population
{
SpilloverSampler::SpilloverSampler(state::Pack const& pack, SpilloverParams const& params)
    : params_{params}, numbers_{state::indicator_numbers(pack)}, by_number_(numbers_.size()), named_(numbers_.size())
{
    std::iota(by_number_.begin(), by_number_.end(), std::size_t{0});
    std::sort(by_number_.begin(), by_number_.end(),
              [&](std::size_t a, std::size_t b) { return numbers_[a] < numbers_[b]; });
    for (auto const& spillover : pack.named_spillovers) named_[spillover.to.index()].push_back(spillover);
}

void SpilloverSampler::resize(state::Population& population) const
{
    std::size_t const count = numbers_.size();
    population.spillovers.begin.assign(count + 1, 0);
    population.spillovers.from.reserve(count * count);
    population.spillovers.value.reserve(count * count);
    population.spillovers.uniform.resize(count);
}

void SpilloverSampler::draw(state::Occasion const& when, state::Population& population) const
{
    auto& matrix = population.spillovers;
    double const density = params_.density.value();
    matrix.from.clear();
    matrix.value.clear();
    for (std::size_t to = 0; to < numbers_.size(); ++to) {
        matrix.begin[to] = static_cast<int>(matrix.from.size());
        random::fill_uniform(state::round_key(when, purpose::spillover), numbers_, numbers_[to], matrix.uniform);
        for (std::size_t const from : by_number_) {
            double const u = matrix.uniform[from];
            double value = 0.0;
            if (from != to && u < density) {
                value = params_.smallest + (params_.largest - params_.smallest) * (u / density);
            }
            for (auto const& named : named_[to]) {
                if (named.from.index() == static_cast<int>(from)) value = params_.named_scale * named.value;
            }
            if (value == 0.0) continue;
            matrix.from.push_back(static_cast<int>(from));
            matrix.value.push_back(value);
        }
    }
    matrix.begin[numbers_.size()] = static_cast<int>(matrix.from.size());
}
}  // namespace concordat::population
