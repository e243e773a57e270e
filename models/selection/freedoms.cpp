#include "models/selection/freedoms.hpp"

#include <array>

#include "models/selection/purposes.hpp"

namespace concordat::selection
{
namespace
{
using state::MoveKind;
using state::MoveReason;
using state::Party;

struct Freedom
{
    int kind{};
    double council{};  ///< [s.d. of value]
    double centre{};   ///< [s.d. of value]
};

/// The freedom that the council would value most with this target. Draws are named by the target's
/// number and the kind of freedom (in place of the month).
Freedom choose_freedom(FreedomParams const& params, std::uint32_t number, Luck const& luck)
{
    Freedom best;
    for (int f = 0; f < state::freedom_count; ++f) {
        double const worth = params.council_gain[f] + params.spread * luck.normal(purpose::council_freedom, number, f);
        if (f == 0 || worth > best.council) best = {.kind = f, .council = worth};
    }
    best.centre = -params.centre_loss + params.spread * luck.normal(purpose::centre_freedom, number, best.kind);
    return best;
}
}  // namespace

double negotiate_freedoms(FreedomParams const& params, Parties const& who, TableFacts const& facts, std::span<int const> chosen,
                          Luck const& luck, Talks const& talks, Minutes& minutes, state::Bargain& bargain)
{
    if (!params.offered) return 0.0;
    double worth = 0.0;
    double const tau = who.centre_weight;
    for (int const k : chosen) {
        Freedom const freedom = choose_freedom(params, facts.number[k], luck);
        if (freedom.council <= 0.0) continue;
        // A target that costs the council something is traded for the freedom.
        bool const trade = talks.council[k] < 0.0;
        double const council = freedom.council + (trade ? talks.council[k] : 0.0);
        double const centre = freedom.centre + (trade ? talks.centre[k] : 0.0);
        bool const granted = tau * centre + who.most_concession * (1.0 - tau) * council >= 0.0;
        minutes.note_plain(facts.lists.candidates[k], Party::department, Party::council,
                           granted ? MoveKind::grant_freedom : MoveKind::refuse_freedom,
                           trade ? MoveReason::conceded : MoveReason::own_gain, freedom.council, freedom.centre, freedom.kind);
        if (!granted) continue;
        bargain.freedoms(who.area) += 1.0;
        bargain.freedom_granted(who.area, freedom.kind) = 1;
        worth += freedom.council;
    }
    return worth;
}

bool enters(EntryParams const& params, std::span<int const> chosen, double freedoms_worth, Talks const& talks, Minutes& minutes)
{
    double worth = freedoms_worth + params.money_per_target * static_cast<double>(chosen.size());
    double centre = 0.0;
    for (int const k : chosen) {
        worth += talks.council[k];
        centre += talks.centre[k];
    }
    bool const joins = worth > 0.0;
    minutes.note_plain(-1, Party::council, Party::government_office, joins ? MoveKind::enter : MoveKind::stay_out,
                       MoveReason::own_gain, worth, centre);
    return joins;
}

void stay_out(int area, state::Bargain& bargain)
{
    for (auto* column : {&bargain.late, &bargain.swapped, &bargain.traded, &bargain.freedoms, &bargain.deal_breakers}) {
        (*column)(area) = 0.0;
    }
    bargain.freedom_granted.row(area).setZero();
    bargain.entered(area) = 0.0;
}
}  // namespace concordat::selection
