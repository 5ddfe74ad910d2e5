"use strict";
// Lights the words of the record that the panel shows. The server cut the text: here only classes change.
(function () {
  function light() {
    const text = document.querySelector(".text"); // sought anew: going back puts a fresh page in place
    const panel = document.getElementById("panel");
    const record = panel && panel.dataset.record;
    for (const piece of text.querySelectorAll(".lit")) {
      piece.className = piece.className.replace(/ ?\blit(-\w+)?\b/g, "");
    }
    if (!record) return;
    for (const piece of text.querySelectorAll('[data-of*="' + CSS.escape(record) + '."]')) {
      for (const name of piece.dataset.of.split(" ")) {
        const [id, role] = name.split(".");
        if (id === record) piece.classList.add("lit", "lit-" + role);
      }
    }
  }

  // Brings the words of the record into view where they are not, or where the panel of a narrow window covers them.
  function show() {
    const words = document.querySelector(".text .lit-trigger") || document.querySelector(".text .lit");
    const panel = document.getElementById("panel");
    if (!words || !panel) return;
    const place = words.getBoundingClientRect();
    const end = getComputedStyle(panel).position === "fixed" ? panel.getBoundingClientRect().top : innerHeight;
    if (place.top < 0 || place.bottom > end) scrollBy({ top: place.top - end * 0.35 });
  }

  document.body.addEventListener("htmx:afterSettle", function (event) {
    const swapped = event.detail.target || event.detail.elt;
    if (!swapped || swapped.id !== "panel") return;
    const before = document.querySelector(".text .lit-trigger") || document.querySelector(".text .lit");
    light();
    show();
    const next = document.getElementById("record") || before; // closed: back to the words
    if (next) next.focus({ preventScroll: true });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    const close = document.querySelector(".panel .close");
    if (close) close.click();
  });
})();
