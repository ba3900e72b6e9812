// Every story comes to its moment (its play function says how one can tell), and axe finds nothing to complain about.
import { setProjectAnnotations, type Meta, type StoryObj } from '@storybook/web-components-vite';
import axe from 'axe-core';
import { composeStory } from 'storybook/preview-api';
import { afterEach, describe, expect, it } from 'vitest';
import preview from '../../.storybook/preview.js';

const project = setProjectAnnotations(preview);

interface Module {
  readonly default: Meta;
  readonly [name: string]: StoryObj;
}

const modules = import.meta.glob<Module>('../../stories/**/*.stories.ts', { eager: true });
const pages = Object.values(modules).map(({ default: meta, ...stories }) => ({
  title: meta.title ?? '',
  stories: Object.entries(stories).map(
    ([name, story]) => [name, composeStory(story, meta, undefined, project, name)] as const,
  ),
}));

let canvas: HTMLElement | undefined;

afterEach(() => {
  canvas?.remove();
  canvas = undefined;
});

describe.each(pages)('$title', ({ stories }) => {
  it.each(stories)('%s', async (_name, story) => {
    expect(story.play, 'a story says by its play function what it shows').toBeTypeOf('function');
    canvas = document.body.appendChild(document.createElement('div'));
    await story.run({ canvasElement: canvas });
    finishMoves(canvas);
    const { violations } = await axe.run(canvas, {
      rules: { region: { enabled: false }, ...rulesOf(story.parameters) },
    });
    expect(violations.filter(({ nodes }) => nodes.length > 0).map(told)).toEqual([]);
  });
});

it('has found the stories', () => {
  expect(pages.map(({ title }) => title)).toContain('Elements/Viewer');
});

/** As addon-a11y reads it: what a story says of single rules. */
function rulesOf({
  a11y,
}: {
  a11y?: { config?: { rules?: { id: string; enabled: boolean }[] } };
}): axe.RunOptions['rules'] {
  return Object.fromEntries(a11y?.config?.rules?.map(({ id, enabled }) => [id, { enabled }]) ?? []);
}

/** What moves towards its place is there; what moves for ever goes on. */
function finishMoves(root: Element): void {
  for (const animation of everyElement(root).flatMap((element) => element.getAnimations())) {
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  }
}

function everyElement(root: Element | ShadowRoot): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? everyElement(element.shadowRoot) : []),
  ]);
}

function told({ id, help, nodes }: axe.Result): string {
  return `${id}: ${help}\n${nodes.map(({ html, target }) => `  ${target.flat().join(' → ')}\n  ${html}`).join('\n')}`;
}
