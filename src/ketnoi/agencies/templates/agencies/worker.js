// What a browser keeps to show that something waits. It asks for nothing and keeps no page.
addEventListener("push", (event) => event.waitUntil(
  registration.showNotification("{{ words|escapejs }}", { tag: "ket-noi", lang: "vi" }),
));
addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(clients.openWindow("/cb/"));
});
