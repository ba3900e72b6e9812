// Every story comes to its moment (its play function says how one can tell), and axe finds nothing to complain about.
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { pages, show } from './support/stories.js';
import { describeManifest } from './manifest.js';
import { watchElements } from './seen.js';

const watch = watchElements();

describe.each(pages)('$title', ({ stories }) => {
  it.each(stories)('%s', async (_name, story) => {
    expect(story.play, 'a story says by its play function what it shows').toBeTypeOf('function');
    const canvas = await show(story);
    const { violations } = await axe.run(canvas, {
      rules: { region: { enabled: false }, ...rulesOf(story.parameters) },
    });
    expect(violations.filter(({ nodes }) => nodes.length > 0).map(told)).toEqual([]);
  });
});

// After the stories: they bring every element to all that it can show.
describeManifest(watch);

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

function told({ id, help, nodes }: axe.Result): string {
  return `${id}: ${help}\n${nodes.map(({ html, target }) => `  ${target.flat().join(' → ')}\n  ${html}`).join('\n')}`;
}
