#include "sim/store/state_file.hpp"

#include <fmt/format.h>

#include <cstring>
#include <nlohmann/json.hpp>

#include "sim/core/check.hpp"
#include "sim/core/problem.hpp"

namespace concordat::store
{
namespace
{
using Json = nlohmann::ordered_json;

constexpr std::string_view first_line = "concordat-state 1\n";
constexpr std::size_t digest_size = sizeof(Digest);

Json write_header(StateOrigin const& origin)
{
    Json files = Json::array(), fields = Json::array();
    for (auto const& [name, hash] : origin.pack_files) files.push_back({{"name", name}, {"xxh3", hash}});
    for (auto const& field : origin.fields) {
        fields.push_back({{"name", field.name}, {"rows", field.rows}, {"columns", field.columns}});
    }
    return {{"program_version", origin.program_version},
            {"scenario", origin.scenario},
            {"rounds", origin.rounds},
            {"pack", {{"name", origin.pack}, {"files", files}}},
            {"seed", origin.master_seed},
            {"population_seed", origin.population_seed},
            {"replicates", origin.replicates},
            {"fields", fields}};
}

StateOrigin read_header(Json const& json)
{
    StateOrigin origin{.program_version = json.at("program_version").get<std::string>(),
                       .scenario = json.at("scenario").get<std::string>(),
                       .pack = json.at("pack").at("name").get<std::string>(),
                       .master_seed = json.at("seed").get<std::uint64_t>(),
                       .population_seed = json.at("population_seed").get<std::uint64_t>(),
                       .replicates = json.at("replicates").get<std::uint32_t>(),
                       .rounds = json.at("rounds").get<std::vector<std::string>>()};
    for (auto const& file : json.at("pack").at("files")) {
        origin.pack_files.emplace_back(file.at("name").get<std::string>(), file.at("xxh3").get<std::string>());
    }
    for (auto const& field : json.at("fields")) {
        origin.fields.push_back({field.at("name").get<std::string>(), field.at("rows").get<std::int64_t>(),
                                 field.at("columns").get<std::int64_t>()});
    }
    return origin;
}

std::filesystem::path with_ending(std::filesystem::path path, char const* ending)
{
    path += ending;
    return path;
}

[[noreturn]] void refuse(std::filesystem::path const& path, std::string message, std::string hint = {})
{
    core::Problems problems;
    problems.add({.file = path.generic_string()}, std::move(message), std::move(hint));
    throw core::InputError{std::move(problems)};
}

MappedFile map_file(std::filesystem::path const& path)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) refuse(path, "there is no such file of saved states");
    return MappedFile{path};
}
}  // namespace

std::size_t StateOrigin::record_size() const
{
    std::size_t doubles = 0;
    for (auto const& field : fields) doubles += static_cast<std::size_t>(field.rows * field.columns);
    return doubles * sizeof(double);
}

StateFileWriter::StateFileWriter(std::filesystem::path const& path, StateOrigin const& origin)
    : path_{std::filesystem::absolute(path)},
      partial_{with_ending(path_, ".partial")},
      file_{File::create_or_clear(partial_)},
      replicates_{origin.replicates},
      record_size_{origin.record_size()}
{
    append(first_line);
    append(write_header(origin).dump() + "\n");
}

StateFileWriter::~StateFileWriter()
{
    if (finished_) return;
    std::error_code ignored;
    std::filesystem::remove(partial_, ignored);
}

void StateFileWriter::append(std::string_view bytes)
{
    hasher_.add(bytes);
    file_.write(bytes);
}

void StateFileWriter::put(std::uint32_t replicate, std::string record)
{
    core::require(record.size() == record_size_, "a state fits its file");
    std::lock_guard const lock{mutex_};
    if (abandoned_) return;
    waiting_.emplace(replicate, std::move(record));
    try {
        write_in_order();
    } catch (...) {
        failure_ = std::current_exception();
        abandoned_ = true;
        waiting_.clear();
    }
}

void StateFileWriter::write_in_order()
{
    for (auto first = waiting_.begin(); first != waiting_.end() && first->first == next_; first = waiting_.begin()) {
        append(first->second);
        waiting_.erase(first);
        ++next_;
    }
}

void StateFileWriter::abandon()
{
    std::lock_guard const lock{mutex_};
    abandoned_ = true;
    waiting_.clear();
}

bool StateFileWriter::finish()
{
    std::lock_guard const lock{mutex_};
    if (failure_) std::rethrow_exception(failure_);
    if (abandoned_ || next_ != replicates_) return false;
    auto const digest = hasher_.digest();
    file_.write({reinterpret_cast<char const*>(&digest), digest_size});
    file_.sync();
    replace_durably(partial_, path_);
    finished_ = true;
    return true;
}

StateFileReader::StateFileReader(std::filesystem::path const& path) : file_{map_file(path)}
{
    auto const bytes = file_.bytes();
    std::string_view const text{reinterpret_cast<char const*>(bytes.data()), bytes.size()};
    if (text.substr(0, first_line.size()) != first_line) refuse(path, "is no file of saved states");
    auto const end_of_header = text.find('\n', first_line.size());
    Digest stored{};
    if (end_of_header == std::string_view::npos || bytes.size() < end_of_header + 1 + digest_size) {
        refuse(path, "is cut short", "save the state again");
    }
    begin_ = end_of_header + 1;
    std::memcpy(&stored, bytes.data() + bytes.size() - digest_size, digest_size);
    if (!(hash_bytes(bytes.first(bytes.size() - digest_size)) == stored)) {
        refuse(path, "is damaged: its checksum does not fit", "save the state again");
    }
    try {
        origin_ = read_header(Json::parse(text.substr(first_line.size(), begin_ - first_line.size())));
    } catch (std::exception const& error) {
        refuse(path, fmt::format("its second line cannot be read: {}", error.what()));
    }
    if (begin_ + origin_.record_size() * origin_.replicates + digest_size != bytes.size()) {
        refuse(path, "has another size than its second line says");
    }
    hash_ = stored.hex();
}

std::span<std::byte const> StateFileReader::record(std::uint32_t replicate) const
{
    core::require(replicate < origin_.replicates, "a state is there for the replicate");
    auto const size = origin_.record_size();
    return file_.bytes().subspan(begin_ + size * replicate, size);
}
}  // namespace concordat::store
