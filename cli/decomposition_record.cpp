#include "cli/decomposition_record.hpp"

#include <nlohmann/json.hpp>

namespace concordat::cli
{
using Json = nlohmann::ordered_json;

namespace
{
Json split_to_json(EffectSplit const& split)
{
    Json json{{"kind", split.kind}, {"parts", Json::array()}, {"runs", Json::array()}};
    for (auto const& part : split.parts) {
        json["parts"].push_back({{"name", part.name}, {"title", part.title}, {"detail", part.detail}});
    }
    for (auto const& [baseline, reform] : split.runs) json["runs"].push_back({baseline, reform});
    return json;
}

EffectSplit split_from_json(Json const& json)
{
    EffectSplit split{.kind = json.at("kind").get<std::string>(), .parts = {}, .runs = {}};
    for (auto const& part : json.at("parts")) {
        split.parts.push_back({part.at("name").get<std::string>(), part.at("title").get<std::string>(),
                               part.at("detail").get<std::string>()});
    }
    for (auto const& run : json.at("runs")) {
        split.runs.emplace_back(run.at(0).get<std::size_t>(), run.at(1).get<std::size_t>());
    }
    return split;
}
}  // namespace

Json decomposition_to_json(DecompositionRecord const& record)
{
    Json json{{"baseline", record.baseline}, {"reform", record.reform}, {"outcomes", record.outcomes}, {"splits", Json::array()}};
    for (auto const& split : record.splits) json["splits"].push_back(split_to_json(split));
    return json;
}

DecompositionRecord decomposition_from_json(Json const& json)
{
    DecompositionRecord record{.baseline = json.at("baseline").get<std::size_t>(),
                               .reform = json.at("reform").get<std::size_t>(),
                               .outcomes = json.at("outcomes").get<std::vector<std::string>>(),
                               .splits = {}};
    for (auto const& split : json.at("splits")) record.splits.push_back(split_from_json(split));
    return record;
}
}  // namespace concordat::cli
