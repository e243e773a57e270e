#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/problem.hpp"

namespace concordat::config
{
enum class NodeKind
{
    null,
    scalar,
    sequence,
    mapping
};
enum class ScalarStyle
{
    plain,
    quoted
};

struct Key
{
    std::string text{};
    core::Position where{};
};

/// A piece of a YAML file with the place where it begins.
struct Node
{
    NodeKind kind{NodeKind::null};
    std::string text{};                     ///< of a scalar, exactly as written after unquoting
    ScalarStyle style{ScalarStyle::plain};  ///< block scalars (| and >) count as quoted
    std::vector<Key> keys{};                ///< of a mapping, in file order
    std::vector<Node> items{};  ///< of a sequence; of a mapping: items[i] belongs to keys[i]
    core::Position where{};

    /// The value of a key in a mapping, or nullptr.
    [[nodiscard]] Node const* find(std::string_view key) const;
};

struct Document
{
    std::string file{};  ///< path as given
    std::string text{};  ///< of the file, without a byte order mark
    Node root{};
};

struct DocumentLimits
{
    std::size_t depth{64};       ///< [levels] of sequences and mappings inside each other
    std::size_t nodes{100'000};  ///< [count] scalars, sequences, mappings and keys together
};

/// Reads one YAML document. Left out of YAML on purpose, so that a file means what it shows:
/// tags, anchors, aliases, merge keys, duplicate keys, keys that are not plain text, further
/// documents. Each is a problem with its position; after a duplicate key the first value is kept
/// so that the rest of the file can be checked too. A nullopt always comes with a problem.
[[nodiscard]] std::optional<Document> read_document(std::filesystem::path const& path,
                                                    core::Problems& problems);

/// The same for text that is already in memory and known to be UTF-8 without control characters
/// (see text_file.hpp); `file` is the name for messages.
[[nodiscard]] std::optional<Document> parse_document(std::string file, std::string text,
                                                     core::Problems& problems,
                                                     DocumentLimits limits = {});

/// "a mapping", "a list", "text", "nothing": for messages.
[[nodiscard]] std::string_view describe(NodeKind kind);
}  // namespace concordat::config
