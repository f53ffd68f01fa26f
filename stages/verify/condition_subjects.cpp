// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/conditions.hpp"

#include <algorithm>

namespace presskit::verify {
namespace {

struct Subject {
    std::string_view name;
    std::string_view codes; ///< of its conditions, with a space on both sides of each
};

constexpr Subject subjects[] = {
    {"tagging", " content marked namespace reference role-map structure suspects "},
    {"headings", " heading "},
    {"nesting", " caption contents list ruby table warichu "},
    {"headers", " table-scope "},
    {"pictures", " figure-alt formula-alt "},
    {"language", " language "},
    {"notes", " note-id "},
    {"links", " annotation-flags destination link link-contents tabs "},
    {"characters", " notdef private-use to-unicode "},
    {"fonts", " cid-set font font-embedding font-glyph font-width "},
    {"metadata", " display-title info metadata metadata-disagree metadata-schema pdfa-id pdfua-id title "},
    {"colours", " colour intent output-intent "},
    {"graphics", " graphics-state image inline-image interpolate operator resources transparency xobject "},
    {"file", " cross-reference end filter header hex-string id limits name page-size saved-states stream "
             "stream-length warning "},
    {"openness", " encrypted permissions "},
    {"layers", " optional-content presentation requirements "},
    {"programs", " action annotation form "},
    {"attachments", " embedded-file "},
};

} // namespace

std::string_view subject_of(const Condition& condition) {
    if (condition.code.empty()) return {};
    const std::string code = " " + std::string(condition.code) + " ";
    for (const Subject& subject : subjects)
        if (subject.codes.find(code) != std::string_view::npos) return subject.name;
    return {};
}

} // namespace presskit::verify
