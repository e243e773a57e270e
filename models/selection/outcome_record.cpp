#include "models/selection/outcome_record.hpp"

#include <algorithm>

#include "models/selection/purposes.hpp"

namespace concordat::selection
{
namespace
{
bool has(Talks const& talks, int k, Mark mark) { return (talks.marks[k] & mark) != 0; }

/// An item has no level where its baseline is missing and levels wait for it, where it was parked, and at times where it
/// was settled in the rush of the last month.
bool lacks_level(FinishedTalks const& in, int k)
{
    bool const missing = in.population.missing_baseline[in.facts.lists.candidates[k]] != 0;
    if (missing && in.params.waits_for_baseline) return true;
    if (in.talks.stage[k] == Stage::parked) return true;
    auto const& brokered = in.params.brokered;
    double const chance = brokered.council.rushed_placeholder.value() * in.talks.rush;
    return in.talks.settled[k] == brokered.months && in.luck.uniform(purpose::placeholder, in.facts.number[k]) < chance;
}

/// Sums over one area's agreement.
struct Tally
{
    int parked{}, told{}, prescribed{}, settled_later{}, last_month{}, late_accepted{};  ///< [items]
    double council_gain{}, centre_gain{};  ///< [s.d. of value]
    int last{};  ///< [months] of the last settlement
};

void count_agreed(FinishedTalks const& in, int k, Tally& tally)
{
    auto const& talks = in.talks;
    int const month = talks.settled[k];
    tally.told += talks.stage[k] == Stage::told ? 1 : 0;
    tally.prescribed += !has(talks, k, from_draft) & (talks.council[k] < 0.0) ? 1 : 0;
    tally.settled_later += month > 0 ? 1 : 0;
    tally.last_month += month == in.params.brokered.months ? 1 : 0;
    tally.late_accepted += has(talks, k, from_late) ? 1 : 0;
    tally.council_gain += talks.council[k];
    tally.centre_gain += talks.centre[k];
    tally.last = std::max(tally.last, month);
}

void enter(Tally const& tally, int area, state::Bargain& bargain)
{
    bargain.parked(area) = tally.parked;
    bargain.told(area) = tally.told;
    bargain.prescribed(area) = tally.prescribed;
    bargain.settled_later(area) = tally.settled_later;
    bargain.last_month(area) = tally.last_month;
    bargain.late_accepted(area) = tally.late_accepted;
    bargain.council_gain(area) = tally.council_gain;
    bargain.centre_gain(area) = tally.centre_gain;
}

/// Asks and late demands that did not get in; what the Government Office returned is not refused.
void count_missing(FinishedTalks const& in, state::Bargain& bargain)
{
    int refused = 0, late = 0;
    for (int k = 0; k < in.facts.item_count(); ++k) {
        auto const stage = in.talks.stage[k];
        int const out = !is_in(stage) & (stage != Stage::stopped) ? 1 : 0;
        refused += has(in.talks, k, from_ask) | has(in.talks, k, from_late) ? out : 0;
        late += has(in.talks, k, from_late) ? out : 0;
    }
    bargain.refused(in.who.area) = refused;
    bargain.late_refused(in.who.area) = late;
}
}  // namespace

void record_outcome(FinishedTalks const& in, std::span<int const> chosen, Settlement out)
{
    int const area = in.who.area;
    auto& bargain = out.bargain;
    int slot = out.agreement.statutory[area];
    Tally tally;
    for (int const k : chosen) {
        bool const placeholder = lacks_level(in, k);
        out.agreement.placeholder(area, slot++) = placeholder;
        tally.parked += placeholder ? 1 : 0;
        count_agreed(in, k, tally);
    }
    enter(tally, area, bargain);
    count_missing(in, bargain);
    double const saved = in.who.champion ? in.params.brokered.broker.champion_time : 0.0;
    bargain.months(area) = tally.last * (1.0 - saved) + (in.talks.sent_back ? 1.0 : 0.0);
}
}  // namespace concordat::selection
