// The local provider on a line that loses every announcement and every word of a new record; talk gets through.
import type { ImSignal, Provider } from '../../../src/core/index.js';
import { localProvider } from '../../../src/core/providers/local/index.js';

export const deafProvider: Provider = (context) => {
  const ports = localProvider(context);
  const listen = ports.im.listen.bind(ports.im);
  ports.im.listen = (listener) => listen((signal) => (isLost(signal) ? undefined : listener(signal)));
  return ports;
};

function isLost(signal: ImSignal): boolean {
  return signal.type === 'profile-changed' || (signal.type === 'command' && signal.command.type !== 'text');
}
