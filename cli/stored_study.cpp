#include "cli/stored_study.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <string>

#include "sim/store/storage_error.hpp"
#include "sim/store/study_folder.hpp"

namespace concordat::cli
{
StudyRequest read_stored_request(store::StudyPlan const& plan, std::filesystem::path const& folder)
{
    try {
        auto request = request_from_json(plan.request);
        if (request.scenarios.size() != plan.scenarios.size()) {
            throw std::runtime_error{"its scenarios do not fit its request"};
        }
        return request;
    } catch (std::exception const& error) {
        throw store::StorageError{folder, fmt::format("its plan cannot be read: {}", error.what())};
    }
}

void check_pack(PackIdentity const& pack)
{
    std::error_code ignored;
    if (!std::filesystem::is_directory(pack.folder, ignored)) {
        throw store::StorageError{pack.folder, "the data pack of this study is gone"};
    }
    auto const now = hash_folder(pack.folder);
    core::Problems problems;
    for (auto const& file : pack.files) {
        if (std::find(now.begin(), now.end(), file) != now.end()) continue;
        problems.add({.file = (pack.folder / file.first).generic_string()},
                     "has changed since the study began",
                     "put it back as it was, or run the study anew");
    }
    for (auto const& file : now) {
        bool const known =
            std::any_of(pack.files.begin(), pack.files.end(),
                        [&](auto const& other) { return other.first == file.first; });
        if (!known) {
            problems.add({.file = (pack.folder / file.first).generic_string()},
                         "was not there when the study began");
        }
    }
    problems.throw_if_any();
}

std::filesystem::path find_stored_study(std::filesystem::path const& given)
{
    constexpr std::string_view suffix{".partial"};
    auto name = given.string();
    while (name.size() > 1 && name.back() == '/') name.pop_back();
    if (name.ends_with(suffix)) name.resize(name.size() - suffix.size());
    store::StudyFolder const folder{name};
    if (folder.has_partial()) return folder.partial();
    if (folder.has_finished()) return folder.finished();
    throw store::StorageError{given, "there is no study here", "give the folder that --out named"};
}
}  // namespace concordat::cli
