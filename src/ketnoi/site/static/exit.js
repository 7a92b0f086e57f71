// Leave so that going back does not lead here: blank, replace, and a guard on every later visit.
(function () {
  var KEY = "kn-x", OUT = "/thoat/", root = document.documentElement;
  function flag(value) {
    try {
      if (value === undefined) return sessionStorage.getItem(KEY);
      if (value) sessionStorage.setItem(KEY, "1"); else sessionStorage.removeItem(KEY);
    } catch (error) { return null; }
  }
  function leave() {
    flag(true);
    root.textContent = "";
    location.replace(OUT);
  }
  function turnBack() {
    root.hidden = true;
    root.textContent = "";
    location.replace(OUT);
  }
  if (flag()) {
    var entry = performance.getEntriesByType("navigation")[0];
    if (entry && entry.type === "back_forward") turnBack(); else flag(false);
  }
  addEventListener("pageshow", function (event) { if (event.persisted && flag()) turnBack(); });
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("[data-exit]");
    if (link) { event.preventDefault(); leave(); }
  });
  var times = 0, last = 0;
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || event.repeat) return;
    times = Date.now() - last < 1500 ? times + 1 : 1;
    last = Date.now();
    if (times > 2) leave();
  });
})();
