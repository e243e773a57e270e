// Every parameter does something: moved within its range, some outcome of the nation changes.
#include <gtest/gtest.h>

#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/cycle/history.hpp"
#include "models/cycle/outcomes.hpp"
#include "models/scenario/catalogue.hpp"
#include "models/scenario/grammar.hpp"
#include "models/scenario/resolved_scenario.hpp"
#include "tests/support/england.hpp"

namespace concordat
{
namespace
{
using Row = std::vector<double>;

/// Where parameters whose path begins with `prefix` may act, beside the baseline.
struct Context
{
    std::string prefix{};
    std::string scenario{};
    std::vector<std::string> settings{};
};

std::vector<Context> const contexts{
    {"", "laa_2008", {}},
    {"behaviour.calendar.partners_later", "laa_2008", {"behaviour.calendar.lag=3"}},
    {"behaviour.effort", "laa_2008", {"behaviour.effort.rule=aspiration"}},
    {"delivery.motives.alignment_min_share", "laa_2008", {"delivery.motives.alignment=1"}},
    {"delivery.motives.shared_care_after", "laa_2008", {"delivery.motives.shared_care=.1"}},
    {"demands.salience", "laa_2008", {"demands.salience.mode=drawn"}},
    {"incentives.families", "laa_2008", {"incentives.families.worth=500000"}},
    {"incentives.linear", "laa_2008", {"incentives.reward_grant.scheme=linear"}},
    {"incentives.linear", "laa_2008", {"incentives.reward_grant.scheme=linear", "incentives.linear.base=social_value"}},
    {"incentives.pooled", "laa_2008", {"incentives.reward_grant.scheme=pooled"}},
    {"incentives.pro_rata", "lpsa_2001", {}},
    {"incentives.ratchet", "laa_2008", {"incentives.ratchet.future_rounds=10", "incentives.reward_grant.scheme=linear"}},
    {"incentives.single_rewards.count", "laa_2008", {"incentives.single_rewards.per_indicator=60000"}},
    {"incentives.tournament", "laa_2008+ifg_14_tournaments", {}},
    {"inspection.complaints", "laa_2008", {"inspection.complaints.rate=.3"}},
    {"inspection.complaints.distraction", "laa_2008", {"inspection.complaints.vexatious=2"}},
    {"inspection.publication", "laa_2008", {"inspection.publication.strength=.4"}},
    {"inspection.supervision", "laa_2008", {"inspection.supervision.supervised=.2"}},
    {"learning", "laa_2008_twice", {}},
    {"learning.cooperation.gain_after", "laa_2008", {"learning.cooperation.belief_gain=.1"}},
    {"learning.habits", "laa_2008_twice", {"learning.habits.rule=adaptive"}},
    {"learning.habits", "laa_2008_twice", {"learning.habits.rule=roth_erev"}},
    {"learning.habits", "laa_2008_twice", {"learning.habits.rule=ewa"}},
    {"learning.habits.ewa_persistence", "history_2001_2011", {"learning.habits.rule=ewa"}},  // from the third round on
    {"learning.productivity", "laa_2008", {"learning.productivity.rule=fixed_gain"}},
    {"levels.carry_over", "laa_2008_twice", {}},
    {"levels.carry_over", "laa_2008_twice", {"incentives.ratchet.future_rounds=10"}},
    {"levels.national", "laa_2008", {"levels.national.bottom_up=true"}},
    {"levels.protocol", "laa_2008", {"levels.protocol.kind=dictator"}},
    {"levels.protocol", "laa_2008", {"levels.protocol.kind=alternating_offers"}},
    {"levels.protocol", "laa_2008", {"levels.protocol.kind=concession"}},
    {"levels.same_percentage", "laa_2008", {"levels.protocol.kind=same_percentage"}},
    {"politics.abolition", "laa_2008", {"politics.abolition.round=0"}},
    {"politics.recession", "laa_2008", {"politics.recession.severity=1"}},
    {"population.bargaining.slot_cost", "laa_2008", {"selection.protocol.kind=joint_package"}},
    {"population.evolution", "laa_2008_twice", {}},
    {"selection.auction", "laa_2008", {"selection.protocol.kind=double_auction"}},
    {"selection.brokered", "laa_2008", {"selection.brokered.sign_off=third_party"}},
    {"selection.departments.listing_restraint", "laa_2008", {"selection.departments.public_listing=1"}},
    {"selection.entry", "laa_2008", {"selection.entry.voluntary=true", "population.bargaining.centre_weight=0.8", "selection.departments.tell=1"}},
    {"selection.freedoms", "lpsa_2001", {}},
    {"delivery.freedoms", "lpsa_2001", {}},
    {"incentives.tournament.autonomy_gained", "laa_2008_twice+ifg_14_tournaments", {"incentives.tournament.prize=autonomy"}},
    {"incentives.tournament.fences_lifted", "laa_2008_twice+ifg_14_tournaments", {"incentives.tournament.prize=flexibility"}},
    {"welfare.account.negotiation_months", "laa_2008", {"selection.protocol.kind=joint_package"}},
    {"selection.multi_area", "laa_2008", {"selection.multi_area.agreements=joint"}},
    {"population.spillovers.areas_around", "laa_2008", {"population.spillovers.across_borders=0.3"}},
    {"selection.offers", "laa_2008", {"selection.protocol.kind=alternating_offers"}},
    {"selection.protocol", "laa_2008", {"selection.protocol.kind=dictator"}},
    {"welfare.account.level_saving", "laa_2008+ifg_14_tournaments", {}},
    {"whitehall.ministers", "laa_2008", {"whitehall.ministers.authority=1"}},
    {"whitehall.pool", "laa_2008", {"whitehall.gatekeeping.kind=from_psa_layer", "whitehall.pool.size=0.01"}},
    {"whitehall", "laa_2008", {"whitehall.gatekeeping.kind=from_psa_layer", "whitehall.advice.coverage=.5"}},
    {"whitehall.common_agency", "laa_2008", {"whitehall.common_agency.enabled=true"}},
};

/// Runs one replicate of a context with a parameter changed.
class Probe
{
  public:
    Probe() : catalogue_{CONCORDAT_SOURCE_DIR "/scenarios", problems_}, parameters_{support::load_default_parameters()}
    {
        problems_.throw_if_any();
    }

