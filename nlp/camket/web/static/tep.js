"use strict";
(function () {
  function each(list, action) { Array.prototype.forEach.call(list, action); }

  /* A frame takes files that are dropped on it. */
  function takes(frame, action) {
    ["dragenter", "dragover"].forEach(function (name) {
      frame.addEventListener(name, function (event) { event.preventDefault(); frame.classList.add("over"); });
    });
    ["dragleave", "drop"].forEach(function (name) {
      frame.addEventListener(name, function (event) { event.preventDefault(); frame.classList.remove("over"); });
    });
    frame.addEventListener("drop", function (event) { action(event.dataTransfer); });
  }

  /* Files: one request each, so that every file has its own progress and its own answer. */
  function dropping(form) {
    var list = form.querySelector(".progress"), input = form.querySelector("input[type=file]"), queue = [], busy = 0, done = [];
    form.classList.add("live");
    form.querySelector("button").hidden = true;
    input.required = false;
    input.addEventListener("change", function () { add(input.files); input.value = ""; });
    takes(form, function (dropped) {
      each(dropped.items, function (item) {
        var entry = item.webkitGetAsEntry && item.webkitGetAsEntry();
        if (entry && entry.isDirectory) { fail(row(entry.name), form.dataset.folder); }
      });
      add(Array.prototype.filter.call(dropped.files, function (file, at) {
        var entry = dropped.items[at] && dropped.items[at].webkitGetAsEntry && dropped.items[at].webkitGetAsEntry();
        return !entry || entry.isFile;
      }));
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });

    function row(name) {
      var made = document.createElement("li");
      made.innerHTML = '<span class="name"></span><progress max="100" value="0"></progress><span class="stage"></span>';
      made.querySelector(".name").textContent = name;
      made.querySelector("progress").setAttribute("aria-label", name);
      list.appendChild(made);
      return made;
    }
    function add(files) {
      each(files, function (file) {
        var made = row(file.name);
        if (file.size > Number(form.dataset.limit)) { fail(made, form.dataset.large); return; }
        queue.push([file, made]);
      });
      next();
    }
    function next() {
      while (queue.length && busy < 2) { busy += 1; send.apply(null, queue.shift()); }
      if (!busy && done.length) { location.assign(done.length === 1 && list.children.length === 1 ? done[0] : location.pathname); }
    }
    function send(file, made) {
      var request = new XMLHttpRequest(), body = new FormData(), bar = made.querySelector("progress"), stage = made.querySelector(".stage");
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
        else { fail(made, answer.message); }
        end();
      });
      request.addEventListener("error", function () { fail(made, form.dataset.lost); end(); });
      request.send(body);
    }
    function end() { busy -= 1; next(); }
    function fail(made, message) {
      made.querySelector("progress").hidden = true;
      made.querySelector(".stage").textContent = form.dataset.failed;
      var told = document.createElement("span");
      told.className = "problem";
      told.textContent = message;
      made.appendChild(told);
    }
  }

  /* One file for a form: its name stands beside the button; a file and a document of the list exclude each other. */
  function choosing(place) {
    var input = place.querySelector("input"), name = place.querySelector("output"), other = place.parentNode.querySelector("select");
    place.classList.add("live");
    takes(place.parentNode, function (dropped) { input.files = dropped.files; tell(); });
    input.addEventListener("change", tell);
    if (other) { other.addEventListener("change", function () { if (other.value) { input.value = ""; tell(); } }); }

    function tell() {
      var file = input.files[0], isLarge = file && file.size > Number(place.dataset.limit);
      name.classList.toggle("problem", Boolean(isLarge));
      name.textContent = isLarge ? place.dataset.large : file ? file.name : name.dataset.none;
      if (isLarge) { input.value = ""; }
      if (file && other) { other.value = ""; }
    }
    tell();
  }

  each(document.querySelectorAll("form[data-drop]"), dropping);
  each(document.querySelectorAll("[data-file]"), choosing);
}());
