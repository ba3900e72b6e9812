// What people see of what was said: once, unchanged, in the service's order; and nothing of one's own is lost without a word.
import type { Command, TextMessage } from '../../../src/core/index.js';
import type { Page } from '../world/page.js';

interface Said {
  readonly text: string;
  readonly seq: number;
}

export class Conversation {
  readonly #said = new Map<string, Said>();
  readonly #written = new Map<string, { readonly page: Page; readonly text: string }>();

  /** A page asked the service to send. */
  sending(page: Page, command: Command, id: string): void {
    if (command.type === 'text') this.#written.set(`${page.user}/${id}`, { page, text: command.text });
  }

  /** The service took it. */
  said(key: string, command: Command, seq: number): void {
    if (command.type === 'text') this.#said.set(key, { text: command.text, seq });
  }

  /** What is wrong with what `page` shows; undefined if nothing. */
  objection({ controller, user }: Page): string | undefined {
    const { timeline } = controller.state;
    const seen = new Set<string>();
    let last = 0;
    for (const message of timeline) {
      if (seen.has(message.id)) return `shows ${message.id} twice`;
      seen.add(message.id);
      if (message.kind !== 'text') continue;
      const wrong = this.#wrongWith(message, user);
      if (wrong) return wrong;
      if (message.delivery !== 'sent' || message.seq === undefined) continue;
      if (message.seq < last) return `shows "${message.text}" (${message.seq}) after a later message (${last})`;
      last = message.seq;
    }
    return undefined;
  }

  /** At rest nothing is on its way any more. */
  unsettled({ controller }: Page): string | undefined {
    const pending = controller.state.timeline.find(
      (message) => message.kind === 'text' && message.delivery === 'pending',
    );
    return pending && `"${(pending as TextMessage).text}" is still on its way`;
  }

  #wrongWith({ id, text, delivery, from }: TextMessage, user: string): string | undefined {
    if (delivery === 'failed' || delivery === 'pending') {
      return from.id === user ? undefined : `shows ${id} of somebody else as ${delivery}`;
    }
    const said = this.#said.get(id);
    if (!said) return `shows "${text}" (${id}) as said, which the service never took`;
    return said.text === text ? undefined : `shows "${text}" where ${from.id} said "${said.text}"`;
  }
}
