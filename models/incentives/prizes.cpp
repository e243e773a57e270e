#include "models/incentives/prizes.hpp"

namespace concordat::incentives
{
void Prizes::award(state::Agreement const& agreement, state::Performance& performance, state::Standing& standing) const
{
    if (params_.kind == PrizeKind::money) return;
    double const part = params_.kind == PrizeKind::mix ? 0.5 : 1.0;
    double const money = params_.kind == PrizeKind::mix ? part : 0.0;
    double const fences = params_.kind == PrizeKind::autonomy ? 0.0 : part * params_.fences_lifted.value();
    double const autonomy = params_.kind == PrizeKind::flexibility ? 0.0 : part * params_.autonomy_gained;
    for (Eigen::Index i = 0; i < performance.payment.rows(); ++i) {
        double contests = 0.0, wins = 0.0;
        for (int k = 0; k < agreement.count[static_cast<std::size_t>(i)]; ++k) {
            if (performance.contestants(i, k) == 0) continue;
            double& payment = performance.payment(i, k);
            contests += 1.0;
            wins += payment > 0.0 ? 1.0 : 0.0;
            payment *= money;
        }
        double const won = contests > 0.0 ? wins / contests : 0.0;
        standing.fenced_share(i, 0) = 1.0 - fences * won;
        standing.autonomy[i] *= 1.0 + autonomy * won;
    }
}
}  // namespace concordat::incentives
