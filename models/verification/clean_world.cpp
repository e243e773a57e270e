#include "models/verification/clean_world.hpp"

#include <limits>

#include "models/delivery/bracket.hpp"
#include "models/delivery/power.hpp"
#include "sim/core/lanes.hpp"

namespace concordat::verification
{
using core::lane_count;
using core::Lanes;

delivery::DeliveryParams CleanSettings::clean_delivery()
{
    constexpr double solver_tolerance = 1e-13;
    return {
        .motives = {.effort_per_thousand = 1.0,
                    .council_share = 1.0,
                    .attention_base = 1.0},
        .production = {.complementarity = 2.0 / 3.0, .effort_cost = 1.0},
        .budgets = {.slack = std::numeric_limits<double>::infinity()},
        .participation = {.everybody_in = true},
        .solver = {.tolerance = solver_tolerance},
    };
}

CleanWorld::CleanWorld(CleanSettings const& settings) : settings_{settings}
{
    auto const partners = static_cast<Eigen::Index>(settings.shares.size());
    auto const rows =
        static_cast<Eigen::Index>(core::padded(static_cast<std::size_t>(settings.areas)));
    Eigen::Index const columns = settings.indicators;
    pack.name = "clean";
    pack.departments = {{"D", "department"}};
    for (int i = 0; i < settings.areas; ++i) {
        state::Area area;
        area.id = i + 1;
        area.population = 100000.0;
        for (int other = 0; other < settings.areas; ++other) {
            if (other != i) area.neighbours.emplace_back(other);
        }
        pack.areas.push_back(area);
    }
    for (int j = 0; j < settings.indicators; ++j) {
        state::Indicator row;
        row.number = j + 1;
        row.department = state::DepartmentId{0};
        pack.indicators.push_back(row);
    }
    pack.base_share.resize(columns, partners);
    for (Eigen::Index p = 0; p < partners; ++p) {
        state::Partner partner;
        partner.code = "P" + std::to_string(p);
        partner.reputation = 1.0;
        pack.partners.push_back(partner);
        pack.base_share.col(p).setConstant(settings.shares[static_cast<std::size_t>(p)]);
    }
    population.productivity = state::PerArea::Ones(rows);
    population.buy_in = state::PerArea::Ones(rows);
    population.cooperation = state::PerArea::Zero(rows);
    population.controllability = state::PerIndicator::Ones(columns);
    population.relative_value = state::PerIndicator::Ones(columns);
    population.social_value = state::PerIndicator::Zero(columns);
    population.noise = state::PerIndicator::Ones(columns);
    population.trend_mean = state::PerIndicator::Zero(columns);
    population.cos_distortion = state::PerIndicator::Ones(columns);
    population.sin_distortion = state::PerIndicator::Zero(columns);
    population.trend = state::AreaTable::Zero(rows, columns);
    for (auto& factor : population.loading) factor = state::PerIndicator::Zero(columns);
    population.spillovers.begin.assign(static_cast<std::size_t>(columns) + 1, 0);
    agreement.selected = state::AreaFlagTable::Zero(rows, columns);
    agreement.item = state::AreaIntTable::Constant(rows, columns, -1);
    agreement.imposed = agreement.placeholder = state::AreaFlagTable::Zero(rows, columns);
    agreement.count.assign(static_cast<std::size_t>(rows), 0);
    agreement.statutory.assign(static_cast<std::size_t>(rows), 0);
    agreement.forced.assign(static_cast<std::size_t>(rows), 0);
    for (int i = 0; i < settings.areas; ++i) {
        agreement.count[static_cast<std::size_t>(i)] = settings.indicators;
        for (int j = 0; j < settings.indicators; ++j) {
            agreement.selected(i, j) = 1;
            agreement.item(i, j) = j;
        }
    }
    inspection.any_indicator = state::PerArea::Zero(rows);
    inspection.agreement_item = state::PerArea::Zero(rows);
}

void CleanWorld::start()
{
    technology_ = std::make_unique<delivery::Technology const>(
        pack, settings_.delivery.motives.council_share);
    planner_ = delivery::make_planner(*technology_, settings_.delivery);
    planner_->set_budgets(population);
    delivery::RoundView const view{&pack, &population, &agreement, &inspection};
    std::size_t const blocks = (pack.area_count() + lane_count - 1) / lane_count;
    blocks_.resize(blocks);
    for (std::size_t b = 0; b < blocks; ++b) {
        blocks_[b].resize(*technology_, agreement.max_slots());
        planner_->prepare(blocks_[b], view, static_cast<int>(b * lane_count));
        planner_->begin_year(blocks_[b]);
    }
    scratch_.assign(static_cast<std::size_t>(agreement.max_slots()), Lanes{0.0});
}

void CleanWorld::begin_year()
{
    for (auto& w : blocks_) planner_->begin_year(w);
}

delivery::BlockWork& CleanWorld::work(int area)
{
    return blocks_[static_cast<std::size_t>(area) / lane_count];
}
delivery::BlockWork const& CleanWorld::work(int area) const
{
    return blocks_[static_cast<std::size_t>(area) / lane_count];
}

namespace
{
std::size_t lane_of(int area)
{
    return static_cast<std::size_t>(area) % lane_count;
}
}  // namespace

void CleanWorld::set(Column column, int area, int slot, double value)
{
    (work(area).market.*column)[slot][lane_of(area)] = value;
}

void CleanWorld::set_everywhere(Column column, double value)
{
    for (auto& w : blocks_) (w.market.*column).assign((w.market.*column).size(), Lanes{value});
}

void CleanWorld::set_contestants(int count)
{
    for (auto& w : blocks_) {
        for (auto& slot : w.market.contestants) slot.fill(count);
    }
}

void CleanWorld::set_start(int area, int slot, double value)
{
    work(area).year.start[slot][lane_of(area)] = value;
}

void CleanWorld::set_budget(int partner, double effort_squared)
{
    for (auto& w : blocks_) w.budget[static_cast<std::size_t>(partner)] = Lanes{effort_squared};
}

namespace
{
/// Makes the solver look for all roots of every slot: it takes a short cut where these are small.
void scan_every_slot(delivery::BlockWork& w)
{
    constexpr double steep = 1e9;
    w.year.steepest.assign(w.year.steepest.size(), Lanes{steep});
    w.year.gain_slope.assign(w.year.gain_slope.size(), Lanes{1.0});
}

template <class Power>
int bracket_block(delivery::Technology const& technology, delivery::DeliveryParams const& params,
                  Power power, delivery::BlockWork& w, state::RewardScheme const& scheme)
{
    int unsettled = 0;
    scan_every_slot(w);
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
        delivery::AreaSolver<Power> solver{technology, params, power, w, scheme, 1.0, lane, false};
        if (!solver.solve()) ++unsettled;
    }
    return unsettled;
}
}  // namespace

