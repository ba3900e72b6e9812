// Somebody who uses the chat's SDK without the kit: to say what the kit would never say, and to tidy up what it could not.
import type { Page } from 'playwright';
// Declares `window.actor`.
import type {} from '../test/e2e/pages/actor.js';

export interface BareOrder {
  /** Where credentials come from. */
  readonly credentials: string;
  readonly room: string;
  readonly user: string;
  readonly role: 'host' | 'viewer';
  /** Custom messages to send, after joining. Default: none, and no joining. */
  readonly say?: readonly { readonly data: string; readonly extension: string }[];
  /** Dismisses the room; one that is not there is fine. */
  readonly dismiss?: boolean;
  /** Does not log out: see {@link hearsDismissal}. */
  readonly stay?: boolean;
}

declare global {
  interface Window {
    /** Resolves when the room of somebody who stays has been dismissed. */
    dismissed: Promise<void>;
  }
}

interface Received {
  readonly data: readonly { readonly payload?: { readonly operationType?: number } }[];
}

/** Logs in on a page that has no element, carries out the order and logs out. Rejects with what the SDK says. */
export async function carryOut(page: Page, order: BareOrder): Promise<void> {
  await page.evaluate(async ({ credentials, room, user, role, say = [], dismiss, stay }) => {
    const GONE = [10010, 10015];
    const DISMISSED = 5;
    const answer = await fetch(`${credentials}?${new URLSearchParams({ room, user, role })}`);
    const { sdkAppId, userId, userSig } = (await answer.json()) as {
      sdkAppId: number;
      userId: string;
      userSig: string;
    };
    const { default: sdk } = await window.actor.vendor.chat();
    const chat = sdk.create({ SDKAppID: sdkAppId });
    chat.setLogLevel(4);
    window.dismissed = new Promise((resolve) =>
      chat.on(sdk.EVENT.MESSAGE_RECEIVED, ({ data }: Received) => {
        if (data.some(({ payload }) => payload?.operationType === DISMISSED)) resolve();
      }),
    );
    const ready = new Promise<void>((resolve) => chat.on(sdk.EVENT.SDK_READY, () => resolve()));
    await chat.login({ userID: userId, userSig });
    await ready;
    if (say.length > 0) await chat.joinGroup({ groupID: room, applyMessage: '' });
    for (const { data, extension } of say) {
      const payload = { data, description: '', extension };
      const conversationType = sdk.TYPES.CONV_GROUP;
      await chat.sendMessage(chat.createCustomMessage({ to: room, conversationType, payload }));
    }
    if (dismiss) {
      await chat.dismissGroup(room).catch((error: { code?: number; message?: string }) => {
        if (!GONE.includes(error.code ?? 0)) throw new Error(`dismissing failed: ${error.code} ${error.message}`);
      });
    }
    if (!stay) await chat.destroy();
  }, order);
}

/** Waits until the service tells somebody who stayed that the room is gone. */
export async function hearsDismissal(page: Page): Promise<void> {
  await page.evaluate(() => window.dismissed);
}
