#pragma once

#include <compare>
#include <cstdint>

namespace concordat::core
{
/// A typed handle: the position of an entity in its table. Handles of different
/// tables do not mix, so an area can never be passed where an indicator is meant.
template <class Tag>
class Id
{
  public:
    constexpr Id() = default;
    constexpr explicit Id(std::int32_t index) : index_{index} {}

    [[nodiscard]] constexpr std::int32_t index() const { return index_; }
    [[nodiscard]] constexpr bool valid() const { return index_ >= 0; }
    friend constexpr auto operator<=>(Id, Id) = default;

  private:
    std::int32_t index_{-1};  ///< [index] 0-based, -1 when it names nothing
};
}  // namespace concordat::core
