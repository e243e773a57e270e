#pragma once

#include "sim/core/id.hpp"

namespace concordat::state
{
using AreaId = core::Id<struct AreaTag>;
using IndicatorId = core::Id<struct IndicatorTag>;
using PartnerId = core::Id<struct PartnerTag>;
using DepartmentId = core::Id<struct DepartmentTag>;
using RegionId = core::Id<struct RegionTag>;
}  // namespace concordat::state
