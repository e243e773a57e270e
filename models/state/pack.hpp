#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "models/state/arrays.hpp"
#include "models/state/ids.hpp"

namespace concordat::state
{
enum class NationalLink { none, departmental_objective, public_service_agreement };
/// Which way the natural unit improves. Inside the model up is always good.
enum class Polarity { unclear, higher_is_better, lower_is_better };

struct Area
{
    int id{};                 ///< stable id of the pack; names the area's random draws
    std::string name{};
    std::string code{};       ///< official code (GSS)
    RegionId region{};
    int type{};               ///< [index] into Pack::area_types
    bool two_tier{};          ///< has district councils below it
    int districts{};          ///< [count]
    double population{};      ///< [persons]
    double deprivation{};     ///< [s.d.] standardised over areas, higher is more deprived
    double latitude{std::numeric_limits<double>::quiet_NaN()};   ///< [degrees north]; NaN: not known
    double longitude{std::numeric_limits<double>::quiet_NaN()};  ///< [degrees east]; NaN: not known
    std::vector<AreaId> neighbours{};  ///< nearest comparators first
};

struct Indicator
{
    int number{};             ///< stable number of the national set; names the indicator's draws
    std::string name{};
    int subject_group{};      ///< [index] into Pack::subject_groups
    DepartmentId department{};
    NationalLink link{};
    int service_agreement{-1};  ///< [index] into Pack::service_agreements; -1 none or not known
    bool perception{};        ///< measured by what people say in a survey
    bool place_survey{};      ///< measured by the Place Survey; no baseline before 2008
    bool statutory{};         ///< in every agreement by law
    Polarity polarity{};
    int published_count{-1};  ///< [areas] that chose it in the published agreements; -1 unknown
    double trend{};           ///< [sigma per round] mean improvement that would happen anyway; NaN: drawn
    double trend_spread{};    ///< [sigma] s.d. of that improvement over areas; NaN: the common parameter
    double noise{};           ///< [sigma] s.d. of the unexplained change; NaN: the common parameter
    double natural_spread{};  ///< [natural unit per sigma]; NaN where the pack has no measured spread
    std::string natural_unit{};  ///< empty where there is no measured spread
    double social_value{};    ///< [GBP per sigma per 100,000 residents]; NaN: drawn
};

struct Department
{
    std::string code{};
    std::string name{};
};

/// A public service agreement of the centre with itself: one lead, several that contribute.
struct ServiceAgreement
{
    int number{};
    std::string title{};
    DepartmentId lead{};                       ///< invalid where the lead has no part in the pack
    std::vector<DepartmentId> contributors{};  ///< ascending, without the lead
    bool priority{};                           ///< would go to a cross-cutting minister first
};

struct Partner
{
    std::string code{};
    std::string name{};
    bool voice_only{};             ///< speaks in the partnership but spends no effort
    bool duty_to_cooperate{};      ///< named partner authority of the 2007 Act
    double reputation{};           ///< [ratio] exposure to inspection; council 1, others relative to partner_reputation
    double grant_dependence{};     ///< [share] of spending that comes as grants
    std::vector<DepartmentId> national_line{};  ///< departments it answers to directly
    bool two_tier_only{};          ///< exists only in two-tier areas (districts)
};

/// Fixed effect of one indicator's gain on another: y_to += value * gain_from.
struct Spillover
{
    IndicatorId from{};
    IndicatorId to{};
    double value{};  ///< [sigma per sigma]
};

/// A country and year: everything that is known before anything is drawn. Immutable.
struct Pack
{
    std::string name{};
    std::string nation{"England"};       ///< what the sum of all areas is called
    std::vector<Area> areas{};
    std::vector<Indicator> indicators{};
    std::vector<Department> departments{};
    std::vector<ServiceAgreement> service_agreements{};  ///< ascending by number; empty where not known
    std::vector<Partner> partners{};     ///< the first is the council
    std::vector<std::string> regions{};
    std::vector<std::string> area_types{};
    std::vector<std::string> subject_groups{};
    std::vector<std::uint8_t> crosses_borders{};  ///< per subject group: what an area does reaches those around it
    std::vector<Spillover> named_spillovers{};
    PerIndicator recession_effect{};     ///< [sigma] of a whole recession; empty where the pack has none
    /// Base share of partner p in producing indicator j; rows sum to 1; technology weight w = sqrt(share).
    Eigen::ArrayXXd base_share{};        ///< [share], shape [n_indicator, n_partner]
    /// Fitted salience = known part + residual; all three empty when the pack has none.
    PerIndicator fitted_salience{};      ///< [s.d. of value], shape [n_indicator]
    PerIndicator fitted_known{};         ///< [s.d. of value] part explained by covariates, shape [n_indicator]
    PerIndicator fitted_residual{};      ///< [s.d. of value] the rest, shape [n_indicator]

    [[nodiscard]] std::size_t area_count() const { return areas.size(); }
    [[nodiscard]] std::size_t indicator_count() const { return indicators.size(); }
    [[nodiscard]] std::size_t partner_count() const { return partners.size(); }
};
}  // namespace concordat::state
