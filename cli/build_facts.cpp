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
    std::error_code failed;
    auto path = std::filesystem::read_symlink("/proc/self/exe", failed);
    return failed ? std::filesystem::path{} : path;
}

std::string hash_program()
{
    auto const program = find_program();
    if (program.empty()) return {};
    try {
        return store::hash_file(program);
    } catch (store::StorageError const&) {
        return {};  // replaced while it runs: the record goes without
    }
}
}  // namespace concordat::cli
