// Lets a table of inputs be worked in like a sheet: moves between cells, takes pasted blocks, marks
// what was changed and warns before it is left. Without it the table is a plain form.
"use strict";
(() => {
  const form = document.querySelector("form.sheet");
  if (!form) return;
  const state = form.querySelector(".state");
  const keys = form.querySelector(".keys");
  if (keys) keys.hidden = false;
  const rows = [...form.querySelectorAll("table.grid tbody tr")].map((row) =>
    [...row.cells].map((cell) => cell.querySelector("input:not([type=hidden]), textarea")));
  const places = new Map();
  rows.forEach((row, y) => row.forEach((field, x) => { if (field) places.set(field, [x, y]); }));

  const read = (field) =>
    field.type === "checkbox" ? (field.checked ? field.value : "") : field.value;
  const lines = (text) => text.replace(/\r\n?/g, "\n");
  const isChanged = (field) => lines(read(field)) !== lines(field.dataset.was);
  const say = (words, ...counts) => {
    state.textContent = counts.reduce(
      (text, count, index) => text.replace(`%${index + 1}`, count), words);
  };

  function mark(field) {
    field.closest("td").classList.toggle("changed", isChanged(field));
  }

  function count() {
    return [...places.keys()].filter(isChanged).length;
  }

  function tell() {
    const changed = count();
    if (changed > 0) say(form.dataset.changed, changed);
    else state.textContent = "";
  }

  function go(x, y, dx, dy) {
    for (let [i, j] = [x + dx, y + dy]; rows[j] && i >= 0 && i < rows[j].length; i += dx, j += dy) {
      const field = rows[j][i];
      if (!field) continue;
      field.focus();
      if (field.select && field.type !== "checkbox") field.select();
      return true;
    }
    return false;
  }

  // Whether the caret can go no further that way, or the whole text is selected.
  function isAtEdge(field, dx, dy) {
    if (field.type === "checkbox") return true;
    const [start, end, text] = [field.selectionStart, field.selectionEnd, field.value];
    if (start === 0 && end === text.length) return true;
    if (start !== end) return false;
    if (dx < 0) return start === 0;
    if (dx > 0) return end === text.length;
    return dy < 0 ? !text.slice(0, start).includes("\n") : !text.slice(end).includes("\n");
  }

  const arrows = {
    ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
  };

  form.addEventListener("keydown", (event) => {
    const place = places.get(event.target);
    if (!place || event.isComposing || event.ctrlKey || event.metaKey) return;
    const [x, y] = place;
    const field = event.target;
    if (event.key === "Enter") {
      event.preventDefault();
      if (event.altKey && field.tagName === "TEXTAREA") {
        field.setRangeText("\n", field.selectionStart, field.selectionEnd, "end");
        changed(field);
      } else go(x, y, 0, event.shiftKey ? -1 : 1);
      return;
    }
    const arrow = arrows[event.key];
    // With the alternative key a list of choices opens; with the shift key text is selected.
    if (!arrow || event.altKey || event.shiftKey || !isAtEdge(field, ...arrow)) return;
    if (go(x, y, ...arrow)) event.preventDefault();
  });

  // What a spreadsheet puts on the clipboard: cells by tabs, rows by line ends, quoted where a
  // cell holds either.
  function block(text) {
    const table = [[""]];
    let isQuoted = false;
    const source = lines(text).replace(/\n$/, "");
    for (let at = 0; at < source.length; at += 1) {
      const letter = source[at];
      const row = table[table.length - 1];
      const cell = row.length - 1;
      if (isQuoted) {
        if (letter !== "\"") row[cell] += letter;
        else if (source[at + 1] === "\"") { row[cell] += "\""; at += 1; } else isQuoted = false;
      } else if (letter === "\"" && row[cell] === "") isQuoted = true;
      else if (letter === "\t") row.push("");
      else if (letter === "\n") table.push([""]);
      else row[cell] += letter;
    }
    return table;
  }

  const yes = new Set(["是", "yes", "true", "1", "√", "✓"]);

  function write(field, text) {
    if (field.type === "checkbox") field.checked = yes.has(text.trim().toLowerCase());
    else field.value = text;
    changed(field);
  }

  form.addEventListener("paste", (event) => {
    const place = places.get(event.target);
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!place || !/[\t\n\r]/.test(text.replace(/[\r\n]+$/, ""))) return;
    // Lines of a text that is pasted into a text stay one text, unless they come from a sheet,
    // which sends a table along, or take the place of all that stands in the cell.
    const { selectionStart, selectionEnd, value } = event.target;
    const isWhole = value !== "" && selectionStart === 0 && selectionEnd === value.length;
    const isTable = /<table/i.test(event.clipboardData.getData("text/html"));
    const isText = event.target.tagName === "TEXTAREA" && !text.includes("\t") && !isTable
      && !isWhole;
    if (isText) return;
    event.preventDefault();
    let [taken, passed] = [0, 0];
    block(text).forEach((line, dy) => line.forEach((value, dx) => {
      const field = rows[place[1] + dy]?.[place[0] + dx];
      if (field) { write(field, value); taken += 1; } else passed += 1;
    }));
    say(form.dataset.pasted, taken, passed);
  });

  function changed(field) {
    mark(field);
    tell();
  }

  form.addEventListener("input", (event) => {
    if (places.has(event.target)) changed(event.target);
  });
  form.addEventListener("change", (event) => {
    if (places.has(event.target)) changed(event.target);
  });

  let isSent = false;
  form.addEventListener("submit", () => { isSent = true; });
  addEventListener("pageshow", () => { isSent = false; });
  addEventListener("beforeunload", (event) => {
    if (isSent || count() === 0) return;
    event.preventDefault();
    event.returnValue = "";
  });

  for (const field of places.keys()) mark(field);
  tell();
  (document.querySelector(".problems") ?? document.getElementById("agreement"))?.focus();
})();
