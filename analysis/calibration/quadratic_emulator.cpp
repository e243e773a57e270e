#include "analysis/calibration/quadratic_emulator.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string>

#include "sim/core/check.hpp"
#include "sim/core/elementary.hpp"
#include "sim/core/problem.hpp"
#include "sim/random/streams.hpp"

namespace concordat::calibration
{
namespace
{
using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;
using Index = Eigen::Index;

constexpr random::Purpose deal_folds{"calibration.emulator.folds"};
constexpr std::size_t folds = 10;

/// Penalties per point that are tried: from next to none, so that a polynomial is found exactly, to one
/// that leaves little but the mean.
std::vector<double> list_penalties(std::size_t points)
{
    std::vector<double> penalties;
    for (int half_decade = -20; half_decade <= 4; ++half_decade) {
        penalties.push_back(static_cast<double>(points) * core::pow(10.0, half_decade / 2.0));
    }
    return penalties;
}

/// The points in a random order: those of a fold follow each other.
std::vector<std::size_t> deal(std::vector<std::size_t> const& known, std::uint64_t seed)
{
    std::vector<double> draws(known.size());
    std::vector<std::size_t> order(known.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    random::StreamKey const key{.master_seed = seed, .purpose = deal_folds};
    for (std::size_t i = 0; i < draws.size(); ++i) draws[i] = random::uniform(key, static_cast<std::uint32_t>(i));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return draws[a] < draws[b]; });
    for (auto& one : order) one = known[one];
    return order;
}

/// Products of columns in pieces of so few rows that the order of sums is the same for any size of cache.
Matrix multiply_columns(Eigen::Ref<Matrix const> const& x)
{
    constexpr Index piece = 128;
    Matrix cross = Matrix::Zero(x.cols(), x.cols());
    for (Index begin = 0; begin < x.rows(); begin += piece) {
        auto const rows = x.middleRows(begin, std::min(piece, x.rows() - begin));
        cross.noalias() += rows.transpose() * rows;
    }
    return cross;
}

Vector add_rows(Eigen::Ref<Matrix const> const& x, Vector const& weights)
{
    Vector sum = Vector::Zero(x.cols());
    for (Index c = 0; c < x.cols(); ++c) {
        for (Index i = 0; i < x.rows(); ++i) sum(c) += x(i, c) * weights(i);
    }
    return sum;
}

double add_values(Vector const& values)
{
    double sum = 0.0;
    for (Index i = 0; i < values.size(); ++i) sum += values(i);
    return sum;
}

/// Terms and values around their means, in the order of folds.
struct Sample
{
    Matrix x{};
    Vector y{};
    Vector centre{};
    double mean{};
    Matrix cross{};
    Vector moment{};
};

Sample make_sample(std::vector<std::vector<double>> const& points, std::vector<double> const& values,
                   std::vector<std::size_t> const& order)
{
    std::vector<std::vector<double>> chosen;
    Sample sample;
    sample.y.resize(static_cast<Index>(order.size()));
    for (auto const i : order) {
        sample.y(static_cast<Index>(chosen.size())) = values[i];
        chosen.push_back(points[i]);
    }
    sample.x = make_terms(chosen).matrix();
    double const count = static_cast<double>(order.size());
    sample.centre = add_rows(sample.x, Vector::Ones(sample.x.rows())) / count;
    sample.mean = add_values(sample.y) / count;
    sample.x.rowwise() -= sample.centre.transpose();
    sample.y.array() -= sample.mean;
    sample.cross = multiply_columns(sample.x);
    sample.moment = add_rows(sample.x, sample.y);
    return sample;
}

/// What the points outside one fold say about those inside, in the coordinates in which they are uncorrelated.
struct Fold
{
    Matrix x{};         ///< [held out][column]
    Vector y{};         ///< [held out] around the mean of the others
    Vector moment{};    ///< [column]
    Vector strength{};  ///< [column] eigenvalues
    double others{};    ///< [count]

