// `npm run emulator`: the emulator alone, until Ctrl+C.
import { parseArgs } from 'node:util';
import { startEmulator, urlsAt, type Emulator, type EmulatorUrls } from './start.js';
import { ANY_ADDRESS, isLoopbackAddress, networkAddresses } from './support/addresses.js';

const HELP = `npm run emulator -- [--port <number>] [--host [<address>]]
  --port   default 9600
  --host   default 127.0.0.1, this machine only. --host alone listens on every network of this machine (0.0.0.0).`;

const OPEN_TO_ALL = `Anybody on your network can now reach this server. As its secret key is public, that means: log in as any user, the
host included; read and write in every room; watch every stage and publish on it. Nothing is encrypted but the media.
Faults can be planted from this machine only. It holds nothing but the rooms of this session: stop it when the phone has
seen enough. A phone can watch a page on plain http; to publish from it, browsers want https.`;

const DEFAULT_PORT = '9600';

/** Runs the command line; returns the emulator, or undefined when only help was wanted. */
export async function run(args: readonly string[], print: (line: string) => void): Promise<Emulator | undefined> {
  const { values } = parseArgs({
    // `--host` without an address means all of them, as in Vite.
    args: args.flatMap((arg, i) => (arg === '--host' && !/^[^-]/.test(args[i + 1] ?? '') ? [arg, ANY_ADDRESS] : [arg])),
    options: {
      port: { type: 'string', default: DEFAULT_PORT },
      host: { type: 'string', default: '127.0.0.1' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    print(HELP);
    return undefined;
  }
  const emulator = await startEmulator({ host: values.host, port: Number(values.port), warn: print });
  printUrls(emulator, print);
  print(`App:   SDKAppID ${emulator.sdkAppId}, secret key "${emulator.secretKey}" (worth nothing elsewhere)`);
  print(`Fault: POST http://127.0.0.1:${emulator.port}/__faults`);
  if (!isLoopback(values.host)) {
    const addresses = values.host === ANY_ADDRESS ? networkAddresses() : [values.host];
    for (const address of addresses) {
      print(`From the network, at ${address}:`);
      printUrls(urlsAt(address, emulator.port), print);
    }
    print(OPEN_TO_ALL);
  }
  return emulator;
}

function printUrls({ chatUrl, stageUrl, loggerUrl }: EmulatorUrls, print: (line: string) => void): void {
  print(`Chat:  proxyServer ${chatUrl}`);
  print(`Stage: websocketProxy ${stageUrl}, loggerProxy ${loggerUrl}`);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || isLoopbackAddress(host);
}
