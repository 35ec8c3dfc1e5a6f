// A form that bears a key is done once however often it is sent. Where it stays on the page after its work was done,
// it gets another key, since what is sent next is another thing. (randomUUID is missing where the office has no HTTPS.)

function anotherKey() {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");
}

document.addEventListener("htmx:afterRequest", ({ detail }) => {
  const form = detail.requestConfig.elt.closest("form");
  if (form?.elements.once && detail.xhr.status >= 200 && detail.xhr.status < 300) form.elements.once.value = anotherKey();
});
