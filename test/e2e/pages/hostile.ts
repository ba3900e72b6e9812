// A page whose room is full of hostile members: the test says what they say, and what the page must not have done is counted here.
import '../../../src/components/index.js';
import type { Person, RoomProfile } from '../../../src/core/index.js';
import { ScriptedAv, ScriptedIm, scriptedProvider } from '../../../stories/support/scripted-ports.js';
import { CORPUS, FALSE_PICTURES } from './hostile-corpus.js';
import { framesOf, geometryOf, watchRows } from './hostile-measure.js';

/** Script that ran although it was only text. */
const ran: string[] = [];
/** What the page's policy forbade, as `directive: address`. */
const forbidden: string[] = [];

Object.assign(window, { xss: (which: unknown) => ran.push(String(which)) });
for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'] as const) {
  Object.assign(window, { [name]: () => ran.push(name) });
}
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
  forbidden.push(`${effectiveDirective}: ${blockedURI} ${sample}`.trim()),
);

let im = new ScriptedIm();

const PROFILE: RoomProfile = { owner: 'star', ownerName: 'Star', record: '', members: 3 };

/** Puts an element of the kit on the page, in a scripted room unless `attributes` name a provider. */
function paste(name: 'viewer' | 'host' | 'chat', attributes: Readonly<Record<string, string>> = {}, profile = PROFILE) {
  const element = document.createElement(`bigcast-${name}`);
  im = new ScriptedIm(profile);
  if (!('provider' in attributes)) element.provider = scriptedProvider(im, new ScriptedAv());
  const all = { room: 'show', user: 'ana', ...attributes };
  for (const [key, value] of Object.entries(all)) element.setAttribute(key, value);
  document.getElementById('place')!.replaceChildren(element);
  return element;
}

/** The same, resolved when the element is in its room and others can be heard. */
async function enter(name: 'viewer' | 'chat', profile = PROFILE): Promise<void> {
  const element = paste(name, {}, profile);
  while (element.state?.link !== 'online') await new Promise((resolve) => requestAnimationFrame(resolve));
}

let count = 0;
/** Somebody says something, calling themselves what they like. */
function say(from: Person, text: string): void {
  im.signals.emit({
    type: 'command',
    from,
    command: { type: 'text', text },
    id: `m${++count}`,
    at: Date.now(),
    seq: count,
  });
}

function comes(person: Person): void {
  im.signals.emit({ type: 'joined', person, id: `n${++count}`, at: Date.now() });
}

function declare(record: string): void {
  im.signals.emit({ type: 'profile-changed', record });
}

/** All elements of the page, through all shadow roots. */
function everything(root: ParentNode = document): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? everything(element.shadowRoot) : []),
  ]);
}

export const hostile = {
  ran,
  forbidden,
  corpus: CORPUS,
  falsePictures: FALSE_PICTURES,
  paste,
  enter,
  say,
  comes,
  declare,
  everything,
  geometryOf,
  framesOf,
  watchRows,
};
type Hostile = typeof hostile;
declare global {
  // The page's, in what a test has it run.
  var hostile: Hostile;
}
Object.assign(window, { hostile });
