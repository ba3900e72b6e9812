// All stories as tests render them: each in a canvas of its own, brought to its moment, with everything that moves in its place.
import { setProjectAnnotations, type Meta, type StoryObj } from '@storybook/web-components-vite';
import { composeStory } from 'storybook/preview-api';
import { afterEach } from 'vitest';
import preview from '../../../.storybook/preview.js';

const project = setProjectAnnotations(preview);

interface Module {
  readonly default: Meta;
  readonly [name: string]: StoryObj;
}

const modules = import.meta.glob<Module>('../../../stories/**/*.stories.ts', { eager: true });

function composed(story: StoryObj, meta: Meta, name: string) {
  return composeStory(story, meta, undefined, project, name);
}

export type Story = ReturnType<typeof composed>;

/** The pages of Storybook, each with its stories by name. */
export const pages = Object.values(modules).map(({ default: meta, ...stories }) => ({
  title: meta.title ?? '',
  stories: Object.entries(stories).map(([name, story]) => [name, composed(story, meta, name)] as const),
}));

let canvas: HTMLElement | undefined;

afterEach(() => {
  canvas?.remove();
  canvas = undefined;
});

/** The canvas with the story at its moment; gone after the test. */
export async function show(story: Story): Promise<HTMLElement> {
  canvas = document.body.appendChild(document.createElement('div'));
  await story.run({ canvasElement: canvas });
  await atRest(canvas);
  return canvas;
}

export function storyOf(title: string, name: string): Story {
  const story = pages.find((page) => page.title === title)?.stories.find(([other]) => other === name)?.[1];
  if (!story) throw new Error(`There is no story ${title} / ${name}.`);
  return story;
}

/** What moves towards its place is there, also what sets out in the next frames; what moves for ever goes on. */
export async function atRest(root: Element): Promise<void> {
  for (let still = 0; still < 2;) {
    await new Promise(requestAnimationFrame);
    const moves = everyElement(root).flatMap((element) => element.getAnimations().filter(isOnItsWay));
    moves.forEach((animation) => animation.finish());
    still = moves.length > 0 ? 0 : still + 1;
  }
}

function isOnItsWay({ playState, effect }: Animation): boolean {
  return playState === 'running' && effect?.getComputedTiming().endTime !== Infinity;
}

/** Also those in shadow roots. */
export function everyElement(root: Element | ShadowRoot): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? everyElement(element.shadowRoot) : []),
  ]);
}
