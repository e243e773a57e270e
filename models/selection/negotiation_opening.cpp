#include <algorithm>
#include <cmath>

#include "models/selection/negotiation.hpp"
#include "models/selection/picking.hpp"
#include "models/selection/purposes.hpp"
#include "sim/core/elementary.hpp"
#include "sim/core/lanes.hpp"

/// Month 0: both sides put forward what they want.
namespace concordat::selection
{
using state::MoveKind;
using state::MoveReason;
using state::Party;

void Negotiation::run()
{
    clear();
    list_concessions();
    draft();
    ask();
    table();
    list_close_calls();
    for (int month = 1; month <= brokered_.months; ++month) {
        begin_month(month);
        demand_late();
        build_bridges();
        move_items();
        if (month < brokered_.months) hear_evidence();
        link_trades();
        if (month == brokered_.months - 3) break_deals();
    }
    close();
}

void Negotiation::clear()
{
    std::fill(talks_.stage.begin(), talks_.stage.end(), Stage::idle);
    std::fill(talks_.marks.begin(), talks_.marks.end(), std::uint16_t{0});
    std::fill(talks_.settled.begin(), talks_.settled.end(), std::int16_t{-1});
    talks_.open.clear();
    talks_.agreed.clear();
    talks_.bridges.clear();
    talks_.next_bridge = 0;
    talks_.month = talks_.disputed = 0;
    talks_.concession = talks_.rush = 0.0;
    talks_.replaceable_known = false;
    talks_.sent_back = false;
}

/// phi(t) of all months, four at a time.
void Negotiation::list_concessions()
{
    auto& concessions = talks_.concessions;
    for (Eigen::Index n = 0; n < concessions.size(); n += core::lane_count) {
        core::Lanes const month{[&](auto lane) { return static_cast<double>(n + static_cast<Eigen::Index>(lane) + 1); }};
        core::store(who_.most_concession * core::pow(month / brokered_.months, who_.patience), &concessions(n));
    }
}

/// The partnership's draft: the items worth more than a slot to the council, at most the cap.
void Negotiation::draft()
{
    auto& order = talks_.order;
    pick(facts_.item_count(), [&](int k) { return talks_.council[k] > 0.0; }, order);
    auto const cap = static_cast<std::size_t>(params_.cap);
    if (order.size() > cap) {
        std::nth_element(order.begin(), order.begin() + params_.cap, order.end(), [&](int a, int b) {
            return talks_.council[a] > talks_.council[b] || (talks_.council[a] == talks_.council[b] && a < b);
        });
        order.resize(cap);
    }
    for (int const k : order) mark(k, from_draft);
}

/// The departments' asks, then the Government Office's screen.
void Negotiation::ask()
{
    auto& ranking = talks_.ranking;
    auto& order = talks_.order;
    ranking.clear();
    for (int k = 0; k < facts_.item_count(); ++k) {
        ranking.add(talks_.centre[k], k, push(k) > 0.0);
    }
    ranking.list(order);
    if (brokered_.departments.outcome_areas > 0) {
        take_outcome_asks();
    } else {
        auto const asked = [&](int asks) { return static_cast<int>(std::lround(who_.asked * asks)); };
        int const joint = std::min(asked(pressure_.joint_asks), static_cast<int>(order.size()));
        take_joint_asks(joint);
        take_asks_in_turn(asked(pressure_.asks) - joint);
    }
    keep(order, [&](int k) { return has(k, from_ask); });
    name_must_haves();
    screen_asks();
    bargain_.asks(who_.area) = static_cast<double>(order.size());
}

/// The centre's priorities are outcome areas: the subject groups of its dearest items. In each it asks for an
/// indicator, and the council says which, among those that are worth asking for.
/// \pre `order` holds what is worth asking for, best first
void Negotiation::take_outcome_asks()
{
    auto& picks = talks_.outcome_picks;
    std::fill(picks.begin(), picks.end(), -1);
    int areas = 0;
    for (int const k : talks_.order) {
        int& pick = picks[facts_.subject_group[k]];
        if (pick < 0 && areas == brokered_.departments.outcome_areas) continue;
        if (pick < 0) ++areas;
        bool const better = pick < 0 || talks_.council[k] > talks_.council[pick] ||
                            (talks_.council[k] == talks_.council[pick] && k < pick);
        if (better) pick = k;
    }
    for (int const k : picks) {
        if (k >= 0) mark(k, from_ask);
    }
}

/// The list that all departments agreed on. \pre `order` holds what is worth asking for, best first
void Negotiation::take_joint_asks(int places)
{
    for (int n = 0; n < places; ++n) mark(talks_.order[n], from_ask);
}

/// Department after department, each its own next best; an eager one takes more turns.
void Negotiation::take_asks_in_turn(int places)
{
    int const departments = facts_.department_count();
    auto& head = talks_.heads;
    auto& credit = talks_.credits;
    std::fill(head.begin(), head.end(), -1);
    std::fill(credit.begin(), credit.end(), 0.0);
    for (auto at = talks_.order.rbegin(); at != talks_.order.rend(); ++at) {
        int const d = facts_.department[*at];
        if (d < 0 || has(*at, from_ask)) continue;
        talks_.next[*at] = head[d];
        head[d] = *at;
    }
    for (bool more = true; more && places > 0;) {
        more = false;
        for (int d = 0; d < departments && places > 0; ++d) {
            if (head[d] < 0 || pressure_.eagerness[d] <= 0.0) continue;
            more = true;
            for (credit[d] += pressure_.eagerness[d]; credit[d] >= 1.0 && head[d] >= 0 && places > 0; credit[d] -= 1.0) {
                mark(head[d], from_ask);
                head[d] = talks_.next[head[d]];
                --places;
            }
        }
    }
}

/// \pre `order` holds the asks, best first
void Negotiation::name_must_haves()
{
    auto& musts = talks_.must_haves;
    auto const count = std::min<std::ptrdiff_t>(brokered_.departments.must_haves, std::ssize(talks_.order));
    musts.assign(talks_.order.begin(), talks_.order.begin() + count);
    std::sort(musts.begin(), musts.end());
    for (int const k : musts) mark(k, must_have);
}

/// The Government Office examines the weakest pushes first, as many as it has attention for, and
/// stops those without evidence of need. What it does not examine passes.
void Negotiation::screen_asks()
{
    if (who_.autonomy <= 0.0) return;
    auto& doubtful = talks_.pairs;
    doubtful.clear();
    int attention = who_.attention;
    for (auto at = talks_.order.rbegin(); at != talks_.order.rend() && attention > 0; ++at) {
        if (has(*at, must_have) || has(*at, from_draft)) continue;
        --attention;
        if (talks_.centre_need[*at] < 0.0) doubtful.push_back(*at);
    }
    draw_each(purpose::screen, doubtful, talks_.ranked);
    for (std::size_t n = 0; n < doubtful.size(); ++n) {
        if (talks_.ranked[n] >= who_.autonomy) continue;
        mark(doubtful[n], held_up);
        talks_.stage[doubtful[n]] = Stage::stopped;
    }
}

/// A uniform draw for each item, in bulk.
void Negotiation::draw_each(random::Purpose const& purpose, std::span<int const> items, std::vector<double>& draws)
{
    talks_.ids.clear();
    for (int const k : items) talks_.ids.push_back(facts_.number[k]);
    draws.resize(items.size());
    luck_.fill_uniform(purpose, talks_.ids, 0, draws);
}

/// Everything is on the table: what both want is agreed at once.
void Negotiation::table()
{
    auto& tabled = talks_.order;
    pick(facts_.item_count(), [&](int k) { return has(k, from_draft) || has(k, from_ask); }, tabled);
    for (int const k : tabled) {
        note_tabling(k);
        if (talks_.stage[k] != Stage::stopped) talks_.stage[k] = first_stage(k);
    }
    pick(tabled, [&](int k) { return talks_.stage[k] == Stage::in; }, talks_.agreed);
    for (int const k : talks_.agreed) talks_.settled[k] = 0;
    pick(tabled, [&](int k) { return is_open(talks_.stage[k]); }, talks_.open);
    for (int const k : talks_.open) {
        weigh(k, 1);
        talks_.disputed += has(k, from_ask) || has(k, contested) ? 1 : 0;
    }
}

/// Where an item of the draft or the asks stands at first.
Stage Negotiation::first_stage(int k) const
{
    Stage const asked = has(k, from_draft) ? Stage::in : Stage::ask;
    return has(k, from_ask) ? asked : Stage::draft;
}

/// Who put the item forward, and what became of it at once.
void Negotiation::note_tabling(int k)
{
    bool const drafted = has(k, from_draft);
    bool const asked = has(k, from_ask);
    bool const stopped = talks_.stage[k] == Stage::stopped;
    if (!minutes_.written()) {
        minutes_.count((drafted ? 1 : 0) + (asked ? 1 : 0) + (stopped || (drafted && asked) ? 1 : 0));
        return;
    }
    if (drafted) minutes_.note(k, Party::partnership, Party::government_office, MoveKind::table, MoveReason::in_draft);
    if (asked) {
        minutes_.note(k, Party::department, Party::government_office, MoveKind::table,
                      has(k, must_have) ? MoveReason::must_have : MoveReason::centre_ask, lead_row(k));
    }
    if (stopped) {
        minutes_.note(k, Party::government_office, Party::department, MoveKind::send_back, MoveReason::no_need);
    } else if (drafted && asked) {
        minutes_.note(k, Party::council, Party::government_office, MoveKind::accept, MoveReason::both_want);
    }
}

/// Does the Government Office find that the area does not need the item, and say so?
bool Negotiation::no_need(int k, random::Purpose const& purpose, int month, double need) const
{
    if (need >= 0.0 || who_.autonomy <= 0.0) return false;
    return luck_.uniform(purpose, facts_.number[k], month) < who_.autonomy;
}

/// Draft items are contested only where the centre's evidence speaks against them; a veto of 2
/// contests every one.
void Negotiation::weigh_contest(int k)
{
    double const chance = brokered_.broker.veto - (talks_.centre_need[k] >= 0.0 ? 1.0 : 0.0);
    bool contests = chance >= 1.0;
    if (chance > 0.0 && chance < 1.0) contests = luck_.uniform(purpose::contest, facts_.number[k]) < chance;
    set_mark(k, contested, contests);
}

int Negotiation::lead_row(int k) const
{
    int const d = facts_.department[k];
    return d < 0 ? -1 : facts_.department_row[d];
}
}  // namespace concordat::selection
