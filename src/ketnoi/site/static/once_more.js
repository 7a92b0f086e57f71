// The device looks for a number beside the page, so that nobody has to wait before pressing.
// Without script, or where it cannot count, the page says how long to wait.
(function () {
  if (typeof document === "undefined") {
    onmessage = async function (event) {
      var asked = event.data, coder = new TextEncoder();
      for (var number = 0; number <= asked.most; number++) {
        var hash = await crypto.subtle.digest("SHA-256", coder.encode(asked.head + "." + number));
        var hex = Array.from(new Uint8Array(hash), function (byte) { return byte.toString(16).padStart(2, "0"); });
        if (hex.join("") === asked.target) return postMessage(number);
      }
    };
    return;
  }
  var form = document.querySelector("form[data-target]"), pressed = false;
  if (!form || !window.Worker || !window.crypto || !crypto.subtle) return;
  var told = form.querySelector("[data-waiting]"), counting = new Worker(document.currentScript.src);
  counting.onmessage = function (event) {
    form.elements.found.value = event.data;
    if (pressed) form.submit();
  };
  counting.onerror = function () { counting = null; if (pressed) form.submit(); };
  form.addEventListener("submit", function (event) {
    if (!counting || form.elements.found.value) return;
    event.preventDefault();
    pressed = true;
    told.textContent = told.dataset.waiting;
  });
  counting.postMessage({ head: form.dataset.head, most: +form.dataset.most, target: form.dataset.target });
})();
