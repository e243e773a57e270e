#include "cli/parameter_hash.hpp"

#include <nlohmann/json.hpp>

#include "cli/record_json.hpp"
#include "sim/store/hash.hpp"

namespace concordat::cli
{
std::string hash_parameters(config::ParameterTable const& parameters)
{
    store::Hasher hasher;
    for (auto const& [path, record] : parameters) hasher.add(path + "=" + value_to_json(record.value).dump() + "\n");
    return "xxh3-128:" + hasher.digest().hex();
}
}  // namespace concordat::cli
