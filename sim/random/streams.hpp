#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace concordat::random
{
/// A purpose of random draws, such as "measurement.noise": the hash of its name. The name, never
/// an enumerator's value or a registration order, enters the key, so adding a purpose changes no
/// other draw.
class Purpose
{
  public:
    constexpr explicit Purpose(std::string_view name) : name_{name}, hash_{fnv1a(name)} {}
    [[nodiscard]] constexpr std::string_view name() const { return name_; }
    [[nodiscard]] constexpr std::uint64_t hash() const { return hash_; }

  private:
    static constexpr std::uint64_t fnv1a(std::string_view text)
    {
        std::uint64_t hash = 0xcbf29ce484222325ULL;
        for (char const c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
        return hash;
    }
    std::string_view name_;
    std::uint64_t hash_;
};

/// Names one stream of draws. The scenario is left out on purpose: all scenarios of a replicate
/// see the same draw for the same decision.
struct StreamKey
{
    std::uint64_t master_seed{};  ///< from the run plan
    std::uint32_t replicate{};    ///< [index] 0-based
    Purpose purpose;              ///< registered name
    std::uint32_t period{};       ///< [index] month, year or round
};

/// Uniform draws in (0, 1), one per entity: out[i] belongs to entity_ids[i]. Draw i depends on the
/// key, the entity's id and `column` (for example an indicator's number; 0 where there is none)
/// only: not on the order, the number of draws, the vector width or the thread.
/// u = ((w >> 12) + .5) 2^-52 of a 64-bit word of Philox4x32-10: exact in double precision, so never
/// 0 or 1, and 1 - u is as likely as u.
/// `out` may be longer than `entity_ids` (padding): the rest is filled with .5.
void fill_uniform(StreamKey const& key, std::span<std::uint32_t const> entity_ids, std::uint32_t column,
                  std::span<double> out);

/// Standard normal draws: the inverse cdf of the uniform draws. \pre out is 32-byte aligned and its
/// size a multiple of the lane count; the padding gets 0.
void fill_normal(StreamKey const& key, std::span<std::uint32_t const> entity_ids, std::uint32_t column,
                 std::span<double> out);

/// A single uniform draw of the same stream.
[[nodiscard]] double uniform(StreamKey const& key, std::uint32_t entity_id, std::uint32_t column = 0);
[[nodiscard]] double normal(StreamKey const& key, std::uint32_t entity_id, std::uint32_t column = 0);
/// Poisson by cumulated probability from one uniform: rises with the draw and with the mean. Where
/// 1 - uniform_draw < 1e-12, rounding may shift the count by one. \pre mean in [0, 700]
[[nodiscard]] int poisson(double uniform_draw, double mean);
}  // namespace concordat::random
