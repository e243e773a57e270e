#include "sim/random/registry.hpp"

#include <stdexcept>
#include <string>

namespace concordat::random
{
namespace
{
std::string describe_clash(Purpose const& first, Purpose const& second)
{
    return "random purposes '" + std::string{first.name()} + "' and '" +
           std::string{second.name()} + "' would share their draws";
}
}  // namespace

void require_distinct(std::span<Purpose const> purposes)
{
    for (std::size_t i = 0; i < purposes.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (purposes[i].hash() == purposes[j].hash()) {
                throw std::logic_error{describe_clash(purposes[j], purposes[i])};
            }
        }
    }
}
}  // namespace concordat::random
