#include <algorithm>
#include <limits>

#include "models/selection/negotiation.hpp"
#include "models/selection/picking.hpp"
#include "sim/core/lanes.hpp"

/// The agenda of a month: what becomes of open items, and the agreement as it grows.
namespace concordat::selection
{
using state::MoveKind;
using state::MoveReason;
using state::Party;

/// The agenda, in the order of the national set: every open item gets its move. Most stay where they
/// are, so whether one moves is found without a branch, and then how.
void Negotiation::move_items()
{
    int const month = talks_.month;
    for (int const k : talks_.open) {
        bool const goes = has(k, leaving);
        bool const enters = slot_free() ? talks_.due[k] <= month : may_swap(k);
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
