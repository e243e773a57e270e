#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

namespace concordat::support
{
/// Mean, standard deviation and correlation of two series of one length.
struct PairMoments
{
    double x_mean{};
    double y_mean{};
    double x_spread{};
    double y_spread{};
    double correlation{};
};

inline PairMoments find_moments(std::vector<double> const& x, std::vector<double> const& y)
{
    auto const n = static_cast<double>(x.size());
    PairMoments m;
    for (std::size_t k = 0; k < x.size(); ++k) {
        m.x_mean += x[k] / n;
        m.y_mean += y[k] / n;
    }
    double xy = 0.0;
    for (std::size_t k = 0; k < x.size(); ++k) {
        m.x_spread += (x[k] - m.x_mean) * (x[k] - m.x_mean) / n;
        m.y_spread += (y[k] - m.y_mean) * (y[k] - m.y_mean) / n;
        xy += (x[k] - m.x_mean) * (y[k] - m.y_mean) / n;
    }
    m.x_spread = std::sqrt(m.x_spread);
    m.y_spread = std::sqrt(m.y_spread);
    m.correlation = xy / (m.x_spread * m.y_spread);
    return m;
}
}  // namespace concordat::support
