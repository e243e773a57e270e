#include "models/cycle/year_gauges.hpp"

#include "models/cycle/block_tables.hpp"

namespace concordat::cycle
{
namespace
{
using store::Direction;
using V = GaugeView const&;

double one(V, int) { return 1.0; }
double a_year(V, int) { return year_weight; }
double items(V v, int i) { return v.world.agreement.count[static_cast<std::size_t>(i)]; }
double indicators(V v, int) { return static_cast<double>(v.pack.indicator_count()); }

template <Running What>
double grown(V v, int i)
{
    return v.world.book.in_year(What, i);
}

/// Sum of the columns of a table, area by area.
void add_columns(state::AreaTable const& table, state::PerArea& sum)
{
    sum.setZero(table.rows());
    for (Eigen::Index j = 0; j < table.cols(); ++j) sum += table.col(j);
}

/// What has come so far, on its way from `so_far` to `of_year`.
void book(Running what, state::PerArea const& now, YearBook& book)
{
    auto const at = static_cast<std::size_t>(what);
    book.of_year[at] = now - book.so_far[at];
    book.so_far[at] = now;
}

void add_items(World const& world, state::AreaTable const& table, state::PerArea& sum)
{
    auto const& agreement = world.agreement;
    sum.setZero(table.rows());
    for (Eigen::Index k = 0; k < agreement.item.cols(); ++k) {
        for (Eigen::Index i = 0; i < sum.size(); ++i) {
            int const j = agreement.item(i, k);
            if (j >= 0) sum[i] += table(i, j);
        }
    }
}

void begin_book(World& world)
{
    auto& so_far = world.book.so_far;
    for (auto& column : so_far) column.setZero(world.performance.effort.size());
}

void keep_books(World& world)
{
    auto& years = world.book;
    auto const& out = world.performance;
    auto& sum = years.practice;  // scratch until it is filled for good
    add_columns(out.true_gain, sum);
    book(Running::gain, sum, years);
    add_items(world, out.true_gain, sum);
    book(Running::items_gain, sum, years);
    book(Running::effort, out.effort, years);
    book(Running::agreement_effort, out.agreement_effort, years);
    book(Running::partners_in, out.partners_in, years);
    book(Running::binding, out.binding, years);
    book(Running::fenced, out.fenced, years);
    book(Running::interventions, world.assessment.interventions, years);
    add_columns(world.standing.practice, sum);
}

double const* reading(std::vector<double> const& readings, int year, std::size_t gauge, std::size_t areas)
{
    return readings.data() + (static_cast<std::size_t>(year) * year_gauge_list().size() + gauge) * areas;
}
}  // namespace

std::vector<store::Outcome> const& year_only_outcomes()
{
    static std::vector<store::Outcome> const list{
        {"on_course_share", "targets on course", "share", Direction::higher_is_better,
         "mean over areas of the share of their targets whose reported performance has come as far as the straight path to "
         "the agreed level; by year only",
         "As targets met: lower levels raise it without any improvement.", false, 3},
    };
    return list;
}

std::vector<YearGauge> const& year_gauge_list()
{
    static std::vector<YearGauge> const list{
        {"true_gain", grown<Running::gain>, indicators},
        {"true_gain_selected", grown<Running::items_gain>, items},
        {"true_gain_unselected", [](V v, int i) { return grown<Running::gain>(v, i) - grown<Running::items_gain>(v, i); },
         [](V v, int i) { return indicators(v, i) - items(v, i); }},
        {"on_course_share", [](V v, int i) { return v.world.year.on_track[i]; }, one},
        {"effort", grown<Running::effort>, one},
        {"agreement_effort_share", grown<Running::agreement_effort>, grown<Running::effort>},
        {"partners_in", grown<Running::partners_in>, a_year},
        {"budget_binding_share", grown<Running::binding>, a_year},
        {"fence_binding_share", grown<Running::fenced>, a_year},
        {"trust", [](V v, int i) { return v.world.population.trust[i]; }, one},
        {"cooperation", [](V v, int i) { return v.world.population.cooperation[i]; }, one},
        {"buy_in", [](V v, int i) { return v.world.population.buy_in[i]; }, one},
        {"partner_trust", [](V v, int i) { return v.world.standing.partner_trust[i]; }, one},
        {"practice", [](V v, int i) { return v.world.book.practice[i]; }, indicators},
        {"stars", [](V v, int i) { return static_cast<double>(v.world.assessment.star[static_cast<std::size_t>(i)]); }, one},
        {"red_flags", [](V v, int i) { return v.world.assessment.red_flags[i]; }, one},
        {"green_flags", [](V v, int i) { return v.world.assessment.green_flags[i]; }, one},
        {"interventions", grown<Running::interventions>, one},
    };
    return list;
}

void note_year(state::Pack const& pack, int year, World& world)
{
    if (year == 0) begin_book(world);
    keep_books(world);
    auto const areas = pack.area_count();
    auto const& gauges = year_gauge_list();
    auto& years = world.book;
    for (auto* readings : {&years.part, &years.whole}) readings->resize(years_per_round * gauges.size() * areas);
    auto place = static_cast<std::size_t>(year) * gauges.size() * areas;
    GaugeView const view{pack, world};
    for (auto const& gauge : gauges) {
        for (std::size_t i = 0; i < areas; ++i, ++place) {
            years.part[place] = gauge.part(view, static_cast<int>(i));
            years.whole[place] = gauge.whole(view, static_cast<int>(i));
        }
    }
    if (!years.gain.empty()) years.gain[static_cast<std::size_t>(year)] = world.performance.true_gain;
}

double const* year_parts(World const& world, int year, std::size_t gauge, std::size_t areas)
{
    return reading(world.book.part, year, gauge, areas);
}

double const* year_wholes(World const& world, int year, std::size_t gauge, std::size_t areas)
{
    return reading(world.book.whole, year, gauge, areas);
}
}  // namespace concordat::cycle
