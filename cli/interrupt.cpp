#include "cli/interrupt.hpp"

#include <signal.h>
#include <unistd.h>

#include <string_view>

namespace concordat::cli
{
namespace
{
// A signal handler can reach nothing but what has static storage.
std::atomic<bool> stop_requested{false};
std::atomic<int> caught_signal{0};
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free,
              "a signal handler may touch these");

extern "C" void note_signal(int number)
{
    constexpr std::string_view text{
        "\nstopping after the replicates under way; once more ends at once\n"};
    caught_signal.store(number);
    stop_requested.store(true);
    [[maybe_unused]] auto const written = ::write(STDERR_FILENO, text.data(), text.size());
}

void install(int number, void (*handler)(int), int flags)
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    ::sigemptyset(&action.sa_mask);
    ::sigaction(number, &action, nullptr);
}
}  // namespace

InterruptGuard::InterruptGuard()
{
    // The first signal puts back the default, which ends the program.
    for (int const number : {SIGINT, SIGTERM}) {
        install(number, note_signal, static_cast<int>(SA_RESETHAND) | SA_RESTART);
    }
}

InterruptGuard::~InterruptGuard()
{
    for (int const number : {SIGINT, SIGTERM}) install(number, SIG_DFL, 0);
}

std::atomic<bool> const* InterruptGuard::stop_flag() const
{
    return &stop_requested;
}
int InterruptGuard::signal() const
{
    return caught_signal.load();
}
}  // namespace concordat::cli
