#include "models/inspection/scoring.hpp"

#include <algorithm>
#include <cmath>

#include "models/inspection/purposes.hpp"
#include "models/state/streams.hpp"

namespace concordat::inspection
{
namespace
{
/// Number of cuts at or below a value.
template <std::size_t N>
int count_cuts(std::array<double, N> const& cuts, double value)
{
    int below = 0;
    for (double const cut : cuts) below += value >= cut ? 1 : 0;
    return below;
}
}  // namespace

Scoring::Scoring(state::Pack const& pack, ScoringParams const& params, int years)
    : params_{params}, years_{years}, ids_{state::area_ids(pack)}
{
}

void Scoring::open(state::Occasion const& when, state::Population const& population, state::Outlook const& outlook,
                   state::Assessment& assessment) const
{
    assessment.red_flags.setZero();
    assessment.green_flags.setZero();
    if (!inspects_routinely(params_.inspection)) std::fill(assessment.star.begin(), assessment.star.end(), 0);
    std::copy(population.cpa_class.begin(), population.cpa_class.end(), assessment.priced_class.begin());
    if (when.round > 0) return;
    find_set_means(outlook, assessment);
    auto const first = describe(assessment.set_mean);
    assessment.reference_mean = first.mean;
    assessment.reference_spread = first.spread;
}

void Scoring::score(state::Occasion const& when, int year, state::Agreement const& agreement,
                    state::Targets const& targets, state::Outlook const& outlook, state::Population& population,
                    state::Assessment& assessment) const
{
    if (!inspects_routinely(params_.inspection)) return;
    find_set_means(outlook, assessment);
    judge_items(agreement, targets, outlook, assessment);
    auto const items = describe(assessment.item_mean);
    double const theta = agreement_weight_of(params_.inspection);
    double const scale = 1.0 / std::sqrt(theta * theta + (1.0 - theta) * (1.0 - theta));
    auto const key = state::year_key(when, year, purpose::judgement, years_);
    for (std::size_t row = 0; row < ids_.size(); ++row) {
        auto const i = static_cast<Eigen::Index>(row);
        double const set = (assessment.set_mean[i] - assessment.reference_mean) / assessment.reference_spread;
        double const agreed = (assessment.item_mean[i] - items.mean) / items.spread;
        double const performance = scale * (theta * agreed + (1.0 - theta) * set);
        double const judgement =
            params_.judgement_noise > 0.0 ? params_.judgement_noise * random::normal(key, ids_[row]) : 0.0;
        double const score = params_.capability_weight * population.capability[i] +
                             params_.performance_weight * performance -
                             params_.affluence_bias * population.deprivation[i] + judgement;
        assessment.score[i] = score;
        assessment.star[row] = 1 + count_cuts(params_.star_cuts, score);
        if (params_.annual) population.cpa_class[row] = count_cuts(params_.class_cuts, score);
    }
}

void Scoring::focus(state::Population const& population, state::Assessment const& assessment,
                    state::Conditions& conditions) const
{
    if (!params_.annual || !inspects_routinely(params_.inspection)) return;
    for (std::size_t row = 0; row < ids_.size(); ++row) {
        if (population.cpa_class[row] == assessment.priced_class[row]) continue;
        conditions.inspection_focus[static_cast<Eigen::Index>(row)] *=
            steepness_of(params_.inspection, population.cpa_class[row]) /
            steepness_of(params_.inspection, assessment.priced_class[row]);
    }
}

void Scoring::find_set_means(state::Outlook const& outlook, state::Assessment& assessment) const
{
    assessment.set_mean.setZero();
    Eigen::Index const indicators = outlook.present.cols();
    for (Eigen::Index j = 0; j < indicators; ++j) assessment.set_mean += outlook.present.col(j);
    assessment.set_mean /= static_cast<double>(std::max<Eigen::Index>(indicators, 1));
}

void Scoring::judge_items(state::Agreement const& agreement, state::Targets const& targets,
                          state::Outlook const& outlook, state::Assessment& assessment) const
{
    for (auto* column : {&assessment.item_mean, &assessment.red_flags, &assessment.green_flags}) column->setZero();
    for (std::size_t row = 0; row < ids_.size(); ++row) {
        auto const i = static_cast<Eigen::Index>(row);
        double sum = 0.0, judged = 0.0;
        for (int k = 0; k < agreement.count[row]; ++k) {
            if (agreement.placeholder.size() > 0 && agreement.placeholder(i, k) != 0) continue;
            int const j = agreement.item(i, k);
            double const ahead = outlook.projected(i, j) - outlook.start(i, j) - targets.level(i, k);
            sum += ahead;
            judged += 1.0;
            if (ahead < -params_.flag_distance) assessment.red_flags[i] += 1.0;
            if (ahead > params_.flag_distance) assessment.green_flags[i] += 1.0;
        }
        if (judged > 0.0) assessment.item_mean[i] = sum / judged;
    }
}

Scoring::Moments Scoring::describe(state::PerArea const& values) const
{
    constexpr double smallest = 1e-9;  // [sigma] equal areas are not told apart
    auto const count = static_cast<double>(std::max<std::size_t>(ids_.size(), 1));
    double sum = 0.0, squares = 0.0;
    for (std::size_t i = 0; i < ids_.size(); ++i) sum += values[static_cast<Eigen::Index>(i)];
    double const mean = sum / count;
    for (std::size_t i = 0; i < ids_.size(); ++i) {
        double const off = values[static_cast<Eigen::Index>(i)] - mean;
        squares += off * off;
    }
    double const spread = std::sqrt(squares / count);
    return {.mean = mean, .spread = spread > smallest ? spread : 1.0};
}
}  // namespace concordat::inspection
