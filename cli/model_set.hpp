#pragma once

#include <memory>
#include <vector>

#include "cli/study_request.hpp"
#include "sim/engine/cell.hpp"
#include "sim/store/schema.hpp"

namespace concordat::cycle
{
class Model;
class OutcomeTally;
}  // namespace concordat::cycle

namespace concordat::cli
{
/// The scenarios of a study, ready to run. Immutable; shared by all workers.
class ModelSet
{
  public:
    /// Reads the pack and builds a model for every scenario.
    /// \throws core::InputError with what is wrong in any of them
    explicit ModelSet(StudyRequest const& request);
    ~ModelSet();

    [[nodiscard]] cycle::Model const& model(std::size_t scenario) const;
    [[nodiscard]] cycle::OutcomeTally const& tally() const { return *tally_; }
    [[nodiscard]] store::Schema const& schema() const;

  private:
    std::vector<std::unique_ptr<cycle::Model>> models_{};
    std::unique_ptr<cycle::OutcomeTally> tally_;
};

/// Workers that run cells of these models. \pre `models` outlives them
[[nodiscard]] engine::WorkerFactory make_worker_factory(ModelSet const& models,
                                                        std::uint64_t master_seed);

/// Adds a problem for every word that is not the name of a grouping.
void check_groupings(std::vector<std::string> const& groupings, core::Problems& problems);
}  // namespace concordat::cli