    [[nodiscard]] config::ParameterTable const& parameters() const { return parameters_; }

    /// Outcomes of all rounds; absent where the value does not go with the context.
    std::optional<Row> run(Context const& context, std::string const& path, std::string const& value)
    {
        core::Problems problems;
        std::vector<scenario::Override> overrides;
        auto const set = [&](std::string const& text) { overrides.push_back(*scenario::parse_override(text, problems)); };
        for (auto const& setting : context.settings) {
            if (setting.rfind(path + "=", 0) != 0 || path.empty()) set(setting);
        }
        if (!path.empty()) set(path + "=" + value);
        auto const expression = scenario::parse_expression(context.scenario, catalogue_, problems);
        auto const resolved = scenario::resolve_scenario(*expression, catalogue_, parameters_, overrides, problems);
        if (!resolved) return std::nullopt;
        try {
            return live(*resolved);
        } catch (core::InputError const&) {
            return std::nullopt;  // a value that does not go with the others
        } catch (std::logic_error const& error) {
            ADD_FAILURE() << path << "=" << value << " reaches an assertion: " << error.what();
            return std::nullopt;
        }
    }

    Row const& base(Context const& context)
    {
        auto& known = base_[&context];
        if (known.empty()) known = run(context, "", "").value();
        return known;
    }

  private:
    class Rows final : public cycle::RoundObserver
    {
      public:
        explicit Rows(cycle::OutcomeTally const& tally) : tally_{tally} {}
        void see_state(std::size_t, cycle::CarriedState&) override {}
        void see_round(std::size_t, cycle::Model const& model, cycle::World const& world) override
        {
            auto const begin = all.size();
            all.resize(begin + tally_.round_columns());
            tally_.tally(model, world, std::span{all}.subspan(begin));
        }
        Row all{};

      private:
        cycle::OutcomeTally const& tally_;
    };

    Row live(scenario::ResolvedScenario const& resolved)
    {
        std::vector<scenario::ModelParams> rounds;
        for (auto const& round : resolved.rounds) {
            config::ParameterReader reader{round.parameters};
            rounds.push_back(scenario::bind_model(reader));
        }
        cycle::History const history{support::england(), rounds};
        cycle::HistoryWorld world;
        history.furnish(world);
        Rows rows{tally_};
        history.run({.master_seed = 2008, .replicate = 0, .population_seed = 2008}, cycle::History::Ending::closed, world,
                    rows);
        return rows.all;
    }

    core::Problems problems_{};
    scenario::Catalogue catalogue_;
    config::ParameterTable parameters_;
    cycle::OutcomeTally tally_{*support::england(), {cycle::Grouping::inspection_class}};
    std::map<Context const*, Row> base_{};
};

bool same(Row const& a, Row const& b)
{
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

/// Values other than the present one: the ends of the range and a tenth of the way there, or every other choice.
std::vector<std::string> other_values(config::ParameterRecord const& record)
{
    std::vector<std::string> all;
    switch (record.type) {
        case config::ParameterType::flag: all = {"true", "false"}; break;
        case config::ParameterType::word: all = record.choices; break;
        case config::ParameterType::integer:
            for (double end : {record.range->high, record.range->low}) {
                all.push_back(config::show(config::Value{static_cast<std::int64_t>(end)}));
            }
            break;
        case config::ParameterType::number:
            for (double end : {record.range->high, record.range->low}) all.push_back(config::show(end));
            // Where the ends do not go with other parameters, a tenth of the way to them.
            for (double end : {record.range->high, record.range->low}) {
                double const value = std::get<double>(record.value);
                all.push_back(config::show(value + 0.1 * (end - value)));
            }
            break;
    }
    std::vector<std::string> others;
    for (auto const& value : all) {
        if (value != config::show(record.value)) others.push_back(value);
    }
    return others;
}

bool acts(Probe& probe, config::ParameterRecord const& record)
{
    for (auto const& context : contexts) {
        if (record.path.rfind(context.prefix, 0) != 0) continue;
        for (auto const& value : other_values(record)) {
            auto const moved = probe.run(context, record.path, value);
            if (moved && !same(*moved, probe.base(context))) return true;
        }
    }
    return false;
}
}  // namespace

TEST(Parameters, EachOneMovesAnOutcome)
{
    Probe probe;
    for (auto const& [path, record] : probe.parameters()) {
        EXPECT_TRUE(acts(probe, record)) << path << " moves nothing, in the baseline or where it is said to act";
    }
}
}  // namespace concordat
