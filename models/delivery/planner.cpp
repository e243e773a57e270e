#include "models/delivery/planner.hpp"

namespace concordat::delivery
{
Planner::Planner(Technology const& technology, DeliveryParams params) : technology_{technology}, params_{params} {}
}  // namespace concordat::delivery
