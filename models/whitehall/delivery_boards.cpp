#include "models/whitehall/delivery_boards.hpp"

#include "models/state/streams.hpp"
#include "models/whitehall/purposes.hpp"

namespace concordat::whitehall
{
DeliveryBoards::DeliveryBoards(state::Pack const& pack, WhitehallParams const& params, PsaLayer const& layer)
{
    for (std::size_t k = 0; k < pack.named_spillovers.size(); ++k) {
        auto const& named = pack.named_spillovers[k];
        if (named.value >= 0.0) continue;
        auto const& from = pack.indicators[static_cast<std::size_t>(named.from.index())];
        auto const& to = pack.indicators[static_cast<std::size_t>(named.to.index())];
        bool const priority = layer.is_priority(named.from.index()) || layer.is_priority(named.to.index());
        double const hidden = (1.0 - params.boards.reveal.value()) * (1.0 - params.boards.known_beforehand.value()) *
                              (1.0 - (priority ? params.ministers.authority.value() : 0.0));
        double const weight = from.department == to.department ? 1.0 : layer.weight_behind(named.to.index());
        conflicts_.push_back({.position = static_cast<int>(k),
                              .from = named.from.index(),
                              .to = named.to.index(),
                              .from_number = static_cast<std::uint32_t>(from.number),
                              .to_number = static_cast<std::uint32_t>(to.number),
                              .value = params.named_spillover_scale * named.value,
                              .revealed = 1.0 - hidden,
                              .traded = 1.0 - (1.0 - params.boards.trade.value()) * (1.0 - weight)});
    }
}

void DeliveryBoards::settle(state::Occasion const& when, state::Centre& centre) const
{
    auto const key = state::round_key(when, purpose::conflict);
    centre.conflict_left.setOnes();
    double all = 0.0;
    double remaining = 0.0;
    for (auto const& conflict : conflicts_) {
        bool const revealed = random::uniform(key, conflict.from_number, conflict.to_number) < conflict.revealed;
        double const left = revealed ? 1.0 - conflict.traded : 1.0;
        centre.conflict_left(conflict.position) = left;
        all += conflict.value;
        remaining += left * conflict.value;
    }
    centre.conflict_scale = all < 0.0 ? remaining / all : 1.0;
}

void DeliveryBoards::apply(state::Centre const& centre, state::Population& population) const
{
    auto& matrix = population.spillovers;
    for (auto const& conflict : conflicts_) {
        auto const receiver = static_cast<std::size_t>(conflict.to);
        for (int entry = matrix.begin[receiver]; entry < matrix.begin[receiver + 1]; ++entry) {
            auto const at = static_cast<std::size_t>(entry);
            if (matrix.from[at] == conflict.from) {
                matrix.value[at] = conflict.value * centre.conflict_left(conflict.position);
            }
        }
    }
}
}  // namespace concordat::whitehall
