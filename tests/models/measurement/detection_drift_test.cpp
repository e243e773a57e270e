#include "models/measurement/detection_drift.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/core/elementary.hpp"
#include "tests/support/small_pack.hpp"

namespace concordat::measurement
{
namespace
{
RecordingParams make_params(double drifting)
{
    return {.drifting = core::Share{drifting}, .largest_drift = core::Sigma{3.0}, .recorded_share = 0.5};
}

/// Two partners; even indicators are mostly the second partner's, every fifth asks people.
state::Pack make_pack(int indicators)
{
    auto pack = support::make_small_pack(3, indicators);
    pack.base_share.resize(indicators, 2);
    for (int j = 0; j < indicators; ++j) {
        pack.base_share.row(j) << (j % 2 == 0 ? 0.3 : 0.8), (j % 2 == 0 ? 0.7 : 0.2);
        pack.indicators[static_cast<std::size_t>(j)].perception = j % 5 == 0;
    }
    return pack;
}

TEST(DetectionDrift, TakesAShareOfWhatPartnersRecordThemselves)
{
    constexpr int indicators = 4000;
    DetectionDrift const drift{make_pack(indicators), make_params(0.25)};
    state::Recording recording;
    recording.resize(8, indicators, 1, 3);
    drift.draw({.master_seed = 1, .replicate = 0, .round = 0}, recording);
    double recorded = 0.0, drifting = 0.0, total = 0.0;
    for (int j = 0; j < indicators; ++j) {
        EXPECT_EQ(drift.recorded_by_partners(j), j % 2 == 0 && j % 5 != 0);
        double const size = recording.detection[j];
        EXPECT_TRUE(size >= 0.0 && size <= 3.0);
        EXPECT_TRUE(drift.recorded_by_partners(j) || size == 0.0);
        recorded += drift.recorded_by_partners(j) ? 1.0 : 0.0;
        drifting += size > 0.0 ? 1.0 : 0.0;
        total += size;
    }
    EXPECT_NEAR(drifting / recorded, 0.25, 5.0 * std::sqrt(0.1875 / recorded));
    EXPECT_NEAR(total / drifting, 1.5, 5.0 * std::sqrt(0.75 / drifting));
    auto const first = recording.detection;
    drift.draw({.master_seed = 1, .replicate = 0, .round = 2}, recording);
    EXPECT_TRUE((recording.detection == first).all());
}

TEST(DetectionDrift, FallsWithEffortOnTargetsAndLeavesTheOutcome)
{
    auto const pack = make_pack(4);
    DetectionDrift const drift{pack, make_params(0.25)};
    state::Recording recording;
    recording.resize(8, 4, 2, 3);
    recording.detection << 0.0, 0.0, 2.0, 0.0;
    state::Population population;
    population.controllability = state::PerIndicator::Constant(4, 0.5);
    population.productivity = state::PerArea::Constant(8, 1.25);
    state::Agreement agreement;
    agreement.item = state::AreaIntTable::Constant(8, 2, -1);
    agreement.count = {2, 1, 1, 0, 0, 0, 0, 0};
    agreement.item.row(0) << 1, 2;
    agreement.item(1, 0) = 2;
    agreement.item(2, 0) = 3;
    state::Performance performance;
    performance.true_gain = state::AreaTable::Constant(8, 4, 0.75);
    performance.true_gain(1, 2) = 0.0;
    drift.uncover(population, agreement, performance, recording);
    EXPECT_NEAR(recording.shift(0, 1), -2.0 * (1.0 - core::exp(-0.75 / 0.625)), 1e-15);
    EXPECT_EQ(recording.shift(0, 0), 0.0);  // does not drift
    EXPECT_EQ(recording.shift(1, 0), 0.0);  // no effort
    EXPECT_EQ(recording.shift(2, 0), 0.0);
    EXPECT_TRUE((performance.true_gain.col(0) == 0.75).all());
}

TEST(DetectionDrift, FollowsNumbersAndNotRows)
{
    auto const pack = make_pack(20);
    auto turned = support::reverse_rows(pack);
    turned.base_share = pack.base_share.colwise().reverse().eval();
    state::Recording one, other;
    one.resize(8, 20, 1, 3);
    other.resize(8, 20, 1, 3);
    DetectionDrift{pack, make_params(0.5)}.draw({.master_seed = 9, .replicate = 1, .round = 0}, one);
    DetectionDrift{turned, make_params(0.5)}.draw({.master_seed = 9, .replicate = 1, .round = 0}, other);
    EXPECT_TRUE((one.detection == other.detection.reverse()).all());
    EXPECT_TRUE((one.detection > 0.0).any());
}

TEST(DetectionDrift, DoesNothingWhereNoRecordDrifts)
{
    state::Recording recording;
    recording.resize(8, 20, 1, 3);
    DetectionDrift{make_pack(20), make_params(0.0)}.draw({.master_seed = 9, .replicate = 1, .round = 0}, recording);
    EXPECT_TRUE((recording.detection == 0.0).all());
}
}  // namespace
}  // namespace concordat::measurement
