#include <algorithm>
#include <cmath>
#include <limits>

#include "models/selection/negotiation.hpp"
#include "models/selection/picking.hpp"
#include "models/selection/purposes.hpp"
#include "sim/core/elementary.hpp"
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
    auto& shortlist = talks_.order;
    auto& errors = talks_.draws;
    shortlist_bridges(shortlist);
    auto const count = static_cast<Eigen::Index>(shortlist.size());
    for (Eigen::Index n = 0; n < count; ++n) errors(n) = talks_.filled_draws(facts_.filled_place[shortlist[n]]);
    auto const padded = core::padded(shortlist.size());
    std::fill(errors.data() + count, errors.data() + padded, 0.5);
    core::normal_quantile_in_place({errors.data(), padded});
    auto& ranking = talks_.ranking;
    ranking.clear();
    for (Eigen::Index n = 0; n < count; ++n) {
        double const score = talks_.joint[shortlist[n]] + brokered_.broker.bridge_noise * errors(n);
        ranking.add(score, shortlist[n], score > 0.0);
    }
    ranking.list(talks_.bridges);
}

/// Items off the table that may look worth a slot to the broker. An item of joint score w < 0 does
/// where the error exceeds t = -w / noise, so its draw u is above .5 and 1 - u below
///
///     Q(t) <= exp(-q) / 2 <= 1 / (2 (1 + q + q^2 / 2)),   q = t^2 / 2
///
/// which spares most items the inverse of the normal distribution.
void Negotiation::shortlist_bridges(std::vector<int>& out)
{
    double const noise = brokered_.broker.bridge_noise;
    auto& draws = talks_.filled_draws;
    luck_.fill_uniform(purpose::bridge, facts_.filled_numbers, 0, {draws.data(), facts_.filled_numbers.size()});
    constexpr double half = 0.5 + 1e-9;  // for what rounding may add
    double const curvature = noise > 0.0 ? 0.5 / (noise * noise) : std::numeric_limits<double>::infinity();
    auto const may_look_good = [&](int k) {
        double const q = curvature * talks_.joint[k] * talks_.joint[k];
        double const upper = 1.0 - draws(facts_.filled_place[k]);
        return (talks_.joint[k] > 0.0) | (upper * (1.0 + q + 0.5 * q * q) <= half);
    };
    auto const off_table = [&](int k) { return (talks_.stage[k] == Stage::idle) | (talks_.stage[k] == Stage::stopped); };
    pick(facts_.item_count(), [&](int k) { return off_table(k) & may_look_good(k); }, out);
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
}  // namespace concordat::selection
