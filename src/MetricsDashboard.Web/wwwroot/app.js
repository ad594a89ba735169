// The few things that a page needs of the browser itself.
window.metrics = {
  darkMode() {
    const kept = localStorage.getItem("metrics.dark");
    return kept === null ? matchMedia("(prefers-color-scheme: dark)").matches : kept === "yes";
  },
  rememberDarkMode(dark) {
    localStorage.setItem("metrics.dark", dark ? "yes" : "no");
  },
};
