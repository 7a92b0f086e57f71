// A line that offers what may be meant while one types. Without script the server asks instead.
const FOUND = { vi: "kết quả", en: "results", km: "លទ្ធផល" };
let number = 0;
for (const input of document.querySelectorAll("input[data-lookup]")) enhance(input, ++number);

function enhance(input, n) {
  const code = input.form?.elements[`${input.name}_code`];
  const list = document.createElement("ul");
  const said = document.createElement("span");
  let timer, asked, picked = -1;
  list.id = `offers-${n}`;
  list.className = "offers";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", document.querySelector(`label[for="${input.id}"]`)?.textContent.trim() ?? "");
  said.className = "vh";
  said.setAttribute("role", "status");
  input.after(list, said);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
  })) input.setAttribute(name, value);

  const close = () => { list.hidden = true; picked = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const mark = (at) => {
    picked = (at + list.children.length) % list.children.length;
    [...list.children].forEach((offer, i) => offer.setAttribute("aria-selected", String(i === picked)));
    input.setAttribute("aria-activedescendant", list.children[picked].id);
  };
  const take = (offer) => { input.value = offer.dataset.label; if (code) code.value = offer.dataset.value; close(); };
  const show = (found) => {
    list.replaceChildren(...found.map((match, i) => {
      const offer = document.createElement("li");
      Object.assign(offer, { id: `${list.id}-${i}`, textContent: match.label });
      Object.assign(offer.dataset, { value: match.value, label: match.label });
      offer.setAttribute("role", "option");
      if (match.hint) { const hint = document.createElement("span"); hint.className = "hint"; hint.textContent = ` ${match.hint}`; offer.append(hint); }
      offer.addEventListener("mousedown", (event) => { event.preventDefault(); take(offer); });
      return offer;
    }));
    close();
    if (!found.length) { said.textContent = ""; return; }
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    said.textContent = `${found.length} ${FOUND[document.documentElement.lang] ?? FOUND.vi}`;
  };
  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    const address = new URL(input.dataset.lookup, location);
    address.searchParams.set("q", input.value);
    try {
      const answer = await fetch(address, { signal: asked.signal, headers: { Accept: "application/json" } });
      if (answer.ok) show(await answer.json());
    } catch (error) { /* the server asks when the form is sent */ }
  };
  input.addEventListener("input", () => {
    if (code) code.value = "";
    clearTimeout(timer);
    if (input.value.trim().length > 1) timer = setTimeout(ask, 200); else close();
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") mark(picked + 1);
    else if (event.key === "ArrowUp") mark(picked - 1);
    else if (event.key === "Enter" && picked >= 0) take(list.children[picked]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  input.addEventListener("blur", close);
}
