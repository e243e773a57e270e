#include "analysis/calibration/ridge.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "sim/core/check.hpp"
#include "sim/core/elementary.hpp"
#include "sim/random/streams.hpp"

namespace concordat::calibration
{
namespace
{
constexpr random::Purpose deal_folds{"calibration.ridge.folds"};

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

std::vector<double> default_penalties()
{
    std::vector<double> penalties;
    constexpr int per_decade = 8;
    for (int step = -2 * per_decade; step <= 4 * per_decade; ++step) {
        penalties.push_back(core::pow(10.0, static_cast<double>(step) / per_decade));
    }
    return penalties;
}

double mean_of(Vector const& values)
{
    double sum = 0.0;
    for (double const value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

/// Centred normal equations of some units.
struct Normal
{
    Matrix cross{};       ///< X'X
    Vector moment{};      ///< X'y
    Vector x_mean{};
    double y_mean{};
};

Normal make_normal(Matrix const& x, Vector const& y, std::vector<int> const& units)
{
    Matrix part(static_cast<Eigen::Index>(units.size()), x.cols());
    Vector response(static_cast<Eigen::Index>(units.size()));
    for (std::size_t k = 0; k < units.size(); ++k) {
        part.row(static_cast<Eigen::Index>(k)) = x.row(units[k]);
        response(static_cast<Eigen::Index>(k)) = y(units[k]);
    }
    Normal normal;
    normal.x_mean.resize(x.cols());
    for (Eigen::Index c = 0; c < x.cols(); ++c) normal.x_mean(c) = mean_of(part.col(c));
    normal.y_mean = mean_of(response);
    part.rowwise() -= normal.x_mean.transpose();
    response.array() -= normal.y_mean;
    normal.cross = part.transpose() * part;
    normal.moment = part.transpose() * response;
    return normal;
}

Eigen::LDLT<Matrix> factorise(Normal const& normal, double penalty)
{
    Matrix penalised = normal.cross;
    penalised.diagonal().array() += penalty;
    return Eigen::LDLT<Matrix>{penalised};
}

/// Which fold each unit belongs to: ranks of uniform draws, dealt in turn.
std::vector<int> deal(int units, int folds, std::uint64_t seed)
{
    std::vector<double> draws(static_cast<std::size_t>(units));
    std::vector<std::uint32_t> ids(draws.size());
    std::iota(ids.begin(), ids.end(), 0U);
    random::fill_uniform({seed, 0, deal_folds, 0}, ids, 0, draws);
    std::sort(ids.begin(), ids.end(), [&](std::uint32_t a, std::uint32_t b) {
        return draws[a] != draws[b] ? draws[a] < draws[b] : a < b;
    });
    std::vector<int> fold(draws.size());
    for (std::size_t rank = 0; rank < ids.size(); ++rank) fold[ids[rank]] = static_cast<int>(rank) % folds;
    return fold;
}

/// Sum over one fold's units of the squared error of predictions from the other folds, by penalty.
void add_fold_errors(Matrix const& x, Vector const& y, std::vector<int> const& fold_of, int fold,
                     std::vector<double> const& penalties, std::vector<double>& errors)
{
    std::vector<int> learn;
    std::vector<int> test;
    for (int unit = 0; unit < static_cast<int>(fold_of.size()); ++unit) {
        (fold_of[static_cast<std::size_t>(unit)] == fold ? test : learn).push_back(unit);
    }
    Normal const normal = make_normal(x, y, learn);
    for (std::size_t k = 0; k < penalties.size(); ++k) {
        Vector const effects = factorise(normal, penalties[k]).solve(normal.moment);
        for (int const unit : test) {
            double expected = normal.y_mean;
            for (Eigen::Index c = 0; c < x.cols(); ++c) expected += effects(c) * (x(unit, c) - normal.x_mean(c));
            errors[k] += (y(unit) - expected) * (y(unit) - expected);
        }
    }
}

double squares_around(Vector const& y, double centre)
{
    double sum = 0.0;
    for (double const value : y) sum += (value - centre) * (value - centre);
    return sum;
}
}  // namespace

RidgeFit fit_ridge(std::vector<double> const& response, std::vector<Covariate> const& covariates,
                   RidgeSettings const& settings)
{
    int const units = static_cast<int>(response.size());
    core::require(settings.folds >= 2 && units >= settings.folds, "ridge regression needs a unit for every fold");
    Vector const y = Vector::Map(response.data(), units);
    Matrix x(units, static_cast<Eigen::Index>(covariates.size()));
    for (std::size_t c = 0; c < covariates.size(); ++c) {
        core::require(covariates[c].values.size() == response.size(), "a covariate has one value per unit");
        x.col(static_cast<Eigen::Index>(c)) = Vector::Map(covariates[c].values.data(), units);
    }

    auto const penalties = settings.penalties.empty() ? default_penalties() : settings.penalties;
    std::vector<double> errors(penalties.size(), 0.0);
    core::require(settings.fold_of.empty() || settings.fold_of.size() == response.size(), "every unit belongs to a fold");
    auto const fold_of = settings.fold_of.empty() ? deal(units, settings.folds, settings.seed) : settings.fold_of;
    for (int fold = 0; fold < settings.folds; ++fold) add_fold_errors(x, y, fold_of, fold, penalties, errors);
    auto const best = std::min_element(errors.begin(), errors.end()) - errors.begin();

    std::vector<int> all(static_cast<std::size_t>(units));
    std::iota(all.begin(), all.end(), 0);
    Normal const normal = make_normal(x, y, all);
    auto const factors = factorise(normal, penalties[static_cast<std::size_t>(best)]);
    Vector const effects = factors.solve(normal.moment);
    double const total = squares_around(y, normal.y_mean);

    RidgeFit fit;
    fit.penalty = penalties[static_cast<std::size_t>(best)];
    fit.cross_validated_r2 = 1.0 - errors[static_cast<std::size_t>(best)] / total;
    fit.effects.assign(effects.data(), effects.data() + effects.size());
    fit.intercept = normal.y_mean;
    for (Eigen::Index c = 0; c < effects.size(); ++c) fit.intercept -= effects(c) * normal.x_mean(c);
    Matrix const hat = factors.solve(normal.cross);
    fit.effective_parameters = 1.0;
    for (Eigen::Index c = 0; c < hat.cols(); ++c) fit.effective_parameters += hat(c, c);
    double unexplained = 0.0;
    for (int unit = 0; unit < units; ++unit) {
        double const error = y(unit) - predict(fit, covariates, static_cast<std::size_t>(unit));
        unexplained += error * error;
    }
    fit.in_sample_r2 = 1.0 - unexplained / total;
    return fit;
}

double predict(RidgeFit const& fit, std::vector<Covariate> const& covariates, std::size_t unit)
{
    core::require(covariates.size() == fit.effects.size(), "a prediction needs the fit's covariates");
    double expected = fit.intercept;
    for (std::size_t c = 0; c < covariates.size(); ++c) expected += fit.effects[c] * covariates[c].values[unit];
    return expected;
}
}  // namespace concordat::calibration
