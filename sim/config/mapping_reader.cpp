#include "sim/config/mapping_reader.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "sim/config/value.hpp"

namespace concordat::config
{
MappingReader::MappingReader(Node const& node, std::string what, core::Position where,
                             std::vector<std::string_view> const& known, core::Problems& problems)
    : what_{std::move(what)}, where_{std::move(where)}, problems_{&problems}
{
    std::vector<std::string> const names{known.begin(), known.end()};
    if (node.kind != NodeKind::mapping) {
        problems.add(
            node.where,
            fmt::format("{} must be a mapping (key: value), not {}", what_, describe(node.kind)),
            fmt::format("its keys are {}", fmt::join(names, ", ")));
        return;
    }
    mapping_ = &node;
    for (auto const& key : node.keys) {
        if (std::find(names.begin(), names.end(), key.text) != names.end()) continue;
        auto nearest = core::nearest_name(key.text, names);
        problems.add(key.where, fmt::format("unknown key {} in {}", quote(key.text), what_),
                     nearest.empty() ? fmt::format("its keys are {}", fmt::join(names, ", "))
                                     : fmt::format("did you mean '{}'?", nearest));
        meant_.push_back(std::move(nearest));
    }
}

void MappingReader::report_missing(std::string_view key)
{
    if (was_meant(key)) return;
    problems_->add(where_, fmt::format("{} lacks '{}'", what_, key));
}

bool MappingReader::was_meant(std::string_view key) const
{
    return std::find(meant_.begin(), meant_.end(), key) != meant_.end();
}

Node const* MappingReader::node(std::string_view key, Need need)
{
    if (mapping_ == nullptr) return nullptr;
    auto const* found = mapping_->find(key);
    if (found == nullptr) {
        if (need == Need::required) report_missing(key);
        return nullptr;
    }
    if (found->kind == NodeKind::null) {
        problems_->add(found->where, fmt::format("'{}' of {} is empty", key, what_));
        return nullptr;
    }
    return found;
}

Node const* MappingReader::of_kind(std::string_view key, Need need, NodeKind kind)
{
    auto const* found = node(key, need);
    if (found == nullptr || found->kind == kind) return found;
    problems_->add(found->where, fmt::format("'{}' of {} must be {}, not {}", key, what_,
                                             describe(kind), describe(found->kind)));
    return nullptr;
}

std::optional<std::string> MappingReader::text(std::string_view key, Need need)
{
    auto const* found = of_kind(key, need, NodeKind::scalar);
    if (found == nullptr) return std::nullopt;
    if (found->text.find_first_not_of(" \n\t") == std::string::npos) {
        problems_->add(found->where, fmt::format("'{}' of {} is empty", key, what_));
        return std::nullopt;
    }
    return found->text;
}

Node const* MappingReader::sequence(std::string_view key, Need need)
{
    return of_kind(key, need, NodeKind::sequence);
}

Node const* MappingReader::mapping(std::string_view key, Need need)
{
    return of_kind(key, need, NodeKind::mapping);
}

bool MappingReader::flag(std::string_view key)
{
    auto const* found = of_kind(key, Need::optional, NodeKind::scalar);
    if (found == nullptr) return false;
    bool const plain = found->style == ScalarStyle::plain;
    if (plain && (found->text == "true" || found->text == "false")) return found->text == "true";
    problems_->add(found->where, fmt::format("'{}' of {} = {} is not true or false", key, what_,
                                             quote(found->text)));
    return false;
}
}  // namespace concordat::config
