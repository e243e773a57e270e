#include "cli/salience_simulation.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "models/cycle/model.hpp"
#include "models/scenario/salience_covariates.hpp"

namespace concordat::cli
{
namespace
{
/// The model with a salience in its pack; built anew whenever the salience is another one.
class SalienceModel
{
  public:
    SalienceModel(state::Pack pack, scenario::ModelParams params, std::uint64_t seed)
        : pack_{std::move(pack)}, params_{std::move(params)}, seed_{seed}
    {
        params_.demands.salience.mode = demands::SalienceMode::fitted;
    }

    std::vector<double> count(std::span<double const> salience, int replicate)
    {
        if (!model_ || !std::equal(salience.begin(), salience.end(), present_.begin())) {
            build(salience);
        }
        model_->agree({seed_, static_cast<std::uint32_t>(replicate), 0}, world_);
        std::vector<double> counts(pack_.indicator_count(), 0.0);
        auto const areas = static_cast<Eigen::Index>(pack_.area_count());
        for (std::size_t j = 0; j < counts.size(); ++j) {
            for (Eigen::Index i = 0; i < areas; ++i) {
                counts[j] += world_.agreement.selected(i, static_cast<Eigen::Index>(j));
            }
        }
        return counts;
    }

  private:
    void build(std::span<double const> salience)
    {
        present_.assign(salience.begin(), salience.end());
        auto const size = static_cast<Eigen::Index>(present_.size());
        auto pack = std::make_shared<state::Pack>(pack_);
        pack->fitted_salience.resize(size);
        for (Eigen::Index j = 0; j < size; ++j) {
            pack->fitted_salience[j] = present_[static_cast<std::size_t>(j)];
        }
        pack->fitted_known = pack->fitted_salience;
        pack->fitted_residual = state::PerIndicator::Zero(size);
        model_.emplace(std::move(pack), params_);
        world_ = cycle::World{};
        model_->furnish(world_);
    }

    state::Pack pack_;
    scenario::ModelParams params_;
    std::uint64_t seed_;
    std::vector<double> present_{};
    std::optional<cycle::Model> model_{};
    cycle::World world_{};
};
}  // namespace

calibration::SalienceProblem state_salience_problem(state::Pack const& pack)
{
    calibration::SalienceProblem problem{.areas = static_cast<int>(pack.area_count())};
    for (auto const& row : pack.indicators) {
        problem.counts.push_back(row.published_count);
        problem.groups.push_back(row.department.index());
    }
    for (auto& covariate : scenario::list_salience_covariates(pack)) {
        problem.covariates.push_back({std::move(covariate.name), std::move(covariate.values)});
    }
    return problem;
}

calibration::CountSimulator make_count_simulator(state::Pack const& pack,
                                                 config::ParameterTable const& parameters,
                                                 std::uint64_t seed)
{
    config::ParameterReader reader{parameters};
    auto const model = std::make_shared<SalienceModel>(pack, scenario::bind_model(reader), seed);
    return [model](std::span<double const> salience, int replicate) {
        return model->count(salience, replicate);
    };
}
}  // namespace concordat::cli
