#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace concordat::store
{
/// 128 bits that stand for the content of a file or a block.
struct Digest
{
    std::uint64_t low{};
    std::uint64_t high{};
    friend bool operator==(Digest const&, Digest const&) = default;

    /// 32 hexadecimal digits, in XXH3's canonical (big-endian) order.
    [[nodiscard]] std::string hex() const;
};

/// XXH3-128 of a stream of bytes. It guards against accidents, not against forgery.
/// Source: xxHash specification, XXH3 algorithm overview (libxxhash 0.8).
class Hasher
{
  public:
    Hasher();
    ~Hasher();
    Hasher(Hasher const&) = delete;
    Hasher& operator=(Hasher const&) = delete;

    void add(std::span<std::byte const> bytes);
    void add(std::string_view text);
    [[nodiscard]] Digest digest() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

[[nodiscard]] Digest hash_bytes(std::span<std::byte const> bytes);
[[nodiscard]] Digest hash_text(std::string_view text);
}  // namespace concordat::store
