#include <algorithm>
#include <cmath>
#include <limits>

#include "models/selection/negotiation.hpp"
#include "models/selection/picking.hpp"
#include "models/selection/purposes.hpp"
#include "sim/core/lanes.hpp"

/// The months between the opening and the deadline.
namespace concordat::selection
{
using state::MoveKind;
using state::MoveReason;
using state::Party;

void Negotiation::begin_month(int month)
{
    talks_.month = month;
    talks_.concession = talks_.concessions(month - 1);
}

/// In the last three months ministers announce, and their departments come with something new.
void Negotiation::demand_late()
{
    if (talks_.month < brokered_.months - 2 || brokered_.departments.late_demands <= 0.0) return;
    auto const count = static_cast<std::size_t>(facts_.department_count());
    luck_.fill_uniform(purpose::late_demand, facts_.department_id, talks_.month, {talks_.draws.data(), count});
    std::copy_n(talks_.draws.data(), count, talks_.credits.begin());
    for (int d = 0; d < facts_.department_count(); ++d) {
        if (talks_.credits[d] <= pressure_.quiet[d]) continue;
        int const demands = random::poisson(talks_.credits[d], pressure_.late_rate[d]);
        for (int n = 0; n < demands; ++n) demand_late(d);
    }
}

/// The department's best item that is not on the table, after the announcement.
void Negotiation::demand_late(int department)
{
    auto const& items = facts_.items_of[department];
    auto const padded = static_cast<std::size_t>(core::padded(items.size()));
    luck_.fill_normal(purpose::late_taste, facts_.numbers_of[department], talks_.month, {talks_.draws.data(), padded});
    int best = -1;
    double best_score = -std::numeric_limits<double>::infinity();
    for (std::size_t n = 0; n < items.size(); ++n) {
        int const k = items[n];
        auto const stage = talks_.stage[k];
        if (stage != Stage::idle && stage != Stage::stopped && stage != Stage::dropped) continue;
        double const score = talks_.centre[k] + brokered_.departments.late_taste * talks_.draws(static_cast<Eigen::Index>(n));
        if (score > best_score) {
            best = k;
            best_score = score;
        }
    }
    if (best < 0 || push(best) + brokered_.departments.announcement < 0.0) return;
    bargain_.late(who_.area) += 1.0;
    mark(best, from_late);
    minutes_.note(best, Party::department, Party::government_office, MoveKind::late_demand, MoveReason::announcement,
                  lead_row(best));
    if (no_need(best, purpose::late_screen, talks_.month, talks_.centre_need[best])) {
        talks_.stage[best] = Stage::stopped;
        mark(best, held_up);
        minutes_.note(best, Party::government_office, Party::department, MoveKind::send_back, MoveReason::no_need);
        return;
    }
    talks_.centre[best] += brokered_.departments.announcement;
    talks_.joint[best] += who_.centre_weight * brokered_.departments.announcement;
    talks_.stage[best] = Stage::ask;
    talks_.open.insert(std::lower_bound(talks_.open.begin(), talks_.open.end(), best), best);
    ++talks_.disputed;
    weigh(best, talks_.month);
    if (!bears_evidence(best)) return;
    auto const closer = [&](int a, int b) { return std::abs(talks_.joint[a]) < std::abs(talks_.joint[b]); };
    talks_.calls.insert(std::upper_bound(talks_.calls.begin(), talks_.calls.end(), best, closer), best);
}

/// What the Government Office would table, as well as it can judge, best first. Its error about an
/// item stays the same all through.
void Negotiation::prepare_bridges()
{
    double const noise = brokered_.broker.bridge_noise;
    if (noise > 0.0) {
        luck_.fill_normal(purpose::bridge, facts_.number, 0,
                          {talks_.draws.data(), static_cast<std::size_t>(talks_.draws.size())});
    }
    auto& ranking = talks_.ranking;
    ranking.clear();
    for (int k = 0; k < facts_.item_count(); ++k) {
        bool const off_table = (talks_.stage[k] == Stage::idle) | (talks_.stage[k] == Stage::stopped);
        double const score = noise > 0.0 ? talks_.joint[k] + noise * talks_.draws(k) : talks_.joint[k];
        ranking.add(score, k, off_table & (score > 0.0));
    }
    ranking.list(talks_.bridges);
}

/// The broker puts forward what neither side did.
void Negotiation::build_bridges()
{
    int places = static_cast<int>(std::lround(who_.mediation * brokered_.broker.bridges));
    if (places <= 0) return;
    if (talks_.month == 1) prepare_bridges();
    for (; places > 0 && talks_.next_bridge < talks_.bridges.size(); ++talks_.next_bridge) {
        int const k = talks_.bridges[talks_.next_bridge];
        if (talks_.stage[k] != Stage::idle && talks_.stage[k] != Stage::stopped) continue;
        talks_.stage[k] = Stage::broker;
        mark(k, from_broker);
        weigh(k, talks_.month);
        talks_.open.insert(std::lower_bound(talks_.open.begin(), talks_.open.end(), k), k);
        --places;
        minutes_.note(k, Party::government_office, Party::council, MoveKind::bridge, MoveReason::none);
    }
}

/// The agenda, in the order of the national set: every open item gets its move. Most stay where they
/// are, so whether one moves is found without a branch, and then how.
void Negotiation::move_items()
{
    for (int const k : talks_.open) {
        bool const goes = has(k, leaving);
        bool const enters = slot_free() ? talks_.due[k] <= talks_.month : may_swap(k);
        if (!(goes | enters)) continue;
        if (goes) {
            withdraw(k);
        } else if (slot_free()) {
            accept(k);
        } else {
            swap(k);
        }
    }
    list_open_again();
}

/// What becomes of an open item follows from its values and the path of concession, so that it is
/// weighed when it comes up and when its values change, not in every month.
void Negotiation::weigh(int k, int from)
{
    if (talks_.stage[k] == Stage::draft) weigh_contest(k);
    set_mark(k, leaving, withdraws(k));
    talks_.due[k] = static_cast<std::int16_t>(find_due(k, from));
}

/// The proposer found out that the item is not worth a slot, or the department not its share of one.
bool Negotiation::withdraws(int k) const
{
    bool const asked = talks_.stage[k] == Stage::ask;
    bool const drafted = talks_.stage[k] == Stage::draft;
    bool const may_go = asked & !has(k, must_have);
    return (may_go & (push(k) < 0.0)) | (drafted & (talks_.council[k] < 0.0));
}

/// The first month not before `from` in which nobody whose consent an open item needs refuses it;
/// one after the deadline: none. Looks at four months at a time.
int Negotiation::find_due(int k, int from) const
{
    constexpr double any = std::numeric_limits<double>::infinity();  // slack of a side that is not asked
    bool const asked = talks_.stage[k] == Stage::ask;
    bool const drafted = talks_.stage[k] == Stage::draft;
    double const council_slack = drafted ? any : asked ? who_.anchor_council : 0.0;
    double const centre_slack = asked || (drafted && !has(k, contested)) ? any : drafted ? who_.anchor_centre : 0.0;
    core::Lanes const never = brokered_.months + 1;
    core::Lanes month{[](auto lane) { return 1.0 + static_cast<double>(lane); }};
    core::Lanes due = never;
    for (Eigen::Index n = 0; n < talks_.concessions.size(); n += core::lane_count) {
        core::Lanes const phi = core::load(&talks_.concessions(n));
        auto const agreed = council_accepts(phi, talks_.council[k], talks_.centre[k], council_slack) &&
                            centre_accepts(phi, talks_.council[k], talks_.centre[k], centre_slack);
        due = std::experimental::min(due, core::select(agreed && month >= from, month, never));
        month += static_cast<double>(core::lane_count);
    }
    return static_cast<int>(std::experimental::hmin(due));
}

void Negotiation::withdraw(int k)
{
    bool const asked = talks_.stage[k] == Stage::ask;
    talks_.stage[k] = Stage::withdrawn;
    minutes_.note(k, asked ? Party::department : Party::council, asked ? Party::council : Party::government_office,
                  MoveKind::withdraw, MoveReason::cost, asked ? lead_row(k) : -1);
}

void Negotiation::accept(int k)
{
    bool const wanted = talks_.stage[k] == Stage::ask ? talks_.council[k] >= 0.0 : talks_.centre[k] >= 0.0;
    put_in(k, Stage::in);
    minutes_.note(k, responder(k), proposer(k), MoveKind::accept, wanted ? MoveReason::own_gain : MoveReason::conceded);
}

/// Both accept a difference only where the joint score gains.
bool Negotiation::may_swap(int k)
{
    list_replaceable();
    return !talks_.replaceable.empty() && talks_.joint[k] >= talks_.joint[talks_.replaceable.front()];
}

/// In order of joint worth; of equal ones the first in the national set.
bool Negotiation::worth_less(int a, int b) const
{
    return talks_.joint[a] < talks_.joint[b] || (talks_.joint[a] == talks_.joint[b] && a < b);
}

/// Agreed items but must-haves and what the centre told. From here on the list follows every change.
void Negotiation::list_replaceable()
{
    if (talks_.replaceable_known) return;
    auto& ranking = talks_.ranking;
    ranking.clear();
    for (int k = 0; k < facts_.item_count(); ++k) {
        bool const chosen = (talks_.stage[k] == Stage::in) | (talks_.stage[k] == Stage::parked);
        ranking.add(-talks_.joint[k], k, chosen & !has(k, must_have));
    }
    ranking.list(talks_.replaceable);
    talks_.replaceable_known = true;
}

/// The agreement is full: the item may replace the one that is worth least to both together among
/// those for which both accept the difference.
void Negotiation::swap(int k)
{
    for (int const other : talks_.replaceable) {
        if (talks_.joint[other] > talks_.joint[k]) return;
        if (!both_accept(talks_.council[k] - talks_.council[other], talks_.centre[k] - talks_.centre[other])) continue;
        minutes_.note(other, responder(k), proposer(k), MoveKind::swap_out, MoveReason::full, minutes_.indicator(k));
        take_out(other);
        minutes_.note(k, responder(k), proposer(k), MoveKind::swap_in, MoveReason::full, minutes_.indicator(other));
        put_in(k, Stage::in);
        bargain_.swapped(who_.area) += 1.0;
        return;
    }
}

/// Evidence may tell where a side that knows of a need faces one that does not.
bool Negotiation::bears_evidence(int k) const
{
    bool const asked = talks_.stage[k] == Stage::ask;
    bool const drafted = talks_.stage[k] == Stage::draft;
    double const council = talks_.council_need[k];
    double const centre = talks_.centre_need[k];
    bool const needs_ask = (centre > 0.0) | (council < 0.0);
    bool const needs_draft = (council > 0.0) | (centre < 0.0);
    bool const tried = has(k, evidence_tried);
    return ((asked & needs_ask) | (drafted & needs_draft)) & !tried;
}

/// Values change with evidence only, so the order in which it is presented is known at the start.
void Negotiation::list_close_calls()
{
    talks_.calls.clear();
    if (brokered_.evidence_per_month == 0) return;
    auto& ranking = talks_.ranking;
    ranking.clear();
    for (int const k : talks_.open) ranking.add(-std::abs(talks_.joint[k]), k, bears_evidence(k));
    ranking.list(talks_.calls);
}

/// Evidence is presented on the closest calls; where it is heard, both sides see the same need.
void Negotiation::hear_evidence()
{
    auto const places = static_cast<std::size_t>(brokered_.evidence_per_month);
    auto& calls = talks_.calls;
    auto& heard = talks_.order;
    heard.clear();
    std::size_t seen = 0;
    for (; seen < calls.size() && heard.size() < places; ++seen) {
        int const k = calls[seen];
        if (!bears_evidence(k)) continue;
        mark(k, evidence_tried);
        heard.push_back(k);
    }
    calls.erase(calls.begin(), calls.begin() + static_cast<std::ptrdiff_t>(seen));
    draw_each(purpose::evidence, heard, talks_.ranked);
    for (std::size_t n = 0; n < heard.size(); ++n) reveal(heard[n], talks_.ranked[n]);
}

void Negotiation::reveal(int k, double draw)
{
    bool const heard = draw < brokered_.evidence_quality.value();
    minutes_.note(k, proposer(k), responder(k), MoveKind::evidence, heard ? MoveReason::need_shown : MoveReason::no_evidence);
    if (!heard) return;
    bargain_.evidence(who_.area) += 1.0;
    double const need = talks_.pooled_need[k];
    double const tau = who_.centre_weight;
    talks_.council[k] += brokered_.need_weight * (need - talks_.council_need[k]);
    talks_.centre[k] += brokered_.need_weight * (need - talks_.centre_need[k]);
    talks_.joint[k] = (1.0 - tau) * talks_.council[k] + tau * talks_.centre[k];
    talks_.council_need[k] = talks_.centre_need[k] = need;
    weigh(k, talks_.month + 1);
}

/// An ask against a draft item: the sums must suit both.
void Negotiation::link_trades()
{
    int pairs = static_cast<int>(std::lround(who_.mediation * brokered_.broker.links));
    if (pairs <= 0 || talks_.taken() + 2 > params_.cap) return;
    auto const worth = [&](Stage stage) {
        return [this, stage](int k) { return (talks_.joint[k] > 0.0) & (talks_.stage[k] == stage); };
    };
    auto& drafts = talks_.pairs;
    auto& asks = talks_.order;
    pick(talks_.open, worth(Stage::draft), drafts);
    if (drafts.empty()) return;
    pick(talks_.open, worth(Stage::ask), asks);
    bool linked = false;
    for (; pairs > 0 && talks_.taken() + 2 <= params_.cap && link_best(asks, drafts); --pairs) linked = true;
    if (linked) list_open_again();
}

/// Links the ask and the draft item that are worth most together, if any pair suits both sides.
bool Negotiation::link_best(std::vector<int> const& asks, std::vector<int>& drafts)
{
    int ask = -1;
    std::size_t draft = 0;
    double best = 0.0;
    for (int const j : asks) {
        if (talks_.stage[j] != Stage::ask) continue;
        for (std::size_t n = 0; n < drafts.size(); ++n) {
            int const k = drafts[n];
            if (talks_.joint[j] + talks_.joint[k] <= best) continue;
            if (!both_accept(talks_.council[j] + talks_.council[k], talks_.centre[j] + talks_.centre[k])) continue;
            best = talks_.joint[j] + talks_.joint[k];
            ask = j;
            draft = n;
        }
    }
    if (ask < 0) return false;
    int const kept = drafts[draft];
    drafts.erase(drafts.begin() + static_cast<std::ptrdiff_t>(draft));
    put_in(ask, Stage::in);
    put_in(kept, Stage::in);
    minutes_.note(ask, Party::council, Party::department, MoveKind::link, MoveReason::conceded, minutes_.indicator(kept));
    minutes_.note(kept, Party::department, Party::council, MoveKind::link, MoveReason::conceded, minutes_.indicator(ask));
    bargain_.traded(who_.area) += 1.0;
    return true;
}

/// The council says with which items it will not sign.
void Negotiation::break_deals()
{
    for (int n = 0; n < brokered_.council.deal_breakers; ++n) {
        int worst = -1;
        for (int const k : talks_.open) {
            if (talks_.stage[k] == Stage::ask && (worst < 0 || talks_.council[k] < talks_.council[worst])) worst = k;
        }
        if (worst < 0 || talks_.council[worst] >= -brokered_.council.deal_breaker_loss) return;
        // Stated at equal weights, where 2 (1 - tau) is one.
        double const chance = 2.0 * brokered_.council.deal_breaker.value() * (1.0 - who_.centre_weight);
        if (luck_.uniform(purpose::deal_breaker, facts_.number[worst]) >= chance) return;
        talks_.stage[worst] = Stage::deal_broken;
        bargain_.deal_breakers(who_.area) += 1.0;
        minutes_.note(worst, Party::council, Party::department, MoveKind::deal_breaker, MoveReason::own_gain, lead_row(worst));
        list_open_again();
    }
}

void Negotiation::put_in(int k, Stage how)
{
    talks_.stage[k] = how;
    talks_.settled[k] = static_cast<std::int16_t>(talks_.month);
    talks_.agreed.push_back(k);
    if (!talks_.replaceable_known || how == Stage::told || has(k, must_have)) return;
    auto& list = talks_.replaceable;
    list.insert(std::lower_bound(list.begin(), list.end(), k, [&](int a, int b) { return worth_less(a, b); }), k);
}

void Negotiation::take_out(int k)
{
    talks_.stage[k] = Stage::dropped;
    talks_.settled[k] = -1;
    talks_.agreed.erase(std::find(talks_.agreed.begin(), talks_.agreed.end(), k));
    talks_.replaceable.erase(std::find(talks_.replaceable.begin(), talks_.replaceable.end(), k));
}

void Negotiation::list_open_again()
{
    keep(talks_.open, [&](int k) { return is_open(talks_.stage[k]); });
}

state::Party Negotiation::proposer(int k) const
{
    if (has(k, from_broker)) return Party::government_office;
    return has(k, from_draft) && !has(k, from_ask) ? Party::council : Party::department;
}

state::Party Negotiation::responder(int k) const
{
    return proposer(k) == Party::council ? Party::government_office : Party::council;
}
}  // namespace concordat::selection
