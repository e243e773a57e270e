#include "models/selection/package_protocol.hpp"

#include "models/selection/package_record.hpp"
#include "models/selection/signing.hpp"
#include "sim/core/bargaining.hpp"
#include "sim/core/lanes.hpp"

namespace concordat::selection
{
namespace
{
/// The centre's share of what two sides that take turns agree on at once.
double centre_share(OfferParams const& params)
{
    bool const council_first = params.first == Side::council;
    double const own = council_first ? params.council_patience : params.centre_patience;
    double const other = council_first ? params.centre_patience : params.council_patience;
    double const opener = core::opening_share(own, other, params.offers);
    return council_first ? 1.0 - opener : opener;
}

double find_weight(SelectionParams const& params)
{
    if (params.kind == ProtocolKind::dictator) return params.dictator == Side::centre ? 1.0 : 0.0;
    if (params.kind == ProtocolKind::alternating_offers) return centre_share(params.offers);
    return 0.5;
}
}  // namespace

struct PackageProtocol::Work final : ProtocolWork
{
    SelectionWorkspace workspace{};
    state::PerArea weight{};
};

PackageProtocol::PackageProtocol(state::Pack const& pack, SelectionParams const& params)
    : package_{pack, params},
      areas_{static_cast<std::int64_t>(pack.area_count())},
      own_weights_{params.kind == ProtocolKind::joint_package},
      centre_weight_{find_weight(params)},
      waits_for_baseline_{params.waits_for_baseline}
{
}

std::unique_ptr<ProtocolWork> PackageProtocol::make_work() const
{
    auto work = std::make_unique<Work>();
    state::Agreement sized;
    package_.resize(sized, work->workspace);
    work->weight.setConstant(sized.item.rows(), centre_weight_);
    return work;
}

void PackageProtocol::resize(state::Agreement& agreement, state::Bargain& bargain) const
{
    SelectionWorkspace sized;
    package_.resize(agreement, sized);
    bargain.resize(agreement.item.rows());
}

void PackageProtocol::agree(Situation const& in, ProtocolWork& given, Settlement out) const
{
    auto& work = static_cast<Work&>(given);
    auto const& weight = own_weights_ ? in.population.centre_weight : work.weight;
    package_.agree(weight, in.population, in.values, out.agreement, work.workspace);
    if (waits_for_baseline_) mark_missing_baselines(in.population, out.agreement);
    record_package(in, static_cast<int>(areas_), out);
}
}  // namespace concordat::selection
