#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/config/document.hpp"
#include "sim/core/problem.hpp"

namespace concordat::config
{
enum class Need
{
    required,
    optional
};

/// Reads the keys of one mapping. Unknown keys are reported at construction with the nearest known
/// one; a required key that was probably meant by an unknown one is not reported again.
class MappingReader
{
  public:
    /// \param what names the mapping in messages, such as "parameter 'a.b.c'"
    /// \param where is used for missing keys
    MappingReader(Node const& node, std::string what, core::Position where,
                  std::vector<std::string_view> const& known, core::Problems& problems);

    /// The value of a key, or nullptr; an empty value of a required key is a problem.
    [[nodiscard]] Node const* node(std::string_view key, Need need);
    /// Text, not empty. A list or a mapping is a problem.
    [[nodiscard]] std::optional<std::string> text(std::string_view key, Need need);
    [[nodiscard]] Node const* sequence(std::string_view key, Need need);
    [[nodiscard]] Node const* mapping(std::string_view key, Need need);
    /// `true` or `false`; false where the key is absent.
    [[nodiscard]] bool flag(std::string_view key);
    /// Whether an unknown key was probably meant to be this one; that was reported already.
    [[nodiscard]] bool was_meant(std::string_view key) const;

  private:
    Node const* of_kind(std::string_view key, Need need, NodeKind kind);
    void report_missing(std::string_view key);

    Node const* mapping_{};  ///< nullptr where the node is no mapping; already reported
    std::string what_;
    core::Position where_;
    core::Problems* problems_;
    std::vector<std::string> meant_{};  ///< known keys that unknown ones probably stand for
};
}  // namespace concordat::config
