#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace concordat::core
{
/// Where in an input something stands. Line and column count from 1; 0 means "the whole file".
struct Position
{
    std::string file{};
    int line{};
    int column{};
};

/// One thing that is wrong with the user's input.
struct Problem
{
    Position where{};
    std::string message{};  ///< what was given and what is allowed
    std::string hint{};     ///< for example "did you mean 'x'?"; may be empty
};

/// Collects every problem of an input, so that all are reported at once.
class Problems
{
  public:
    void add(Position where, std::string message, std::string hint = {});
    void append(Problems const& other);

    [[nodiscard]] bool empty() const { return list_.empty(); }
    [[nodiscard]] std::size_t size() const { return list_.size(); }
    [[nodiscard]] std::vector<Problem> const& list() const { return list_; }

    /// "file:line:column: message" and an indented hint per problem, in file and line order,
    /// closed by "n problems; nothing was run."
    [[nodiscard]] std::string text() const;

    /// \throws InputError if there is any problem
    void throw_if_any() const;

  private:
    std::vector<Problem> list_{};
};

/// The user's input cannot be used. Programmers' mistakes are `std::logic_error` (see check.hpp).
class InputError : public std::runtime_error
{
  public:
    explicit InputError(Problems problems);
    [[nodiscard]] Problems const& problems() const { return problems_; }

  private:
    Problems problems_;
};

/// The name in `known` that is closest to `given` (Damerau-Levenshtein distance), or an empty
/// string where none is close enough to be a likely slip.
[[nodiscard]] std::string nearest_name(std::string_view given, std::vector<std::string> const& known);
}  // namespace concordat::core
