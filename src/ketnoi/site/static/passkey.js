// Asks the device for a passkey and puts the answer into the form. Without script: password or code.
for (const form of document.querySelectorAll("form[data-passkey]")) {
  const failed = () => {
    const line = document.createElement("p");
    line.className = "notice warn";
    line.textContent = form.dataset.failed;
    document.getElementById("status").replaceChildren(line);
  };
  const question = async () => {
    const held = document.getElementById("passkey-data");
    if (held) return JSON.parse(held.textContent);
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    return answer.json();
  };
  const ask = async () => {
    const asked = await question();
    if (form.dataset.passkey !== "create") return webauthnJSON.get(asked.request_options);
    const options = asked.creation_options;
    Object.assign(options.publicKey.authenticatorSelection, {
      residentKey: "required", requireResidentKey: true, userVerification: "required",
    });
    return webauthnJSON.create(options);
  };
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      form.elements.credential.value = JSON.stringify(await ask());
      form.submit();
    } catch (error) { failed(); }
  });
}
