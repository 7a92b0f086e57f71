// Lets this device say that something waits. Without script the page says so; letters go on.
const place = document.getElementById("bell");
const [on, off] = ["on", "off"].map((name) => place.querySelector(`form[data-bell=${name}]`));
const SCOPE = "/cb/";
place.querySelector("[data-bell=none]").hidden = true;

const says = (word) => { place.querySelector("[role=status]").textContent = place.dataset[word]; };
const kept = () => navigator.serviceWorker.getRegistration(SCOPE);
const subscribed = async () => (await kept())?.pushManager.getSubscription();
const bytes = (text) => Uint8Array.from(
  atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0),
);
const send = (form, endpoint) => { form.elements.endpoint.value = endpoint; form.submit(); };

const begin = async () => {
  if (await Notification.requestPermission() !== "granted") { says("denied"); return; }
  await navigator.serviceWorker.register(place.dataset.worker, { scope: SCOPE });
  const worker = await navigator.serviceWorker.ready;
  const options = { userVisibleOnly: true, applicationServerKey: bytes(place.dataset.key) };
  send(on, (await worker.pushManager.subscribe(options)).endpoint);
};
const forget = async () => {
  const worker = await kept();
  await (await worker?.pushManager.getSubscription())?.unsubscribe();
  await worker?.unregister();
};
const end = async () => {
  const endpoint = (await subscribed())?.endpoint ?? "";
  await forget();
  send(off, endpoint);
};

if (!("serviceWorker" in navigator && "PushManager" in window)) says("cannot");
else {
  on.addEventListener("submit", (event) => {
    event.preventDefault();
    // What was made half way is taken back: no worker stays that tells nobody.
    begin().catch(() => forget().then(() => says("failed")));
  });
  off.addEventListener("submit", (event) => { event.preventDefault(); end(); });
  subscribed().then((found) => { (found ? off : on).hidden = false; });
}
