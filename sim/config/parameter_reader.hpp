#pragma once

#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/config/parameter.hpp"
#include "sim/core/quantity.hpp"

namespace concordat::config
{
/// Hands the values of a checked table to the parameter structs and remembers which were used,
/// so that a record without a use can be found.
///
/// A path that does not exist or that has another type or unit is a mistake in the calling code,
/// not in the user's input: every function throws std::logic_error for it.
class ParameterReader
{
  public:
    /// \param table must outlive the reader
    explicit ParameterReader(ParameterTable const& table) : table_{&table} {}
    explicit ParameterReader(ParameterTable&&) = delete;

    [[nodiscard]] double number(std::string_view path);
    [[nodiscard]] int integer(std::string_view path);
    [[nodiscard]] bool flag(std::string_view path);
    [[nodiscard]] std::string const& word(std::string_view path);

    /// The enumerator named by a word. `names` must cover the record's choices exactly.
    template <class Enum, std::size_t N>
    [[nodiscard]] Enum choice(std::string_view path,
                              std::array<std::pair<std::string_view, Enum>, N> const& names)
    {
        std::array<std::string_view, N> words{};
        for (std::size_t i = 0; i < N; ++i) words[i] = names[i].first;
        return names[find_choice(path, words.data(), N)].second;
    }

    [[nodiscard]] core::Pounds pounds(std::string_view path);  ///< unit GBP, GBP/... or GBP per ...
    [[nodiscard]] core::Share share(std::string_view path);    ///< unit share or probability
    [[nodiscard]] core::Sigma sigma(
        std::string_view path);  ///< unit sigma, sigma/... or sigma per ...

    /// Paths of the table that were never asked for, in alphabetical order.
    [[nodiscard]] std::vector<std::string> unused() const;

  private:
    ParameterRecord const& find(std::string_view path, ParameterType type);
    double number_in(std::string_view path, std::string_view unit, std::string_view other_unit);
    std::size_t find_choice(std::string_view path, std::string_view const* words,
                            std::size_t count);

    ParameterTable const* table_;
    std::set<std::string, std::less<>> used_{};
};
}  // namespace concordat::config
