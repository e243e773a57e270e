#include "models/cycle/saved_state.hpp"

#include <cstring>

#include "sim/core/check.hpp"

namespace concordat::cycle
{
std::vector<store::StateField> list_fields(CarriedState& state)
{
    std::vector<store::StateField> fields;
    state.visit([&](char const* name, auto const& table) { fields.push_back({name, table.rows(), table.cols()}); });
    return fields;
}

std::string write_record(CarriedState& state)
{
    std::string record;
    state.visit([&](char const*, auto const& table) {
        record.append(reinterpret_cast<char const*>(table.data()), static_cast<std::size_t>(table.size()) * sizeof(double));
    });
    return record;
}

void read_record(std::span<std::byte const> record, CarriedState& state)
{
    state.visit([&](char const*, auto& table) {
        auto const size = static_cast<std::size_t>(table.size()) * sizeof(double);
        core::require(record.size() >= size, "a record holds every table of its state");
        std::memcpy(table.data(), record.data(), size);
        record = record.subspan(size);
    });
    core::require(record.empty(), "a record holds nothing but the tables of its state");
}
}  // namespace concordat::cycle
