#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace concordat::chart
{
/// What pictures as SVG text are drawn with. The same arguments give the same bytes.

/// Text that means itself inside SVG or HTML and their attributes.
[[nodiscard]] std::string escape(std::string const& text);

/// Cuts text at blanks into lines of at most `most` characters; a longer word has a line of its own.
/// \return no line for no words
[[nodiscard]] std::vector<std::string> wrap(std::string const& text, std::size_t most);

/// From values to places [px], left to right or top to bottom. Values are included first; NaN and
/// infinities are passed over.
class Scale
{
  public:
    Scale(double begin, double end) : begin_{begin}, end_{end} {}
    void include(double value);
    /// Where all values included are the same, that is the middle.
    [[nodiscard]] double at(double value) const;
    [[nodiscard]] double low() const { return low_; }
    [[nodiscard]] double high() const { return high_; }

  private:
    double begin_{};
    double end_{};
    double low_{};
    double high_{};
    bool is_empty_{true};
};

/// Round numbers for an axis: multiples of 1, 2 or 5 times a power of ten, from the first at or below
/// `low` to the first at or above `high`, with at most `most` steps between them.
/// \pre low <= high, both finite, most >= 2. \return `low` alone where both are the same
[[nodiscard]] std::vector<double> list_ticks(double low, double high, std::size_t most);
}  // namespace concordat::chart
