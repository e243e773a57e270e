#pragma once

#include <span>
#include <string>
#include <vector>

#include "models/cycle/model.hpp"
#include "models/cycle/world.hpp"
#include "sim/store/schema.hpp"

namespace concordat::cycle
{
struct Gauge;

/// How results may be grouped.
enum class Grouping { nation, region, area_type, deprivation_quintile, inspection_class, subject_group, department,
                      indicator, area };
[[nodiscard]] std::vector<std::string> const& grouping_names();

/// Turns a finished round into one number per column: outcome x group x period. The outcomes are
/// declared once, in outcomes.cpp, with unit, direction and what they must not be used for.
class OutcomeTally
{
  public:
    /// \param groupings the nation is always there
    /// \param periods names of the rounds of a history, in order
    OutcomeTally(state::Pack const& pack, std::vector<Grouping> const& groupings,
                 std::vector<std::string> const& periods = {"round"});

    [[nodiscard]] store::Schema const& schema() const { return schema_; }
    /// [columns] of one round; those of the first round stand first in the schema.
    [[nodiscard]] std::size_t round_columns() const { return round_columns_; }
    /// Fills `row`, one double per column of one round.
    void tally(Model const& model, World const& world, std::span<double> row) const;

  private:
    struct Member
    {
        Grouping grouping{};
        int index{};  ///< [index] of the group in its grouping
    };
    [[nodiscard]] double read(Gauge const& gauge, Member const& group, World const& world) const;
    [[nodiscard]] bool contains(Member const& group, World const& world, int area) const;

    state::Pack const& pack_;
    store::Schema schema_{};
    std::size_t round_columns_{};
    std::vector<Member> groups_{};
    std::vector<int> quintile_{};  ///< deprivation quintile per area, 0 least deprived
};

/// Every outcome that the program knows, in the order of the schema.
[[nodiscard]] std::vector<store::Outcome> const& outcome_list();
}  // namespace concordat::cycle
