#pragma once

#include <span>
#include <vector>

#include "models/selection/luck.hpp"
#include "models/selection/minutes.hpp"
#include "models/selection/selection_params.hpp"
#include "models/selection/table_facts.hpp"
#include "models/selection/talks.hpp"
#include "models/state/bargain.hpp"

namespace concordat::selection
{
/// What the centre is like in this round, the same for all areas.
struct Pressure
{
    int asks{};                 ///< [asks per area] upper bound at the start
    int joint_asks{};           ///< [asks per area] of them from the list over all departments
    std::vector<double> eagerness{};  ///< [factor] on a department's asks, per department
    std::vector<double> late_rate{};  ///< [demands per area and month], per department
    std::vector<double> parking{};    ///< [factor] on placeholders, per department
    std::vector<double> quiet{};      ///< [probability] of no late demand in a month, per department
};

/// One area's negotiation under `brokered_rounds`, one function per rule.
///
/// The side that did not propose an item accepts it when its own weighted gain plus phi(t) times the
/// other's is not negative:
///
///     council accepts an ask:        (1 - tau) g^L + phi tau g^C >= 0
///     centre accepts a draft item:   tau g^C + phi (1 - tau) g^L >= 0
///
/// with g = v - c and phi(t) = phimax (t/T)^(1/b). The same on differences decides a swap, on sums a
/// linked trade.
///
/// Source: docs/methods/brokered_rounds.md
class Negotiation
{
  public:
    Negotiation(SelectionParams const& params, TableFacts const& facts, Pressure const& pressure, Parties const& parties,
                std::vector<std::uint8_t> const& missing_baseline, Luck const& luck, Talks& talks, Minutes& minutes,
                state::Bargain& bargain)
        : params_{params},
          brokered_{params.brokered},
          facts_{facts},
          pressure_{pressure},
          who_{parties},
          missing_{missing_baseline},
          luck_{luck},
          talks_{talks},
          minutes_{minutes},
          bargain_{bargain}
    {
    }

    /// From the first draft to the signature. \pre gains, joint scores and needs of `talks` are set
    void run();

  private:
    // negotiation_opening.cpp: month 0
    void clear();
    void list_concessions();
    void draft();
    void ask();
    void take_outcome_asks();
    void take_joint_asks(int places);
    void take_asks_in_turn(int places);
    void name_must_haves();
    void screen_asks();
    void table();
    [[nodiscard]] Stage first_stage(int k) const;
    void note_tabling(int k);

    // negotiation_months.cpp: every month, in this order
    void begin_month(int month);
    void demand_late();
    void demand_late(int department);
    void prepare_bridges();
    void shortlist_bridges(std::vector<int>& out);
    void build_bridges();
    void list_close_calls();
    [[nodiscard]] bool bears_evidence(int k) const;
    void hear_evidence();
    void reveal(int k, double draw);
    void link_trades();
    bool link_best(std::vector<int> const& asks, std::vector<int>& drafts);
    void break_deals();

    // negotiation_agenda.cpp: what becomes of open items, and the agreement as it grows
    void weigh(int k, int from);
    [[nodiscard]] bool withdraws(int k) const;
    [[nodiscard]] int find_due(int k, int from) const;
    void move_items();
    void withdraw(int k);
    void accept(int k);
    [[nodiscard]] bool may_swap(int k);
    void swap(int k);
    void list_replaceable();
    [[nodiscard]] bool worth_less(int a, int b) const;
    void put_in(int k, Stage how);
    void take_out(int k);
    void list_open_again();
    [[nodiscard]] state::Party proposer(int k) const;
    [[nodiscard]] state::Party responder(int k) const;

    // negotiation_close.cpp: deadline and signature
    void close();
    void measure_rush();
    void decide_asks();
    void decide_ask(int k, double last_offer_draw, double tell_draw, double tell_chance);
    [[nodiscard]] double tell_chance() const;
    void decide_drafts();
    void take_advice();
    void follow_advice(int k);
    void minister_signs();
    void tell(int k, state::MoveReason reason);

    // Rules that several steps share; consent at one concession, or at those of several months
    template <class Concession>
    [[nodiscard]] auto council_accepts(Concession phi, double council, double centre, double slack = 0.0) const
    {
        return (1.0 - who_.centre_weight) * council + phi * who_.centre_weight * centre >= -slack;
    }
    template <class Concession>
    [[nodiscard]] auto centre_accepts(Concession phi, double council, double centre, double slack = 0.0) const
    {
        return who_.centre_weight * centre + phi * (1.0 - who_.centre_weight) * council >= -slack;
    }
    [[nodiscard]] bool both_accept(double council, double centre) const
    {
        return council_accepts(talks_.concession, council, centre) && centre_accepts(talks_.concession, council, centre);
    }
    /// v^C - kap c: what the item is worth to its department, which counts only part of a slot's cost.
    [[nodiscard]] double push(int k) const { return talks_.centre[k] + (1.0 - who_.cost_counted) * who_.slot_cost; }
    [[nodiscard]] bool slot_free() const { return talks_.taken() < params_.cap; }
    [[nodiscard]] bool has(int k, Mark mark) const { return (talks_.marks[k] & mark) != 0; }
    void mark(int k, Mark with) { talks_.marks[k] = static_cast<std::uint16_t>(talks_.marks[k] | with); }
    void set_mark(int k, Mark with, bool on)
    {
        talks_.marks[k] = static_cast<std::uint16_t>((talks_.marks[k] & ~with) | (on ? with : 0));
    }
    void weigh_contest(int k);
    [[nodiscard]] bool no_need(int k, random::Purpose const& purpose, int month, double need) const;
    void draw_each(random::Purpose const& purpose, std::span<int const> items, std::vector<double>& draws);
    [[nodiscard]] int lead_row(int k) const;

    SelectionParams const& params_;
    BrokeredParams const& brokered_;
    TableFacts const& facts_;
    Pressure const& pressure_;
    Parties const& who_;
    std::vector<std::uint8_t> const& missing_;
    Luck const& luck_;
    Talks& talks_;
    Minutes& minutes_;
    state::Bargain& bargain_;
};
}  // namespace concordat::selection