void CleanWorld::plan(state::RewardScheme const& scheme, Solver solver)
{
    rescued_ = unsettled_ = 0;
    bool const half = settings_.delivery.production.complementarity == 2.0 / 3.0;
    for (auto& w : blocks_) {
        if (solver == Solver::planner) {
            auto const report = planner_->plan(w, scheme, 1.0);
            rescued_ += report.rescued;
            unsettled_ += report.unsettled;
        } else if (half) {
            unsettled_ +=
                bracket_block(*technology_, settings_.delivery, delivery::HalfPower{}, w, scheme);
        } else {
            delivery::GeneralPower const power{settings_.delivery.production.complementarity};
            unsettled_ += bracket_block(*technology_, settings_.delivery, power, w, scheme);
        }
    }
}

double CleanWorld::gain(int area, int slot) const
{
    return work(area).year.true_gain[slot][lane_of(area)];
}
double CleanWorld::measured_gain(int area, int slot) const
{
    return work(area).year.gain[slot][lane_of(area)];
}
double CleanWorld::spend(int area, int partner) const
{
    return work(area).spend[static_cast<std::size_t>(partner)][lane_of(area)];
}

double CleanWorld::multiplier(int area, int partner) const
{
    double const rho = settings_.delivery.production.complementarity;
    double const discount = work(area).discount[static_cast<std::size_t>(partner)][lane_of(area)];
    return core::pow(discount, -(2.0 - rho) / rho);
}

double CleanWorld::expected(state::RewardScheme const& scheme, int area, int slot)
{
    auto& w = work(area);
    for (int k = 0; k < w.slots; ++k) w.market.expected[k] = w.year.start[k] + w.year.gain[k];
    scheme.expect(w.market, scratch_);
    return scratch_[slot][lane_of(area)];
}
}  // namespace concordat::verification