    Vector errors(double penalty) const
    {
        Vector error = y;
        for (Index c = 0; c < x.cols(); ++c) error -= (moment(c) / (strength(c) + penalty)) * x.col(c);
        return error;
    }
    /// Variance of a forecast by the parameters' uncertainty, in units of the residual variance.
    Vector uncertainty(double penalty) const
    {
        Vector sum = Vector::Constant(x.rows(), 1.0 / others);
        for (Index c = 0; c < x.cols(); ++c) sum.array() += x.col(c).array().square() / (strength(c) + penalty);
        return sum;
    }
};

Fold hold_out(Sample const& sample, std::size_t number)
{
    auto const size = static_cast<std::size_t>(sample.y.size());
    auto const begin = static_cast<Index>(number * size / folds), end = static_cast<Index>((number + 1) * size / folds);
    Matrix const x = sample.x.middleRows(begin, end - begin);
    Vector const y = sample.y.segment(begin, end - begin);
    Fold fold;
    fold.others = static_cast<double>(sample.y.size() - y.size());
    Vector const centre = -add_rows(x, Vector::Ones(x.rows())) / fold.others;  // all points together have 0
    double const mean = -add_values(y) / fold.others;
    Matrix const cross = sample.cross - multiply_columns(x) - fold.others * centre * centre.transpose();
    Vector const moment = sample.moment - add_rows(x, y) - (fold.others * mean) * centre;
    Eigen::SelfAdjointEigenSolver<Matrix> const parts{cross};
    fold.strength = parts.eigenvalues().cwiseMax(0.0);
    fold.moment = parts.eigenvectors().transpose() * moment;
    fold.x = (x.rowwise() - centre.transpose()) * parts.eigenvectors();
    fold.y = y.array() - mean;
    return fold;
}

double add_squares(Vector const& values)
{
    double sum = 0.0;
    for (Index i = 0; i < values.size(); ++i) sum += values(i) * values(i);
    return sum;
}

/// How well points that were held out are forecast.
struct Validation
{
    double penalty{};
    double squares{};            ///< sum of squared errors
    double residual_variance{};  ///< of luck and lack of fit: each error's square over 1 + its own uncertainty
};

Validation validate(std::vector<Fold> const& parts, std::size_t points)
{
    Validation best;
    for (double const penalty : list_penalties(points)) {
        double squares = 0.0;
        for (auto const& fold : parts) squares += add_squares(fold.errors(penalty));
        if (best.penalty > 0.0 && squares >= best.squares) continue;
        best.penalty = penalty;
        best.squares = squares;
    }
    for (auto const& fold : parts) {
        Vector const error = fold.errors(best.penalty), uncertain = fold.uncertainty(best.penalty);
        for (Index i = 0; i < error.size(); ++i) best.residual_variance += error(i) * error(i) / (1.0 + uncertain(i));
    }
    best.residual_variance /= static_cast<double>(points);
    return best;
}

std::vector<std::size_t> find_known(std::vector<double> const& values)
{
    std::vector<std::size_t> known;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isfinite(values[i])) known.push_back(i);
    }
    return known;
}

void check_count(std::size_t known, std::size_t points, std::size_t parameters)
{
    std::size_t const terms = count_terms(parameters);
    if (known >= std::max(terms, folds)) return;
    core::Problems problems;
    problems.add({}, "an emulator of " + std::to_string(parameters) + " parameters needs " +
                         std::to_string(std::max(terms, folds)) + " points or more; " + std::to_string(known) + " of " +
                         std::to_string(points) + " have a value",
                 "give more points, or calibrate fewer parameters");
    problems.throw_if_any();
}
}  // namespace

QuadraticEmulator QuadraticEmulator::fit(std::vector<std::vector<double>> const& points, std::vector<double> const& values,
                                         std::uint64_t seed, double replicate_variance)
{
    core::require(points.size() == values.size() && !points.empty(), "an emulator has one value per point");
    core::require(replicate_variance >= 0.0, "a variance is not negative");
    auto const known = find_known(values);
    check_count(known.size(), points.size(), points.front().size());
    auto const sample = make_sample(points, values, deal(known, seed));
    std::vector<Fold> parts;
    for (std::size_t number = 0; number < folds; ++number) parts.push_back(hold_out(sample, number));
    auto const found = validate(parts, known.size());

    QuadraticEmulator out;
    out.parameters_ = points.front().size();
    out.count_ = known.size();
    out.penalty_ = found.penalty;
    out.residual_variance_ = found.residual_variance;
    double const total = add_squares(sample.y);
    out.explained_ = total > 0.0 ? 1.0 - found.squares / total : 1.0;
    out.lack_of_fit_ = std::sqrt(std::max(0.0, found.residual_variance - replicate_variance));

    Matrix penalised = sample.cross;
    penalised.diagonal().array() += found.penalty;
    Eigen::LLT<Matrix> const factors{penalised};
    core::require(factors.info() == Eigen::Success, "penalised normal equations are positive definite");
    out.effects_ = factors.solve(sample.moment);
    out.centre_ = sample.centre;
    out.intercept_ = sample.mean;
    for (Index c = 0; c < out.effects_.size(); ++c) out.intercept_ -= out.effects_(c) * out.centre_(c);
    Matrix inverse = Matrix::Identity(penalised.rows(), penalised.cols());
    factors.matrixL().solveInPlace(inverse);
    out.whitener_ = inverse.transpose();
    out.shift_ = Vector::Zero(out.centre_.size());
    for (Index c = 0; c < inverse.rows(); ++c) {
        for (Index t = 0; t <= c; ++t) out.shift_(c) += inverse(c, t) * out.centre_(t);
    }
    Eigen::SelfAdjointEigenSolver<Matrix> const strength{sample.cross, Eigen::EigenvaluesOnly};
    // A part in 10^9 for the rounding of the smallest eigenvalue and of the variance itself.
    double const rounding = 1e-9;
    out.largest_inverse_ = (1.0 + rounding) / (std::max(0.0, strength.eigenvalues()(0) -
                           1e-13 * strength.eigenvalues()(strength.eigenvalues().size() - 1)) + found.penalty);
    return out;
}

