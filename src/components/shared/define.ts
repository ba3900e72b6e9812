// Registering an element: the first definition wins, so that two copies of the kit on one page do not throw.

export function define(tag: string, element: CustomElementConstructor): void {
  if (customElements.get(tag)) console.warn(`<${tag}>: another copy of bigcast was first, and stays.`);
  else customElements.define(tag, element);
}
