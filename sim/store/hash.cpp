#include "sim/store/hash.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <new>

namespace concordat::store
{
struct Hasher::State
{
    XXH3_state_t* xxh{XXH3_createState()};
    State()
    {
        if (xxh == nullptr) throw std::bad_alloc{};
        XXH3_128bits_reset(xxh);
    }
    ~State() { XXH3_freeState(xxh); }
    State(State const&) = delete;
    State& operator=(State const&) = delete;
};

Hasher::Hasher() : state_{std::make_unique<State>()} {}
Hasher::~Hasher() = default;

void Hasher::add(std::span<std::byte const> bytes)
{
    XXH3_128bits_update(state_->xxh, bytes.data(), bytes.size());
}

void Hasher::add(std::string_view text) { add(std::as_bytes(std::span{text})); }

Digest Hasher::digest() const
{
    auto const value = XXH3_128bits_digest(state_->xxh);
    return {value.low64, value.high64};
}

std::string Digest::hex() const { return fmt::format("{:016x}{:016x}", high, low); }

Digest hash_bytes(std::span<std::byte const> bytes)
{
    auto const value = XXH3_128bits(bytes.data(), bytes.size());
    return {value.low64, value.high64};
}

Digest hash_text(std::string_view text) { return hash_bytes(std::as_bytes(std::span{text})); }
}  // namespace concordat::store
