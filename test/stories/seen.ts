// What the elements of the kit are seen to have while they run, parts and styles that come late included: for the manifest's test.

const KINDS = ['attributes', 'slots', 'parts', 'tokens', 'states', 'events'] as const;
export type Kind = (typeof KINDS)[number];
export type Seen = Readonly<Record<Kind, Set<string>>>;

/** A part that an element passes on from one inside it. */
export interface PassedOn {
  readonly by: string;
  readonly from: string;
  readonly part: string;
}

export interface Watch {
  /** By tag name. */
  readonly seen: ReadonlyMap<string, Seen>;
  readonly passedOn: readonly PassedOn[];
}

const OURS = 'bigcast-';

/** From now on, whatever any element of the kit shows is kept. */
export function watchElements(): Watch {
  const seen = new Map<string, Seen>();
  const passedOn: PassedOn[] = [];
  const of = (element: Element): Seen => {
    const tag = element.localName;
    const known =
      seen.get(tag) ?? (Object.fromEntries(KINDS.map((kind) => [kind, new Set<string>()])) as unknown as Seen);
    seen.set(tag, known);
    return known;
  };
  watchStates((element, state) => of(element).states.add(state));
  watchEvents((element, event) => of(element).events.add(`${event.constructor.name} ${event.type}`));
  watchShadows((root) => {
    const record = of(root.host);
    for (const name of root.host.getAttributeNames()) record.attributes.add(name);
    for (const token of tokensOf(root)) record.tokens.add(token);
    for (const slot of root.querySelectorAll('slot')) record.slots.add(slot.name);
    for (const each of root.querySelectorAll('[part]')) for (const part of each.part) record.parts.add(part);
    for (const each of root.querySelectorAll('[exportparts]')) {
      for (const [inner, outer] of exportsOf(each)) {
        record.parts.add(outer);
        passedOn.push({ by: root.host.localName, from: each.localName, part: inner });
      }
    }
  });
  return { seen, passedOn };
}

function exportsOf(element: Element): [inner: string, outer: string][] {
  const list = element.getAttribute('exportparts')?.split(',') ?? [];
  return list.map((each) => {
    const [inner = '', outer = inner] = each.split(':').map((name) => name.trim());
    return [inner, outer];
  });
}

/** What a sheet was made of: the browser does not give back what it was told. */
const texts = new WeakMap<CSSStyleSheet, string>();

function tokensOf(root: ShadowRoot): string[] {
  const text = root.adoptedStyleSheets.map((sheet) => texts.get(sheet) ?? '').join('\n');
  // Those that it reads: what it sets is for an element inside it, and documented there.
  return [...text.matchAll(/var\(\s*(--bigcast-[\w-]+)/g)].map(([, token = '']) => token);
}

/** Calls `look` at each change inside or at a shadow root of the kit. */
function watchShadows(look: (root: ShadowRoot) => void): void {
  const { replaceSync } = CSSStyleSheet.prototype;
  CSSStyleSheet.prototype.replaceSync = function (this: CSSStyleSheet, text: string) {
    texts.set(this, text);
    replaceSync.call(this, text);
  };
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit) {
    const root = attachShadow.call(this, init);
    if (this.localName.startsWith(OURS)) {
      const observer = new MutationObserver(() => look(root));
      observer.observe(root, { subtree: true, childList: true, attributes: true });
      observer.observe(this, { attributes: true });
    }
    return root;
  };
}

function watchStates(note: (element: Element, state: string) => void): void {
  const { attachInternals } = HTMLElement.prototype;
  HTMLElement.prototype.attachInternals = function (this: HTMLElement) {
    const internals = attachInternals.call(this);
    const { states } = internals;
    const add = states.add.bind(states);
    states.add = (state) => {
      note(this, state);
      return add(state);
    };
    return internals;
  };
}

/** Whatever a page could hear at an element: its own events, and those that come through it. */
function watchEvents(note: (element: Element, event: Event) => void): void {
  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function (this: EventTarget, event: Event) {
    if (event.type.startsWith(OURS)) {
      const hear = ({ currentTarget }: Event) => note(currentTarget as Element, event);
      for (let at: Node | null = this as Node; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
        if (at instanceof Element && at.localName.startsWith(OURS))
          at.addEventListener(event.type, hear, { once: true });
      }
    }
    return dispatchEvent.call(this, event);
  };
}
