#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/cycle/model.hpp"
#include "models/cycle/result_request.hpp"
#include "models/cycle/summing.hpp"
#include "models/cycle/world.hpp"
#include "sim/store/schema.hpp"

namespace concordat::cycle
{
/// Turns a finished round into one number per column: outcome x group x period. Outcomes are declared
/// once, with unit, direction and what they must not be used for, where they are computed: sums in
/// outcome_definitions.cpp, readings of areas in the gauges, those of years and cells in year_gauges.cpp
/// and cell_outcomes.cpp.
class OutcomeTally
{
  public:
    /// \param request what is recorded beside the nation \pre its outcomes exist for their groupings
    /// \param rounds names of the rounds of a history, in order
    OutcomeTally(state::Pack const& pack, ResultRequest const& request, std::vector<std::string> const& rounds = {"round"});

    [[nodiscard]] store::Schema const& schema() const { return schema_; }
    /// [columns] of one round, its years included; those of the first round stand first in the schema.
    [[nodiscard]] std::size_t round_columns() const { return round_columns_; }
    /// Makes room in a world for what its years have to remember. To be called once, after `Model::furnish`.
    void furnish(World& world) const;
    /// Fills `row`, one double per column of one round.
    void tally(Model const& model, World const& world, std::span<double> row) const;

  private:
    /// A grouping of the schema, and what is recorded for it.
    struct Kind
    {
        Grouping grouping{};
        std::vector<int> outcomes{};       ///< [index] of a round; none: others are crossed with it
        std::vector<int> year_outcomes{};  ///< [index] of its years
        std::optional<Membership> members{};  ///< not of cells
    };
    void declare_kind(GroupingRequest const& request, bool years);
    [[nodiscard]] int find_or_declare(Grouping grouping);
    void declare_periods(std::vector<std::string> const& rounds);
    void declare_blocks(int period, bool year);
    void read_gauges(World const& world) const;
    void fill(store::ColumnBlock const& block, World const& world, ChoiceStatistics const& choices,
              std::span<double> values) const;
    void fill_sums(Kind const& kind, store::ColumnBlock const& block, World const& world, ChoiceStatistics const& choices,
                   std::span<double> values) const;
    void fill_gauges(Kind const& kind, store::ColumnBlock const& block, int year, World const& world,
                     std::span<double> values) const;
    void fill_gauge(Kind const& kind, double const* parts, double const* wholes, World const& world,
                    std::span<double> values, std::size_t stride) const;

    state::Pack const& pack_;
    store::Schema schema_{};
    std::vector<Kind> kinds_{};  ///< one per grouping of the schema
    std::size_t round_blocks_{};
    std::size_t round_columns_{};
};
}  // namespace concordat::cycle
