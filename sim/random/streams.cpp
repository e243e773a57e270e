#include "sim/random/streams.hpp"

#include <algorithm>
#include <array>

#include "sim/core/check.hpp"
#include "sim/core/elementary.hpp"
#include "sim/random/philox_lanes.hpp"

namespace concordat::random
{
namespace
{
/// Four doubles in (0, 1) of four 64-bit words: (word >> 12) + 1/2 is exact in 53 bits.
__m256d to_open_interval(__m256i words)
{
    __m256i const one = _mm256_set1_epi64x(0x3FF0000000000000);
    __m256i const fraction = _mm256_or_si256(_mm256_srli_epi64(words, 12), one);
    __m256d const from_zero = _mm256_sub_pd(_mm256_castsi256_pd(fraction), _mm256_set1_pd(1.0));
    return _mm256_add_pd(from_zero, _mm256_set1_pd(0x1p-53));
}

/// The draws of one key and column. A block of 128 bits serves the two entities 2 n and 2 n + 1.
class EntityDraws
{
  public:
    EntityDraws(StreamKey const& key, std::uint32_t column)
        : counter_{0, column, key.period, key.replicate},
          key_{make_philox_key(key.master_seed, key.purpose, StreamUse::entities)}
    {
    }

    /// Eight draws for the ids first, first + 1, ..., first + 7. \pre `first` is even
    void fill_run(std::uint32_t first, double* out) const
    {
        __m256i const blocks =
            _mm256_add_epi64(_mm256_set1_epi64x(first >> 1), _mm256_setr_epi64x(0, 1, 2, 3));
        auto const bits = run_philox(blocks, counter_, key_);
        __m256d const even = to_open_interval(bits.first_half());
        __m256d const odd = to_open_interval(bits.second_half());
        __m256d const low = _mm256_unpacklo_pd(even, odd);   // entities 0 1 4 5
        __m256d const high = _mm256_unpackhi_pd(even, odd);  // entities 2 3 6 7
        _mm256_storeu_pd(out, _mm256_permute2f128_pd(low, high, 0x20));
        _mm256_storeu_pd(out + 4, _mm256_permute2f128_pd(low, high, 0x31));
    }

    /// Four draws for the ids in the low halves of four 64-bit words.
    [[nodiscard]] __m256d draw(__m256i ids) const
    {
        auto const bits = run_philox(_mm256_srli_epi64(ids, 1), counter_, key_);
        __m256d const is_odd = _mm256_castsi256_pd(_mm256_slli_epi64(ids, 63));
        __m256d const even_draw = _mm256_castsi256_pd(bits.first_half());
        __m256d const odd_draw = _mm256_castsi256_pd(bits.second_half());
        return to_open_interval(_mm256_castpd_si256(_mm256_blendv_pd(even_draw, odd_draw, is_odd)));
    }

  private:
    PhiloxCounter counter_;
    PhiloxKey key_;
};

constexpr std::size_t run_length = 8;

/// The number of draws that one `fill_run` serves at the start of `ids`: `run_length` or all that
/// are left if they are consecutive from an even one, else 0.
std::size_t measure_run(std::span<std::uint32_t const> ids)
{
    std::size_t const count = std::min(run_length, ids.size());
    if (count < 2 || ids[0] % 2 != 0 || ids[1] != ids[0] + 1) return 0;
    bool consecutive = true;
    for (std::size_t i = 2; i < count; ++i) consecutive &= ids[i] == std::uint64_t{ids[0]} + i;
    return consecutive ? count : 0;
}

void fill_run(EntityDraws const& draws, std::uint32_t first, std::span<double> out)
{
    if (out.size() == run_length) {
        draws.fill_run(first, out.data());
        return;
    }
    std::array<double, run_length> drawn;
    draws.fill_run(first, drawn.data());
    std::copy_n(drawn.begin(), out.size(), out.begin());
}

/// At most four draws for any ids.
void fill_some(EntityDraws const& draws, std::span<std::uint32_t const> ids, std::span<double> out)
{
    auto const draw = [&](auto const& some) {
        return draws.draw(_mm256_setr_epi64x(some[0], some[1], some[2], some[3]));
    };
    if (ids.size() == core::lane_count) {
        _mm256_storeu_pd(out.data(), draw(ids));
        return;
    }
    std::array<std::uint32_t, core::lane_count> some{};
    std::copy(ids.begin(), ids.end(), some.begin());
    std::array<double, core::lane_count> drawn;
    _mm256_storeu_pd(drawn.data(), draw(some));
    std::copy_n(drawn.begin(), ids.size(), out.begin());
}

void fill_entities(EntityDraws const& draws, std::span<std::uint32_t const> ids,
                   std::span<double> out)
{
    while (!ids.empty()) {
        std::size_t count = measure_run(ids);
        if (count > 0) {
            fill_run(draws, ids[0], out.first(count));
        } else {
            // One step aligns an odd start with the runs that follow it.
            bool const run_follows = measure_run(ids.subspan(1)) == run_length;
            count = run_follows ? 1 : std::min(core::lane_count, ids.size());
            fill_some(draws, ids.first(count), out.first(count));
        }
        ids = ids.subspan(count);
        out = out.subspan(count);
    }
}
}  // namespace

void fill_uniform(StreamKey const& key, std::span<std::uint32_t const> entity_ids,
                  std::uint32_t column, std::span<double> out)
{
    core::require(out.size() >= entity_ids.size(),
                  "fill_uniform: more entities than room for draws");
    fill_entities(EntityDraws{key, column}, entity_ids, out);
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(entity_ids.size()), out.end(), 0.5);
}

void fill_normal(StreamKey const& key, std::span<std::uint32_t const> entity_ids,
                 std::uint32_t column, std::span<double> out)
{
    fill_uniform(key, entity_ids, column, out);
    core::normal_quantile_in_place(out);
}

double uniform(StreamKey const& key, std::uint32_t entity_id, std::uint32_t column)
{
    return _mm256_cvtsd_f64(EntityDraws{key, column}.draw(_mm256_set1_epi64x(entity_id)));
}

double normal(StreamKey const& key, std::uint32_t entity_id, std::uint32_t column)
{
    return core::normal_quantile(uniform(key, entity_id, column));
}

int poisson(double uniform_draw, double mean)
{
    constexpr double largest_mean = 700.0;  // exp(-mean) is still a normal number
    core::require(mean >= 0.0 && mean <= largest_mean, "poisson: mean outside [0, 700]");
    double probability = core::exp(-mean);
    double cumulated = probability;
    int count = 0;
    // Beyond the mean the probabilities fall; once one is lost in rounding, so are all later ones.
    while (cumulated < uniform_draw && (count < mean || cumulated + probability != cumulated)) {
        ++count;
        probability *= mean / count;
        cumulated += probability;
    }
    return count;
}
}  // namespace concordat::random
