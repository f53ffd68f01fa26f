// SPDX-License-Identifier: Apache-2.0
#include "stages/import/campaign_yaml.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/languages/languages.hpp"
#include "stages/import/release_text.hpp"
#include "stages/import/words.hpp"

namespace presskit::import {
namespace {

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string iso(Date date) {
    std::string year = std::to_string(date.year);
    year.insert(0, 4 - std::min<std::size_t>(4, year.size()), '0');
    return year + "-" + two_digits(date.month) + "-" + two_digits(date.day);
}

std::string quoted(std::string_view text) { return to_yaml_string(to_utf32(text)); }

class YamlWriter {
  public:
    YamlWriter(const ReleaseFacts& facts, const Language& language)
        : facts_(facts), language_(language), words_(languages::release_words(language)) {}

    std::string write() const {
        // As seen from inputs/NAME/, for editors.
        return "# yaml-language-server: $schema=../../stages/load/schema/campaign.schema.json\nid: " + facts_.id +
               "\nversion: 1.0.0\ntitle: " + localized(to_yaml_string(facts_.title)) +
               "\n\nrelease:\n  date: " + iso(facts_.date) +
               "\n  city: " + localized(to_yaml_string(facts_.city)) + "\n" + notices() +
               publisher() + contacts() + rights() + "\nlanguages:\n  " + language_.locale.tag + ": {}\n" +
               documents() + variables() + countries();
    }

  private:
    std::string localized(const std::string& value) const {
        return "{" + language_.locale.tag + ": " + value + "}";
    }
    std::string notices() const {
        return facts_.says_when_public ? "  notices: {immediate_release: false}   # the text says when\n" : "";
    }
    std::string publisher() const {
        return "\npublisher:\n  name: " + to_yaml_string(facts_.publisher) +
               "\n  url: " + quoted(facts_.publisher_url) + "\n";
    }
    std::string contacts() const {
        if (facts_.contact_email.empty()) return {};
        const auto& name = facts_.contact_name.empty() ? facts_.publisher : facts_.contact_name;
        std::string yaml = "\ncontacts:\n  - name: " + to_yaml_string(name) +
                           "\n    email: " + to_yaml_string(facts_.contact_email) + "\n";
        if (!facts_.contact_telephone.empty())
            yaml += "    telephone: " + to_yaml_string(facts_.contact_telephone) + "\n";
        return yaml;
    }
    std::string rights() const {
        return "\nrights:\n  holder: " + to_yaml_string(facts_.publisher) +
               "\n  licence: All rights reserved\n  statement: " +
               localized(quoted(words_.rights)) + "\n";
    }
    std::string documents() const {
        return "\ndocuments:\n  - id: release\n    kind: release\n    title: " +
               localized(quoted(language_.word(Word::press_release))) + "\n";
    }
    std::string variables() const {
        if (facts_.report.empty()) return {};
        return "\nvariables:\n  report: " + localized(to_yaml_string(facts_.report)) + "\n";
    }
    std::string countries() const {
        return "\ncountries:\n  region:\n    languages: [" + language_.locale.tag +
               "]\n    documents: [release]\n    names: " + localized(quoted(words_.region)) + "\n";
    }

    const ReleaseFacts& facts_;
    const Language& language_;
    const ReleaseWords& words_;
};

} // namespace

std::string to_campaign_yaml(const ReleaseFacts& facts, const Language& language) {
    return YamlWriter(facts, language).write();
}

} // namespace presskit::import
