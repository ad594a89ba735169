// The few things that a page needs of the browser itself.
window.metrics = {
  darkMode() {
    const chosen = /(?:^|; )metrics\.theme=(dark|light)/.exec(document.cookie);
    return chosen ? chosen[1] === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  },
  // A cookie, because the server draws the static pages by it.
  rememberDarkMode(dark) {
    const theme = dark ? "dark" : "light";
    document.cookie = `metrics.theme=${theme}; path=/; max-age=31536000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
    document.documentElement.dataset.theme = theme;
  },
  // Selects the text of a box first: where the browser forbids the clipboard, a key does the rest.
  async copy(id) {
    const box = document.getElementById(id);
    box.focus();
    box.select();
    try {
      await navigator.clipboard.writeText(box.value);
      return true;
    } catch {
      return false;
    }
  },
};

// What is folded up is printed too, and folded up again afterwards. A form that nobody opened is not.
let unfolded = [];
addEventListener("beforeprint", () => {
  unfolded = [...document.querySelectorAll("main details:not([open], .entry)")];
  for (const part of unfolded) part.open = true;
});
addEventListener("afterprint", () => {
  for (const part of unfolded) part.open = false;
  unfolded = [];
});
