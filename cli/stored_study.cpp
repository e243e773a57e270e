#include "cli/stored_study.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "sim/store/storage_error.hpp"
#include "sim/store/study_folder.hpp"

namespace concordat::cli
{
StudyRequest read_request(store::StudyPlan const& plan, std::filesystem::path const& folder)
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

std::filesystem::path find_study(std::filesystem::path const& given)
{
    std::error_code ignored;
    if (std::filesystem::exists(given / store::plan_name, ignored)) return given;
    store::StudyFolder const folder{given};
    if (std::filesystem::exists(folder.partial() / store::plan_name, ignored)) return folder.partial();
    throw store::StorageError{given, folder.has_finished() ? "is not a study: it has no plan.json" : "there is no such study",
                              "give the folder that was given to --out"};
}
}  // namespace concordat::cli
