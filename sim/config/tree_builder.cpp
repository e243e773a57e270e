#include "sim/config/tree_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "sim/config/value.hpp"

namespace concordat::config
{
namespace
{
/// After so many problems of one file its reading stops.
constexpr std::size_t max_refused = 20;

/// yaml-cpp's tags for scalars without a tag: "?" plain, "!" quoted. Empty for the rest.
bool is_written_tag(std::string const& tag)
{
    return !tag.empty() && tag != "?" && tag != "!";
}
}  // namespace

TreeBuilder::TreeBuilder(Document& document, std::string const& lines, DocumentLimits limits,
                         core::Problems& problems)
    : document_{document}, lines_{lines}, limits_{limits}, problems_{problems}, line_starts_{0}
{
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i] == '\n') line_starts_.push_back(i + 1);
    }
}

core::Position TreeBuilder::place(YAML::Mark const& mark) const
{
    if (mark.line < 0) return {.file = document_.file};
    auto const line = std::min(static_cast<std::size_t>(mark.line), line_starts_.size() - 1);
    auto const start = lines_.begin() + static_cast<std::ptrdiff_t>(line_starts_[line]);
    auto const length = std::min<std::ptrdiff_t>(mark.column, lines_.end() - start);
    auto const characters = std::count_if(start, start + length, [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    });
    return {document_.file, static_cast<int>(line) + 1, static_cast<int>(characters) + 1};
}

void TreeBuilder::refuse(YAML::Mark const& mark, std::string message, std::string hint)
{
    problems_.add(place(mark), std::move(message), std::move(hint));
    if (++refused_ < max_refused) return;
    problems_.add(place(mark), "too many problems; the rest of this file was not read");
    faithful_ = false;
    throw Stop{};
}

void TreeBuilder::check_properties(YAML::Mark const& mark, std::string const& tag,
                                   YAML::anchor_t anchor)
{
    auto const offset = static_cast<std::size_t>(mark.pos);
    bool const bare_tag = tag == "!" && offset < lines_.size() && lines_[offset] == '!';
    if (is_written_tag(tag) || bare_tag) {
        faithful_ = false;
        refuse(mark, fmt::format("the tag {} is not allowed", quote(tag)),
               "write the value without a tag");
    }
    if (anchor != 0) {
        faithful_ = false;
        refuse(mark, "anchors (&name) are not allowed", "write the value out at each place");
    }
}

void TreeBuilder::count_node(YAML::Mark const& mark)
{
    if (++nodes_ <= limits_.nodes) return;
    problems_.add(place(mark), fmt::format("the file has more than {} values", limits_.nodes));
    throw Stop{};
}

bool TreeBuilder::expects_key() const
{
    return !open_.empty() && open_.back().node.kind == NodeKind::mapping &&
           !open_.back().awaits_value;
}

void TreeBuilder::open(YAML::Mark const& mark, NodeKind kind)
{
    count_node(mark);
    if (open_.size() >= limits_.depth) {
        problems_.add(place(mark), fmt::format("nested more than {} levels deep", limits_.depth));
        throw Stop{};
    }
    if (expects_key()) {
        problems_.add(place(mark),
                      fmt::format("{} cannot be a key; is a bracket not closed?", describe(kind)));
        throw Stop{};
    }
    open_.push_back({});
    open_.back().node.kind = kind;
    open_.back().node.where = place(mark);
}

void TreeBuilder::close()
{
    auto node = std::move(open_.back().node);
    open_.pop_back();
    add(std::move(node));
}

void TreeBuilder::add_key(YAML::Mark const& mark, std::string const& text, ScalarStyle style)
{
    auto& mapping = open_.back();
    auto const where = place(mark);
    mapping.awaits_value = true;
    mapping.drops_value = false;
    if (style == ScalarStyle::plain && text == "<<") {
        faithful_ = false;
        mapping.drops_value = true;
        refuse(mark, "merge keys (<<) are not allowed", "write the keys out at each place");
        return;
    }
    auto const [first, is_new] = mapping.first_use.emplace(text, where);
    if (is_new) {
        mapping.node.keys.push_back({text, where});
        return;
    }
    mapping.drops_value = true;
    refuse(mark, fmt::format("duplicate key {}", quote(text)),
           fmt::format("it stands at {}:{} already", first->second.line, first->second.column));
}

void TreeBuilder::add(Node node)
{
    if (open_.empty()) {
        document_.root = std::move(node);
        return;
    }
    auto& parent = open_.back();
    parent.awaits_value = false;
    if (!std::exchange(parent.drops_value, false)) parent.node.items.push_back(std::move(node));
}

void TreeBuilder::OnDocumentStart(YAML::Mark const& mark)
{
    if (++documents_ == 1) return;
    problems_.add(place(mark), "a second document begins here; a file holds one");
    throw Stop{};
}

void TreeBuilder::OnNull(YAML::Mark const& mark, YAML::anchor_t anchor)
{
    count_node(mark);
    check_properties(mark, {}, anchor);
    if (expects_key()) {
        problems_.add(place(mark), "a key is missing before ':'");
        throw Stop{};
    }
    Node node;
    // yaml-cpp marks a missing value at whatever comes next.
    bool const has_key = !open_.empty() && !open_.back().node.keys.empty();
    node.where = has_key ? open_.back().node.keys.back().where : place(mark);
    add(std::move(node));
}

void TreeBuilder::OnAlias(YAML::Mark const& mark, YAML::anchor_t)
{
    count_node(mark);
    faithful_ = false;
    refuse(mark, "aliases (*name) are not allowed", "write the value out at each place");
    if (expects_key()) throw Stop{};
    add({});
}

void TreeBuilder::OnScalar(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                           std::string const& value)
{
    count_node(mark);
    check_properties(mark, tag, anchor);
    auto const style = tag == "!" ? ScalarStyle::quoted : ScalarStyle::plain;
    if (expects_key()) return add_key(mark, value, style);
    Node node;
    node.kind = NodeKind::scalar;
    node.text = value;
    node.style = style;
    node.where = place(mark);
    add(std::move(node));
}

void TreeBuilder::OnSequenceStart(YAML::Mark const& mark, std::string const& tag,
                                  YAML::anchor_t anchor, YAML::EmitterStyle::value)
{
    check_properties(mark, tag, anchor);
    open(mark, NodeKind::sequence);
}

void TreeBuilder::OnMapStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value)
{
    check_properties(mark, tag, anchor);
    open(mark, NodeKind::mapping);
}
}  // namespace concordat::config
