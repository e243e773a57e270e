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

void count_agreed(FinishedTalks const& in, int k, state::Bargain& bargain)
{
    auto const& talks = in.talks;
    int const area = in.who.area;
    bargain.told(area) += talks.stage[k] == Stage::told ? 1.0 : 0.0;
    bargain.prescribed(area) += !has(talks, k, from_draft) && talks.council[k] < 0.0 ? 1.0 : 0.0;
    bargain.settled_later(area) += talks.settled[k] > 0 ? 1.0 : 0.0;
    bargain.last_month(area) += talks.settled[k] == in.params.brokered.months ? 1.0 : 0.0;
    bargain.council_gain(area) += talks.council[k];
    bargain.centre_gain(area) += talks.centre[k];
    bargain.late_accepted(area) += has(talks, k, from_late) ? 1.0 : 0.0;
}

/// Asks and late demands that did not get in; what the Government Office returned is not refused.
void count_missing(FinishedTalks const& in, state::Bargain& bargain)
{
    int refused = 0, late = 0;
    for (int k = 0; k < in.facts.item_count(); ++k) {
        auto const stage = in.talks.stage[k];
        int const out = !is_in(stage) && stage != Stage::stopped ? 1 : 0;
        refused += (in.talks.marks[k] & (from_ask | from_late)) != 0 ? out : 0;
        late += (in.talks.marks[k] & from_late) != 0 ? out : 0;
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
    int last = 0;
    for (int const k : chosen) {
        bool const placeholder = lacks_level(in, k);
        out.agreement.placeholder(area, slot++) = placeholder;
        bargain.parked(area) += placeholder ? 1.0 : 0.0;
        count_agreed(in, k, bargain);
        last = std::max(last, static_cast<int>(in.talks.settled[k]));
    }
    count_missing(in, bargain);
    double const saved = in.who.champion ? in.params.brokered.broker.champion_time : 0.0;
    bargain.months(area) = last * (1.0 - saved) + (in.talks.sent_back ? 1.0 : 0.0);
}
}  // namespace concordat::selection
