#include "analysis/sensitivity/assumption_shares.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/stats/summary.hpp"
#include "sim/core/check.hpp"

namespace concordat::sensitivity
{
namespace
{
using Points = std::vector<std::vector<double>>;

double squares_about(std::vector<double> const& values, double mean)
{
    double sum = 0.0;
    for (double const value : values) sum += (value - mean) * (value - mean);
    return sum;
}

/// Columns about their means, of unit length; what does not vary is left out.
class Regression
{
  public:
    Regression(Points const& points, std::vector<double> const& values)
    {
        y_ = centre(values);
        total_ = square(y_);
        for (std::size_t k = 0; k < points.front().size(); ++k) {
            std::vector<double> column;
            for (auto const& point : points) column.push_back(point[k]);
            Eigen::VectorXd centred = centre(column);
            double const squares = square(centred);
            if (!(squares > 0.0)) continue;
            columns_.push_back(centred / std::sqrt(squares));
            names_.push_back(k);
        }
    }

    [[nodiscard]] std::vector<std::size_t> const& columns() const { return names_; }  ///< [index] of their assumptions

    /// Adjusted R^2 of all columns together.
    [[nodiscard]] double fit_all() const
    {
        Eigen::MatrixXd x(y_.size(), static_cast<Eigen::Index>(columns_.size()));
        for (std::size_t c = 0; c < columns_.size(); ++c) x.col(static_cast<Eigen::Index>(c)) = columns_[c];
        Eigen::VectorXd const rest = columns_.empty() ? y_ : Eigen::VectorXd{y_ - x * x.colPivHouseholderQr().solve(y_)};
        return adjust(square(rest) / total_, columns_.size());
    }

    /// Adjusted R^2 of one column by itself.
    [[nodiscard]] double fit_one(std::size_t column) const
    {
        double product = 0.0;
        for (Eigen::Index i = 0; i < y_.size(); ++i) product += columns_[column](i) * y_(i);
        return adjust(1.0 - product * product / total_, 1);
    }

  private:
    static Eigen::VectorXd centre(std::vector<double> const& values)
    {
        double const mean = stats::mean(values);
        Eigen::VectorXd centred(static_cast<Eigen::Index>(values.size()));
        for (std::size_t i = 0; i < values.size(); ++i) centred(static_cast<Eigen::Index>(i)) = values[i] - mean;
        return centred;
    }

    static double square(Eigen::VectorXd const& values)
    {
        double sum = 0.0;
        for (Eigen::Index i = 0; i < values.size(); ++i) sum += values(i) * values(i);
        return sum;
    }

    [[nodiscard]] double adjust(double unexplained, std::size_t count) const
    {
        auto const n = static_cast<double>(y_.size());
        return std::max(0.0, 1.0 - unexplained * (n - 1.0) / (n - 1.0 - static_cast<double>(count)));
    }

    Eigen::VectorXd y_{};
    std::vector<Eigen::VectorXd> columns_{};
    std::vector<std::size_t> names_{};
    double total_{};
};

/// Variance between points, as a share of all; nothing where hardly any point is there twice.
std::optional<double> split_by_point(Points const& points, std::vector<double> const& values)
{
    std::map<std::vector<double>, std::vector<double>> groups;
    for (std::size_t i = 0; i < values.size(); ++i) groups[points[i]].push_back(values[i]);
    auto const n = static_cast<double>(values.size());
    auto const count = static_cast<double>(groups.size());
    if (groups.size() < 2 || n < 2.0 * count) return std::nullopt;
    double const mean = stats::mean(values);
    double within = 0.0, between = 0.0, sizes = 0.0;
    for (auto const& [point, group] : groups) {
        auto const size = static_cast<double>(group.size());
        double const own = stats::mean(group);
        within += squares_about(group, own);
        between += size * (own - mean) * (own - mean);
        sizes += size * size;
    }
    double const luck = within / (n - count);
    double const typical_size = (n - sizes / n) / (count - 1.0);
    double const spread = std::max(0.0, (between / (count - 1.0) - luck) / typical_size);
    return spread / (spread + luck);
}

void find_strongest(Regression const& regression, AssumptionShares& found)
{
    auto const& columns = regression.columns();
    for (std::size_t c = 0; c < columns.size(); ++c) {
        double const share = regression.fit_one(c);
        if (share <= found.strongest_share) continue;
        found.strongest = columns[c];
        found.strongest_share = share;
    }
}
}  // namespace

std::optional<AssumptionShares> find_assumption_shares(Points const& points, std::vector<double> const& values)
{
    core::require(points.size() == values.size(), "every value has its assumptions");
    Points known;
    std::vector<double> there;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(values[i])) continue;
        known.push_back(points[i]);
        there.push_back(values[i]);
    }
    constexpr std::size_t spare = 20;  // [values] beyond two for each coefficient
    if (there.empty() || there.size() < 2 * points.front().size() + spare) return std::nullopt;
    if (!(squares_about(there, stats::mean(there)) > 0.0)) return std::nullopt;
    Regression const regression{known, there};
    auto const split = split_by_point(known, there);
    AssumptionShares found{.share = split ? *split : regression.fit_all(), .is_lower_bound = !split};
    find_strongest(regression, found);
    return found;
}
}  // namespace concordat::sensitivity
