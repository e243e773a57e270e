#include "models/cycle/outcomes.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>

#include "models/cycle/gauges.hpp"
#include "models/cycle/round_params.hpp"
#include "models/cycle/summing.hpp"
#include "sim/core/check.hpp"

namespace concordat::cycle
{
namespace
{
using store::Direction;
constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double thousand_per_million = 1000.0;

double ratio(double part, double whole) { return whole != 0.0 ? part / whole : none; }
double million_a_year(double thousands) { return thousands / thousand_per_million / years_per_round; }

/// Where an outcome exists.
enum class Scope { everywhere, areas_only, nation_only };

struct Definition
{
    store::Outcome outcome{};
    Scope scope{};
    std::function<double(AreaSums const&, ChoiceStatistics const&)> value{};
};

std::vector<Definition> const& definitions()
{
    using S = AreaSums const&;
    using C = ChoiceStatistics const&;
    static std::vector<Definition> const list{
        {{"true_gain", "true improvement, all indicators", "sigma", Direction::higher_is_better,
          "mean over areas and all indicators of the true gain that effort brought in the round, without spillovers and luck",
          "One sigma is the spread of ordinary three-year change: an area at the median that gains .03 overtakes 2 of 150.", true, 4},
         Scope::everywhere, [](S s, C) { return ratio(s.all_gain, s.items + s.unselected); }},
        {{"true_gain_selected", "true improvement, in the agreement", "sigma", Direction::higher_is_better,
          "mean true gain over the items of the agreements, statutory ones included",
          "Rises when effort is moved from other indicators: read it with the one below.", true, 4},
         Scope::everywhere, [](S s, C) { return ratio(s.selected_gain, s.items); }},
        {{"true_gain_unselected", "true improvement, outside it", "sigma", Direction::higher_is_better,
          "mean true gain over indicators that are not in the area's agreement",
          "Which indicators are outside changes with the agreement.", true, 4},
         Scope::everywhere, [](S s, C) { return ratio(s.unselected_gain, s.unselected); }},
        {{"hit_share", "targets met, as reported", "share", Direction::higher_is_better,
          "share of chosen items whose reported performance reaches the agreed level at the end of the round",
          "Mostly measures how levels were set: lower levels raise it without any improvement. In tournaments no level is at stake.", true, 4},
         Scope::everywhere, [](S s, C) { return ratio(s.met, s.targets); }},
        {{"true_hit_share", "targets met in truth", "share", Direction::higher_is_better,
          "share of chosen items whose true track, luck included, reaches the level",
          "As targets met.", false, 4},
         Scope::everywhere, [](S s, C) { return ratio(s.truly_met, s.targets); }},
        {{"partial_hit_share", "targets partly met", "share", Direction::neither,
          "share of chosen items that reached 60 to 100 per cent of their stretch", "As targets met.", false, 4},
         Scope::everywhere, [](S s, C) { return ratio(s.partly_met, s.targets); }},
        {{"miss_share", "targets missed by far", "share", Direction::lower_is_better,
          "share of chosen items below 60 per cent of their stretch", "As targets met.", false, 4},
         Scope::everywhere, [](S s, C) { return ratio(s.missed, s.targets); }},
        {{"reward_share", "reward grant earned", "share", Direction::neither,
          "reward paid over reward offered", "Not a measure of success: easy targets earn more.", false, 4},
         Scope::everywhere, [](S s, C) { return ratio(s.earned, s.offered); }},
        {{"target_effect", "effect of being a target", "sigma", Direction::higher_is_better,
          "mean true gain of chosen items less the gain that the same indicator would have had outside the agreement, budgets as they are",
          "What moves from other indicators is not subtracted.", false, 4},
         Scope::everywhere, [](S s, C) { return ratio(s.target_effect, s.targets); }},
        {{"reported_gap", "reported over true", "sigma", Direction::neither,
          "mean of reported less true performance over the items of the agreements: work on the measure, survey moods, and true gains that a distorted measure does not see",
          "Does not include false reports. Negative where partners' own motives improve more than the measure shows.", false, 4},
         Scope::everywhere, [](S s, C) { return ratio(s.gap, s.items); }},
        {{"welfare", "welfare", "GBP million a year", Direction::higher_is_better,
          "value to society of true gains and spillovers, less effort that budgets do not already ration, transfers at (cost of funds - value of grant), negotiation and reporting",
          "The values of a sigma are judgements except for teenage pregnancy: trust differences and their sign, not levels.", true, 1},
         Scope::areas_only, [](S s, C) { return million_a_year(s.welfare); }},
        {{"welfare_low_cost_of_funds", "welfare if taxes cost nothing", "GBP million a year", Direction::higher_is_better,
          "as welfare, at the low cost of public funds", "As welfare.", false, 1},
         Scope::areas_only, [](S s, C) { return million_a_year(s.welfare_low); }},
        {{"welfare_high_cost_of_funds", "welfare if taxes cost more", "GBP million a year", Direction::higher_is_better,
          "as welfare, at the high cost of public funds", "As welfare.", false, 1},
         Scope::areas_only, [](S s, C) { return million_a_year(s.welfare_high); }},
        {{"exchequer_cost", "cost to the Exchequer", "GBP million a year", Direction::lower_is_better,
          "rewards paid, negotiation and upward reporting", "A cost, not a loss: rewards are transfers.", true, 1},
         Scope::areas_only, [](S s, C) { return million_a_year(s.exchequer); }},
        {{"welfare_per_gbp", "welfare per pound of public cost", "GBP/GBP", Direction::higher_is_better,
          "welfare over cost to the Exchequer", "A ratio of two levels: the values of a sigma drive it.", false, 3},
         Scope::areas_only, [](S s, C) { return ratio(s.welfare, s.exchequer); }},
        {{"reward_paid", "reward grant paid", "GBP million a year", Direction::neither, "rewards paid",
          "A transfer.", false, 2},
         Scope::everywhere, [](S s, C) { return million_a_year(s.earned); }},
        {{"negotiation_cost", "cost of negotiating", "GBP million a year", Direction::lower_is_better,
          "officials' time for the agreement and the departments' asks", "Spread over the three years of the round.", false, 2},
         Scope::areas_only, [](S s, C) { return million_a_year(s.negotiation); }},
        {{"picks_per_area", "indicators chosen per area", "items", Direction::neither,
          "chosen items per area, without the statutory ones", "More picks are not better.", false, 2},
         Scope::areas_only, [](S s, C) { return ratio(s.chosen, s.areas); }},
        {{"picks", "times chosen", "items", Direction::neither,
          "number of times that indicators were chosen, by all areas together", "More picks are not better.", false, 1},
         Scope::everywhere, [](S s, C) { return s.chosen; }},
        {{"without_level_share", "signed without a level", "share", Direction::lower_is_better,
          "share of chosen items whose level was still open when the agreement was signed", "", false, 3},
         Scope::everywhere, [](S s, C) { return ratio(s.without_level, s.chosen); }},
        {{"forced_share", "chosen against the council's ranking", "share", Direction::lower_is_better,
          "share of chosen items outside the council's own best list of the same length",
          "Rises by arithmetic when the cap falls; compare only at the same cap.", false, 4},
         Scope::areas_only, [](S s, C) { return ratio(s.forced, s.chosen); }},
        {{"need_of_picks", "need where areas chose", "s.d.", Direction::higher_is_better,
          "mean gap to comparators over chosen items", "Rises by arithmetic when fewer items are chosen.", false, 3},
         Scope::everywhere, [](S s, C) { return ratio(s.chosen_need, s.chosen); }},
        {{"contested_share", "targets under a contest", "share", Direction::neither,
          "share of chosen items on which a tournament is held", "Zero where nothing is ranked.", false, 3},
         Scope::everywhere, [](S s, C) { return ratio(s.contested, s.targets); }},
        {{"contested_money_share", "reward money under a contest", "share", Direction::neither,
          "share of the reward offered that is contested", "Zero where nothing is ranked.", false, 3},
         Scope::everywhere, [](S s, C) { return ratio(s.contested_offer, s.offered); }},
        {{"partners_in", "partners fully taking part", "share", Direction::higher_is_better,
          "share of partners other than the council that are fully in, mean over years",
          "Rests on assumed weights of duty, cooperation and meetings.", false, 3},
         Scope::areas_only, [](S s, C) { return ratio(s.partners_in, s.areas); }},
        {{"agreement_effort_share", "effort spent on the agreement", "share", Direction::neither,
          "share of all partners' effort spending that goes to items of the agreement", "Attention is not improvement.", false, 3},
         Scope::areas_only, [](S s, C) { return ratio(s.agreement_effort, s.effort); }},
        {{"budget_binding_share", "budgets that bind", "share", Direction::neither,
          "share of partner-years in which the effort budget is exhausted", "Where budgets bind a target displaces other work.", false, 3},
         Scope::areas_only, [](S s, C) { return ratio(s.binding, s.areas); }},
        {{"fence_binding_share", "ring-fences that bind", "share", Direction::neither,
          "share of area-years in which some ring-fenced block may not shrink further", "", false, 3},
         Scope::areas_only, [](S s, C) { return ratio(s.fenced, s.areas); }},
        {{"bracketed_solutions", "area-years solved by bracketing", "area-years", Direction::neither,
          "number of area-years in which several best plans were possible or Newton's method did not settle", "A diagnostic of the solver.", false, 2},
         Scope::areas_only, [](S s, C) { return s.bracketed; }},
        {{"unsettled_solutions", "area-years without a settled plan", "area-years", Direction::lower_is_better,
          "number of area-years in which no solver settled", "A diagnostic of the solver: should be zero.", false, 2},
         Scope::areas_only, [](S s, C) { return s.unsettled; }},
        {{"choice_gini", "concentration of choices", "Gini", Direction::neither,
          "Gini coefficient of the number of areas that chose each discretionary indicator", "", false, 3},
         Scope::nation_only, [](S, C c) { return c.gini; }},
        {{"top_ten_share", "share of the ten favourites", "share", Direction::neither,
          "share of all picks that fall on the ten most chosen indicators", "", false, 3},
         Scope::nation_only, [](S, C c) { return c.top_ten_share; }},
        {{"never_chosen", "indicators that nobody chose", "indicators", Direction::neither,
          "discretionary indicators chosen by no area", "With fitted salience expect about 24: one chosen once is unchosen with probability 1/e.", false, 1},
         Scope::nation_only, [](S, C c) { return c.never_chosen; }},
        {{"most_chosen", "areas choosing the favourite", "areas", Direction::neither,
          "largest number of areas that chose one indicator", "", false, 1},
         Scope::nation_only, [](S, C c) { return c.most_chosen; }},
        {{"in_most_areas", "indicators in most agreements", "indicators", Direction::neither,
          "discretionary indicators chosen by more than half of the areas", "", false, 1},
         Scope::nation_only, [](S, C c) { return c.in_most_areas; }},
        {{"psa_odds", "odds for PSA indicators", "odds ratio", Direction::neither,
          "odds of being chosen, PSA-backed over departmental indicators", "", false, 2},
         Scope::nation_only, [](S, C c) { return c.psa_odds; }},
    };
    return list;
}

bool groups_areas(Grouping grouping)
{
    return grouping != Grouping::subject_group && grouping != Grouping::department && grouping != Grouping::indicator;
}

/// [index] of the outcomes that exist for the groups of a grouping.
std::vector<int> outcomes_of(Grouping grouping)
{
    std::vector<int> list;
    auto const& declared = definitions();
    for (std::size_t o = 0; o < declared.size(); ++o) {
        if (declared[o].scope == Scope::nation_only && grouping != Grouping::nation) continue;
        if (declared[o].scope == Scope::areas_only && !groups_areas(grouping)) continue;
        list.push_back(static_cast<int>(o));
    }
    if (!groups_areas(grouping)) return list;
    for (std::size_t g = 0; g < gauge_list().size(); ++g) list.push_back(static_cast<int>(declared.size() + g));
    return list;
}

std::vector<std::string> groups_of(Grouping grouping, state::Pack const& pack)
{
    std::vector<std::string> names;
    switch (grouping) {
        case Grouping::nation: return {pack.nation};
        case Grouping::region: return pack.regions;
        case Grouping::area_type: return pack.area_types;
        case Grouping::deprivation_quintile: return {"least deprived", "second", "third", "fourth", "most deprived"};
        case Grouping::inspection_class: return {"poor", "weak", "fair", "good", "excellent"};
        case Grouping::subject_group: return pack.subject_groups;
        case Grouping::department:
            for (auto const& department : pack.departments) names.push_back(department.code);
            return names;
        case Grouping::indicator:
            for (auto const& indicator : pack.indicators) names.push_back("NI " + std::to_string(indicator.number));
            return names;
        case Grouping::area:
            for (auto const& area : pack.areas) names.push_back(area.name);
            return names;
    }
    return names;
}

store::Grouping describe(Grouping grouping, state::Pack const& pack)
{
    store::Grouping described{.name = grouping_names()[static_cast<std::size_t>(grouping)],
                              .groups = groups_of(grouping, pack)};
    bool const many = grouping == Grouping::area || grouping == Grouping::indicator;
    if (many) described.listing = store::Listing::summary;
    return described;
}

std::vector<int> quintiles_of(state::Pack const& pack)
{
    std::vector<std::size_t> order(pack.area_count());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return pack.areas[a].deprivation < pack.areas[b].deprivation;
    });
    constexpr std::size_t groups = 5;
    std::vector<int> out(order.size());
    for (std::size_t r = 0; r < order.size(); ++r) out[order[r]] = static_cast<int>(r * groups / order.size());
    return out;
}
}  // namespace

