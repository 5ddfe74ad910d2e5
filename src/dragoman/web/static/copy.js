"use strict";
// Buttons that copy a citation or the address of what is shown; without scripts the words can be marked by hand.
(function () {
  function reveal() {
    for (const button of document.querySelectorAll("button.copy[hidden]")) button.hidden = false;
  }

  document.addEventListener("click", function (event) {
    const button = event.target.closest && event.target.closest("button.copy");
    if (!button) return;
    const cited = button.closest(".cite");
    const text = button.dataset.copy === "link" ? location.href : cited.querySelector("span").textContent.replace(/\s+/g, " ").trim();
    const said = button.textContent;
    navigator.clipboard.writeText(text).then(
      function () { button.textContent = "Copied"; },
      function () { button.textContent = "Not allowed: mark and copy by hand"; }
    ).finally(function () { setTimeout(function () { button.textContent = said; }, 2000); });
  });
  document.body.addEventListener("htmx:afterSettle", reveal);
  reveal();
})();
