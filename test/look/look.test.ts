// Every main state looks as it did when somebody last looked at its picture: at three widths, light and dark, in both directions.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumOfAlbum, differences, keep, keepChromium, photograph } from './support/album.js';
import { Studio } from './support/camera.js';
import { STATES } from './support/states.js';

const isUpdate = process.env['BIGCAST_SCREENSHOTS'] === 'update';

let studio: Studio;
beforeAll(async () => {
  studio = await Studio.open();
  if (isUpdate) keepChromium(studio.chromium);
  const album = chromiumOfAlbum();
  if (album !== studio.chromium) {
    console.warn(
      `The pictures in test/look/baseline were taken by Chromium ${album}, this is ${studio.chromium}.\n` +
        'Small differences of colour and of letters are allowed for. If a state fails here and not there, look at\n' +
        'test-results/look, and if all is well: npm run screenshots -- --update',
    );
  }
});
afterAll(() => studio.close());

it.concurrent.for(STATES)('$name', (state) =>
  studio.use(async (camera) => {
    const photographs = await photograph(camera, state);
    // What looks the same keeps its picture: the history grows by what has changed only.
    if (isUpdate && (await differences(state, photographs)).length > 0) await keep(state, photographs);
    expect(await differences(state, photographs)).toEqual([]);
  }),
);

describe('what moves by one pixel is seen', () => {
  const stateCalled = (name: string) => STATES.find((state) => state.name === name)!;

  it.concurrent.for([
    ['viewer-waiting', 'the composer', '.composer { translate: 1px }', 'picture'],
    ['viewer-live', 'the ON AIR pill', '.on-air { translate: 0 1px }', 'picture'],
    ['host-ready', 'an icon', '.icon { translate: 1px }', 'picture'],
    ['chat-talking', 'a letter space', '.text { text-indent: 1px; display: inline-block }', 'picture'],
    ['viewer-waiting', 'a hairline', '.composer { margin-block-end: 1px }', 'layout'],
    ['chat-failed', 'the space between rows', '.row { padding-block-end: calc(var(--_gap) + 1px) }', 'layout'],
    ['status-trouble', 'the height', '.report { padding-block-end: 9px }', 'layout'],
  ] as const)('%s: %s', ([name, , css, net]) =>
    studio.use(async (camera) => {
      const found = await differences(stateCalled(name), await photograph(camera, stateCalled(name), css));
      const seen = { picture: /pixels have changed/, layout: / was / }[net];
      expect(found.filter((line) => seen.test(line))).not.toEqual([]);
    }),
  );
});
