#pragma once

/// Closed forms of bargaining, for whatever is bargained over.
namespace concordat::core
{
/// Share of the pie that whoever offers first gets when offers alternate without end.
/// \pre both discount factors (worth of the pie one offer later) in [0, 1), or one of them 1
/// Source: Rubinstein (1982), Econometrica 50(1), 97-109.
[[nodiscard]] double rubinstein_share(double own_discount, double other_discount);

/// The same when only `offers` offers can be made and whoever makes the last one takes all: by
/// backward induction. With one discount factor d this is (1 - (-d)^N)/(1 + d).
/// \pre offers >= 1
/// Source: Stahl (1972), Bargaining Theory, Stockholm School of Economics.
[[nodiscard]] double finite_horizon_share(double own_discount, double other_discount, int offers);

/// Either of them. \param offers that can be made; 0: no end
[[nodiscard]] double opening_share(double own_discount, double other_discount, int offers);

/// When two claims meet that both sides give up along (t/T)^(1/b): t*/T = (D/(D + Z))^b.
/// \param overclaim D: by how much the claims exceed the pie at the start, >= 0
/// \param room Z: by how much they would fall short of it at the end
/// \param exponent b > 0; below 1 concessions come late
/// \return [share of the time] in [0, 1]; 2 where there is no room (Z < 0): they never meet
/// Source: Faratin, Sierra and Jennings (1998), Robotics and Autonomous Systems 24, 159-182.
[[nodiscard]] double concession_time(double overclaim, double room, double exponent);

/// What a sealed double auction gave.
struct Trade
{
    bool agreed{};
    double price{};  ///< on the scale of the limits; 0 where nothing is agreed
};

/// Both sides name a figure at once and meet half-way if the figures cross, each shading its own in
/// the linear equilibrium: 2v/3 + w/12 against 2c/3 + w/4. They agree where v - c reaches w/4.
/// \param most v: most that one side would give, known to itself alone
/// \param least c: least that the other would accept, likewise
/// \param width w: both are believed uniform on [0, w]
/// Source: Chatterjee and Samuelson (1983), Operations Research 31(5), 835-851; it is the best that any
/// mediation can do without evidence (Myerson and Satterthwaite 1983, J. Economic Theory 29(2), 265-281).
[[nodiscard]] Trade trade_sealed(double most, double least, double width = 1.0);
/// The same when evidence has shown both limits: nobody can shade.
[[nodiscard]] Trade trade_with_evidence(double most, double least);

/// Probability of agreement and expected gain from trade on limits uniform on [0, 1] when evidence
/// shows them with probability `evidence`: q/2 + (1 - q) 9/32 and q/6 + (1 - q) 9/64.
[[nodiscard]] double sealed_trade_probability(double evidence);
[[nodiscard]] double sealed_trade_gain(double evidence);
}  // namespace concordat::core
