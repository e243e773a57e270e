#pragma once

#include <memory>
#include <vector>

#include "cli/study_request.hpp"
#include "sim/engine/cell.hpp"
#include "sim/store/schema.hpp"

namespace concordat::cycle
{
class History;
class OutcomeTally;
}  // namespace concordat::cycle

namespace concordat::incentives
{
class ContestLibrary;
}  // namespace concordat::incentives

namespace concordat::state
{
struct Pack;
}  // namespace concordat::state

namespace concordat::store
{
class StateFileReader;
class StateFileWriter;
}  // namespace concordat::store

namespace concordat::cli
{
/// The scenarios of a study, ready to run. Immutable; shared by all workers.
class ModelSet
{
  public:
    /// Reads the pack and the saved states, and builds the models of every scenario.
    /// \throws core::InputError with what is wrong in any of them
    explicit ModelSet(StudyRequest const& request);
    ~ModelSet();

    /// The history that a replicate lives through: of its own point where the study has an ensemble, which is
    /// built for it, else the scenario's. \pre the set outlives it
    [[nodiscard]] std::shared_ptr<cycle::History const> history(std::size_t scenario, std::uint32_t replicate) const;
    /// The history at the parameters as the files have them.
    [[nodiscard]] cycle::History const& history(std::size_t scenario) const;
    /// Whether replicates differ in their assumptions.
    [[nodiscard]] bool has_ensemble() const { return ensemble_.has_value(); }
    /// The states that replicates start from; nullptr where they start anew.
    [[nodiscard]] store::StateFileReader const* state() const { return state_.get(); }
    [[nodiscard]] cycle::OutcomeTally const& tally() const { return *tally_; }
    [[nodiscard]] store::Schema const& schema() const;

  private:
    std::shared_ptr<state::Pack const> pack_;
    std::shared_ptr<incentives::ContestLibrary> contests_;  ///< closed once the scenarios' own models are built
    std::vector<std::unique_ptr<cycle::History>> histories_{};
    std::optional<scenario::Ensemble> ensemble_{};
    std::vector<std::vector<config::ParameterTable>> tables_{};  ///< [scenario][round]; none without an ensemble
    std::unique_ptr<store::StateFileReader const> state_;
    std::unique_ptr<cycle::OutcomeTally> tally_;
};

/// States to be saved on the way.
struct StateSaving
{
    store::StateFileWriter* writer{};  ///< nullptr: none are saved
    std::size_t after{};           ///< [count] rounds of this study after which they are taken
};

/// Workers that run cells of these models. \pre `models` and the writer outlive them
[[nodiscard]] engine::WorkerFactory make_worker_factory(ModelSet const& models,
                                                        std::uint64_t master_seed,
                                                        StateSaving saving = {});

/// What results call the rounds of a study: "round" for a single one that starts anew, else
/// "round 2: laa_2008", counted over the rounds of saved states as well.
/// \param rounds_done [count] before the study's first round
[[nodiscard]] std::vector<std::string> name_periods(StudyRequest const& request, std::size_t rounds_done);
}  // namespace concordat::cli
