// `npm run emulator`: the emulator alone, until Ctrl+C.
import { networkInterfaces } from 'node:os';
import { parseArgs } from 'node:util';
import { startEmulator, type Emulator } from './start.js';

const HELP = `npm run emulator -- [--port <number>] [--host [<address>]]
  --port   default 9600
  --host   default 127.0.0.1, this machine only. --host alone listens on every network of this machine (0.0.0.0).`;

const DEFAULT_PORT = '9600';

/** Runs the command line; returns the emulator, or undefined when only help was wanted. */
export async function run(args: readonly string[], print: (line: string) => void): Promise<Emulator | undefined> {
  const { values } = parseArgs({
    // `--host` without an address means all of them, as in Vite.
    args: args.flatMap((arg, i) => (arg === '--host' && !/^[^-]/.test(args[i + 1] ?? '') ? [arg, '0.0.0.0'] : [arg])),
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
  print(`Chat:  proxyServer ${emulator.chatUrl}`);
  print(`Stage: websocketProxy ${emulator.stageUrl}, loggerProxy ${emulator.loggerUrl}`);
  print(`App:   SDKAppID ${emulator.sdkAppId}, secret key "${emulator.secretKey}" (worth nothing elsewhere)`);
  print(`Fault: POST http://127.0.0.1:${emulator.port}/__faults`);
  if (!isLoopback(values.host)) {
    for (const address of networkAddresses()) print(`From the network: proxyServer ws://${address}:${emulator.port}`);
    print(
      'Anybody on your network can now reach this server and, as its secret key is public, log in as any user. ' +
        'It holds nothing but the rooms of this session; stop it when the phone has seen enough.',
    );
  }
  return emulator;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

function networkAddresses(): readonly string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address);
}
