#include "analysis/sensitivity/assumption_shares.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <map>

#include "sim/core/check.hpp"

namespace concordat::sensitivity
{
namespace
{
using Points = std::vector<std::vector<double>>;

double mean_of(std::vector<double> const& values)
{
    double sum = 0.0;
    for (double const value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

double squares_about(std::vector<double> const& values, double mean)
{
    double sum = 0.0;
    for (double const value : values) sum += (value - mean) * (value - mean);
    return sum;
}

/// Columns about their means in units of their standard deviations; what does not vary is left out.
class Regression
{
  public:
    Regression(Points const& points, std::vector<double> const& values)
    {
        auto const n = static_cast<Eigen::Index>(values.size());
        double const mean = mean_of(values);
        y_.resize(n);
        for (Eigen::Index i = 0; i < n; ++i) y_(i) = values[static_cast<std::size_t>(i)] - mean;
        for (std::size_t k = 0; k < points.front().size(); ++k) add_column(points, k);
        total_ = squares_about(values, mean);
    }

    [[nodiscard]] std::vector<std::size_t> const& columns() const { return names_; }

    /// \param left_out position among `columns`, or their number for none
    [[nodiscard]] double adjusted_fit(std::size_t left_out) const
    {
        auto const n = y_.size();
        auto const k = static_cast<Eigen::Index>(names_.size() - (left_out < names_.size() ? 1 : 0));
        Eigen::MatrixXd x(n, k);
        Eigen::Index next = 0;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            if (c != left_out) x.col(next++) = columns_[c];
        }
        double residual = total_;
        if (k > 0) {
            Eigen::VectorXd const rest = y_ - x * x.colPivHouseholderQr().solve(y_);
            residual = 0.0;
            for (Eigen::Index i = 0; i < n; ++i) residual += rest(i) * rest(i);
        }
        return 1.0 - residual / total_ * static_cast<double>(n - 1) / static_cast<double>(n - k - 1);
    }

  private:
    void add_column(Points const& points, std::size_t k)
    {
        std::vector<double> column;
        for (auto const& point : points) column.push_back(point[k]);
        double const mean = mean_of(column);
        double const scale = std::sqrt(squares_about(column, mean));
        if (!(scale > 0.0)) return;
        Eigen::VectorXd standard(y_.size());
        for (Eigen::Index i = 0; i < y_.size(); ++i) standard(i) = (column[static_cast<std::size_t>(i)] - mean) / scale;
        columns_.push_back(std::move(standard));
        names_.push_back(k);
    }

    Eigen::VectorXd y_{};
    std::vector<Eigen::VectorXd> columns_{};
    std::vector<std::size_t> names_{};  ///< [index] of each column's assumption
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
    double const mean = mean_of(values);
    double within = 0.0, between = 0.0, sizes = 0.0;
    for (auto const& [point, group] : groups) {
        auto const size = static_cast<double>(group.size());
        double const own = mean_of(group);
        within += squares_about(group, own);
        between += size * (own - mean) * (own - mean);
        sizes += size * size;
    }
    double const luck = within / (n - count);
    double const typical_size = (n - sizes / n) / (count - 1.0);
    double const spread = std::max(0.0, (between / (count - 1.0) - luck) / typical_size);
    return spread / (spread + luck);
}

/// The assumption without which the regression loses most.
void find_strongest(Regression const& regression, double whole, AssumptionShares& found)
{
    auto const& columns = regression.columns();
    for (std::size_t c = 0; c < columns.size(); ++c) {
        double const lost = whole - regression.adjusted_fit(c);
        if (lost <= found.strongest_share) continue;
        found.strongest = columns[c];
        found.strongest_share = lost;
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
    if (!(squares_about(there, mean_of(there)) > 0.0)) return std::nullopt;
    Regression const regression{known, there};
    double const linear = std::max(0.0, regression.adjusted_fit(regression.columns().size()));
    auto const split = split_by_point(known, there);
    AssumptionShares found{.share = split.value_or(linear), .is_lower_bound = !split};
    find_strongest(regression, linear, found);
    return found;
}
}  // namespace concordat::sensitivity
