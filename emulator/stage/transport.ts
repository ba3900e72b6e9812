// The server's end of somebody's one connection: ICE-lite, DTLS as the passive side, SRTP; all of it werift's.
import {
  RTCDtlsFingerprint,
  RTCDtlsParameters,
  RTCDtlsTransport,
  RTCIceGatherer,
  RTCIceParameters,
  RTCIceTransport,
  type RtcpPacket,
  type RtpHeader,
  type RtpPacket,
} from 'werift';
import { ANY_ADDRESS, ownAddresses } from '../support/addresses.js';
import type { Ability, Endpoint } from './ability.js';

const AEAD_AES_128_GCM = 0x0007;
const AES_CM_128_HMAC_SHA1_80 = 0x0001;

export interface TransportListener {
  connected(): void;
  media(packet: RtpPacket): void;
  control(packet: RtcpPacket): void;
}

/** Costs some milliseconds, once a process: better before somebody waits for it. */
export async function prepareTransports(): Promise<void> {
  await RTCDtlsTransport.SetupCertificate();
}

export class Transport {
  readonly endpoint: Endpoint;
  readonly #ice: RTCIceTransport;
  readonly #dtls: RTCDtlsTransport;
  #connected = false;

  /** Resolves when media can be sent to it; who connects does so later. */
  static async open(ability: Ability, host: string, listener: TransportListener): Promise<Transport> {
    await prepareTransports();
    const gatherer = new RTCIceGatherer({
      iceLite: true,
      useIpv6: false,
      // 127.0.0.1 is never found by itself, and where only one address is wanted no socket may listen elsewhere.
      useIpv4: host === ANY_ADDRESS,
      additionalHostAddresses: [host === ANY_ADDRESS ? '127.0.0.1' : host],
      ...(host !== ANY_ADDRESS && { interfaceAddresses: { udp4: host } }),
      // The first check is as good as the one that nominates, which browsers send 50 ms later; their DTLS does not wait.
      filterStunResponse: (check) => {
        if (host !== ANY_ADDRESS) check.setAttribute('USE-CANDIDATE', null);
        return true;
      },
    });
    const ice = new RTCIceTransport(gatherer);
    ice.connection.iceControlling = false;
    const dtls = new RTCDtlsTransport({}, ice, undefined, [AEAD_AES_128_GCM, AES_CM_128_HMAC_SHA1_80]);
    dtls.role = 'server';
    await gatherer.gather();
    return new Transport(ice, dtls, ability, host, listener);
  }

  private constructor(
    ice: RTCIceTransport,
    dtls: RTCDtlsTransport,
    ability: Ability,
    host: string,
    listener: TransportListener,
  ) {
    this.#ice = ice;
    this.#dtls = dtls;
    this.endpoint = endpointOf(ice, dtls, host);
    const { ufrag: usernameFragment, password } = ability.ice;
    ice.setRemoteParams(new RTCIceParameters({ usernameFragment, password, iceLite: false }));
    const fingerprint = new RTCDtlsFingerprint(ability.dtls.hash, ability.dtls.fingerprint);
    dtls.setRemoteParams(new RTCDtlsParameters([fingerprint], 'client'));
    dtls.onRtp.subscribe((packet) => listener.media(packet));
    dtls.onRtcp.subscribe((packet) => listener.control(packet));
    // Who never connects, or goes away meanwhile, is noticed by his signalling.
    void this.#connect(listener).catch(() => undefined);
  }

  get connected(): boolean {
    return this.#connected;
  }

  send(payload: Buffer, header: RtpHeader): void {
    if (this.#connected) void this.#dtls.sendRtp(payload, header).catch(() => undefined);
  }

  control(packets: RtcpPacket[]): void {
    if (this.#connected) void this.#dtls.sendRtcp(packets).catch(() => undefined);
  }

  close(): void {
    this.#connected = false;
    void Promise.allSettled([this.#dtls.stop(), this.#ice.stop()]);
  }

  async #connect(listener: TransportListener): Promise<void> {
    await this.#ice.start();
    await this.#dtls.start();
    this.#connected = true;
    listener.connected();
  }
}

function endpointOf(ice: RTCIceTransport, dtls: RTCDtlsTransport, host: string): Endpoint {
  const announced = new Set(host === ANY_ADDRESS ? ownAddresses() : [host]);
  const [fingerprint] = dtls.localParameters.fingerprints;
  return {
    addresses: ice.localCandidates
      .filter(({ ip, protocol }) => announced.has(ip) && protocol === 'udp')
      .map(({ ip, port, priority }) => ({ ip, port, priority })),
    ice: { ufrag: ice.localParameters.usernameFragment, password: ice.localParameters.password },
    dtls: { hash: fingerprint!.algorithm, fingerprint: fingerprint!.value },
  };
}
