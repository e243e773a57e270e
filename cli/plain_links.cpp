#include "cli/plain_links.hpp"

namespace concordat::cli
{
std::string write_plain_links(std::string const& text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        auto const open = text.find('[', at);
        auto const middle = open == std::string::npos ? open : text.find("](", open);
        auto const close = middle == std::string::npos ? middle : text.find(')', middle);
        if (close == std::string::npos) return out + text.substr(at);
        auto const words = text.substr(open + 1, middle - open - 1);
        auto const target = text.substr(middle + 2, close - middle - 2);
        bool const is_link = words.find_first_of("[]\n") == std::string::npos;
        if (!is_link) {
            out += text.substr(at, open + 1 - at);
            at = open + 1;
            continue;
        }
        bool const elsewhere = target.rfind("http", 0) == 0 || target.rfind("#", 0) == 0;
        out += text.substr(at, open - at);
        out += elsewhere ? text.substr(open, close + 1 - open) : words + " (docs/" + target + ")";
        at = close + 1;
    }
    return out;
}
}  // namespace concordat::cli
