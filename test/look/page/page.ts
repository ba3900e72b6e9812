// Shows one story at a time, as still and as much the same everywhere as a page can be made.
import { finishMotion } from './stand-still.js';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/noto-emoji/wght.css';
import '@fontsource-variable/noto-sans-arabic/wght.css';
import '@fontsource-variable/noto-sans-sc/wght.css';
import './page.css';
import { setProjectAnnotations, type Meta, type StoryObj } from '@storybook/web-components-vite';
import { composeStory } from 'storybook/preview-api';
import preview from '../../../.storybook/preview.js';
import { piecesIn } from './pieces.js';

interface Module {
  readonly default: Meta;
  readonly [name: string]: StoryObj;
}

/** How a story is looked at. */
export interface Pose {
  /** Of its frame, in pixels; no height: its own. */
  readonly inline: number;
  readonly block?: number | undefined;
  readonly scheme: 'light' | 'dark';
  readonly dir: 'ltr' | 'rtl';
}

const project = setProjectAnnotations(preview);
const modules = Object.values(import.meta.glob<Module>('../../../stories/*.stories.ts', { eager: true }));
const extra = new CSSStyleSheet();
let canvas = document.body.appendChild(document.createElement('div'));

/** Plays a story to its moment. @param title - `Elements/Viewer`. @param name - Of the export. */
async function show(title: string, name: string): Promise<void> {
  const found = modules.find(({ default: meta }) => meta.title === title);
  const story = found?.[name];
  if (!found || !story) throw new Error(`There is no story "${name}" in "${title}".`);
  const fresh = document.createElement('div');
  canvas.replaceWith(fresh);
  canvas = fresh;
  let isThere = false;
  // Storybook waits for what moves, and some of it moves for long.
  const hurry = () => {
    finishMotion();
    if (!isThere) setTimeout(hurry, 50);
  };
  hurry();
  await composeStory(story, found.default, undefined, project, name).run({ canvasElement: canvas });
  isThere = true;
}

/** Puts the story into a pose. @returns its pieces, once they stand still. */
async function pose({
  inline,
  block,
  scheme,
  dir,
}: Pose): Promise<{ width: number; height: number; pieces: string[] }> {
  const frame = canvas.querySelector<HTMLElement>('.frame')!;
  frame.dir = dir;
  frame.style.cssText += `; color-scheme: ${scheme}; inline-size: ${inline}px; max-inline-size: none; margin: 0;
    block-size: ${block ? `${block}px` : 'auto'}`;
  let [before, now]: [string?, string?] = [];
  while (now === undefined || now !== before) {
    await document.fonts.ready;
    finishMotion();
    await frames(2);
    [before, now] = [now, piecesIn(frame).join()];
  }
  const { width, height } = frame.getBoundingClientRect();
  return { width, height: Math.ceil(height), pieces: piecesIn(frame) };
}

/** Puts `css` into all that is shown, the elements' insides included. */
function dress(css: string): void {
  extra.replaceSync(css);
  const wear = (root: Document | ShadowRoot) => {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((sheet) => sheet !== extra), extra];
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) wear(shadowRoot);
  };
  wear(document);
}

async function frames(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
}

export const look = { show, pose, dress };
type Look = typeof look;
declare global {
  // The page's, in what a test has it run.
  var look: Look;
}
Object.assign(globalThis, { look });
