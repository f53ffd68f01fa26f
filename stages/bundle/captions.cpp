// SPDX-License-Identifier: Apache-2.0
// images/captions.txt: what to print beside each picture, a line each, to paste from.
#include "stages/bundle/cover.hpp"

#include "pipeline/languages/format.hpp"

namespace presskit::bundle {
namespace {

/// Line breaks and other controls of an author's value would forge lines of ours.
std::string line(std::string text) {
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    return text.empty() ? text : text + "\n";
}

std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::string picture(const CoverImage& image, const Language& language) {
    const bool has_copy = !image.web_path.empty();
    const auto file = [&](const std::string& path, const std::string& details, Word size) {
        return line(file_name(path) + " – " +
                    (has_copy ? language.word(size) + language.colon + details : details));
    };
    std::string text = file(image.path, image.details, Word::for_print);
    if (has_copy) text += file(image.web_path, image.web_details, Word::for_web);
    text += "\n" + line(image.caption) + line(image.credit);
    if (!image.alternative_text.empty())
        text += line(language.word(Word::alternative_text) + language.colon + image.alternative_text);
    return text + line(image.rights);
}

} // namespace

std::string to_captions(const Cover& cover) {
    std::string text = line(cover.title) + line(cover.campaign.text) + line(cover.release_notice);
    for (const CoverImage& image : cover.images)
        text += "\n----\n\n" + picture(image, cover.language);
    if (!cover.notes.empty()) text += "\n----\n\n";
    for (const CoverNote& note : cover.notes) text += line(note.mark + " " + note.text.text);
    return text;
}

} // namespace presskit::bundle
