#include "cli/report_themes.hpp"

namespace concordat::cli
{
std::vector<report::ThemeFact> list_report_themes()
{
    return {
        {"money", "Money",
         "Rewards are transfers: they cost the Exchequer what they bring the areas. Welfare rests on judgements of what "
         "an improvement is worth; look whether its sign survives another cost of public funds.",
         {"reward_paid", "exchequer_cost", "negotiation_cost", "welfare", "welfare_low_cost_of_funds",
          "welfare_high_cost_of_funds", "welfare_per_gbp"}},
        {"negotiation", "Negotiation",
         "How long the talks take, how much is asked, and who gets what.",
         {"negotiation_months", "asks", "moves", "deadline_share", "placeholder_share", "forced_share",
          "council_surplus", "centre_surplus", "level_months"}},
        {"gaming", "Targets and gaming",
         "The gap between what is reported and what is true, and what is behind it.",
         {"hit_share", "true_hit_share", "reported_gap", "misreport_share", "inflation", "caught_share",
          "just_above", "manipulation_effort"}},
        {"effort", "Effort and displacement",
         "What a target draws to itself, and from where.",
         {"true_gain_selected", "true_gain_unselected", "target_effect", "agreement_effort_share",
          "budget_binding_share", "partners_in"}},
        {"trust", "Trust",
         "What the round leaves behind for the next.",
         {"trust", "partner_trust", "cooperation", "buy_in", "payment_belief", "sceptics", "ceremonial_share"}},
    };
}
}  // namespace concordat::cli