std::vector<std::string> const& grouping_names()
{
    static std::vector<std::string> const names{"nation",        "region",     "area_type", "deprivation_quintile",
                                                "inspection_class", "subject_group", "department", "indicator", "area"};
    return names;
}

std::vector<store::Outcome> const& outcome_list()
{
    static std::vector<store::Outcome> const list = [] {
        std::vector<store::Outcome> made;
        for (auto const& definition : definitions()) made.push_back(definition.outcome);
        for (auto const& gauge : gauge_list()) made.push_back(gauge.outcome);
        return made;
    }();
    return list;
}

OutcomeTally::OutcomeTally(state::Pack const& pack, std::vector<Grouping> const& groupings,
                           std::vector<std::string> const& periods)
    : pack_{pack}, quintile_{quintiles_of(pack)}
{
    core::require(!periods.empty(), "a history has a round");
    schema_.outcomes = outcome_list();
    std::vector<Grouping> all{Grouping::nation};
    std::copy_if(groupings.begin(), groupings.end(), std::back_inserter(all),
                 [](Grouping one) { return one != Grouping::nation; });
    for (auto const grouping : all) {
        schema_.groupings.push_back(describe(grouping, pack));
        for (std::size_t g = 0; g < schema_.groupings.back().groups.size(); ++g) {
            groups_.push_back({grouping, static_cast<int>(g)});
        }
    }
    for (std::size_t k = 0; k < periods.size(); ++k) {
        schema_.periods.push_back({periods[k], static_cast<int>(k), 0});
        for (std::size_t g = 0; g < all.size(); ++g) {
            schema_.add_block(static_cast<int>(g), static_cast<int>(k), outcomes_of(all[g]));
        }
    }
    round_columns_ = schema_.column_count() / periods.size();
}

