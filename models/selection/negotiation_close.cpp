#include <algorithm>

#include "models/selection/negotiation.hpp"
#include "models/selection/picking.hpp"
#include "models/selection/purposes.hpp"

/// The deadline, and who signs.
namespace concordat::selection
{
using state::MoveKind;
using state::MoveReason;
using state::Party;

void Negotiation::close()
{
    measure_rush();
    if (brokered_.sign_off == SignOff::third_party) {
        take_advice();
    } else {
        decide_asks();
        decide_drafts();
        minister_signs();
    }
    for (int const k : talks_.open) {
        if (talks_.stage[k] == Stage::broker) talks_.stage[k] = Stage::withdrawn;
    }
    talks_.open.clear();
}

/// What is still open, of all on which the sides differed.
void Negotiation::measure_rush()
{
    int open = 0;
    for (int const k : talks_.open) {
        bool const drafted = talks_.stage[k] == Stage::draft;
        open += (talks_.stage[k] == Stage::ask) | (drafted & has(k, contested)) ? 1 : 0;
    }
    talks_.rush = talks_.disputed > 0 ? std::min(1.0, static_cast<double>(open) / talks_.disputed) : 0.0;
    bargain_.rush(who_.area) = talks_.rush;
}

/// Open asks, those that are worth most to the centre first.
void Negotiation::decide_asks()
{
    auto& ranking = talks_.ranking;
    ranking.clear();
    for (int const k : talks_.open) {
        ranking.add(talks_.centre[k], k, talks_.stage[k] == Stage::ask);
    }
    auto& asks = talks_.order;
    ranking.list(asks);
    draw_each(purpose::last_offer, asks, talks_.ranked);
    luck_.fill_uniform(purpose::tell, talks_.ids, 0, {talks_.draws.data(), asks.size()});
    double const chance = tell_chance();
    for (std::size_t n = 0; n < asks.size(); ++n) {
        decide_ask(asks[n], talks_.ranked[n], talks_.draws(static_cast<Eigen::Index>(n)), chance);
    }
}

/// The chance that an open ask is told, but for insistence.
double Negotiation::tell_chance() const
{
    auto const& departments = brokered_.departments;
    return std::min(departments.tell.value() + who_.telling, 1.0) * who_.centre_weight *
           (1.0 + departments.tell_by_rush * (talks_.rush - 0.5)) *
           (1.0 - departments.tell_by_trust * (who_.trust - 0.5)) *
           (1.0 - departments.listing_restraint * departments.public_listing.value());
}

/// The broker's last offer, else park, else tell, else refuse.
void Negotiation::decide_ask(int k, double last_offer_draw, double tell_draw, double tell_chance)
{
    double const joint = talks_.joint[k];
    if (last_offer_draw < brokered_.broker.last_offer * who_.mediation) {
        bool const taken = joint >= 0.0 && slot_free();
        if (taken) put_in(k, Stage::in);
        if (!taken) talks_.stage[k] = Stage::refused;
        minutes_.note(k, Party::government_office, Party::council, taken ? MoveKind::last_offer : MoveKind::refuse,
                      MoveReason::deadline);
        return;
    }
    auto const& council = brokered_.council;
    double const parking = facts_.department[k] < 0 ? 1.0 : pressure_.parking[facts_.department[k]];
    if (missing_[minutes_.indicator(k)] != 0 && slot_free() && joint > -council.park_slack &&
        luck_.uniform(purpose::park, facts_.number[k]) < council.park.value() * parking) {
        put_in(k, Stage::parked);
        minutes_.note(k, Party::council, Party::government_office, MoveKind::park, MoveReason::missing_baseline);
        return;
    }
    bool const insists = has(k, must_have) || has(k, from_late);
    double const chance = insists ? tell_chance * brokered_.departments.insistence : tell_chance;
    if (push(k) > 0.0 && tell_draw < chance) {
        if (has(k, must_have) || !no_need(k, purpose::block, 0, talks_.pooled_need[k])) {
            tell(k, MoveReason::deadline);
            if (talks_.stage[k] == Stage::told) return;
        } else {
            minutes_.note(k, Party::government_office, Party::department, MoveKind::send_back, MoveReason::no_need);
        }
    }
    talks_.stage[k] = Stage::refused;
    minutes_.note(k, Party::council, Party::department, MoveKind::refuse, MoveReason::deadline, lead_row(k));
}

/// The centre tells: into a free slot, or in place of the item of least joint worth.
void Negotiation::tell(int k, MoveReason reason)
{
    if (!slot_free()) {
        list_replaceable();
        if (talks_.replaceable.empty()) return;
        int const weakest = talks_.replaceable.front();
        take_out(weakest);
        minutes_.note(weakest, Party::department, Party::council, MoveKind::swap_out, MoveReason::full, minutes_.indicator(k));
    }
    put_in(k, Stage::told);
    bool const minister = reason == MoveReason::must_have;
    minutes_.note(k, minister ? Party::minister : Party::department, Party::council, MoveKind::tell, reason, lead_row(k));
}

/// The council's own open items: the broker's last offer, or it holds on to them.
void Negotiation::decide_drafts()
{
    for (int const k : talks_.open) {
        if (talks_.stage[k] != Stage::draft) continue;
        auto const number = facts_.number[k];
        if (luck_.uniform(purpose::last_offer, number) < brokered_.broker.last_offer * who_.mediation) {
            bool const taken = talks_.joint[k] >= 0.0 && slot_free();
            if (taken) put_in(k, Stage::in);
            if (!taken) talks_.stage[k] = Stage::refused;
            minutes_.note(k, Party::government_office, Party::council, taken ? MoveKind::last_offer : MoveKind::refuse,
                          MoveReason::deadline);
        } else if (slot_free() &&
                   luck_.uniform(purpose::hold, number) < brokered_.council.hold.value() * (1.0 - who_.centre_weight)) {
            put_in(k, Stage::in);
            minutes_.note(k, Party::council, Party::government_office, MoveKind::keep, MoveReason::deadline);
        } else {
            talks_.stage[k] = Stage::refused;
            minutes_.note(k, Party::government_office, Party::council, MoveKind::refuse, MoveReason::deadline);
        }
    }
}

/// Ministers on departmental advice: a missing must-have comes back.
void Negotiation::minister_signs()
{
    auto const& departments = brokered_.departments;
    double const chance = departments.send_back.value() * who_.centre_weight *
                          (1.0 - departments.listing_restraint * departments.public_listing.value());
    for (int const k : talks_.must_haves) {
        if (is_in(talks_.stage[k]) || talks_.stage[k] == Stage::deal_broken) continue;
        if (talks_.centre[k] <= 0.0 || luck_.uniform(purpose::send_back, facts_.number[k]) >= chance) continue;
        minutes_.note(k, Party::minister, Party::council, MoveKind::send_back, MoveReason::must_have, lead_row(k));
        tell(k, MoveReason::must_have);
        talks_.sent_back = talks_.sent_back || talks_.stage[k] == Stage::told;
    }
}

/// Third-party public advice on what is open, the clearest need first.
void Negotiation::take_advice()
{
    auto& ranking = talks_.ranking;
    ranking.clear();
    for (int const k : talks_.open) ranking.add(talks_.pooled_need[k], k);
    ranking.list(talks_.order);
    for (int const k : talks_.order) follow_advice(k);
}

/// Advisers look at evidence alone; the minister may depart from it at a price.
void Negotiation::follow_advice(int k)
{
    if (talks_.stage[k] == Stage::broker) return;
    bool const asked = talks_.stage[k] == Stage::ask;
    bool const advised = asked ? talks_.pooled_need[k] > brokered_.advice_need && talks_.centre[k] > 0.0
                               : talks_.pooled_need[k] > brokered_.advice_keep;
    auto const verdict = advised ? MoveReason::need_shown : MoveReason::no_evidence;
    if (advised && slot_free()) {
        put_in(k, Stage::in);
        minutes_.note(k, Party::adviser, Party::minister, asked ? MoveKind::accept : MoveKind::keep, verdict);
        return;
    }
    talks_.stage[k] = Stage::refused;
    minutes_.note(k, Party::adviser, Party::minister, MoveKind::refuse, verdict);
    if (asked && who_.centre_weight * talks_.centre[k] > brokered_.override_cost) {
        minutes_.note(k, Party::minister, Party::adviser, MoveKind::override_advice, MoveReason::own_gain);
        tell(k, MoveReason::must_have);
    }
}
}  // namespace concordat::selection
