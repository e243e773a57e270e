#pragma once

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <map>
#include <string>
#include <vector>

#include "sim/config/document.hpp"

namespace concordat::config
{
/// Builds our tree from yaml-cpp's events. The event interface is used because the library's node
/// interface hides duplicate keys and further documents and places aliases at their anchor.
///
/// Depth and size are checked before yaml-cpp goes deeper, so its recursion is bounded too.
class TreeBuilder final : public YAML::EventHandler
{
  public:
    /// Thrown out of the parser when reading on makes no sense; the problem is already recorded.
    struct Stop
    {
    };

    TreeBuilder(Document& document, std::string const& lines, DocumentLimits limits,
                core::Problems& problems);

    /// Whether the tree stands for the file: nothing that we do not read was met.
    [[nodiscard]] bool is_faithful() const { return faithful_; }
    [[nodiscard]] bool has_document() const { return documents_ > 0; }

    /// Position of a mark of yaml-cpp: line and character from 1.
    [[nodiscard]] core::Position place(YAML::Mark const& mark) const;

    void OnDocumentStart(YAML::Mark const& mark) override;
    void OnDocumentEnd() override {}
    void OnNull(YAML::Mark const& mark, YAML::anchor_t anchor) override;
    void OnAlias(YAML::Mark const& mark, YAML::anchor_t anchor) override;
    void OnScalar(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                  std::string const& value) override;
    void OnSequenceStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override { close(); }
    void OnMapStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override { close(); }

  private:
    /// A sequence or mapping that is still open.
    struct Open
    {
        Node node{};
        bool awaits_value{};  ///< of a mapping: the key has come, its value has not
        std::map<std::string, core::Position> first_use{};
        bool drops_value{};  ///< the value to come belongs to a duplicate key
    };

    void refuse(YAML::Mark const& mark, std::string message, std::string hint = {});
    void check_properties(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor);
    void count_node(YAML::Mark const& mark);
    [[nodiscard]] bool expects_key() const;
    void open(YAML::Mark const& mark, NodeKind kind);
    void close();
    void add_key(YAML::Mark const& mark, std::string const& text, ScalarStyle style);
    void add(Node node);

    Document& document_;
    std::string const& lines_;
    DocumentLimits limits_;
    core::Problems& problems_;
    std::vector<std::size_t> line_starts_{};  ///< [bytes] into lines_
    std::vector<Open> open_{};
    std::size_t nodes_{};
    std::size_t refused_{};
    int documents_{};
    bool faithful_{true};
};
}  // namespace concordat::config
