#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "models/levels/level_talks.hpp"
#include "models/selection/joint_package.hpp"
#include "models/selection/protocol.hpp"
#include "models/state/streams.hpp"
#include "models/verification/checks.hpp"
#include "models/verification/clean_world.hpp"
#include "sim/core/bargaining.hpp"

namespace concordat::verification
{
namespace
{
std::string show_number(double value)
{
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

void add_alternating_offers(CheckResult& out)
{
    struct Row
    {
        double own, other, share;
    };
    for (auto const& row : {Row{.9, .9, .526316}, Row{.95, .8, .833333}, Row{.8, .95, .208333}}) {
        double const share = core::opening_share(row.own, row.other, 0);
        out.add("first proposer, d = " + show_number(row.own) + " v " + show_number(row.other), row.share, share, 1e-6);
    }
    double const share[]{1.0, .1, .91, .181, .8371, .24661, .77805};
    for (int offers = 1; offers <= 7; ++offers) {
        double const opener = core::opening_share(.9, .9, offers);
        out.add("d = .9, " + std::to_string(offers) + " offers: first proposer", share[offers - 1], opener, 1e-5);
    }
}

/// Talks about one ask at equal weights in which nothing happens but concession.
/// \return [share] of the time at which it is settled; 0: never
double settle_one_item(double claim, double room, double exponent, int months)
{
    constexpr double most = 0.8;
    constexpr double unlimited = std::numeric_limits<double>::infinity();
    CleanWorld world{{}};
    auto const rows = world.population.buy_in.size();
    selection::SelectionParams params{.cap = 1, .kind = selection::ProtocolKind::brokered_rounds};
    params.brokered.months = months;
    params.brokered.concession = {.most = most, .exponent = exponent};
    params.brokered.departments.ask_limit = unlimited;
    auto const protocol = selection::make_protocol(world.pack, params);
    auto& population = world.population;
    population.centre_weight.setConstant(rows, 0.5);
    population.slot_cost.setZero(rows);
    population.trust.setConstant(rows, 0.5);
    population.champion.assign(static_cast<std::size_t>(rows), 0);
    population.missing_baseline.assign(1, 0);
    state::Values values;
    values.council.setConstant(rows, 1, -2.0 * claim);
    values.centre.setConstant(rows, 1, 2.0 * (claim + room) / most);
    for (auto* need : {&values.council_need, &values.centre_need, &values.pooled_need}) need->setZero(rows, 1);
    state::Standing standing;
    standing.resize(rows, 1, 1);
    state::Centre centre;
    centre.resize(1, 1);
    centre.gatekeeping = centre.asks = 1.0;
    state::Agreement agreement;
    state::Bargain bargain;
    state::Transcript transcript;
    protocol->resize(agreement, bargain);
    auto const work = protocol->make_work();
    protocol->agree({{}, population, standing, centre, values}, *work, {agreement, bargain, transcript});
    return agreement.count[0] == 1 ? bargain.months(0) / months : 0.0;
}
}  // namespace

CheckResult check_level_bargain()
{
    CheckResult out{.title = "Levels by weighted Nash bargaining; shares of Rubinstein's offers",
                    .method =
                        "LevelTalks without limits, with an offer of .8, a demand of 1.5 and the centre's "
                        "weight .65; the two dictators; alternating offers at d = .9. opening_share, by which "
                        "LevelTalks and the packages of selection divide, without an end and with one. A6"};
    struct Row
    {
        char const* what;
        levels::ProtocolKind kind;
        double weight, level;
    };
    using Kind = levels::ProtocolKind;
    CleanWorld world{{}};
    world.population.trust = state::PerArea::Ones(world.population.buy_in.size());
    world.population.top_down.assign(1, 0);
    world.population.missing_baseline.assign(1, 0);
    world.population.centre_weight = world.population.trust;
    state::Standing standing;
    standing.resize(world.population.trust.size(), 1, 1);
    for (auto const& row :
         {Row{"weight .65", Kind::nash, .65, 1.255}, Row{"council decides", Kind::nash, 0.0, .8},
          Row{"centre decides", Kind::nash, 1.0, 1.5},
          Row{"the council offers first", Kind::alternating_offers, .5, .8 + .7 * .9 / 1.9}}) {
        levels::LevelTalks const talks{world.pack,
                                       {.bargaining = {.local_offer = core::Sigma{.8},
                                                       .evidence_demand = core::Sigma{1.5},
                                                       .centre_weight = core::Share{row.weight},
                                                       .rounding_factor = 1.0,
                                                       .standard_controllability = 1.0},
                                        .protocol = {.kind = row.kind,
                                                     .first_offer = levels::Side::council,
                                                     .council_patience = .9,
                                                     .centre_patience = .9},
                                        .council_limit = core::Sigma{std::numeric_limits<double>::infinity()}}};
        state::Targets targets;
        state::LevelRecord record;
        state::Transcript transcript;
        talks.resize(world.agreement, targets, record);
        talks.strike({}, world.population, standing, world.agreement, targets, record, transcript);
        out.add(std::string{row.what} + ": stretch", row.level, targets.stretch(0, 0), 1e-12);
    }
    add_alternating_offers(out);
    return out;
}

CheckResult check_concession_time()
{
    CheckResult out{.title = "When one item is settled",
                    .method =
                        "brokered_rounds with one area, one ask and 1,000 months: over-claim D, room Z, concession "
                        "in time; agreement at t/T = ceil(T (D/(D + Z))^b)/T. A6.1"};
    struct Row
    {
        double claim, room, exponent;
    };
    constexpr int months = 1000;
    for (auto const& row : {Row{.2, .2, .1}, Row{.2, .2, .2}, Row{.2, .2, .5}, Row{.2, .2, 1.0}, Row{.2, .2, 2.0},
                            Row{.3, .1, .5}, Row{.1, .3, .5}}) {
        double const theory = core::concession_time(row.claim, row.room, row.exponent);
        std::string const what = "D = " + show_number(row.claim) + ", Z = " + show_number(row.room) +
                                 ", b = " + show_number(row.exponent) + ": share of time";
        // The engine moves once a month, so it settles within the month after.
        out.add(what, theory + .5 / months, settle_one_item(row.claim, row.room, row.exponent, months), .51 / months);
    }
    out.add("D = .3, no room: share of time (0: none)", 0.0, settle_one_item(.3, -.1, .5, months), 0.0);
    return out;
}

CheckResult check_double_auction()
{
    CheckResult out{.title = "Bargaining with private values, and what evidence adds",
                    .method =
                        "trade_sealed and trade_with_evidence, by which items and levels are traded, over a grid "
                        "of 500 x 500 uniform values; types revealed with probability q. A6"};
    constexpr int cells = 500;
    double agreed[2]{}, gains[2]{};
    for (int revealed = 0; revealed < 2; ++revealed) {
        for (int a = 0; a < cells; ++a) {
            for (int b = 0; b < cells; ++b) {
                double const most = (a + .5) / cells, least = (b + .5) / cells;
                auto const trade = revealed == 1 ? core::trade_with_evidence(most, least) : core::trade_sealed(most, least);
                if (!trade.agreed) continue;
                agreed[revealed] += 1.0 / (cells * cells);
                gains[revealed] += (most - least) / (cells * cells);
            }
        }
    }
    for (double const q : {0.0, .25, .5, .75, 1.0}) {
        std::string const label = "q = " + show_number(q);
        out.add(label + ": agreements", core::sealed_trade_probability(q), (1.0 - q) * agreed[0] + q * agreed[1], .002);
        out.add(label + ": gains", core::sealed_trade_gain(q), (1.0 - q) * gains[0] + q * gains[1], .0005);
    }
    return out;
}

CheckResult check_logrolling()
{
    CheckResult out{
        .title = "Logrolling: a package under a cap gives both sides more than turns would",
        .method =
            "JointPackage, 182 issues, 35 slots, independent uniform values, 2,000 areas; mean "
            "value per "
            "slot. The standard error is below .0009, the tolerance 5 of them; a dictator exactly. "
            "A6"};
    constexpr int areas = 2000, issues = 182, slots = 35;
    constexpr double tolerance = .0045;
    CleanWorld world{{.areas = areas, .indicators = issues}};
    selection::JointPackage const package{world.pack, {.cap = slots}};
    selection::SelectionWorkspace workspace;
    package.resize(world.agreement, workspace);
    auto const rows = static_cast<Eigen::Index>(core::padded(areas));
    state::Values values;
    values.council.setZero(rows, issues);
    values.centre.setZero(rows, issues);
    auto const ids = state::area_ids(world.pack);
    for (int j = 0; j < issues; ++j) {
        auto const number = static_cast<std::uint32_t>(j + 1);
        random::fill_uniform({1, 0, random::Purpose{"verification.council_values"}, 0}, ids, number,
                             {&values.council(0, j), static_cast<std::size_t>(rows)});
        random::fill_uniform({1, 0, random::Purpose{"verification.centre_values"}, 0}, ids, number,
                             {&values.centre(0, j), static_cast<std::size_t>(rows)});
    }
    world.population.slot_cost.setConstant(rows, -std::numeric_limits<double>::infinity());
    auto const mean = [&](state::AreaTable const& side) {
        double sum = 0.0;
        for (int i = 0; i < areas; ++i) {
            for (int k = 0; k < world.agreement.count[i]; ++k)
                sum += side(i, world.agreement.item(i, k));
        }
        return sum / (static_cast<double>(areas) * slots);
    };
    auto const agree = [&](double centre_weight) {
        world.population.centre_weight.setConstant(rows, centre_weight);
        package.agree(world.population, values, world.agreement, workspace);
    };
    double const together = (2.0 - 2.0 / 3.0 * std::sqrt(2.0 * slots / issues)) / 2.0;
    agree(0.5);
    out.add("joint package: council", together, mean(values.council), tolerance);
    out.add("joint package: centre", together, mean(values.centre), tolerance);
    double const best = 1.0 - (slots + 1.0) / (2.0 * (issues + 1.0));
    agree(1.0);
    out.add("the centre decides: centre", best, mean(values.centre), tolerance / 3.0);
    out.add("the centre decides: council", 0.5, mean(values.council), 2.0 * tolerance);
    return out;
}
}  // namespace concordat::verification
