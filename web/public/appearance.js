/* Runs before the first paint, so that a chosen theme does not flash. The application
   (shared/appearance) writes the same key. */
(function () {
  try {
    var mode = localStorage.getItem('dti.appearance');
    if (mode === 'light' || mode === 'dark') document.documentElement.dataset.theme = mode;
    var language = localStorage.getItem('dti.language');
    if (language === 'vi' || language === 'en') document.documentElement.lang = language;
  } catch (e) {
    /* Storage is closed: the system's theme and Vietnamese. */
  }
})();
