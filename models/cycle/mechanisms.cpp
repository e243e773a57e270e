#include "models/cycle/mechanisms.hpp"

namespace concordat::cycle
{
Model::Parts::Parts(std::shared_ptr<state::Pack const> given, scenario::ModelParams const& with)
    : pack{std::move(given)},
      params{with},
      population{*pack, params.population},
      evolution{*pack, params.population.evolution},
      whitehall{*pack, params.whitehall},
      salience{*pack, params.demands.salience},
      values{*pack, params.demands},
      joint_areas{*pack, params.multi_area},
      selection{selection::make_protocol(*pack, params.selection)},
      levels{*pack, params.level_talks},
      refresh{*pack, params.refresh, levels},
      inspection{params.inspection},
      outlook{*pack, params.floors.level_spread},
      scoring{*pack, params.scoring, years_per_round},
      floors{*pack, params.floors, years_per_round},
      publication{*pack, params.publication},
      supervision{*pack, params.supervision},
      shocks{*pack, params.shocks, years_per_round},
      definitions{*pack, params.recording, years_per_round},
      drift{*pack, params.recording},
      temptation{*pack, params.gaming},
      falsification{params.gaming},
      audit{*pack, params.gaming},
      freedoms{params.delivery.freedoms},
      prizes{params.incentives.prize},
      technology{*pack, params.delivery.motives.council_share, params.delivery.motives.lines_on},
      innovation{*pack, params.behaviour.innovation},
      delivery{*pack, params.incentives, technology, params.delivery, params.behaviour,
               {.multi_area = params.multi_area, .border = params.population.border}},
      trust{params.learning.trust},
      cooperation{*pack, params.learning.cooperation},
      buy_in{params.learning.buy_in},
      payment{params.learning.payment},
      productivity{*pack, params.learning.productivity},
      diffusion{*pack, params.learning.diffusion},
      habits{*pack, params.learning.habits},
      elections{*pack, params.politics.elections},
      engagement{*pack, params.politics.engagement},
      decoupling{*pack, params.politics.decoupling},
      recession{*pack, params.politics.recession, years_per_round},
      abolition{params.politics.abolition, years_per_round}
{
}
}  // namespace concordat::cycle
