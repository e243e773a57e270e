#include "analysis/calibration/salience_fit.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/core/check.hpp"
#include "sim/core/elementary.hpp"
#include "sim/core/roots.hpp"

namespace concordat::calibration
{
namespace
{
/// Keeps the probit of a count finite at none and at all areas.
constexpr double count_offset = 0.25;

double share_of(double count, int areas) { return (count + count_offset) / (areas + 2.0 * count_offset); }
double probit_of(double count, int areas) { return core::normal_quantile(share_of(count, areas)); }

std::vector<std::size_t> find_known(std::vector<double> const& counts)
{
    std::vector<std::size_t> known;
    for (std::size_t j = 0; j < counts.size(); ++j) {
        if (counts[j] >= 0.0) known.push_back(j);
    }
    return known;
}

std::vector<double> mean_counts(CountSimulator const& simulate, std::span<double const> salience, int first, int count)
{
    std::vector<double> mean(salience.size(), 0.0);
    for (int r = first; r < first + count; ++r) {
        auto const counts = simulate(salience, r);
        core::require(counts.size() == salience.size(), "a simulation counts every indicator");
        for (std::size_t j = 0; j < mean.size(); ++j) mean[j] += counts[j];
    }
    for (double& value : mean) value /= count;
    return mean;
}

/// Indicators without a published count compete at the mean of the others.
void fill_unknown(std::vector<double>& salience, SalienceProblem const& problem, std::vector<std::size_t> const& known)
{
    double sum = 0.0;
    for (auto const j : known) sum += salience[j];
    for (std::size_t j = 0; j < salience.size(); ++j) {
        if (problem.counts[j] < 0.0) salience[j] = sum / static_cast<double>(known.size());
    }
}

std::vector<double> approximate(SalienceProblem const& problem, SalienceFitSettings const& settings,
                                std::vector<std::size_t> const& known, CountSimulator const& simulate)
{
    std::vector<double> salience(problem.counts.size(), 0.0);
    std::vector<double> average(salience.size(), 0.0);
    int const averaged = std::max(1, static_cast<int>(settings.averaged_share * settings.steps));
    for (int step = 0; step < settings.steps; ++step) {
        auto const simulated =
            mean_counts(simulate, salience, step * settings.replicates_per_step, settings.replicates_per_step);
        double const gain = core::pow(1.0 + step / settings.gain_delay, -settings.gain_power);
        for (auto const j : known) {
            salience[j] += gain * (probit_of(problem.counts[j], problem.areas) - probit_of(simulated[j], problem.areas));
        }
        fill_unknown(salience, problem, known);
        if (step < settings.steps - averaged) continue;
        for (std::size_t j = 0; j < salience.size(); ++j) average[j] += salience[j] / averaged;
    }
    return average;
}

/// Mean, variance and covariance of two series, with sums in their order.
struct Moments
{
    double x_mean{};
    double y_mean{};
    double xx{};
    double yy{};
    double xy{};
};

Moments find_moments(std::vector<double> const& x, std::vector<double> const& y)
{
    Moments m;
    auto const count = static_cast<double>(x.size());
    for (std::size_t k = 0; k < x.size(); ++k) {
        m.x_mean += x[k] / count;
        m.y_mean += y[k] / count;
    }
    for (std::size_t k = 0; k < x.size(); ++k) {
        m.xx += (x[k] - m.x_mean) * (x[k] - m.x_mean) / count;
        m.yy += (y[k] - m.y_mean) * (y[k] - m.y_mean) / count;
        m.xy += (x[k] - m.x_mean) * (y[k] - m.y_mean) / count;
    }
    return m;
}

CountAgreement compare(SalienceProblem const& problem, SalienceFitSettings const& settings,
                       std::vector<std::size_t> const& known, std::vector<double> const& salience,
                       CountSimulator const& simulate)
{
    auto const simulated = mean_counts(simulate, salience, settings.steps * settings.replicates_per_step,
                                       settings.check_replicates);
    std::vector<double> published;
    std::vector<double> expected;
    CountAgreement agreement;
    for (auto const j : known) {
        published.push_back(problem.counts[j]);
        expected.push_back(simulated[j]);
        double const error = std::abs(simulated[j] - problem.counts[j]);
        agreement.largest_error = std::max(agreement.largest_error, error);
        agreement.root_mean_square_error += error * error / static_cast<double>(known.size());
    }
    agreement.root_mean_square_error = std::sqrt(agreement.root_mean_square_error);
    Moments const m = find_moments(published, expected);
    agreement.correlation = m.xy / std::sqrt(m.xx * m.yy);
    return agreement;
}

template <class T>
std::vector<T> pick(std::vector<T> const& values, std::vector<std::size_t> const& which)
{
    std::vector<T> picked;
    for (auto const j : which) picked.push_back(values[j]);
    return picked;
}

/// Sampling variance of each fitted salience: that of the probit of a binomial count, in units of
/// salience by the slope of salience in probits.
std::vector<double> sampling_variance(std::vector<double> const& counts, int areas, std::vector<double> const& salience)
{
    std::vector<double> probits;
    for (double const count : counts) probits.push_back(probit_of(count, areas));
    Moments const m = find_moments(probits, salience);
    double const slope = m.xy / m.xx;
    std::vector<double> variance;
    for (std::size_t k = 0; k < counts.size(); ++k) {
        double const share = share_of(counts[k], areas);
        double const density = core::normal_pdf(probits[k]);
        variance.push_back(slope * slope * share * (1.0 - share) / (areas * density * density));
    }
    return variance;
}

/// The variance of true residuals under which the raw ones are as large as expected:
/// sum e^2/(variance + sampling variance) = degrees of freedom (Paule and Mandel). Indicators that
/// hardly any area chose, whose salience is known least, count least.
double find_residual_variance(std::vector<double> const& raw, std::vector<double> const& sampling, double freedom)
{
    auto const excess = [&](double variance) {
        double sum = -freedom;
        for (std::size_t k = 0; k < raw.size(); ++k) sum += raw[k] * raw[k] / (variance + sampling[k]);
        return sum;
    };
    if (excess(0.0) <= 0.0) return 0.0;
    double high = 1.0;
    while (excess(high) > 0.0) high *= 2.0;
    return core::bisect(excess, 0.0, high);
}

/// Fills the known indicators' residuals, shrunk by reliability.
void shrink_residuals(SalienceProblem const& problem, std::vector<std::size_t> const& known, SalienceFit& fit)
{
    auto const salience = pick(fit.zero_penalty, known);
    auto const sampling = sampling_variance(pick(problem.counts, known), problem.areas, salience);
    std::vector<double> raw;
    for (auto const j : known) raw.push_back(fit.zero_penalty[j] - fit.known[j]);
    double const freedom = std::max(1.0, static_cast<double>(known.size()) - fit.ridge.effective_parameters);
    fit.residual_variance = find_residual_variance(raw, sampling, freedom);
    for (std::size_t k = 0; k < known.size(); ++k) {
        double const reliability = fit.residual_variance / (fit.residual_variance + sampling[k]);
        fit.residual[known[k]] = reliability * raw[k];
        fit.mean_reliability += reliability / static_cast<double>(known.size());
    }
}

/// The share of variance that is predicted in groups of which nothing was learned.
double leave_groups_out(SalienceProblem const& problem, std::vector<std::size_t> const& known, std::vector<double> const& response,
                        std::vector<Covariate> const& covariates, double penalty)
{
    if (problem.groups.empty()) return std::numeric_limits<double>::quiet_NaN();
    RidgeSettings settings{.penalties = {penalty}};
    for (auto const j : known) settings.fold_of.push_back(problem.groups[j]);
    settings.folds = *std::max_element(settings.fold_of.begin(), settings.fold_of.end()) + 1;
    if (settings.folds < 2 || static_cast<std::size_t>(settings.folds) > known.size()) return std::numeric_limits<double>::quiet_NaN();
    return fit_ridge(response, covariates, settings).cross_validated_r2;
}
}  // namespace

SalienceFit fit_salience(SalienceProblem const& problem, SalienceFitSettings const& settings,
                         CountSimulator const& simulate)
{
    auto const known = find_known(problem.counts);
    core::require(problem.areas > 0 && static_cast<int>(known.size()) >= settings.ridge.folds,
                  "a salience fit needs areas and a published count per fold");
    SalienceFit fit;
    fit.zero_penalty = approximate(problem, settings, known, simulate);
    fit.unpenalised = compare(problem, settings, known, fit.zero_penalty, simulate);

    std::vector<Covariate> covariates;
    for (auto const& covariate : problem.covariates) {
        covariates.push_back({covariate.name, pick(covariate.values, known)});
    }
    fit.ridge = fit_ridge(pick(fit.zero_penalty, known), covariates, settings.ridge);
    fit.group_r2 = leave_groups_out(problem, known, pick(fit.zero_penalty, known), covariates, fit.ridge.penalty);
    fit.residual.assign(problem.counts.size(), 0.0);
    for (std::size_t j = 0; j < problem.counts.size(); ++j) {
        fit.known.push_back(predict(fit.ridge, problem.covariates, j));
        if (problem.counts[j] < 0.0) fit.zero_penalty[j] = fit.known[j];
    }
    shrink_residuals(problem, known, fit);

    std::vector<double> salience(fit.known);
    for (std::size_t j = 0; j < salience.size(); ++j) salience[j] += fit.residual[j];
    fit.final = compare(problem, settings, known, salience, simulate);
    return fit;
}
}  // namespace concordat::calibration
