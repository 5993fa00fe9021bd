"use strict";
(function () {
  var form = document.querySelector("form");
  var items = Array.prototype.slice.call(document.querySelectorAll("article"));
  var shown = document.getElementById("shown");
  function fold(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  }
  var texts = items.map(function (item) { return fold(item.textContent); });
  function apply() {
    var kind = form.elements.kind.value, code = form.elements.code.value, words = fold(form.elements.words.value.trim());
    var open = form.elements.open.checked, count = 0;
    items.forEach(function (item, i) {
      var codes = (item.dataset.codes || "").split(" ");
      var fits = (!kind || item.dataset.kind === kind) && (!code || codes.indexOf(code) >= 0) &&
        (!open || item.dataset.open === "1") && (!words || texts[i].indexOf(words) >= 0);
      item.hidden = !fits;
      count += fits ? 1 : 0;
    });
    shown.textContent = count + "/" + items.length;
  }
  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  apply();
}());
