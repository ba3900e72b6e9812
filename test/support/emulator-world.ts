// An emulator of its own for a browser test: started in Node, steered from the page.
//
//   const emulator = await startEmulatorWorld({ chat: { pollingIntervalMs: 50 }, stage: { privateMapKey: true } });
//   const app = emulator.newApp();                            // an SDKAppID nobody has used: an SDK instance of its own
//   const userSig = await emulator.sign('ana', { app });
//   settings: { sdkAppId: app, imProxy: emulator.chatUrl, avProxy: emulator.stageUrl }
//   await emulator.plant({ on: 'request', do: 'error', code: 10017, command: 'send_group_msg', user: 'ana' });
//   await emulator.perform({ action: 'kick', user: 'ana' });  // the stage's: add part: 'stage'
//   await emulator.close();                                   // rejects when an SDK wanted what the emulator does not know
//
// All SDKAppIDs lead into the same rooms: with one each, several people fit on one page.
import { commands } from 'vitest/browser';
import type { Fault, FaultAction, Impairment } from '../../emulator/index.js';
import type { EmulatorOrders, PlainOptions, StageRights } from './emulator-host.js';

const DAY = 86_400;

declare module 'vitest/browser' {
  interface BrowserCommands {
    emulator(order: string, ...args: unknown[]): Promise<unknown>;
  }
}

/** `app` = the SDKAppID to sign for; `seconds` = how long it is good (default a day), negative: it has run out. */
export interface SignOptions {
  readonly app?: number;
  readonly seconds?: number;
  readonly secretKey?: string;
}

export type EmulatorWorld = Awaited<ReturnType<typeof startEmulatorWorld>>;

async function order<Name extends keyof EmulatorOrders>(
  name: Name,
  ...args: Parameters<EmulatorOrders[Name]>
): Promise<Awaited<ReturnType<EmulatorOrders[Name]>>> {
  return (await commands.emulator(name, ...args)) as Awaited<ReturnType<EmulatorOrders[Name]>>;
}

export async function startEmulatorWorld(options: PlainOptions = {}) {
  const { id, sdkAppId, chatUrl, stageUrl, loggerUrl } = await order('start', options);
  const signing = (user: string, { app = sdkAppId, seconds = DAY, secretKey }: SignOptions) => ({
    user,
    sdkAppId: app,
    seconds,
    ...(secretKey !== undefined && { secretKey }),
  });
  return {
    sdkAppId,
    /** For `imProxy`. With `/<name>` after it, `perform({ action: 'cut-off', user: name })` refuses sockets before anybody logs in. */
    chatUrl,
    /** For `avProxy`. */
    stageUrl,
    /** For the stage SDK's `loggerProxy`. */
    loggerUrl,
    newApp: () => sdkAppId + 1 + Math.floor(Math.random() * 999_999),
    sign: (user: string, sign: SignOptions = {}) => order('sign', id, signing(user, sign)),
    signStage: (user: string, rights: StageRights, sign: SignOptions = {}) =>
      order('signStage', id, signing(user, sign), rights),
    plant: (fault: Fault) => order('plant', id, fault),
    strikes: (planted: number) => order('strikes', id, planted),
    clear: () => order('clear', id),
    perform: (action: FaultAction) => order('perform', id, action),
    /** Spoils media until the returned function is called. */
    async spoil(impairment: Impairment): Promise<() => Promise<void>> {
      const spoilt = await order('spoil', id, impairment);
      return () => order('unspoil', id, spoilt);
    },
    banFromStage: (user: string) => order('banFromStage', id, user),
    disbandStage: (stage: number | string) => order('disbandStage', id, stage),
    connections: () => order('connections', id),
    group: (room: string) => order('group', id, room),
    async close(): Promise<void> {
      const unknown = await order('close', id);
      if (unknown.length > 0) throw new Error(`The emulator does not know: ${unknown.join(', ')}`);
    },
  };
}
