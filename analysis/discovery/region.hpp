#pragma once

#include <cstddef>
#include <vector>

namespace concordat::discovery
{
/// Points and what is said of them.
struct Sample
{
    std::vector<std::vector<double>> const& points;
    std::vector<char> const& of_interest;
};

/// Positions in a sample.
using Ids = std::vector<std::size_t>;

enum class Side
{
    low,
    high
};

/// A box: what lies between two ends of every parameter, which are infinite where it is open.
class Region
{
  public:
    explicit Region(std::size_t parameters);

    [[nodiscard]] double end(std::size_t parameter, Side side) const;
    void move_end(std::size_t parameter, Side side, double value);
    void open(std::size_t parameter, Side side);
    [[nodiscard]] bool is_open(std::size_t parameter, Side side) const;
    [[nodiscard]] bool restricts(std::size_t parameter) const;
    [[nodiscard]] std::size_t count_restricted() const;
    [[nodiscard]] bool holds(std::vector<double> const& point) const;

  private:
    std::vector<double> low_;
    std::vector<double> high_;
};

/// How many points there are, and how many of them are of interest.
struct Tally
{
    std::size_t count{};
    std::size_t of_interest{};

    [[nodiscard]] double density() const;  ///< [share] 0 without points
};

[[nodiscard]] Tally count_points(Sample const& sample, Ids const& ids);
[[nodiscard]] Ids select_inside(Sample const& sample, Ids const& ids, Region const& region);
}  // namespace concordat::discovery
