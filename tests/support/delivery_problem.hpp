#pragma once

#include <cmath>
#include <limits>
#include <memory>
#include <numeric>
#include <string>
#include <vector>

#include "models/delivery/bracket.hpp"
#include "models/delivery/planner.hpp"
#include "sim/core/elementary.hpp"
#include "sim/random/streams.hpp"

namespace concordat::support
{
/// Settings in the middle of the ranges, everything switched on.
inline delivery::DeliveryParams make_delivery_params()
{
    return {
        .motives = {.effort_per_thousand = 0.007,
                    .council_share = 0.4,
                    .national_line = 0.3,
                    .alignment = 0.2,
                    .partner_reputation = 0.4,
                    .alignment_min_share = 0.3,
                    .intrinsic = 0.3,
                    .attention = 20.0,
                    .attention_base = 5.0},
        .production = {.complementarity = 2.0 / 3.0, .effort_cost = 1.0},
        .budgets = {.slack = 4.0, .overhead = 0.02},
        .participation = {.everybody_in = true},
        .solver = {.tolerance = 1e-10},
    };
}

/// A made-up country whose areas, indicators and partners are drawn by their ids: the same area is
/// the same wherever it stands in the table. Four partners (the second exists in two-tier areas
/// only), three departments, twelve indicators, of which an area's agreement has three to eight.
class DeliveryProblem
{
  public:
    static constexpr int partner_count = 4;
    static constexpr int department_count = 3;
    static constexpr int indicator_count = 12;
    static constexpr int slot_count = 8;

    /// \param ids of the areas, in the order of the table
    DeliveryProblem(std::vector<int> ids, delivery::DeliveryParams params, double reward)
        : params_{params}, reward_{reward}
    {
        make_pack(ids);
        make_population();
        make_agreement();
        standing.resize(agreement.item.rows(), indicator_count, department_count);
        standing.payment_belief.setConstant(0.9);
        technology_ =
            std::make_unique<delivery::Technology const>(pack, params_.motives.council_share);
        planner_ = delivery::make_planner(*technology_, params_);
        planner_->set_budgets(population);
    }

    static std::vector<int> first_ids(int count)
    {
        std::vector<int> ids(static_cast<std::size_t>(count));
        std::iota(ids.begin(), ids.end(), 1);
        return ids;
    }

    /// Prepares and fills the market of every block.
    void prepare()
    {
        std::size_t const count = (pack.area_count() + core::lane_count - 1) / core::lane_count;
        blocks.resize(count);
        centre.resize(department_count, indicator_count, partner_count);
        for (int j = 0; j < indicator_count; ++j) centre.single_reward[j] = single_reward * j;
        delivery::RoundView const view{.pack = &pack,
                                       .population = &population,
                                       .agreement = &agreement,
                                       .inspection = &inspection,
                                       .standing = &standing,
                                       .centre = &centre,
                                       .shared_care = shared_care,
                                       .singles = single_reward > 0.0};
        for (std::size_t b = 0; b < count; ++b) {
            auto& w = blocks[b];
            w.resize(*technology_, slot_count);
            planner_->prepare(w, view, static_cast<int>(b * core::lane_count));
            planner_->begin_year(w);
            fill_market(w);
        }
    }
    delivery::PlanReport plan(state::RewardScheme const& scheme, double remaining = 1.0)
    {
        delivery::PlanReport sum;
        for (auto& w : blocks) {
            auto const report = planner_->plan(w, scheme, remaining);
            sum.passes = std::max(sum.passes, report.passes);
            sum.rescued += report.rescued;
            sum.fenced += report.fenced;
            sum.unsettled += report.unsettled;
        }
        return sum;
    }
    /// The same by the bracketing solver, for every area. \return areas that did not settle
    template <class Power>
    int bracket(state::RewardScheme const& scheme, Power power)
    {
        int unsettled = 0;
        for (auto& w : blocks) {
            w.fenced = core::LaneMask{false};
            // All roots of every slot, without the short cut that the solver takes where these are
            // small.
            w.year.steepest.assign(w.year.steepest.size(), core::Lanes{1e9});
            w.year.gain_slope.assign(w.year.gain_slope.size(), core::Lanes{1.0});
            for (std::size_t lane = 0; lane < core::lane_count; ++lane) {
                delivery::AreaSolver<Power> solver{*technology_, params_, power, w, scheme, 1.0, lane, false};
                unsettled += solver.solve() ? 0 : 1;
            }
        }
        return unsettled;
    }

    [[nodiscard]] delivery::BlockWork& work(int area)
    {
        return blocks[static_cast<std::size_t>(area) / core::lane_count];
    }
    [[nodiscard]] static std::size_t lane(int area)
    {
        return static_cast<std::size_t>(area) % core::lane_count;
    }
    [[nodiscard]] double gain(int area, int slot) { return work(area).year.true_gain[slot][lane(area)]; }
    [[nodiscard]] double spend(int area, int partner)
    {
        return work(area).spend[static_cast<std::size_t>(partner)][lane(area)];
    }
    [[nodiscard]] double budget(int area, int partner)
    {
        return work(area).budget[static_cast<std::size_t>(partner)][lane(area)];
    }
    [[nodiscard]] int area_count() const { return static_cast<int>(pack.area_count()); }
    [[nodiscard]] delivery::Planner const& planner() const { return *planner_; }
    [[nodiscard]] delivery::Technology const& technology() const { return *technology_; }

    state::Pack pack{};
    state::Population population{};
    state::Agreement agreement{};
    state::InspectionSlopes inspection{};
    state::Standing standing{};
    std::vector<delivery::BlockWork> blocks{};
    state::Centre centre{};
    double single_reward{};  ///< [GBP thousand per sigma] of the second indicator; of the j-th j - 1 times that
    double shared_care{};  ///< [share] of the year

