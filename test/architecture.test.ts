// Who may import whom (design.md, "Layout"): one rule a folder, and a folder without a rule fails.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { violations, type Rules } from './support/imports.js';

const WORDS = ['core/support', 'core/errors', 'core/chat', 'core/protocol'];
const BASE = [...WORDS, 'core/ports'];
const LIT = ['lit', 'lit/decorators.js', 'lit/directives/*'];
const ELEMENT = ['core/index', 'components/shared', ...LIT];

const RULES: Rules = {
  'core/support': [],
  'core/errors': [],
  'core/chat': ['core/errors'],
  'core/protocol': ['core/errors', 'core/chat'],
  'core/ports': WORDS,
  'core/room': BASE,
  'core/media': ['core/errors', 'core/ports'],
  'core/credentials': BASE,
  'core/providers/index': ['core/ports', 'lazy:core/providers/*'],
  'core/providers/local': [...BASE, 'core/media'],
  'core/providers/tencent': ['core/ports', 'core/providers/tencent/*'],
  'core/providers/tencent/im': [...BASE, 'lazy:@tencentcloud/chat'],
  'core/providers/tencent/av': [...BASE, 'core/media', 'lazy:trtc-sdk-v5'],
  'core/room-options': ['core/*', 'core/providers/index'],
  'core/create-room': ['core/*', 'core/providers/index'],
  'core/index': ['core/*', 'core/providers/index'],

  'components/shared': ['core/index', ...LIT],
  'components/room': ELEMENT,
  'components/chat': ELEMENT,
  'components/stage': ELEMENT,
  'components/status': ELEMENT,
  'components/viewer': [...ELEMENT, 'part:components/chat', 'part:components/stage', 'part:components/status'],
  'components/host': [...ELEMENT, 'part:components/chat', 'part:components/stage', 'part:components/status'],
  'components/classes': ['components/*', 'core/index'],
  'components/index': ['components/*', 'core/index'],

  // Types only: each for whoever has the library.
  'frameworks/elements': ['lazy:components/classes', 'lazy:components/shared'],
  'frameworks/react': ['frameworks/elements', 'lazy:react'],
  'frameworks/preact': ['frameworks/elements', 'lazy:preact'],
  'frameworks/vue': ['frameworks/elements', 'lazy:vue'],
};

describe('src', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.ts'));

  it('keeps the import rules', () => {
    expect(files).not.toEqual([]);
    expect(files.flatMap((file) => violations(file, readFileSync(`src/${file}`, 'utf8'), RULES))).toEqual([]);
  });
});

describe('the rules', () => {
  it.each([
    ['core/chat/timeline.ts', "import { RoomError } from '../errors/room-error.js';"],
    ['core/room/reducer.ts', "import './record.js'; import type { Av } from '../ports/av-port.js';"],
    ['core/providers/index.ts', "const local = () => import('./local/index.js');"],
    ['core/providers/tencent/im/sdk.ts', "import type { Sdk } from '@tencentcloud/chat';"],
    ['core/providers/tencent/av/sdk.ts', "await import('trtc-sdk-v5');"],
    [
      'core/providers/tencent/index.ts',
      "import './im/index.js'; import type { Provider } from '../../ports/provider.js';",
    ],
    ['components/viewer/define.ts', "import '../chat/define.js'; import { define } from '../shared/define.js';"],
    ['components/viewer/viewer.ts', "import type { Chat } from '../chat/chat.js'; import 'lit/directives/when.js';"],
    ['components/index.ts', "export * from './classes.js'; import './host/define.js';"],
  ])('allow in %s: %s', (file, source) => expect(violations(file, source, RULES)).toEqual([]));

  it.each([
    ['core/sound/beep.ts', '', 'no rule for the folder "core/sound"'],
    ['core/providers/zoom/im.ts', '', 'no rule for the folder "core/providers/zoom"'],
    ['components/gift/gift.ts', '', 'no rule for the folder "components/gift"'],
    ['core/support/store.ts', "import '../errors/room-error.js';", 'may not import core/errors'],
    ['core/errors/a.ts', "import { b } from 'lit';", 'may not import lit'],
    ['core/chat/a.ts', "export * from '../protocol/codec.js';", 'may not import core/protocol'],
    ['core/ports/a.ts', "import type { A } from '../room/a.js';", 'may not import core/room'],
    ['core/room/a.ts', "await import('../providers/index.js');", 'may not import core/providers/index'],
    ['core/room/a.ts', "let a: import('../create-room.js').A;", 'may not import core/create-room'],
    ['core/room/a.ts', 'await import(name);', 'may not import (computed)'],
    ['core/room/a.ts', "import fs from 'node:fs';", 'may not import node:fs'],
    ['core/room/a.ts', "import './record';", 'a relative import ends in .js'],
    ['core/room/a.ts', "import '../../../emulator/chat.js';", 'leaves src'],
    ['core/room/a.ts', "import '../../components/index.js';", 'may not import components/index'],
    ['core/providers/local/a.ts', "import '../../room/record.js';", 'may not import core/room'],
    ['core/providers/local/a.ts', "await import('../tencent/im.js');", 'may not import core/providers/tencent'],
    ['core/providers/local/a.ts', "await import('trtc-sdk-v5');", 'may not import trtc-sdk-v5'],
    ['core/providers/tencent/av/a.ts', "import T from 'trtc-sdk-v5';", 'may import trtc-sdk-v5 only by import()'],
    ['core/providers/tencent/im/a.ts', "await import('trtc-sdk-v5');", 'may not import trtc-sdk-v5'],
    ['core/providers/tencent/im/a.ts', "import '../av/stage.js';", 'may not import core/providers/tencent/av'],
    ['core/providers/tencent/chat/a.ts', '', 'no rule for the folder "core/providers/tencent/chat"'],
    ['core/providers/index.ts', "import './local/index.js';", 'may import core/providers/local only by import()'],
    ['core/create-room.ts', "await import('./providers/local/index.js');", 'may not import core/providers/local'],
    ['components/chat/a.ts', "import '../../core/room/record.js';", 'may not import core/room'],
    ['components/chat/a.ts', "import type { A } from '../stage/stage.js';", 'may not import components/stage'],
    ['components/viewer/a.ts', "import '../chat/chat.js';", 'may import of components/chat only define.js and types'],
    ['components/viewer/a.ts', "import '../chat/define.js';", 'only define.ts and index.ts may register elements'],
    ['components/classes.ts', "import './chat/define.js';", 'only define.ts and index.ts may register elements'],
  ])('refuse in %s: %s', (file, source, problem) => {
    expect(violations(file, source, RULES)).toEqual([expect.stringMatching(`^${escaped(file)}: ${escaped(problem)}`)]);
  });
});

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
