// Locks the screen when nobody is there, warns two minutes before, and takes along what was typed.
const form = document.getElementById("lock");
const status = document.getElementById("status");
const main = document.getElementById("main");
const network = document.getElementById("network");
const MINUTE = 60_000;

if (status.childNodes.length) status.append(...status.childNodes);

if (form) {
  const after = Number(form.dataset.after) * 1000;
  let seen = Date.now();
  let told = Date.now();
  let warning = null;

  const tell = () => {
    told = Date.now();
    fetch(form.dataset.here, { headers: { Accept: "text/plain" } }).catch(() => {});
  };
  const here = () => {
    seen = Date.now();
    if (warning) { warning.remove(); warning = null; tell(); }
    if (seen - told > MINUTE) tell();
  };
  const warn = () => {
    warning = document.createElement("p");
    warning.className = "notice warn over";
    warning.textContent = form.dataset.warning;
    status.append(warning);
  };
  // Without network the page only goes dark: what was typed must not be lost on the way.
  const lock = async () => {
    main.hidden = true;
    try {
      await fetch(form.dataset.here);
      form.requestSubmit();
    } catch (error) { /* tried again in a few seconds */ }
  };
  const isChanged = (typed) => [...typed.elements].some((field) =>
    field.type === "hidden" ? false
      : /checkbox|radio/.test(field.type) ? field.checked !== field.defaultChecked
      : "defaultValue" in field ? field.value !== field.defaultValue : false);
  const takeAlong = () => {
    const typed = document.querySelector("main form[method=post]");
    const fields = typed && isChanged(typed) ? [...new FormData(typed)] : [];
    for (const [name, value] of [["kept-for", location.pathname + location.search], ...fields]) {
      if (typeof value !== "string" || name === "csrfmiddlewaretoken") continue;
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name, value });
      form.append(field);
    }
  };

  for (const kind of ["keydown", "pointerdown", "wheel"]) addEventListener(kind, here, { passive: true });
  form.addEventListener("submit", takeAlong);
  setInterval(() => {
    const idle = Date.now() - seen;
    if (idle >= after || main.hidden) lock();
    else if (idle >= after - 2 * MINUTE && !warning) warn();
  }, 5000);
}

if (network && network.dataset.offline) {
  addEventListener("offline", () => { network.textContent = network.dataset.offline; });
  addEventListener("online", () => { network.textContent = ""; });
}