Forecast QuadraticEmulator::at(std::span<double const> point) const
{
    core::require(point.size() == parameters_, "a point has a coordinate for every parameter");
    Terms const terms = make_terms(Eigen::Map<Eigen::RowVectorXd const>(point.data(), static_cast<Index>(point.size())));
    Forecast out;
    add_means(terms, {&out.mean, 1});
    add_variances(terms, {&out.variance, 1});
    return out;
}

void QuadraticEmulator::forecast(Eigen::MatrixXd const& points, Eigen::VectorXd& mean, Eigen::VectorXd& variance) const
{
    core::require(static_cast<std::size_t>(points.cols()) == parameters_, "a point has a coordinate for every parameter");
    mean = Vector::Zero(points.rows());
    variance = Vector::Zero(points.rows());
    auto const most = static_cast<Index>(block_points);
    for (Index begin = 0; begin < points.rows(); begin += most) {
        Index const rows = std::min(most, points.rows() - begin);
        Terms const terms = make_terms(points.middleRows(begin, rows));
        auto const size = static_cast<std::size_t>(rows);
        add_means(terms, {mean.data() + begin, size});
        add_variances(terms, {variance.data() + begin, size});
    }
}

void QuadraticEmulator::add_means(Terms const& terms, std::span<double> out) const
{
    auto const rows = static_cast<std::size_t>(terms.rows());
    for (std::size_t i = 0; i < rows; ++i) out[i] += intercept_;
    for (Index t = 0; t < terms.cols(); ++t) {
        double const effect = effects_(t);
        double const* const term = terms.col(t).data();
        for (std::size_t i = 0; i < rows; ++i) out[i] += effect * term[i];
    }
}

void QuadraticEmulator::add_variances(Terms const& terms, std::span<double> out) const
{
    auto const rows = static_cast<std::size_t>(terms.rows());
    core::require(rows <= block_points, "variances are formed block by block");
    std::array<double, block_points> squares{}, whitened{};
    for (Index c = 0; c < terms.cols(); ++c) {
        double const* const weights = whitener_.col(c).data();
        for (std::size_t i = 0; i < rows; ++i) whitened[i] = -shift_(c);
        for (Index t = 0; t <= c; ++t) {
            double const weight = weights[t];
            double const* const term = terms.col(t).data();
            for (std::size_t i = 0; i < rows; ++i) whitened[i] += weight * term[i];
        }
        for (std::size_t i = 0; i < rows; ++i) squares[i] += whitened[i] * whitened[i];
    }
    for (std::size_t i = 0; i < rows; ++i) out[i] += least_variance() + residual_variance_ * squares[i];
}

void QuadraticEmulator::add_variance_bounds(Terms const& terms, std::span<double> out) const
{
    auto const rows = static_cast<std::size_t>(terms.rows());
    core::require(rows <= block_points, "variances are formed block by block");
    std::array<double, block_points> squares{};
    for (Index t = 0; t < terms.cols(); ++t) {
        double const centre = centre_(t);
        double const* const term = terms.col(t).data();
        for (std::size_t i = 0; i < rows; ++i) squares[i] += (term[i] - centre) * (term[i] - centre);
    }
    for (std::size_t i = 0; i < rows; ++i) out[i] += least_variance() + residual_variance_ * largest_inverse_ * squares[i];
}

double QuadraticEmulator::least_variance() const
{
    return lack_of_fit_ * lack_of_fit_ + residual_variance_ / static_cast<double>(count_);
}
}  // namespace concordat::calibration