  private:
    static double draw(char const* name, int entity, int column = 0)
    {
        return random::uniform({7, 0, random::Purpose{name}, 0}, static_cast<std::uint32_t>(entity),
                               static_cast<std::uint32_t>(column));
    }

    void make_pack(std::vector<int> const& ids)
    {
        pack.departments = {{"A", "first"}, {"B", "second"}, {"C", "third"}};
        for (int const id : ids) {
            state::Area area;
            area.id = id;
            area.two_tier = draw("two_tier", id) < 0.4;
            pack.areas.push_back(area);
        }
        for (int j = 0; j < indicator_count; ++j) {
            state::Indicator row;
            row.number = j + 1;
            row.department = state::DepartmentId{j % department_count};
            pack.indicators.push_back(row);
        }
        pack.base_share.resize(indicator_count, partner_count);
        for (int p = 0; p < partner_count; ++p) {
            state::Partner partner;
            partner.code = std::string("P") + std::to_string(p);
            partner.reputation = p == 0 ? 1.0 : 0.6;
            partner.grant_dependence = 0.3 + 0.2 * p;
            partner.two_tier_only = p == 1;
            if (p >= 2) partner.national_line = {state::DepartmentId{p - 2}};
            pack.partners.push_back(partner);
        }
        for (int j = 0; j < indicator_count; ++j) {
            double total = 0.0;
            for (int p = 0; p < partner_count; ++p) {
                bool const works = p == 0 || draw("works", j, p) < 0.6;
                pack.base_share(j, p) = works ? 0.1 + draw("share", j, p) : 0.0;
                total += pack.base_share(j, p);
            }
            pack.base_share.row(j) /= total;
        }
    }

    void make_population()
    {
        auto const rows = static_cast<Eigen::Index>(core::padded(pack.area_count()));
        population.productivity = state::PerArea::Ones(rows);
        population.buy_in = state::PerArea::Ones(rows);
        population.cooperation = state::PerArea::Zero(rows);
        inspection.any_indicator = state::PerArea::Zero(rows);
        inspection.agreement_item = state::PerArea::Zero(rows);
        for (std::size_t i = 0; i < pack.area_count(); ++i) {
            int const id = pack.areas[i].id;
            auto const row = static_cast<Eigen::Index>(i);
            population.productivity[row] = 0.8 + 0.4 * draw("productivity", id);
            population.buy_in[row] = 0.5 + draw("buy_in", id);
            population.cooperation[row] = draw("cooperation", id);
            inspection.any_indicator[row] = 0.1 * draw("any_indicator", id);
            inspection.agreement_item[row] = 0.5 * draw("agreement_item", id);
        }
        population.controllability.resize(indicator_count);
        population.relative_value.resize(indicator_count);
        population.cos_distortion.resize(indicator_count);
        population.sin_distortion.resize(indicator_count);
        for (int j = 0; j < indicator_count; ++j) {
            population.controllability[j] = 0.4 + 0.7 * draw("controllability", j);
            population.relative_value[j] = 0.3 + 1.4 * draw("value", j);
            double const angle = 0.8 * draw("distortion", j);
            population.cos_distortion[j] = core::cos(angle);
            population.sin_distortion[j] = core::sin(angle);
        }
    }

    void make_agreement()
    {
        auto const rows = static_cast<Eigen::Index>(core::padded(pack.area_count()));
        agreement.selected = state::AreaFlagTable::Zero(rows, indicator_count);
        agreement.item = state::AreaIntTable::Constant(rows, slot_count, -1);
        agreement.imposed = agreement.placeholder = state::AreaFlagTable::Zero(rows, slot_count);
        agreement.count.assign(static_cast<std::size_t>(rows), 0);
        for (std::size_t i = 0; i < pack.area_count(); ++i) {
            int const id = pack.areas[i].id;
            int const wanted = 3 + static_cast<int>(6.0 * draw("count", id));
            int& count = agreement.count[i];
            for (int j = 0; j < indicator_count && count < wanted; ++j) {
                int const left = indicator_count - j;
                if (draw("selected", id, j) * left >= wanted - count) continue;
                agreement.selected(static_cast<Eigen::Index>(i), j) = 1;
                agreement.item(static_cast<Eigen::Index>(i), count++) = j;
            }
        }
    }

    void fill_market(delivery::BlockWork& w) const
    {
        auto& market = w.market;
        for (int k = 0; k < w.slots; ++k) {
            for (std::size_t at = 0; at < core::lane_count; ++at) {
                int const j = w.indicator[k][at];
                auto const i = static_cast<std::size_t>(w.first_area) + at;
                bool const used = j >= 0;
                int const id = used ? pack.areas[i].id : 0;
                w.year.start[k][at] = used ? 0.8 * (draw("start", id, j) - 0.5) : 0.0;
                market.announced[k][at] = used ? 0.4 * (draw("announced", id, j) - 0.5) : 0.0;
                market.stretch[k][at] = used ? 0.3 + 1.2 * draw("stretch", id, j) : 1.0;
                market.target[k][at] = used ? market.announced[k][at] + market.stretch[k][at] : 0.0;
                market.spread[k][at] = used ? 0.7 + 0.6 * draw("spread", id, j) : 1.0;
                market.reward[k][at] = used ? reward_ * (0.5 + draw("reward", id, j)) : 0.0;
                market.social_value[k][at] = used ? 100.0 : 0.0;
            }
        }
    }

    delivery::DeliveryParams params_;
    double reward_;
    std::unique_ptr<delivery::Technology const> technology_{};
    std::unique_ptr<delivery::Planner> planner_{};
};
}  // namespace concordat::support
