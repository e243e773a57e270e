#include "cli/build_facts.hpp"

#include "sim/store/manifest.hpp"
#include "sim/store/storage_error.hpp"

namespace concordat::cli
{
BuildFacts list_build_facts()
{
    return {.version = CONCORDAT_VERSION,
            .compiler = CONCORDAT_COMPILER,
            .build_type = CONCORDAT_BUILD_TYPE,
            .options = CONCORDAT_COMPILE_OPTIONS,
            .system = CONCORDAT_SYSTEM};
}

std::filesystem::path find_program()
{
    std::filesystem::path const running{"/proc/self/exe"};  // even where its file has been replaced since
    std::error_code ignored;
    return std::filesystem::exists(std::filesystem::symlink_status(running, ignored)) ? running : std::filesystem::path{};
}

std::string hash_program()
{
    auto const program = find_program();
    if (program.empty()) return {};
    try {
        return store::hash_file(program);
    } catch (store::StorageError const&) {
        return {};  // not ours to read: the record goes without
    }
}
}  // namespace concordat::cli
