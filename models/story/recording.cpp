#include "models/story/recording.hpp"

namespace concordat::story
{
namespace
{
ItemRecord record_item(RoundState const& round, int area, int slot)
{
    auto const& agreement = round.agreement;
    auto const& targets = round.targets;
    auto const& performance = round.performance;
    int const indicator = agreement.item(area, slot);
    return {.indicator = indicator,
            .statutory = slot < agreement.statutory[static_cast<std::size_t>(area)],
            .imposed = agreement.imposed(area, slot) != 0,
            .placeholder = agreement.placeholder(area, slot) != 0,
            .trend = targets.announced_trend(area, slot),
            .stretch = targets.stretch(area, slot),
            .target = targets.level(area, slot),
            .reward = performance.reward(area, slot),
            .payment = performance.payment(area, slot),
            .reported = performance.reported(area, slot),
            .outcome = performance.outcome(area, slot),
            .inflation = round.gaming == nullptr ? 0.0 : round.gaming->inflation(area, slot),
            .caught = round.gaming != nullptr && round.gaming->caught(area, slot) != 0,
            .gain = performance.true_gain(area, indicator),
            .usual_gain = performance.baseline_gain(area, indicator)};
}

/// What the area agreed together with others. \pre items are recorded slot by slot
void record_joint(state::JointItems const& joint, state::Performance const& performance, AreaRecord& record)
{
    for (auto const& item : joint.list) {
        auto const holders = static_cast<std::size_t>(item.holders);
        for (std::size_t n = 0; n < holders; ++n) {
            if (item.area[n] != record.area) continue;
            auto& told = record.items[static_cast<std::size_t>(item.slot[n])];
            for (std::size_t m = 0; m < holders; ++m) {
                if (m != n) told.joint_with.push_back(item.area[m]);
            }
            told.joint_missing = joint.seen.level(record.area, item.slot[n]) - performance.reported(record.area, item.slot[n]);
        }
    }
}

TalksRecord record_talks(state::Bargain const& bargain, int area)
{
    return {.months = bargain.months(area),
            .asks = bargain.asks(area),
            .told = bargain.told(area),
            .parked = bargain.parked(area),
            .late = bargain.late(area),
            .late_refused = bargain.late_refused(area),
            .prescribed = bargain.prescribed(area),
            .freedoms = bargain.freedoms(area),
            .entered = bargain.entered(area) != 0.0};
}
}  // namespace

Standpoint record_standpoint(state::Population const& population, state::Standing const& standing, int area)
{
    auto const row = static_cast<std::size_t>(area);
    return {.capability = population.capability(area),
            .inspection_class = population.cpa_class[row],
            .trust = population.trust(area),
            .cooperation = population.cooperation(area),
            .buy_in = population.buy_in(area),
            .centre_weight = population.centre_weight(area),
            .slot_cost = population.slot_cost(area),
            .payment_belief = standing.payment_belief(area),
            .champion = population.champion[row] != 0,
            .sceptic = standing.sceptic(area) != 0.0,
            .engagement = static_cast<int>(standing.engagement(area)),
            .political = (standing.engagement != 0.0).any() || (standing.sceptic != 0.0).any()};
}

Standpoint begin_where(Standpoint const& before, Standpoint ending)
{
    ending.inspection_class = before.inspection_class;
    ending.trust = before.trust;
    ending.cooperation = before.cooperation;
    ending.buy_in = before.buy_in;
    ending.payment_belief = before.payment_belief;
    ending.sceptic = before.sceptic;
    return ending;
}

AreaRecord record_area(RoundState const& round, int area)
{
    auto const row = static_cast<std::size_t>(area);
    AreaRecord record{.area = area,
                      .talks = record_talks(round.bargain, area),
                      .forced = round.agreement.forced[row],
                      .partners_in = round.performance.partners_in(area),
                      .effort = round.performance.effort(area),
                      .agreement_effort = round.performance.agreement_effort(area)};
    for (auto const& move : round.transcript.moves) {
        if (move.area == area) record.moves.push_back(move);
    }
    if (round.diary != nullptr && round.diary->area == area) {
        record.year_items = round.diary->items;
        record.year_partners = round.diary->partners;
    }
    for (int slot = 0; slot < round.agreement.count[row]; ++slot) record.items.push_back(record_item(round, area, slot));
    if (round.joint != nullptr) record_joint(*round.joint, round.performance, record);
    return record;
}
}  // namespace concordat::story
