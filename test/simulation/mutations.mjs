// Known mistakes, planted one at a time: a simulation that does not find them finds nothing.

/** @typedef {{ name: string, changes: readonly { file: string, from: string, to: string }[] }} Mutation */

const ROOM = 'src/core/room/';

/** @type {readonly Mutation[]} */
export const MUTATIONS = [
  {
    name: 'anybody’s announcement counts',
    changes: [{ file: `${ROOM}announcements.ts`, from: 'event.from.id === state.owner ?', to: 'state.owner ?' }],
  },
  {
    name: 'an older run counts',
    changes: [
      {
        file: `${ROOM}announcements.ts`,
        from: 'return run >= state.run && isLater({ phase, run, at }, state);',
        to: 'return run >= 0 && at !== null;',
      },
    ],
  },
  {
    name: 'a stale record counts',
    changes: [
      {
        file: `${ROOM}announcements.ts`,
        from: 'if (isLater(record, state)) return',
        to: 'if (state.phase !== "ended") return',
      },
    ],
  },
  {
    name: 'the end is not final',
    changes: [
      { file: `${ROOM}room-state.ts`, from: "ended: ['ended']", to: "ended: ['ended', 'live', 'waiting']" },
      {
        file: `${ROOM}record.ts`,
        from: "if (phase === 'ended') return Infinity;",
        to: "if (phase === 'ended') return run * 2 + 1;",
      },
    ],
  },
  {
    name: 'no reconcile',
    changes: [
      {
        file: `${ROOM}reconciler.ts`,
        from: '    if (!this.#scope.staying) return;',
        to: '    if (this.#scope.staying) return;',
      },
    ],
  },
  {
    name: 'the stage is tried again without a bound in time',
    changes: [
      {
        file: `${ROOM}stage-entry.ts`,
        from: "return scope.bounded(LIMIT.stage, 'Entering the stage', entering, 'stage-unavailable');",
        to: 'return entering;',
      },
    ],
  },
  {
    name: 'leaving without quitting the chat room’s connection',
    changes: [
      {
        file: `${ROOM}session.ts`,
        from: 'if (ports) await Promise.all([ports.im.close(), ports.av.close()]);',
        to: 'if (ports) await ports.av.close();',
      },
    ],
  },
  {
    name: 'a text is sent again under another id',
    changes: [
      {
        file: `${ROOM}chat-flow.ts`,
        from: 'id.slice(message.from.id.length + 1)',
        to: 'this.#scope.setup.ids()',
      },
    ],
  },
  {
    name: 'publishing before zero',
    changes: [
      {
        file: `${ROOM}host-flow.ts`,
        from: 'await this.#stage.enter(() => countdown === 0, signal);',
        to: 'await this.#stage.enter(() => true, signal);',
      },
    ],
  },
  {
    name: 'duplicates are not recognised',
    changes: [{ file: 'src/core/chat/timeline.ts', from: 'if (known.has(text.id)) continue;', to: '' }],
  },
  {
    name: 'a viewer enters the next stage before it left the last',
    changes: [{ file: `${ROOM}viewer-flow.ts`, from: 'await this.#gone;\n    const lost', to: 'const lost' }],
  },
  {
    name: 'a hung request is waited for without end',
    changes: [
      {
        file: `${ROOM}chat-flow.ts`,
        from: "await this.#scope.bounded(LIMIT.chat, 'Sending', sending)",
        to: 'await sending',
      },
    ],
  },
];
