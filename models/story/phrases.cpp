#include "models/story/phrases.hpp"

namespace concordat::story
{
using state::Freedom;
using state::MoveKind;
using state::MoveReason;
using state::Party;

// No `default` below: the compiler names what has no words yet.

std::string_view phrase_of(MoveKind kind)
{
    switch (kind) {
        case MoveKind::table: return "puts forward {}";
        case MoveKind::accept: return "accepts {}";
        case MoveKind::swap_in: return "takes {} in place of {other}";
        case MoveKind::swap_out: return "gives up {} for {other}";
        case MoveKind::link: return "accepts {} against {other}";
        case MoveKind::bridge: return "puts forward {}, which nobody had proposed";
        case MoveKind::evidence: return "puts evidence on {} on the table";
        case MoveKind::late_demand: return "asks late for {}";
        case MoveKind::send_back: return "returns {}";
        case MoveKind::withdraw: return "withdraws {}";
        case MoveKind::deal_breaker: return "will not sign with {}";
        case MoveKind::park: return "leaves {} without a level, as a placeholder";
        case MoveKind::last_offer: return "makes a last offer that is taken: {}";
        case MoveKind::tell: return "tells {to} to take {}";
        case MoveKind::refuse: return "refuses {}";
        case MoveKind::keep: return "keeps {}";
        case MoveKind::override_advice: return "departs from the public advice on {}";
        case MoveKind::grant_freedom: return "grants {freedom}";
        case MoveKind::refuse_freedom: return "refuses {freedom}";
        case MoveKind::offer_level: return "offers a level for {}";
        case MoveKind::agree_level: return "agrees the level of {}";
        case MoveKind::impose_level: return "imposes the level of {}";
        case MoveKind::enter: return "joins the scheme";
        case MoveKind::stay_out: return "stays out of the scheme";
        case MoveKind::sign: return "signs the agreement";
    }
    return {};
}

std::string_view phrase_of(MoveReason reason)
{
    switch (reason) {
        case MoveReason::none: return "";
        case MoveReason::in_draft: return "in the local draft";
        case MoveReason::centre_ask: return "asked for by the centre";
        case MoveReason::both_want: return "wanted by both sides";
        case MoveReason::own_gain: return "worth a place";
        case MoveReason::conceded: return "a concession";
        case MoveReason::need_shown: return "the evidence shows need";
        case MoveReason::no_need: return "the evidence shows no need";
        case MoveReason::no_evidence: return "no evidence";
        case MoveReason::slot_free: return "there is room";
        case MoveReason::full: return "the agreement is full";
        case MoveReason::must_have: return "a must-have of Whitehall";
        case MoveReason::announcement: return "after a ministerial announcement";
        case MoveReason::deadline: return "time is up";
        case MoveReason::missing_baseline: return "no baseline yet";
        case MoveReason::attention: return "unexamined for want of time";
        case MoveReason::coordination: return "settled among departments";
        case MoveReason::cost: return "not worth a place";
        case MoveReason::statutory: return "required by law";
        case MoveReason::rounding: return "made tidy";
        case MoveReason::trajectory: return "on a national trajectory";
        case MoveReason::redefinition: return "its definition has changed";
        case MoveReason::common_shock: return "circumstances have changed everywhere";
    }
    return {};
}

std::string_view phrase_of(Freedom freedom)
{
    switch (freedom) {
        case Freedom::budget_pooling: return "budget pooling";
        case Freedom::target_flexing: return "targets that may be adapted";
        case Freedom::monitoring_relief: return "lighter monitoring";
        case Freedom::ring_fence_release: return "grants without fences";
        case Freedom::merged_partnerships: return "merged partnerships";
        case Freedom::inspection_relief: return "fewer inspections";
    }
    return {};
}

std::string_view word_of(Freedom freedom)
{
    switch (freedom) {
        case Freedom::budget_pooling: return "budget_pooling";
        case Freedom::target_flexing: return "target_flexing";
        case Freedom::monitoring_relief: return "monitoring_relief";
        case Freedom::ring_fence_release: return "ring_fence_release";
        case Freedom::merged_partnerships: return "merged_partnerships";
        case Freedom::inspection_relief: return "inspection_relief";
    }
    return {};
}

std::string_view word_of(MoveKind kind)
{
    switch (kind) {
        case MoveKind::table: return "table";
        case MoveKind::accept: return "accept";
        case MoveKind::swap_in: return "swap_in";
        case MoveKind::swap_out: return "swap_out";
        case MoveKind::link: return "link";
        case MoveKind::bridge: return "bridge";
        case MoveKind::evidence: return "evidence";
        case MoveKind::late_demand: return "late_demand";
        case MoveKind::send_back: return "send_back";
        case MoveKind::withdraw: return "withdraw";
        case MoveKind::deal_breaker: return "deal_breaker";
        case MoveKind::park: return "park";
        case MoveKind::last_offer: return "last_offer";
        case MoveKind::tell: return "tell";
        case MoveKind::refuse: return "refuse";
        case MoveKind::keep: return "keep";
        case MoveKind::override_advice: return "override_advice";
        case MoveKind::grant_freedom: return "grant_freedom";
        case MoveKind::refuse_freedom: return "refuse_freedom";
        case MoveKind::offer_level: return "offer_level";
        case MoveKind::agree_level: return "agree_level";
        case MoveKind::impose_level: return "impose_level";
        case MoveKind::enter: return "enter";
        case MoveKind::stay_out: return "stay_out";
        case MoveKind::sign: return "sign";
    }
    return {};
}

std::string_view word_of(MoveReason reason)
{
    switch (reason) {
        case MoveReason::none: return "none";
        case MoveReason::in_draft: return "in_draft";
        case MoveReason::centre_ask: return "centre_ask";
        case MoveReason::both_want: return "both_want";
        case MoveReason::own_gain: return "own_gain";
        case MoveReason::conceded: return "conceded";
        case MoveReason::need_shown: return "need_shown";
        case MoveReason::no_need: return "no_need";
        case MoveReason::no_evidence: return "no_evidence";
        case MoveReason::slot_free: return "slot_free";
        case MoveReason::full: return "full";
        case MoveReason::must_have: return "must_have";
        case MoveReason::announcement: return "announcement";
        case MoveReason::deadline: return "deadline";
        case MoveReason::missing_baseline: return "missing_baseline";
        case MoveReason::attention: return "attention";
        case MoveReason::coordination: return "coordination";
        case MoveReason::cost: return "cost";
        case MoveReason::statutory: return "statutory";
        case MoveReason::rounding: return "rounding";
        case MoveReason::trajectory: return "trajectory";
        case MoveReason::redefinition: return "redefinition";
        case MoveReason::common_shock: return "common_shock";
    }
    return {};
}

std::string_view word_of(Party party)
{
    switch (party) {
        case Party::council: return "council";
        case Party::partnership: return "partnership";
        case Party::government_office: return "government_office";
        case Party::department: return "department";
        case Party::minister: return "minister";
        case Party::adviser: return "adviser";
    }
    return {};
}

bool is_about_freedom(MoveKind kind)
{
    return kind == MoveKind::grant_freedom || kind == MoveKind::refuse_freedom;
}

bool is_about_level(MoveKind kind)
{
    return kind == MoveKind::offer_level || kind == MoveKind::agree_level || kind == MoveKind::impose_level;
}
}  // namespace concordat::story
