// Everything the commands work on, put together once.
import type { PartContext } from '../support/part.js';
import { Accounts } from './accounts.js';
import { Delivery } from './delivery.js';
import { Groups } from './groups.js';
import { LongPolls } from './long-poll.js';
import type { ChatOptions } from './options.js';
import { Sessions } from './sessions.js';

export interface ChatService {
  readonly context: PartContext;
  readonly options: ChatOptions;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly delivery: Delivery;
  readonly groups: Groups;
  readonly polls: LongPolls;
  /** What was sent lately, so that a request sent again after a reconnect is not carried out again. */
  readonly sent: SentMessages;
}

/** What the sender of a message was told, by sender and Random. */
export type SentMessages = Map<string, { readonly at: number; readonly answer: object }>;

export function createService(context: PartContext, options: ChatOptions): ChatService {
  const { clock, random, faults } = context;
  const { messagesPerSecond, holdMs } = options;
  const accounts = new Accounts(random);
  const sessions = new Sessions(clock, random);
  const delivery = new Delivery(faults, clock);
  const groups = new Groups({ accounts, sessions, delivery, clock, random, messagesPerSecond });
  const polls = new LongPolls(clock, random, holdMs);
  return { context, options, accounts, sessions, delivery, groups, polls, sent: new Map() };
}
