#include "cli/study_description.hpp"

#include <nlohmann/json.hpp>

namespace concordat::cli
{
using Json = nlohmann::ordered_json;

Json description_to_json(StudyDescription const& study)
{
    return {{"name", study.name},         {"file", study.file},     {"title", study.title},
            {"question", study.question}, {"source", study.source}, {"notes", study.notes},
            {"outcomes", study.outcomes}};
}

StudyDescription description_from_json(Json const& json)
{
    return {.name = json.at("name").get<std::string>(),
            .file = json.at("file").get<std::string>(),
            .title = json.at("title").get<std::string>(),
            .question = json.at("question").get<std::string>(),
            .source = json.at("source").get<std::string>(),
            .notes = json.at("notes").get<std::string>(),
            .outcomes = json.at("outcomes").get<std::vector<std::string>>()};
}

Json design_to_json(DesignRecord const& design)
{
    Json points = Json::array();
    for (auto const& point : design.points) {
        Json values = Json::object();
        for (auto const& [path, value] : point.values) values[path] = value;
        points.push_back({{"number", point.number}, {"name", point.name}, {"values", values}});
    }
    return {{"kind", design.kind}, {"fixed_baseline", design.fixed_baseline}, {"points", points}};
}

DesignRecord design_from_json(Json const& json)
{
    DesignRecord design{.kind = json.at("kind").get<std::string>(),
                        .fixed_baseline = json.at("fixed_baseline").get<bool>(),
                        .points = {}};
    for (auto const& point : json.at("points")) {
        DesignPointRecord record{point.at("number").get<int>(), point.at("name").get<std::string>(), {}};
        for (auto const& [path, value] : point.at("values").items()) {
            record.values.emplace_back(path, value.get<std::string>());
        }
        design.points.push_back(std::move(record));
    }
    return design;
}
}  // namespace concordat::cli
