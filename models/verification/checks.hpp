#pragma once

#include "models/verification/check.hpp"

/// The single checks; theory and worked numbers are those of docs/methods/verification.md.
namespace concordat::verification
{
// tournament_checks.cpp
[[nodiscard]] CheckResult check_tournament_slopes();  ///< T1
[[nodiscard]] CheckResult check_handicaps();          ///< T3
[[nodiscard]] CheckResult check_existence();          ///< T4
[[nodiscard]] CheckResult check_large_tournament();   ///< T26
// common_shock_check.cpp
[[nodiscard]] CheckResult check_common_shock();  ///< T2
// threshold_checks.cpp
[[nodiscard]] CheckResult check_threshold_effort();  ///< T5
[[nodiscard]] CheckResult check_threshold_peak();    ///< T6
[[nodiscard]] CheckResult check_giving_up();         ///< T7
[[nodiscard]] CheckResult check_pro_rata();          ///< T8
// linear_checks.cpp
[[nodiscard]] CheckResult check_comparators();  ///< T9
[[nodiscard]] CheckResult check_crowding();     ///< T12
[[nodiscard]] CheckResult check_distortion();   ///< T15
[[nodiscard]] CheckResult check_ratchet();      ///< T16
// partner_checks.cpp
[[nodiscard]] CheckResult check_teams();        ///< T10
[[nodiscard]] CheckResult check_complements();  ///< T11
[[nodiscard]] CheckResult check_two_tasks();    ///< T13
[[nodiscard]] CheckResult check_budgets();      ///< T14
// bargaining_checks.cpp
[[nodiscard]] CheckResult check_level_bargain();  ///< T17, weighted Nash
[[nodiscard]] CheckResult check_logrolling();     ///< T20
// learning_checks.cpp
[[nodiscard]] CheckResult check_cooperation();     ///< T23
[[nodiscard]] CheckResult check_learning_rules();  ///< T24
// centre_checks.cpp
[[nodiscard]] CheckResult check_asks();           ///< T21
[[nodiscard]] CheckResult check_common_agency();  ///< T22
// audit_checks.cpp
[[nodiscard]] CheckResult check_audit();  ///< T25
}  // namespace concordat::verification
