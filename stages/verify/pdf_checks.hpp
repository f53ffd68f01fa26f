// SPDX-License-Identifier: Apache-2.0
/// The PDFs that a run has checked: kits of a campaign share most of theirs, and each is checked
/// once.
#pragma once

#include "pipeline/base/digest.hpp"
#include "stages/verify/pdf.hpp"

#include <map>
#include <mutex>
#include <string_view>

namespace presskit::verify {

/// May be used from several threads at once; what it returns stays valid as long as it lives.
class PdfChecks {
  public:
    /// `digest` is the PDF's own.
    const PdfCheck& check(std::string_view pdf, const Digest& digest) {
        {
            const std::scoped_lock lock(mutex_);
            if (const auto known = checks_.find(digest); known != checks_.end())
                return known->second;
        }
        PdfCheck checked = check_pdf(pdf, sound_);
        const std::scoped_lock lock(mutex_);
        return checks_.emplace(digest, std::move(checked)).first->second;
    }

    /// Takes the outcome of an earlier run, of the same program, for the PDF of this digest.
    const PdfCheck& remember(const Digest& digest, PdfCheck check) {
        const std::scoped_lock lock(mutex_);
        return checks_.emplace(digest, std::move(check)).first->second;
    }

  private:
    SoundStreams sound_;
    std::mutex mutex_;
    std::map<Digest, PdfCheck> checks_;
};

} // namespace presskit::verify
