#include "models/scenario/channel.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <set>
#include <utility>

#include "models/scenario/catalogue.hpp"
#include "models/scenario/change.hpp"
#include "sim/config/document.hpp"
#include "sim/config/mapping_reader.hpp"
#include "sim/config/value_reading.hpp"
#include "sim/core/check.hpp"

namespace concordat::scenario
{
namespace
{
using config::Need;
using config::Node;

std::vector<Override> read_off(Node const& mapping, std::string const& who, config::ParameterTable const& parameters,
                               core::Problems& problems)
{
    std::vector<Override> off;
    if (mapping.keys.empty()) problems.add(mapping.where, "a channel is switched off by at least one parameter");
    for (std::size_t i = 0; i < mapping.keys.size(); ++i) {
        auto const& key = mapping.keys[i];
        auto const& value = mapping.items[i];
        auto const* record = find_record(parameters, key.text, key.where, problems);
        if (record == nullptr || !config::read_value(*record, value, problems)) continue;
        off.push_back({.round = {}, .path = key.text, .text = value.text, .who = who, .where = key.where});
    }
    return off;
}

std::optional<Channel> read_channel(Node const& node, config::ParameterTable const& parameters, core::Problems& problems)
{
    auto const problems_before = problems.size();
    config::MappingReader in{node, "channel", node.where, {"channel", "title", "off", "reason"}, problems};
    if (node.kind != config::NodeKind::mapping) return std::nullopt;
    Channel channel{.where = node.where};
    channel.name = in.text("channel", Need::required).value_or("");
    channel.title = in.text("title", Need::required).value_or("");
    channel.reason = in.text("reason", Need::required).value_or("");
    if (auto const* off = in.mapping("off", Need::required)) {
        channel.off = read_off(*off, fmt::format("channel {} switched off", channel.name), parameters, problems);
    }
    if (!channel.name.empty() && !is_name(channel.name)) {
        problems.add(node.find("channel")->where, fmt::format("{} is no name for a channel", config::quote(channel.name)),
                     "a name is made of letters, digits, '_', '-' and '.'");
    }
    if (problems.size() != problems_before) return std::nullopt;
    return channel;
}

void check_distinct(std::vector<Channel> const& channels, core::Problems& problems)
{
    std::set<std::string> names;
    std::map<std::string, std::string> owners;
    for (auto const& channel : channels) {
        if (!names.insert(channel.name).second) {
            problems.add(channel.where, fmt::format("two channels are called {}", config::quote(channel.name)));
        }
        for (auto const& one : channel.off) {
            auto const [owner, is_new] = owners.emplace(one.path, channel.name);
            if (is_new) continue;
            problems.add(one.where, fmt::format("{} belongs to the channel {} already", one.path, owner->second));
        }
    }
}
}  // namespace

std::vector<Channel> read_channels(std::filesystem::path const& file, config::ParameterTable const& parameters,
                                   core::Problems& problems)
{
    std::vector<Channel> channels;
    auto const document = config::read_document(file, problems);
    if (!document) return channels;
    if (document->root.kind != config::NodeKind::sequence) {
        problems.add(document->root.where, "the file is a list of channels");
        return channels;
    }
    for (auto const& node : document->root.items) {
        if (auto channel = read_channel(node, parameters, problems)) channels.push_back(std::move(*channel));
    }
    check_distinct(channels, problems);
    return channels;
}

void switch_off(Channel const& channel, config::ParameterTable& table)
{
    core::Problems problems;
    apply_overrides(table, channel.off, problems);
    core::require(problems.empty(), "a channel's values were checked when it was read");
}
}  // namespace concordat::scenario
