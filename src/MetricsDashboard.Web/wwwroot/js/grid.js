// Keyboard and paste of the grid in which forms are typed. What is typed goes to the server with the events of the inputs themselves; until
// the server says that it is kept, the browser keeps it as well, so that a lost connection or a reloaded page loses nothing.
const grids = new WeakMap();

export function attach(root, page, name) {
  const leaving = new AbortController();
  const on = { signal: leaving.signal };
  const kept = JSON.parse(sessionStorage.getItem(name) ?? "{}");
  let before = "";
  grids.set(root, { leaving, kept, name });

  root.addEventListener("focusin", ({ target }) => {
    if (!isCell(target)) return;
    before = target.value;
    if (target.tagName === "INPUT") target.select();
  }, on);
  root.addEventListener("input", ({ target }) => {
    if (!isCell(target)) return;
    // The state of the cell that was typed over stays, however often it is typed.
    const { version } = kept[target.dataset.cell] ?? target.dataset;
    kept[target.dataset.cell] = { text: target.value, version };
    keep(name, kept);
  }, on);
  root.addEventListener("keydown", (event) => {
    const cell = event.target;
    if (!isCell(cell) || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      event.preventDefault();
      if (cell.value !== before) type(cell, before);
      return;
    }
    const step = cell.tagName === "INPUT" ? stepOf(event, cell) : null;
    if (!step) return;
    event.preventDefault();
    at(root, Number(cell.dataset.row) + step[0], Number(cell.dataset.column) + step[1])?.focus();
  }, on);
  root.addEventListener("paste", (event) => {
    const cell = event.target;
    if (!isCell(cell)) return;
    const text = event.clipboardData.getData("text/plain");
    // A cell alone, and lines within a text, are pasted as everywhere.
    if (!/\t/.test(text) && (cell.tagName !== "INPUT" || !/[\r\n]./.test(text))) return;
    event.preventDefault();
    page.invokeMethodAsync("PasteAsync", Number(cell.dataset.row), Number(cell.dataset.column), text).catch(() => {});
  }, on);
  // What was typed while the connection was gone never arrived.
  document.getElementById("components-reconnect-modal")?.addEventListener("components-reconnect-state-changed", ({ detail }) => {
    if (detail.state !== "hide") return;
    for (const cell of root.querySelectorAll("[data-cell]")) if (cell.dataset.cell in kept) tell(cell);
  }, on);
  // Keys before this are lost; browser tests wait for it.
  root.dataset.ready = "";
  return Object.entries(kept).map(([cell, { text, version }]) => ({ cell, text, version: version || null }));
}

// The server keeps these texts now. A cell that has been typed into since is not among them.
export function settled(root, texts) {
  const { kept, name } = grids.get(root) ?? {};
  if (!kept) return;
  for (const { cell, text } of texts) if (kept[cell]?.text === text) delete kept[cell];
  keep(name, kept);
}

// What was decided against, covered by a paste, thrown away or sent does not come back, whatever it says: of these cells, or of the whole form.
export function forget(root, cells) {
  const { kept, name } = grids.get(root) ?? {};
  if (!kept) return;
  for (const cell of cells ?? Object.keys(kept)) delete kept[cell];
  keep(name, kept);
}

export function detach(root) {
  grids.get(root)?.leaving.abort();
  grids.delete(root);
}

function keep(name, kept) {
  if (Object.keys(kept).length > 0) sessionStorage.setItem(name, JSON.stringify(kept));
  else sessionStorage.removeItem(name);
}

function isCell(element) {
  return element.dataset?.cell !== undefined;
}

function at(root, row, column) {
  return root.querySelector(`[data-row="${row}"][data-column="${column}"]`);
}

function tell(cell) {
  cell.dispatchEvent(new Event("input", { bubbles: true }));
}

function type(cell, text) {
  cell.value = text;
  tell(cell);
  if (cell.tagName === "INPUT") cell.select();
}

// Left and right leave a cell only from the end of its text, or while all of it is selected.
function stepOf({ key, shiftKey }, { value, selectionStart, selectionEnd }) {
  const all = selectionStart === 0 && selectionEnd === value.length;
  switch (key) {
    case "Enter": return [shiftKey ? -1 : 1, 0];
    case "ArrowDown": return [1, 0];
    case "ArrowUp": return [-1, 0];
    case "ArrowLeft": return !shiftKey && (all || selectionEnd === 0) ? [0, -1] : null;
    case "ArrowRight": return !shiftKey && (all || selectionStart === value.length) ? [0, 1] : null;
    default: return null;
  }
}
