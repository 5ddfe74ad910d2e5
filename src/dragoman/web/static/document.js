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

  document.body.addEventListener("htmx:afterSettle", function (event) {
    const swapped = event.detail.target || event.detail.elt;
    if (!swapped || swapped.id !== "panel") return;
    light();
    const head = document.getElementById("record");
    if (head) head.focus({ preventScroll: true });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    const close = document.querySelector(".panel .close");
    if (close) close.click();
  });
})();
