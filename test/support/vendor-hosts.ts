// Stands in for the vendor: the hosts that the two SDKs ask in production lead to an emulator. No proxy option is set.
import { startEmulator, type Emulator, type EmulatorOptions, type SeenRequest } from '../../emulator/index.js';
import { isElsewhere, onlyThisMachine } from './browser.js';

/** Every host that is in the code of the two SDKs and that they ask by themselves, as Chromium's rules write patterns. */
export const VENDOR_HOSTS = [
  // Chat: sockets of all regions (`<app>w4c.my-imcloud.com` first), the backups, online checks, telemetry, sentences.
  '*.my-imcloud.com',
  '*.my-cpaas.com',
  '*.im.qcloud.com',
  '*.im.tencent.cn',
  'web.sdk.qcloud.com',
  'web.sdk.tencent.cn',
  'web.sdk.cloud.tencent.cn',
  // Chat, when no name can be resolved.
  ...['162.14.10.42', '162.14.13.104', '162.14.13.203', '162.14.13.254'],
  ...['162.14.19.159', '162.14.19.46', '162.14.3.17', '43.129.34.169'],
  // Stage: scheduling of both regions, signalling, telemetry.
  '*.cloud-rtc.com',
  '*.cloud-rtc.net',
  '*.rtc-web.com',
  '*.rtc-web.io',
  '*.rtc.qq.com',
  '*.tim.qq.com',
] as const;

/** Where scheduling sends the stage SDK. The names are made up; the service gives a main and a backup one. */
export const SIGNAL_HOSTS = ['signal-main.rtc.qq.com', 'signal-backup.rtc.qq.com'] as const;

export interface VendorHosts {
  readonly emulator: Emulator;
  /** For `launchBrowser`: the vendor's hosts lead to the emulator, this machine to itself, all others nowhere. */
  readonly flags: readonly string[];
  /** What the emulator was asked, oldest first. */
  readonly requests: readonly SeenRequest[];
  /** For `openTabs`: whether a URL leads neither to this machine nor to the vendor. */
  readonly isStray: (url: URL) => boolean;
  close(): Promise<void>;
}

/** Starts an emulator in the vendor's place, with TLS and a certificate that `flags` tell Chromium not to check. */
export async function startVendorHosts(options: EmulatorOptions = {}): Promise<VendorHosts> {
  const requests: SeenRequest[] = [];
  const emulator = await startEmulator({
    ...options,
    tls: true,
    stage: { signalHosts: SIGNAL_HOSTS, ...options.stage },
    requests(request) {
      requests.push(request);
      options.requests?.(request);
    },
  });
  return {
    emulator,
    flags: [onlyThisMachine(...rulesFor(emulator.port)), '--ignore-certificate-errors'],
    requests,
    isStray: (url) => isElsewhere(url) && !isVendorHost(url.hostname),
    close: () => emulator.close(),
  };
}

function rulesFor(port: number): string[] {
  return VENDOR_HOSTS.map((host) => `MAP ${host} 127.0.0.1:${port}`);
}

export function isVendorHost(host: string): boolean {
  return VENDOR_HOSTS.some((known) => (known.startsWith('*') ? host.endsWith(known.slice(1)) : host === known));
}
