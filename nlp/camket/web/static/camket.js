"use strict";
(function () {
  /* Links and forms marked data-swap change the page in place, so that the reader stays where he is.
     Without this script they work as plain links and forms. */
  var shown = location.pathname + location.search, isRefused = false;

  function swap(address, options, place, focus) {
    return fetch(address, options).then(function (answer) {
      /* The address of an answer never has its fragment, so the place to go to is handed on. */
      return answer.text().then(function (text) { show(answer.url + place, text, focus); });
    }).catch(function () {
      /* A form must not be lost to the browser's own error page. */
      if (options.method) { window.alert(document.body.dataset.lost); } else { location.assign(address); }
    });
  }

  function show(address, text, focus) {
    var next = new DOMParser().parseFromString(text, "text/html");
    var main = document.getElementById("chinh"), fresh = next.getElementById("chinh");
    if (!fresh) { refuse(next); return; }
    var panel = main.querySelector(".panel"), top = panel ? panel.scrollTop : 0;
    main.innerHTML = fresh.innerHTML;
    history.pushState(null, "", address);
    shown = location.pathname + location.search;
    document.title = next.title;
    ready(main);
    var target = document.getElementById(decodeURIComponent(new URL(address).hash.slice(1)));
    panel = main.querySelector(".panel");
    if (panel) { panel.scrollTop = target ? 0 : top; }
    if (target && target.closest(".panel")) { panel.scrollTop = target.offsetTop - panel.offsetTop - 8; }
    var place = target || (focus && main.querySelector(focus));
    if (place) { place.focus({ preventScroll: true }); }
  }

  /* A refusal takes the whole window; going back from it loads what was shown before. */
  function refuse(next) {
    isRefused = true;
    document.body.replaceWith(next.body);
    document.title = next.title;
    window.scrollTo(0, 0);
    ready(document);
    document.querySelector("[data-back]").focus();
  }

  document.addEventListener("click", function (event) {
    if (!event.target.closest("[data-back]")) { return; }
    if (isRefused) { location.reload(); } else { history.back(); }
  });

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a.mark, a.chip, a[data-swap]");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    event.preventDefault();
    var key = link.dataset.key;
    swap(link.href, {}, link.hash, key ? 'a[data-key="' + key + '"]' : 'a[href="' + link.getAttribute("href") + '"]');
  });

  document.addEventListener("submit", function (event) {
    var form = event.target, button = event.submitter, field = form.elements["ly-do"];
    if (!form.matches("form[data-swap]")) { return; }
    event.preventDefault();
    if (button && button.value === "dismissed" && !field.value.trim()) {
      field.setAttribute("aria-invalid", "true");
      document.getElementById(field.getAttribute("aria-describedby")).hidden = false;
      field.focus();
      field.scrollIntoView({ block: "center" });
      return;
    }
    if (form.dataset.sent) { return; }
    form.dataset.sent = "1";
    var fields = new URLSearchParams(new FormData(form, button));
    swap(form.action, { method: "POST", body: fields }, form.dataset.after || "").then(function () { delete form.dataset.sent; });
  });

  /* What is removed is asked for once more; what is sent is sent once; a long wait is announced on the button. */
  document.addEventListener("submit", function (event) {
    var form = event.target, button = event.submitter;
    if (event.defaultPrevented) { return; }
    if (form.dataset.sure && !window.confirm(form.dataset.sure)) { event.preventDefault(); return; }
    if (form.method !== "post" || !button) { return; }
    if (form.dataset.busy) { button.textContent = form.dataset.busy; }
    /* A button that is disabled before the form is sent would not be sent with it. */
    setTimeout(function () { button.disabled = true; }, 0);
  });
  /* A page that comes back from the history is itself again. */
  window.addEventListener("pageshow", function (event) { if (event.persisted) { location.reload(); } });

  document.addEventListener("keydown", function (event) {
    var close = event.key === "Escape" && document.querySelector(".card a.close");
    if (close) { close.click(); }
  });
  /* Going back loads what was shown; a link within the page changes nothing. */
  window.addEventListener("popstate", function () {
    if (location.pathname + location.search !== shown) { location.reload(); }
  });

  /* The filters stay in sight and may take more than one line; what stands below must know. On a phone they are one line
     that can be pushed aside: the chosen one is brought into sight. */
  function measure() {
    var filters = document.querySelector(".filters"), chosen = filters && filters.querySelector("[aria-current]");
    if (!filters) { return; }
    document.documentElement.style.setProperty("--filters", filters.offsetHeight + "px");
    if (chosen) { filters.scrollLeft = chosen.offsetLeft - 12; }
  }
  window.addEventListener("resize", measure);

  function ready(root) {
    measure();
    Array.prototype.forEach.call(root.querySelectorAll("[data-back]"), function (button) { button.hidden = false; });
  }
  ready(document);
}());
