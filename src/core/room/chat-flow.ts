// Saying something: shown at once, sent in the order it was written, kept with a retry when it fails.
import { MAX_TEXT_BYTES, messageId } from '../chat/message.js';
import { asRoomError, RoomError } from '../errors/room-error.js';
import { byteLength } from '../support/text.js';
import type { RoomState } from './room-state.js';
import { LIMIT, type RoomScope } from './scope.js';
import { canTalk, isOut } from './selectors.js';

export class ChatFlow {
  readonly #scope: RoomScope;
  /** The end of the queue: messages go out one after the other, so that they arrive as they were written. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(scope: RoomScope) {
    this.#scope = scope;
  }

  /** Codes: message-empty, message-too-long, wrong-phase, why this page is out of the room, and why it could not be sent. */
  async sendText(text: string): Promise<void> {
    const { setup, state } = this.#scope;
    checkText(text);
    if (!canTalk(state)) throw whyClosed(state);
    const id = setup.ids();
    const from = this.#scope.self;
    const message = {
      kind: 'text',
      id: messageId(from.id, id),
      from,
      text,
      at: setup.clock.now(),
      delivery: 'pending',
    } as const;
    this.#scope.apply({ type: 'text-written', message });
    await this.#enqueue(message.id, id, text);
  }

  async retryText(id: string): Promise<void> {
    const message = this.#failed(id);
    this.#scope.apply({ type: 'text-retried', id });
    // The sender's part of the id: the service takes the same message for the same.
    await this.#enqueue(id, id.slice(message.from.id.length + 1), message.text);
  }

  deleteText(id: string): void {
    this.#failed(id);
    this.#scope.apply({ type: 'text-deleted', id });
  }

  #failed(id: string) {
    const message = this.#scope.state.timeline.find((other) => other.id === id);
    if (message?.kind === 'text' && message.delivery === 'failed') return message;
    throw new RoomError('wrong-phase', 'Only a message that failed can be retried or deleted.');
  }

  async #enqueue(id: string, sendId: string, text: string): Promise<void> {
    const turn = this.#queue.then(() => this.#deliver(id, sendId, text));
    this.#queue = turn.catch(() => undefined);
    await turn;
  }

  async #deliver(id: string, sendId: string, text: string): Promise<void> {
    try {
      await this.#scope.bounded(LIMIT.chat, 'Getting back online', this.#online(), 'network');
      const sending = this.#scope.connected.im.send({ type: 'text', text }, { id: sendId, priority: 'normal' });
      const receipt = await this.#scope.bounded(LIMIT.chat, 'Sending', sending);
      this.#scope.apply({ type: 'text-sent', id, at: receipt.at, seq: receipt.seq });
    } catch (cause) {
      const error = asRoomError(cause);
      this.#scope.apply({ type: 'text-failed', id, error });
      throw error;
    }
  }

  /** Resolves as soon as there is a connection; a message written in a tunnel waits for its end. */
  #online(): Promise<void> {
    if (this.#scope.state.link !== 'connecting') return Promise.resolve();
    return new Promise((resolve) => {
      const stop = this.#scope.store.subscribe(({ link }) => {
        if (link === 'connecting') return;
        stop();
        resolve();
      });
    });
  }
}

function checkText(text: string): void {
  if (text.trim() === '') throw new RoomError('message-empty', 'There is nothing to send: write something first.');
  const bytes = byteLength(text);
  if (bytes > MAX_TEXT_BYTES) {
    throw new RoomError(
      'message-too-long',
      `The message has ${bytes} bytes, ${MAX_TEXT_BYTES} is the most: shorten it.`,
    );
  }
}

/** What put this page out says more than that it is out, and stays to be read. */
function whyClosed(state: RoomState): RoomError {
  if (isOut(state) && state.error) return state.error;
  return new RoomError('wrong-phase', 'The chat is not open: wait until the room is open.');
}
