#pragma once

#include <string>
#include <string_view>

#include "models/state/bargain.hpp"
#include "models/state/transcript.hpp"

namespace concordat::story
{
/// What a move does: "takes {} in place of {other}", "tells {to} to take {}", with `{}` for the
/// indicators that it is about.
[[nodiscard]] std::string_view phrase_of(state::MoveKind kind);

/// Why, as a remark in brackets: "worth a place"; empty for no reason.
[[nodiscard]] std::string_view phrase_of(state::MoveReason reason);

/// What a freedom is called: "budget pooling".
[[nodiscard]] std::string_view phrase_of(state::Freedom freedom);

/// Words for files: "late_demand", "no_evidence", "government_office".
[[nodiscard]] std::string_view word_of(state::MoveKind kind);
[[nodiscard]] std::string_view word_of(state::MoveReason reason);
[[nodiscard]] std::string_view word_of(state::Party party);
[[nodiscard]] std::string_view word_of(state::Freedom freedom);

/// Whether a move is about a freedom, which its `other` then names.
[[nodiscard]] bool is_about_freedom(state::MoveKind kind);

/// Whether a move is about the level of an item; its values are then in sigma.
[[nodiscard]] bool is_about_level(state::MoveKind kind);
}  // namespace concordat::story
