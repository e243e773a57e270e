#include "models/whitehall/parliament.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace concordat::whitehall
{
namespace
{
struct Spread
{
    double mean{};
    double sd{};
    int count{};
};

/// Over the agreements that were reported on.
Spread measure(state::PerIndicator const& progress)
{
    Spread out;
    for (Eigen::Index k = 0; k < progress.size(); ++k) {
        if (std::isnan(progress(k))) continue;
        out.mean += progress(k);
        ++out.count;
    }
    if (out.count == 0) return out;
    out.mean /= out.count;
    double squares = 0.0;
    for (Eigen::Index k = 0; k < progress.size(); ++k) {
        if (!std::isnan(progress(k))) squares += (progress(k) - out.mean) * (progress(k) - out.mean);
    }
    out.sd = std::sqrt(squares / out.count);
    return out;
}
}  // namespace

Parliament::Parliament(state::Pack const& pack, ParliamentParams params)
    : params_{params}, areas_{static_cast<Eigen::Index>(pack.area_count())}, indicators_(pack.service_agreements.size(), 0)
{
    for (auto const& row : pack.indicators) {
        agreement_of_.push_back(row.service_agreement);
        if (row.service_agreement >= 0) ++indicators_[static_cast<std::size_t>(row.service_agreement)];
    }
}

void Parliament::report(state::Outlook const& outlook, state::PerIndicator& progress) const
{
    progress.setZero();
    for (std::size_t j = 0; j < agreement_of_.size(); ++j) {
        if (agreement_of_[j] < 0) continue;
        auto const column = static_cast<Eigen::Index>(j);
        double sum = 0.0;
        for (Eigen::Index i = 0; i < areas_; ++i) sum += outlook.present(i, column) - outlook.start(i, column);
        progress(agreement_of_[j]) += sum / static_cast<double>(areas_);
    }
    for (std::size_t k = 0; k < indicators_.size(); ++k) {
        double& mean = progress(static_cast<Eigen::Index>(k));
        mean = indicators_[k] > 0 ? mean / indicators_[k] : std::numeric_limits<double>::quiet_NaN();
    }
}

void Parliament::question(state::PerIndicator const& progress, state::PerIndicator& emphasis) const
{
    auto const all = measure(progress);
    for (Eigen::Index k = 0; k < progress.size(); ++k) {
        bool const lags = all.sd > 0.0 && progress(k) < all.mean;  // false for NaN
        emphasis(k) = lags ? 1.0 + params_.scrutiny * std::min(1.0, (all.mean - progress(k)) / all.sd) : 1.0;
    }
}

double mean_lag(state::PerIndicator const& progress)
{
    auto const all = measure(progress);
    double sum = 0.0;
    for (Eigen::Index k = 0; k < progress.size(); ++k) {
        if (progress(k) < all.mean) sum += all.mean - progress(k);
    }
    return all.count > 0 ? sum / all.count : 0.0;
}
}  // namespace concordat::whitehall
