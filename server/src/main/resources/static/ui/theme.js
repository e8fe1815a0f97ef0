// Before anything is drawn: the theme that the reader chose, if any.
(() => {
  try {
    const chosen = localStorage.getItem('poolwright-theme');
    if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
  } catch { /* no storage: the system's theme it is */ }
})();
