#pragma once

#include <cstdint>
#include <span>

#include "models/state/occasion.hpp"
#include "sim/random/streams.hpp"

namespace concordat::selection
{
/// Months are numbered within a round; a negotiation never takes this many.
inline constexpr std::uint32_t months_per_round = 1024;

[[nodiscard]] inline std::uint32_t period_of(state::Occasion const& when, int month)
{
    return when.round * months_per_round + static_cast<std::uint32_t>(month);
}

/// One area's draws. A draw is named by purpose, indicator number and month, never by what happened
/// before, so that scenarios share every draw that they both make.
class Luck
{
  public:
    Luck(state::Occasion const& when, std::uint32_t area_id) : when_{when}, area_id_{area_id} {}

    [[nodiscard]] double uniform(random::Purpose const& purpose, std::uint32_t number, int month = 0) const
    {
        return random::uniform(key(purpose, month), number, area_id_);
    }
    [[nodiscard]] double normal(random::Purpose const& purpose, std::uint32_t number, int month = 0) const
    {
        return random::normal(key(purpose, month), number, area_id_);
    }
    void fill_uniform(random::Purpose const& purpose, std::span<std::uint32_t const> numbers, int month,
                      std::span<double> out) const
    {
        random::fill_uniform(key(purpose, month), numbers, area_id_, out);
    }
    /// \pre `out` is 32-byte aligned, its size a multiple of the lane count
    void fill_normal(random::Purpose const& purpose, std::span<std::uint32_t const> numbers, int month,
                     std::span<double> out) const
    {
        random::fill_normal(key(purpose, month), numbers, area_id_, out);
    }

  private:
    [[nodiscard]] random::StreamKey key(random::Purpose const& purpose, int month) const
    {
        return {when_.master_seed, when_.replicate, purpose, period_of(when_, month)};
    }

    state::Occasion when_;
    std::uint32_t area_id_;
};
}  // namespace concordat::selection
