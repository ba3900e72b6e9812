// A member who goes past the kit: the vendor's chat SDK in a page of its own, as any member could use it.
import type { Page } from 'playwright';
import type { EmulatedServices } from './services.js';

/** A message as the SDK tells of it. */
interface Heard {
  readonly payload: Custom | { readonly text: string };
}

/** The body of a custom message. */
export interface Custom {
  readonly data: string;
  readonly description: string;
  readonly extension: string;
}

/** What this file uses of the SDK. */
interface Chat {
  on(event: string, listener: (event: { readonly data: readonly Heard[] }) => void): void;
  login(options: object): Promise<unknown>;
  createGroup(options: object): Promise<unknown>;
  joinGroup(options: object): Promise<unknown>;
  createCustomMessage(options: object): unknown;
  createTextMessage(options: object): unknown;
  sendMessage(message: unknown): Promise<unknown>;
  getGroupAttributes(options: object): Promise<unknown>;
  setGroupAttributes(options: object): Promise<unknown>;
  updateGroupProfile(options: object): Promise<unknown>;
  setLogLevel(level: number): void;
}

declare global {
  interface Window {
    /** The instance of a page that goes past the kit. */
    rawChat: Chat;
    /** What others have said there since it joined. */
    rawHeard: Heard[];
  }
}

export class RawMember {
  readonly page: Page;
  readonly #room: string;

  private constructor(page: Page, room: string) {
    this.page = page;
    this.#room = room;
  }

  /** Logs in and joins; as `owner`, makes the room first, and writes no record. */
  static async join(
    page: Page,
    room: string,
    user: string,
    { emulator, sign }: EmulatedServices,
    { owner = false } = {},
  ): Promise<RawMember> {
    const login = { appId: emulator.sdkAppId, proxy: emulator.chatUrl, user, userSig: sign(user), room, owner };
    await page.evaluate(async ({ appId, proxy, user: userID, userSig, room: groupID, owner: isOwner }) => {
      const { default: sdk } = (await window.actor.vendor.chat()) as unknown as {
        default: { create(options: object): Chat };
      };
      const chat = sdk.create({ SDKAppID: appId, proxyServer: proxy });
      chat.setLogLevel(4);
      const ready = new Promise<void>((resolve) => chat.on('sdkStateReady', () => resolve()));
      window.rawHeard = [];
      chat.on('onMessageReceived', ({ data }) => window.rawHeard.push(...data));
      await chat.login({ userID, userSig });
      await ready;
      if (isOwner) await chat.createGroup({ type: 'AVChatRoom', groupID, name: groupID });
      await chat.joinGroup({ groupID, type: 'AVChatRoom' });
      window.rawChat = chat;
    }, login);
    return new RawMember(page, room);
  }

  /** Says what an iLiveSDK host says: a number and a string. */
  command(userAction: number, actionParam = ''): Promise<void> {
    return this.custom({ data: JSON.stringify({ userAction, actionParam }), description: '', extension: '' });
  }

  custom(body: Custom): Promise<void> {
    return this.#say('createCustomMessage', body);
  }

  /** The commands of this number that were heard, in order. */
  heard(userAction: number): Promise<Custom[]> {
    return this.page.evaluate(
      (number) =>
        window.rawHeard.flatMap(({ payload }) =>
          'data' in payload && (JSON.parse(payload.data) as { userAction?: unknown }).userAction === number
            ? [payload]
            : [],
        ),
      userAction,
    );
  }

  text(text: string): Promise<void> {
    return this.#say('createTextMessage', { text });
  }

  writeAttributes(attributes: Record<string, string>): Promise<void> {
    return this.page.evaluate(
      async ([groupID, groupAttributes]) => {
        // The SDK wants them read before the first change.
        await window.rawChat.getGroupAttributes({ groupID, keyList: [] });
        await window.rawChat.setGroupAttributes({ groupID, groupAttributes });
      },
      [this.#room, attributes] as const,
    );
  }

  /** As the owner: nobody else may write, or everybody again. */
  muteAll(muteAllMembers: boolean): Promise<void> {
    return this.page.evaluate(
      async ([groupID, mute]) => void (await window.rawChat.updateGroupProfile({ groupID, muteAllMembers: mute })),
      [this.#room, muteAllMembers] as const,
    );
  }

  async #say(make: 'createCustomMessage' | 'createTextMessage', payload: object): Promise<void> {
    await this.page.evaluate(
      async ([name, to, content]) => {
        const message = window.rawChat[name]({ to, conversationType: 'GROUP', priority: 'High', payload: content });
        await window.rawChat.sendMessage(message);
      },
      [make, this.#room, payload] as const,
    );
  }
}
