// custom-elements.json beside what the elements were seen to have while the stories ran: nothing is missing there, and nothing is stale.
import type { LitElement } from 'lit';
import { describe, expect, it } from 'vitest';
import source from '../../custom-elements.json';
import type { DescribedAttribute, ElementDescription } from '../../stories/support/manifest.js';
import { act } from './acts.js';
import type { Kind, Watch } from './seen.js';

type Documented = Partial<ElementDescription> & { readonly tagName: string };

const documented = (source as unknown as { modules: { declarations?: Partial<ElementDescription>[] }[] }).modules
  .flatMap(({ declarations = [] }) => declarations)
  .filter((declaration): declaration is Documented => declaration.tagName !== undefined);

/** What a page or a template around an element sets on it. */
const FROM_OUTSIDE = /^(?:class|dir|exportparts|hidden|id|lang|part|role|slot|style|aria-.*|data-.*)$/;

const names = (list: readonly { readonly name: string }[] = []) => list.map(({ name }) => name).sort();
const sorted = (list: Iterable<string>) => [...new Set(list)].sort();

const DOCUMENTED: Readonly<Record<Exclude<Kind, 'attributes'>, (element: Documented) => string[]>> = {
  slots: ({ slots }) => names(slots),
  parts: ({ cssParts }) => names(cssParts),
  tokens: ({ cssProperties }) => names(cssProperties),
  states: ({ cssStates }) => names(cssStates),
  events: ({ events = [] }) =>
    (events as readonly DescribedAttribute[]).map(({ name, type }) => `${type?.text} ${name}`).sort(),
};

export function describeManifest({ seen, passedOn }: Watch): void {
  it('people do what no story does', act);

  describe.each(documented)('the manifest of $tagName', (element) => {
    const { tagName } = element;
    const type = () => customElements.get(tagName) as typeof LitElement;
    const shown = (kind: Kind) => sorted(seen.get(tagName)?.[kind] ?? []);

    it.each(Object.keys(DOCUMENTED) as (keyof typeof DOCUMENTED)[])('names its %s', (kind) => {
      expect(shown(kind).filter((name) => name !== '' || kind === 'slots')).toEqual(DOCUMENTED[kind](element));
    });

    it('names its attributes: those that it reads and those that it sets', () => {
      const own = [...type().observedAttributes, ...shown('attributes').filter((name) => !FROM_OUTSIDE.test(name))];
      expect(names(element.attributes)).toEqual(sorted(own));
    });

    it('names the properties that a page can set', () => {
      const settable = [...type().elementProperties].filter(([, { state }]) => !state).map(([name]) => String(name));
      const fields = element.members?.filter(({ kind, readonly }) => kind === 'field' && !readonly);
      expect(names(fields)).toEqual(settable.sort());
    });

    it('names all that has a description with one', () => {
      const { attributes = [], members = [], events = [], slots = [], cssParts = [], cssStates = [] } = element;
      const own = (element.cssProperties ?? []).filter(({ inheritedFrom }) => !inheritedFrom);
      const all = [...attributes, ...members, ...events, ...slots, ...cssParts, ...cssStates, ...own];
      expect(names(all.filter(({ description }) => !description))).toEqual([]);
    });
  });

  it('parts that an element passes on are parts of the element they come from', () => {
    const unknown = passedOn.filter(
      ({ from, part }) => !names(documented.find(({ tagName }) => tagName === from)?.cssParts).includes(part),
    );
    expect(passedOn).not.toEqual([]);
    expect(sorted(unknown.map(({ by, from, part }) => `${by}: ${part} of ${from}`))).toEqual([]);
  });

  it('knows every element of the kit', () => {
    expect(sorted(seen.keys())).toEqual(sorted(documented.map(({ tagName }) => tagName)));
  });
}
