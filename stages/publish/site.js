// SPDX-License-Identifier: Apache-2.0
// Makes pages handier that are whole without it: a button that copies a text, a search of countries.
"use strict";

for (const section of document.querySelectorAll("[data-copy]")) {
  for (const field of section.querySelectorAll("textarea")) {
    const button = document.createElement("button");
    const told = document.createElement("span");
    const label = section.querySelector(`label[for="${field.id}"]`);
    button.type = "button";
    button.textContent = section.dataset.copy;
    button.setAttribute("aria-label", `${section.dataset.copy}: ${label.textContent}`);
    told.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      field.select();
      try {
        await navigator.clipboard.writeText(field.value);
      } catch {
        // Without TLS there is no clipboard but the old one; refused, the text stays selected.
        if (!document.execCommand("copy")) return;
      }
      told.textContent = section.dataset.copied;
    });
    label.after(button, told);
  }
}

// As it is typed by whoever lacks the letter, or the apostrophe, on the keyboard.
const plain = { "đ": "d", "ł": "l", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "ð": "d", "þ": "th" };
const fold = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/[đłøıæœßðþ]/g, (letter) => plain[letter]).replace(/[^\p{L}\p{N}|]+/gu, " ");

for (const form of document.querySelectorAll(".find")) {
  const field = form.querySelector("input");
  const told = form.querySelector("[role=status]");
  const kits = [...document.querySelectorAll("[data-names]")];
  const jump = document.querySelector(".jump");
  const show = () => {
    const wanted = fold(field.value).trim();
    let found = 0;
    for (const kit of kits) {
      kit.hidden = !fold(kit.dataset.names).includes(wanted);
      found += kit.hidden ? 0 : 1;
    }
    jump.hidden = wanted !== "";
    told.textContent = found === 0 ? told.dataset.none : "";
  };
  form.hidden = false;
  field.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
}
