#include "models/levels/level_talks.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>

#include "models/levels/level_moves.hpp"
#include "models/levels/purposes.hpp"
#include "models/state/streams.hpp"
#include "sim/core/check.hpp"

namespace concordat::levels
{
namespace
{
constexpr int chunk = 64;  // items drawn at once

/// Writes an item's level into the slot's cells.
void enter(ItemLevel const& level, int area, int slot, int item, state::Agreement& agreement, state::Targets& targets,
           state::LevelRecord& record)
{
    if (level.parked) {
        agreement.placeholder(area, slot) = 1;
        record.placeholders(area) += 1.0;
        return;
    }
    targets.announced_trend(area, slot) = level.announced;
    targets.stretch(area, slot) = level.stretch;
    record.month(area, slot) = level.month;
    record.months(area) = std::max(record.months(area), level.month);
    record.promised(item) += level.stretch;
    if (!level.imposed) return;
    record.imposed(area, slot) = 1;
    record.imposed_items(area) += 1.0;
}
}  // namespace

/// Draws of up to `chunk` items of one area.
struct LevelTalks::Batch
{
    std::array<std::uint32_t, chunk> numbers{};
    std::array<double, chunk> tidy{}, council{}, centre{}, evidence{};

    [[nodiscard]] Draws at(int k) const { return {tidy[k], council[k], centre[k], evidence[k]}; }
};

LevelTalks::LevelTalks(state::Pack const& pack, LevelTalksParams const& params)
    : params_{params},
      protocol_{make_level_protocol(params.protocol, params.bargaining.centre_weight.value())},
      looks_at_need_{protocol_->looks_at_need()},
      order_(pack.area_count()),
      ids_{state::area_ids(pack)},
      numbers_{state::indicator_numbers(pack)}
{
    core::require(params.bargaining.standard_controllability > 0, "the standard controllability is positive");
    std::iota(order_.begin(), order_.end(), 0);
    std::sort(order_.begin(), order_.end(), [&](int a, int b) { return ids_[a] < ids_[b]; });
}

void LevelTalks::resize(state::Agreement const& agreement, state::Targets& targets, state::LevelRecord& record) const
{
    for (auto* table : {&targets.announced_trend, &targets.stretch, &targets.level}) {
        *table = state::AreaTable::Zero(agreement.item.rows(), agreement.item.cols());
    }
    record.resize(agreement.item.rows(), static_cast<std::int64_t>(numbers_.size()), agreement.item.cols());
}

void LevelTalks::strike(state::Occasion const& when, state::Population const& population,
                        state::Standing const& standing, state::Agreement& agreement, state::Targets& targets,
                        state::LevelRecord& record, state::Transcript& transcript) const
{
    targets.announced_trend.setZero();
    targets.stretch.setZero();
    record.clear();
    Scene const scene{when, population, standing, state::round_key(when, purpose::imposed)};
    Batch batch;
    for (int const area : order_) {
        Table const at = open_table(scene, area);
        bool const told = transcript.wants(area);
        for (int slot = 0; slot < agreement.count[area]; ++slot) {
            if (slot % chunk == 0) draw(when, agreement, area, slot, batch);
            int const item = agreement.item(area, slot);
            bool const unknown = params_.wait_for_baseline && population.missing_baseline[item] != 0;
            if (unknown || agreement.placeholder(area, slot) != 0) {
                enter({.parked = true}, area, slot, item, agreement, targets, record);
                if (told) write_parking(area, item, unknown, transcript);
                continue;
            }
            Draws const draws = batch.at(slot % chunk);
            LevelCase const on_table = state_case(scene, at, item, draws);
            ItemLevel const level = settle(scene, at, on_table, item);
            record.demanded(item) += on_table.scale * on_table.demand;
            enter(level, area, slot, item, agreement, targets, record);
            if (told) write_talks(on_table, level, area, item, explain(population, item, draws), transcript);
        }
    }
    targets.level = targets.announced_trend + targets.stretch;
}

ItemLevel LevelTalks::strike_later(state::Occasion const& when, int year, state::Population const& population,
                                   state::Standing const& standing, int area, int item) const
{
    Scene const scene{when, population, standing, state::year_key(when, year, purpose::imposed_later)};
    Table const at = open_table(scene, area);
    return settle(scene, at, state_case(scene, at, item, draw_one(when, area, item)), item);
}

LevelTalks::Table LevelTalks::open_table(Scene const& scene, int area) const
{
    auto const& with = params_.bargaining;
    double const secrecy = with.understatement.value() * (1.0 - with.evidence_quality.value());
    double const hidden =
        secrecy * (1.0 - scene.population.trust(area)) * scene.standing.understatement_habit(area) +
        params_.foresight_understatement.value() * params_.foreseen_ratchet;
    return {area, hidden, scene.population.centre_weight(area),
            protocol_->set_pace(scene.standing.concession_habit(area))};
}

void LevelTalks::draw(state::Occasion const& when, state::Agreement const& agreement, int area, int first_slot,
                      Batch& batch) const
{
    Draws const nothing;
    batch.tidy.fill(nothing.tidy);
    batch.council.fill(nothing.council);
    batch.centre.fill(nothing.centre);
    batch.evidence.fill(nothing.evidence);
    bool const tidies = params_.bargaining.rounding_up.value() > 0.0;
    bool const limits = protocol_->draws_limits();
    if (!tidies && !limits) return;
    std::size_t const count = std::min(chunk, agreement.count[area] - first_slot);
    for (std::size_t k = 0; k < count; ++k) {
        batch.numbers[k] = numbers_[agreement.item(area, first_slot + static_cast<int>(k))];
    }
    // The indicator is the entity and the area the column: one call serves an area's items only.
    auto const fill = [&](random::Purpose purpose, std::array<double, chunk>& out) {
        random::fill_uniform(state::round_key(when, purpose), std::span{batch.numbers}.first(count), ids_[area],
                             std::span{out}.first(count));
    };
    if (tidies) fill(purpose::rounding_up, batch.tidy);
    if (!limits) return;
    fill(purpose::council_limit, batch.council);
    fill(purpose::centre_limit, batch.centre);
    fill(purpose::evidence, batch.evidence);
}

LevelTalks::Draws LevelTalks::draw_one(state::Occasion const& when, int area, int item) const
{
    auto const one = [&](random::Purpose purpose) {
        return random::uniform(state::round_key(when, purpose), numbers_[item], ids_[area]);
    };
    Draws draws;
    if (params_.bargaining.rounding_up.value() > 0.0) draws.tidy = one(purpose::rounding_up);
    if (!protocol_->draws_limits()) return draws;
    draws.council = one(purpose::council_limit);
    draws.centre = one(purpose::centre_limit);
    draws.evidence = one(purpose::evidence);
    return draws;
}

double LevelTalks::demand(state::Population const& population, int item, bool tidy) const
{
    auto const& with = params_.bargaining;
    bool const imposed = population.top_down[item] != 0;
    double const national = imposed ? population.national_gain(item) : with.evidence_demand.value();
    double const asked = params_.bottom_up ? with.local_offer.value() + params_.challenge.value() : national;
    return tidy ? with.rounding_factor * asked : asked;
}

double LevelTalks::announce(Scene const& scene, Table const& at, int item) const
{
    double const honest = scene.population.trend(at.area, item) - at.hidden;
    double const kept = params_.kept_shortfall * (1.0 - params_.ratchet_weight);
    return kept == 0.0 ? honest : honest + kept * scene.standing.shortfall(at.area, item);
}

LevelCase LevelTalks::state_case(Scene const& scene, Table const& at, int item, Draws const& draws) const
{
    auto const& with = params_.bargaining;
    double const asked = demand(scene.population, item, draws.tidy < with.rounding_up.value());
    return {.offer = with.local_offer.value(),
            .demand = asked,
            .council_limit = params_.council_limit.value(),
            .centre_least = params_.centre_least.value() * asked,
            .scale = scene.population.controllability(item) / with.standard_controllability,
            .announced = announce(scene, at, item),
            .need = looks_at_need_ ? scene.population.need(at.area, item) : 0.0,
            .council_type = draws.council,
            .centre_type = draws.centre,
            .evidence = draws.evidence < with.evidence_quality.value()};
}

ItemLevel LevelTalks::settle(Scene const& scene, Table const& at, LevelCase const& on_table, int item) const
{
    Settlement const met = protocol_->strike(on_table, at.pace);
    if (met.agreed) return {on_table.announced, met.stretch, met.month, false, false};
    bool const imposed = random::uniform(scene.impose, numbers_[item], ids_[at.area]) < at.power;
    if (!imposed) return {.month = deadline(), .parked = true};
    return {on_table.announced, on_table.scale * on_table.demand, deadline(), true, false};
}

state::MoveReason LevelTalks::explain(state::Population const& population, int item, Draws const& draws) const
{
    if (population.top_down[item] != 0 && !params_.bottom_up) return state::MoveReason::trajectory;
    bool const tidy = draws.tidy < params_.bargaining.rounding_up.value();
    return tidy ? state::MoveReason::rounding : state::MoveReason::centre_ask;
}

double LevelTalks::deadline() const { return static_cast<double>(params_.protocol.months); }

void LevelTalks::weigh(state::Agreement const& agreement, state::AreaTable& weight) const
{
    for (Eigen::Index slot = 0; slot < weight.cols(); ++slot) {
        for (Eigen::Index area = 0; area < weight.rows(); ++area) {
            if (agreement.placeholder(area, slot) != 0) weight(area, slot) *= params_.placeholder_weight;
        }
    }
}

void LevelTalks::count_contested(state::Agreement const& agreement, state::AreaIntTable const& contestants,
                                 state::LevelRecord& record) const
{
    for (int const area : order_) {
        record.contested(area) = 0.0;
        for (int slot = 0; slot < agreement.count[area]; ++slot) {
            if (contestants(area, slot) > 0) record.contested(area) += 1.0;
        }
    }
}

void LevelTalks::carry(state::Agreement const& agreement, state::AreaTable const& reported,
                       state::Targets const& targets, state::Standing& standing) const
{
    standing.shortfall.setZero();
    for (int const area : order_) {
        for (int slot = 0; slot < agreement.count[area]; ++slot) {
            if (agreement.placeholder(area, slot) != 0) continue;
            standing.shortfall(area, agreement.item(area, slot)) = targets.level(area, slot) - reported(area, slot);
        }
    }
}
}  // namespace concordat::levels
