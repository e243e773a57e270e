#include "models/whitehall/psa_layer.hpp"

#include <algorithm>
#include <cmath>

#include "models/state/streams.hpp"
#include "models/whitehall/pooled_fund.hpp"
#include "models/whitehall/purposes.hpp"

namespace concordat::whitehall
{
namespace
{
/// Effort per unit of motive of every department, given the weights of agreements and the emphasis on them.
std::vector<double> scale_effort(std::size_t departments, std::vector<state::ServiceAgreement> const& agreements,
                                 std::vector<double> const& weight, state::PerIndicator const& emphasis, double agreement_weight)
{
    std::vector<double> squares(departments, 1.0);
    for (std::size_t k = 0; k < agreements.size(); ++k) {
        auto const& agreement = agreements[k];
        if (!agreement.lead.valid()) continue;
        double const led = emphasis(static_cast<Eigen::Index>(k)) * agreement_weight;
        double const given = weight[k] * led;
        squares[static_cast<std::size_t>(agreement.lead.index())] += led * led;
        for (auto const d : agreement.contributors) squares[static_cast<std::size_t>(d.index())] += given * given;
    }
    for (double& square : squares) square = 1.0 / std::sqrt(square);
    return squares;
}

/// Effort of all departments on one agreement, per unit of `agreement_weight`.
double add_effort(state::ServiceAgreement const& agreement, double weight, std::vector<double> const& scale)
{
    double effort = scale[static_cast<std::size_t>(agreement.lead.index())];
    for (auto const d : agreement.contributors) effort += weight * scale[static_cast<std::size_t>(d.index())];
    return effort;
}

double compare(double effort, double before) { return std::clamp(effort / before - 1.0, -1.0, 1.0); }
}  // namespace

PsaLayer::PsaLayer(state::Pack const& pack, WhitehallParams const& params)
    : effort_{params.effort},
      advice_{params.advice},
      damped_announcements_{1.0 - params.ministers.authority.value() * params.ministers.announcement_damping.value()},
      departments_{pack.departments.size()},
      agreements_{pack.service_agreements},
      numbers_{state::indicator_numbers(pack)}
{
    for (auto const& row : pack.indicators) {
        int const k = row.service_agreement;
        agreement_of_.push_back(k);
        department_of_.push_back(row.department);
        priority_.push_back(k >= 0 && pack.service_agreements[static_cast<std::size_t>(k)].priority ? 1 : 0);
    }
    weigh(pack, params);
    rise_ = spread_effort(state::PerIndicator::Ones(static_cast<Eigen::Index>(weight_.size())));
}

void PsaLayer::weigh(state::Pack const& pack, WhitehallParams const& params)
{
    double const common = params.effort.others_weight.value();
    std::vector<int> joined(pack.departments.size(), 0);
    department_weight_.assign(pack.departments.size(), 0.0);
    for (auto const& agreement : pack.service_agreements) {
        double weight = common;
        if (agreement.priority) weight += params.ministers.authority.value() * (1.0 - common);
        int const keys = static_cast<int>(agreement.contributors.size()) + 1;
        bool const paid = agreement.lead.valid() && all_keys_turn(params.pool, keys, weight);
        if (paid) weight = std::min(1.0, weight + pool_stake(params.pool));
        weight_.push_back(weight);
        paid_.push_back(paid ? 1 : 0);
        if (!agreement.lead.valid()) continue;
        for (auto const d : agreement.contributors) {
            department_weight_[static_cast<std::size_t>(d.index())] += weight;
            ++joined[static_cast<std::size_t>(d.index())];
        }
    }
    for (std::size_t d = 0; d < joined.size(); ++d) {
        department_weight_[d] = joined[d] > 0 ? department_weight_[d] / joined[d] : common;
    }
}

state::PerIndicator PsaLayer::spread_effort(state::PerIndicator const& emphasis) const
{
    std::vector<double> const nothing(weight_.size(), 0.0);
    state::PerIndicator const even = state::PerIndicator::Ones(emphasis.size());
    auto const before = scale_effort(departments_, agreements_, nothing, even, effort_.agreement_weight);
    auto const now = scale_effort(departments_, agreements_, weight_, emphasis, effort_.agreement_weight);
    state::PerIndicator rises = state::PerIndicator::Zero(static_cast<Eigen::Index>(numbers_.size()));
    for (std::size_t j = 0; j < numbers_.size(); ++j) {
        int const k = agreement_of_[j];
        auto const department = department_of_[j];
        double& rise = rises(static_cast<Eigen::Index>(j));
        if (k >= 0) {
            auto const& agreement = agreements_[static_cast<std::size_t>(k)];
            if (!agreement.lead.valid() || effort_.agreement_weight == 0.0) continue;
            rise = compare(emphasis(k) * add_effort(agreement, weight_[static_cast<std::size_t>(k)], now),
                           add_effort(agreement, 0.0, before));
        } else if (department.valid()) {
            auto const d = static_cast<std::size_t>(department.index());
            rise = compare(now[d], before[d]);
        }
    }
    return rises;
}

double PsaLayer::weight_behind(int indicator) const
{
    int const k = agreement_of_[static_cast<std::size_t>(indicator)];
    return k < 0 ? effort_.others_weight.value() : weight_[static_cast<std::size_t>(k)];
}

double PsaLayer::weight_of(state::DepartmentId department) const
{
    return department_weight_[static_cast<std::size_t>(department.index())];
}

void PsaLayer::guide(state::Occasion const& when, state::Centre& centre) const
{
    auto& guidance = centre.guidance;
    bool const pressed = (centre.emphasis != 1.0).any();
    state::PerIndicator const rises = pressed ? spread_effort(centre.emphasis) : rise_;
    random::fill_uniform(state::round_key(when, purpose::advice), numbers_, 0,
                         {guidance.data(), numbers_.size()});
    for (Eigen::Index j = 0; j < guidance.size(); ++j) {
        bool const advised = guidance(j) < advice_.coverage.value();
        guidance(j) = 1.0 + effort_.guidance_gain * (advised ? 1.0 : rises(j));
        centre.shared_motive(j) = 1.0 + effort_.support_gain * rises(j);
        centre.announcements(j) = priority_[static_cast<std::size_t>(j)] ? damped_announcements_ : 1.0;
    }
}
}  // namespace concordat::whitehall