bool OutcomeTally::contains(Member const& group, World const& world, int area) const
{
    auto const row = static_cast<std::size_t>(area);
    switch (group.grouping) {
        case Grouping::nation: return true;
        case Grouping::region: return pack_.areas[row].region.index() == group.index;
        case Grouping::area_type: return pack_.areas[row].type == group.index;
        case Grouping::deprivation_quintile: return quintile_[row] == group.index;
        case Grouping::inspection_class: return world.population.cpa_class[row] == group.index;
        case Grouping::area: return area == group.index;
        default: return false;
    }
}

void OutcomeTally::tally(Model const& model, World const& world, std::span<double> row) const
{
    core::require(row.size() == round_columns_, "a row has one value per column of a round");
    auto& by_area = world.tally.by_area;
    auto& by_indicator = world.tally.by_indicator;
    sum_round(model, world, by_area, by_indicator);
    auto& counts = world.tally.counts;
    counts.assign(pack_.indicator_count(), 0.0);
    for (std::size_t j = 0; j < counts.size(); ++j) counts[j] = by_indicator[j].chosen;
    ChoiceStatistics const choices = describe_choices(pack_, counts, world.tally.sorted);
    std::size_t column = 0;
    for (auto const& group : groups_) {
        AreaSums total;
        if (groups_areas(group.grouping)) {
            for (int i = 0; i < static_cast<int>(by_area.size()); ++i) {
                if (contains(group, world, i)) total.add(by_area[i]);
            }
        } else {
            for (std::size_t j = 0; j < by_indicator.size(); ++j) {
                auto const& indicator = pack_.indicators[j];
                bool const in = group.grouping == Grouping::indicator ? static_cast<int>(j) == group.index
                                : group.grouping == Grouping::department
                                    ? indicator.department.index() == group.index
                                    : indicator.subject_group == group.index;
                if (in) total.add(by_indicator[j]);
            }
        }
        for (auto const& definition : definitions()) {
            if (definition.scope == Scope::nation_only && group.grouping != Grouping::nation) continue;
            if (definition.scope == Scope::areas_only && !groups_areas(group.grouping)) continue;
            row[column++] = definition.value(total, choices);
        }
        if (!groups_areas(group.grouping)) continue;
        for (auto const& gauge : gauge_list()) row[column++] = read(gauge, group, world);
    }
}

double OutcomeTally::read(Gauge const& gauge, Member const& group, World const& world) const
{
    GaugeView const view{pack_, world};
    double part = 0.0, whole = 0.0;
    for (int i = 0; i < static_cast<int>(pack_.area_count()); ++i) {
        if (!contains(group, world, i)) continue;
        part += gauge.part(view, i);
        whole += gauge.whole(view, i);
    }
    return ratio(part, whole);
}
}  // namespace concordat::cycle
