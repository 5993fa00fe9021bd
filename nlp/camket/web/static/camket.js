"use strict";
(function () {
  /* Links and forms marked data-swap change the page in place, so that the reader stays where he is.
     Without this script they work as plain links and forms. */
  var shown = location.pathname + location.search;

  function swap(address, options, place, focus) {
    return fetch(address, options).then(function (answer) {
      /* The address of an answer never has its fragment, so the place to go to is handed on. */
      return answer.text().then(function (text) { show(answer.url + place, text, focus); });
    }).catch(function () { location.assign(address); });
  }

  function show(address, text, focus) {
    var next = new DOMParser().parseFromString(text, "text/html");
    var main = document.getElementById("chinh"), fresh = next.getElementById("chinh");
    if (!fresh) { document.body.replaceWith(next.body); return; }
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

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a.mark, a.chip, a[data-swap]");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    event.preventDefault();
    var key = link.dataset.key;
    swap(link.href, {}, link.hash, key ? 'a[data-key="' + key + '"]' : 'a[href="' + link.getAttribute("href") + '"]');
  });

  document.addEventListener("submit", function (event) {
    var form = event.target, button = event.submitter;
    if (!form.matches("form[data-swap]")) { return; }
    event.preventDefault();
    if (button && button.value === "dismissed" && !form.elements["ly-do"].value.trim()) {
      var field = form.elements["ly-do"];
      field.setAttribute("aria-invalid", "true");
      field.focus();
      return;
    }
    var fields = new URLSearchParams(new FormData(form, button));
    swap(form.action, { method: "POST", body: fields }, form.dataset.after || "");
  });

  document.addEventListener("submit", function (event) {
    var question = event.target.dataset.sure;
    if (question && !window.confirm(question)) { event.preventDefault(); }
  });

  /* A long wait is announced on the button; a page that comes back from the history is itself again. */
  document.addEventListener("submit", function (event) {
    var form = event.target, button = event.submitter;
    if (event.defaultPrevented || !form.dataset.busy || !button) { return; }
    button.dataset.said = button.textContent;
    button.textContent = form.dataset.busy;
    setTimeout(function () { button.disabled = true; }, 0);
  });
  window.addEventListener("pageshow", function (event) { if (event.persisted) { location.reload(); } });

  document.addEventListener("keydown", function (event) {
    var close = event.key === "Escape" && document.querySelector(".card a.close");
    if (close) { close.click(); }
  });
  /* Going back loads what was shown; a link within the page changes nothing. */
  window.addEventListener("popstate", function () {
    if (location.pathname + location.search !== shown) { location.reload(); }
  });

  /* Files: one request each, so that every file has its own progress and its own answer. */
  function dropping(form) {
    var list = form.querySelector(".progress"), input = form.querySelector("input[type=file]"), queue = [], busy = 0, done = [];
    form.classList.add("live");
    form.querySelector("button").hidden = true;
    input.required = false;
    input.addEventListener("change", function () { add(input.files); input.value = ""; });
    ["dragenter", "dragover"].forEach(function (name) {
      form.addEventListener(name, function (event) { event.preventDefault(); form.classList.add("over"); });
    });
    ["dragleave", "drop"].forEach(function (name) {
      form.addEventListener(name, function (event) { event.preventDefault(); form.classList.remove("over"); });
    });
    form.addEventListener("drop", function (event) { add(event.dataTransfer.files); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });

    function add(files) {
      Array.prototype.forEach.call(files, function (file) {
        var row = document.createElement("li");
        row.innerHTML = '<span class="name"></span><progress max="100" value="0"></progress><span class="stage"></span>';
        row.querySelector(".name").textContent = file.name;
        row.querySelector("progress").setAttribute("aria-label", file.name);
        list.appendChild(row);
        if (file.size > Number(form.dataset.limit)) { fail(row, form.dataset.large); return; }
        queue.push([file, row]);
      });
      next();
    }
    function next() {
      while (queue.length && busy < 2) { busy += 1; send.apply(null, queue.shift()); }
      if (!busy && done.length) { location.assign(done.length === 1 && list.children.length === 1 ? done[0] : location.pathname); }
    }
    function send(file, row) {
      var request = new XMLHttpRequest(), body = new FormData(), bar = row.querySelector("progress"), stage = row.querySelector(".stage");
      body.append("tep", file);
      stage.textContent = form.dataset.sending;
      request.open("POST", form.getAttribute("action"));
      request.setRequestHeader("Accept", "application/json");
      request.setRequestHeader("X-Csrf", form.elements.csrf.value);
      request.upload.addEventListener("progress", function (event) { bar.value = 100 * event.loaded / event.total; });
      request.upload.addEventListener("load", function () { bar.removeAttribute("value"); stage.textContent = form.dataset.waiting; });
      request.addEventListener("load", function () {
        var answer = {};
        try { answer = JSON.parse(request.responseText); } catch (error) { answer.message = form.dataset.lost; }
        bar.value = 100;
        if (request.status === 201) { done.push(answer.files[0].address); stage.textContent = "✓"; }
        else { fail(row, answer.message); }
        end();
      });
      request.addEventListener("error", function () { fail(row, form.dataset.lost); end(); });
      request.send(body);
    }
    function end() { busy -= 1; next(); }
    function fail(row, message) {
      row.querySelector("progress").hidden = true;
      row.querySelector(".stage").textContent = form.dataset.failed;
      var told = document.createElement("span");
      told.className = "problem";
      told.textContent = message;
      row.appendChild(told);
    }
  }

  /* The filters stay in sight and may take more than one line; what stands below must know. */
  function measure() {
    var filters = document.querySelector(".filters");
    if (filters) { document.documentElement.style.setProperty("--filters", filters.offsetHeight + "px"); }
  }
  window.addEventListener("resize", measure);

  function ready(root) {
    measure();
    Array.prototype.forEach.call(root.querySelectorAll("form[data-drop]"), dropping);
  }
  ready(document);
}());
