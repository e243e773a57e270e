#include "models/demands/value_formation.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "models/demands/purposes.hpp"
#include "models/state/streams.hpp"
#include "sim/core/elementary.hpp"

namespace concordat::demands
{
namespace
{
std::span<double> column(state::AreaTable& table, int indicator)
{
    return {table.data() + table.rows() * indicator, static_cast<std::size_t>(table.rows())};
}

/// E[N | both] = both.council s^L + both.centre s^C for N standard normal and signals with
/// these error variances.
struct Pooling
{
    double council{};
    double centre{};
};

Pooling pool(double council_variance, double centre_variance)
{
    double const total = council_variance + centre_variance + council_variance * centre_variance;
    if (total == 0.0) return {1.0, 0.0};  // both know need exactly: either signal will do
    return {centre_variance / total, council_variance / total};
}
}  // namespace

ValueFormation::ValueFormation(state::Pack const& pack, DemandsParams const& params)
    : params_{params}, ids_{state::area_ids(pack)}, numbers_{state::indicator_numbers(pack)}
{
    std::vector<int> led(pack.departments.size(), 0);
    for (auto const& row : pack.indicators) {
        if (row.department.valid()) ++led[row.department.index()];
    }
    for (auto const& row : pack.indicators) {
        perception_.push_back(row.perception ? 1 : 0);
        department_.push_back(row.department.valid() ? row.department.index() : -1);
        announcement_rate_.push_back(
            row.department.valid() ? params.announcements.rate / led[row.department.index()] : 0.0);
    }
    list_leads(pack);
}

/// The lead partner of an indicator produces most of it, of those that an area has.
void ValueFormation::list_leads(state::Pack const& pack)
{
    for (auto const& area : pack.areas) two_tier_.push_back(area.two_tier ? 1 : 0);
    for (auto const& partner : pack.partners) {
        partner_names_.push_back(static_cast<std::uint32_t>(random::Purpose{partner.code}.hash()));
    }
    if (pack.base_share.rows() != static_cast<Eigen::Index>(numbers_.size())) return;  // a pack without production
    for (Eigen::Index j = 0; j < pack.base_share.rows(); ++j) {
        std::array<int, 2> lead{0, 0};
        for (int p = 0; p < static_cast<int>(pack.partner_count()); ++p) {
            if (pack.base_share(j, p) > pack.base_share(j, lead[1])) lead[1] = p;
            if (!pack.partners[p].two_tier_only && pack.base_share(j, p) > pack.base_share(j, lead[0])) lead[0] = p;
        }
        lead_partner_.push_back(lead);
    }
}

void ValueFormation::resize(state::Values& values, ValueWorkspace& workspace, bool with_need) const
{
    auto const padded = static_cast<Eigen::Index>(core::padded(ids_.size()));
    auto const count = static_cast<Eigen::Index>(numbers_.size());
    values.council.resize(padded, count);
    values.centre.resize(padded, count);
    values.announcement.resize(count);
    for (auto* need : {&values.council_need, &values.centre_need, &values.pooled_need}) {
        need->setZero(with_need ? padded : 0, with_need ? count : 0);
    }
    bool const voices = params_.values.partner_voice > 0.0 && !lead_partner_.empty();
    workspace.voice.setZero(voices ? padded : 0, voices ? static_cast<Eigen::Index>(partner_names_.size()) : 0);
    for (auto* per_area : {&workspace.council_signal, &workspace.centre_signal, &workspace.council_noise,
                           &workspace.centre_noise, &workspace.council_own, &workspace.council_other,
                           &workspace.centre_own, &workspace.centre_other,
                           &workspace.pooled_council, &workspace.pooled_centre}) {
        per_area->setZero(padded);
    }
    workspace.council_base.resize(count);
    workspace.centre_base.resize(count);
}

void ValueFormation::form(state::Occasion const& when, state::Population const& population,
                          state::Centre const& centre, state::Values& values, ValueWorkspace& workspace) const
{
    weigh_evidence(population, centre, workspace);
    announce(when, centre, values.announcement);
    hear_partners(when, workspace.voice);
    lay_base(population, values, workspace);
    for (int j = 0; j < static_cast<int>(numbers_.size()); ++j) {
        form_indicator(when, population, centre, j, values, workspace);
    }
}

void ValueFormation::weigh_evidence(state::Population const& population, state::Centre const& of,
                                    ValueWorkspace& workspace) const
{
    auto const& evidence = params_.evidence;
    double const shared = evidence.quality.value();
    for (Eigen::Index i = 0; i < workspace.council_noise.size(); ++i) {
        double const council = evidence.council_noise * core::exp(-evidence.capability_slope * population.capability(i));
        double const centre =
            of.evidence_noise * (population.champion[i] ? evidence.champion_centre_noise : evidence.centre_noise);
        Pooling const both = pool(council * council, centre * centre);
        workspace.pooled_council(i) = both.council;
        workspace.pooled_centre(i) = both.centre;
        workspace.council_noise(i) = council;
        workspace.centre_noise(i) = centre;
        workspace.council_own(i) = (1.0 - shared) / (1.0 + council * council) + shared * both.council;
        workspace.council_other(i) = shared * both.centre;
        workspace.centre_own(i) = (1.0 - shared) / (1.0 + centre * centre) + shared * both.centre;
        workspace.centre_other(i) = shared * both.council;
    }
}

void ValueFormation::announce(state::Occasion const& when, state::Centre const& centre,
                              state::PerIndicator& announcement) const
{
    random::fill_uniform(state::round_key(when, purpose::announcement), numbers_, 0,
                         {announcement.data(), static_cast<std::size_t>(announcement.size())});
    for (Eigen::Index j = 0; j < announcement.size(); ++j) {
        announcement(j) = params_.announcements.size * random::poisson(announcement(j), announcement_rate_[j] * centre.announcements(j));
    }
}

void ValueFormation::lay_base(state::Population const& population, state::Values const& values,
                              ValueWorkspace& workspace) const
{
    auto const& salience = params_.salience;
    auto const& value = params_.values;
    double const tau = salience.reference_weight.value();
    double const joint = (1.0 - tau) * salience.local_echo + tau;  // L of the class comment
    double const phi = salience.centre_part.value();
    // With all the weight on one side, the other's share of the residual decides nothing there.
    double const to_council = tau < 1.0 ? (1.0 - phi) * joint / (1.0 - tau) : 0.0;
    double const to_centre = tau > 0.0 ? phi * joint / tau : 0.0;
    for (Eigen::Index j = 0; j < workspace.council_base.size(); ++j) {
        double const shortfall =
            std::clamp(1.0 - population.controllability(j) / value.standard_controllability, 0.0, 1.0);
        workspace.council_base(j) =
            salience.local_echo * population.salience_known(j) + to_council * population.salience_rest(j) -
            value.missing_baseline * population.missing_baseline[j] - value.perception * perception_[j] -
            value.unachievable * shortfall;
        workspace.centre_base(j) = population.salience_known(j) + to_centre * population.salience_rest(j) +
                                   values.announcement(j);
    }
}

void ValueFormation::form_indicator(state::Occasion const& when, state::Population const& population,
                                    state::Centre const& of, int indicator, state::Values& values,
                                    ValueWorkspace& workspace) const
{
    auto const number = numbers_[indicator];
    auto const rows = static_cast<std::size_t>(values.council.rows());
    auto& signal_l = workspace.council_signal;
    auto& signal_c = workspace.centre_signal;
    random::fill_normal(state::round_key(when, purpose::council_evidence), ids_, number, {signal_l.data(), rows});
    random::fill_normal(state::round_key(when, purpose::centre_evidence), ids_, number, {signal_c.data(), rows});
    random::fill_normal(state::round_key(when, purpose::council_taste), ids_, number, column(values.council, indicator));
    random::fill_normal(state::round_key(when, purpose::centre_taste), ids_, number, column(values.centre, indicator));
    auto const need = population.need.col(indicator);
    signal_l = need + workspace.council_noise * signal_l;
    signal_c = need + workspace.centre_noise * signal_c;
    auto council = values.council.col(indicator);
    auto centre = values.centre.col(indicator);
    double const eta = params_.values.need_weight;
    int const department = department_[indicator];
    double const heeded = department < 0 ? eta : eta * (1.0 - of.uniformity(department));
    double const liking = params_.values.taste_spread;
    add_voices(indicator, workspace.voice, column(values.council, indicator));
    council = workspace.council_base(indicator) + liking * council +
              eta * (workspace.council_own * signal_l + workspace.council_other * signal_c);
    centre = workspace.centre_base(indicator) + liking * centre +
             heeded * (workspace.centre_own * signal_c + workspace.centre_other * signal_l);
    if (values.pooled_need.size() == 0) return;
    values.council_need.col(indicator) = workspace.council_own * signal_l + workspace.council_other * signal_c;
    values.centre_need.col(indicator) = workspace.centre_own * signal_c + workspace.centre_other * signal_l;
    values.pooled_need.col(indicator) = workspace.pooled_council * signal_l + workspace.pooled_centre * signal_c;
}

void ValueFormation::hear_partners(state::Occasion const& when, state::AreaTable& voice) const
{
    for (Eigen::Index p = 0; p < voice.cols(); ++p) {
        random::fill_normal(state::round_key(when, purpose::partner_taste), ids_, partner_names_[p],
                            column(voice, static_cast<int>(p)));
    }
}

/// The partnership votes its draft: its liking is partly that of the indicator's lead partner.
void ValueFormation::add_voices(int indicator, state::AreaTable const& voice, std::span<double> liking) const
{
    if (voice.size() == 0) return;
    double const loud = params_.values.partner_voice;
    double const rest = std::sqrt(1.0 - loud * loud);
    auto const& lead = lead_partner_[indicator];
    for (std::size_t i = 0; i < ids_.size(); ++i) {
        liking[i] = rest * liking[i] + loud * voice(static_cast<Eigen::Index>(i), lead[two_tier_[i]]);
    }
}
}  // namespace concordat::demands
