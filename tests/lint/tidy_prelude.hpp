// SPDX-License-Identifier: Apache-2.0
// What clang-tidy reads in front of each file: clang cannot parse libqpdf's JSON.hh with GCC 12's
// std::vector, whose destructor is constexpr and asks for what is not complete yet. No source here uses it.
#define JSON_HH
class JSON;
