// What the server refused stands above the slide with its words until a person sends it again or lets it go.

function button(label, act) {
  const made = document.createElement("button");
  [made.type, made.className, made.textContent] = ["button", "btn small", label];
  made.addEventListener("click", act);
  return made;
}

function row(thing, words, { again, drop }) {
  const made = document.createElement("div");
  made.className = "note late";
  const text = document.createElement("div");
  const said = [thing.values.words, thing.values.text].filter(Boolean).join(" ");
  text.textContent = `${words.wordsRefused}: ${thing.label}. ${thing.error} ${said ? `“${said}”` : ""}`;
  const acts = document.createElement("span");
  acts.className = "acts";
  acts.append(button(words.wordsAgain, () => again(thing)), button(words.wordsDrop, () => drop(thing)));
  made.append(text, acts);
  return made;
}

/** Show the refused things; words: the labels of the page; acts: what sends one again and what drops one. */
export function showRefused(things, words, acts) {
  const box = document.getElementById("refused");
  box.hidden = !things.length;
  box.replaceChildren(...things.map((thing) => row(thing, words, acts)));
}
