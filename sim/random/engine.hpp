#pragma once

#include <Random123/philox.h>

#include <Random123/conventional/Engine.hpp>

#include "sim/random/philox.hpp"

namespace concordat::random
{
/// A sequential generator of 32-bit words over a named stream, for Boost.Random's distributions:
/// designs, bootstrap, permutations and set-up, where the number of draws varies. Shares no bits
/// with the arrays of draws by entity of the same key. The model itself draws by `fill_uniform`.
///
/// The stream has 2^64 words of 128 bits; replicate and period stand in the counter's upper half.
/// Boost's distributions may call the C library, so their results are not under
/// docs/decisions/0001.
class Engine
{
  public:
    using Base = r123::Engine<r123::Philox4x32>;
    using result_type = Base::result_type;

    explicit Engine(StreamKey const& key) : engine_{make_key(key)}
    {
        engine_.setcounter(Base::ctr_type{{0, 0, key.period, key.replicate}}, 0);
    }

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return 0xFFFFFFFF; }
    result_type operator()() { return engine_(); }

  private:
    static Base::key_type make_key(StreamKey const& key)
    {
        auto const words = make_philox_key(key.master_seed, key.purpose, StreamUse::engine);
        return {{words[0], words[1]}};
    }

    Base engine_;
};
}  // namespace concordat::random
