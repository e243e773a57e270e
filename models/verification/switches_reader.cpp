#include <fmt/format.h>

#include <array>
#include <utility>

#include "models/verification/switches.hpp"
#include "sim/config/document.hpp"
#include "sim/config/mapping_reader.hpp"

namespace concordat::verification
{
namespace
{
using config::Need;
using config::Node;
using config::NodeKind;

constexpr int usual_replicates = 4;  // each is the mean over all areas of England
constexpr std::array senses{std::pair{"up", Sense::up}, std::pair{"down", Sense::down},
                            std::pair{"moves", Sense::moves}, std::pair{"stays", Sense::stays}};

std::vector<std::string> read_words(Node const* list, core::Problems& problems)
{
    std::vector<std::string> words;
    if (list == nullptr) return words;
    for (auto const& item : list->items) {
        if (item.kind == NodeKind::scalar) {
            words.push_back(item.text);
        } else {
            problems.add(item.where, fmt::format("expected a word, not {}", config::describe(item.kind)));
        }
    }
    return words;
}

std::vector<SwitchCase::Step> read_steps(Node const* list, core::Problems& problems)
{
    std::vector<SwitchCase::Step> steps;
    if (list == nullptr) return steps;
    for (auto const& item : list->items) {
        if (item.kind != NodeKind::sequence || item.items.size() != 2) {
            problems.add(item.where, "a step is a pair of values: [from, to]");
            continue;
        }
        auto const pair = read_words(&item, problems);
        if (pair.size() == 2) steps.push_back({pair[0], pair[1]});
    }
    return steps;
}

std::vector<ChainLink> read_chain(Node const* chain, core::Problems& problems)
{
    std::vector<ChainLink> links;
    if (chain == nullptr) return links;
    for (std::size_t i = 0; i < chain->keys.size(); ++i) {
        bool known = false;
        for (auto const& [word, sense] : senses) {
            if (chain->items[i].text != word) continue;
            links.push_back({chain->keys[i].text, sense});
            known = true;
        }
        if (!known) problems.add(chain->items[i].where, "an outcome goes up, down, moves or stays");
    }
    return links;
}

SwitchCase read_case(Node const& node, core::Problems& problems)
{
    config::MappingReader in{node, "switch", node.where,
                             {"path", "scenario", "with", "steps", "chain", "why", "replicates"}, problems};
    SwitchCase out;
    out.where = node.where;
    out.path = in.text("path", Need::required).value_or("");
    out.scenario = in.text("scenario", Need::optional).value_or("laa_2008");
    out.settings = read_words(in.sequence("with", Need::optional), problems);
    out.steps = read_steps(in.sequence("steps", Need::required), problems);
    out.chain = read_chain(in.mapping("chain", Need::required), problems);
    out.why = in.text("why", Need::required).value_or("");
    out.replicates = usual_replicates;
    if (auto const text = in.text("replicates", Need::optional)) {
        try {
            out.replicates = std::stoi(*text);
        } catch (std::exception const&) {
            problems.add(node.where, fmt::format("replicates is a whole number, not '{}'", *text));
        }
    }
    return out;
}
}  // namespace

std::vector<SwitchCase> read_switches(std::filesystem::path const& file, core::Problems& problems)
{
    std::vector<SwitchCase> out;
    auto const document = config::read_document(file, problems);
    if (!document) return out;
    if (document->root.kind != NodeKind::sequence) {
        problems.add(document->root.where, "the file is a list of switches");
        return out;
    }
    for (auto const& node : document->root.items) out.push_back(read_case(node, problems));
    return out;
}
}  // namespace concordat::verification
