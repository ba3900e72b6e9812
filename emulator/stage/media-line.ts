// Somebody's one connection for media, with the bad network that faults put before it.
import type { RtcpPacket, RtpHeader } from 'werift';
import type { PartContext } from '../support/part.js';
import { answerAbility, type Ability } from './ability.js';
import type { Sink } from './forward.js';
import type { Impairments } from './impairments.js';
import type { StageOptions } from './options.js';
import { readFeedback, type Feedback } from './rtcp.js';
import { Transport } from './transport.js';
import { Uplink, type MediaPacket } from './uplink.js';
import type { Fields } from './wire.js';

export interface LineLinks {
  readonly context: PartContext;
  readonly options: StageOptions;
  readonly impairments: Impairments;
}

export interface LineListener {
  connected(): void;
  media(packet: MediaPacket): void;
  feedback(feedback: Feedback): void;
}

export class MediaLine implements Sink {
  readonly ability: Ability;
  /** What the browser must know of it. */
  readonly answer: Fields;
  readonly uplink: Uplink;
  readonly #transport: Transport;
  readonly #pass: Pass;

  static async open(user: string, ability: Ability, links: LineLinks, listener: LineListener): Promise<MediaLine> {
    const pass: Pass = (direction, bytes, deliver) => links.impairments.pass(user, direction, bytes, deliver);
    const transport = await Transport.open(ability, links.options.mediaHost, {
      connected: () => listener.connected(),
      media: (packet) =>
        pass('up', packet.payload.length, () => {
          const media = line.uplink.receive(packet);
          if (media) listener.media(media);
        }),
      control: (packet) =>
        pass('up', 0, () => {
          const feedback = readFeedback(packet);
          if (feedback) listener.feedback(feedback);
        }),
    });
    // Nothing has come before it is there: the browser does not know yet where to connect to.
    const line = new MediaLine(ability, transport, links, pass);
    return line;
  }

  private constructor(ability: Ability, transport: Transport, { context, options }: LineLinks, pass: Pass) {
    this.ability = ability;
    this.answer = answerAbility(ability, transport.endpoint, options.codec);
    this.uplink = new Uplink(ability, context.clock, (packets) => this.control(packets));
    this.#transport = transport;
    this.#pass = pass;
  }

  get connected(): boolean {
    return this.#transport.connected;
  }

  send(payload: Buffer, header: RtpHeader): void {
    this.#pass('down', payload.length, () => this.#transport.send(payload, header));
  }

  control(packets: RtcpPacket[]): void {
    this.#pass('down', 0, () => this.#transport.control(packets));
  }

  close(): void {
    this.uplink.close();
    this.#transport.close();
  }
}

type Pass = (direction: 'up' | 'down', bytes: number, deliver: () => void) => void;
