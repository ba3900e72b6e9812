// From a publisher's names for codecs and header extensions to a subscriber's.
import { RtpHeader } from 'werift';
import type { Ability } from './ability.js';
import { extensionsAt, namesAt, type Names } from './codecs.js';
import type { MediaPacket } from './uplink.js';

interface Pair {
  readonly from: Ability;
  readonly names: ReadonlyMap<number, Names>;
  readonly audio: ReadonlyMap<number, number>;
  readonly video: ReadonlyMap<number, number>;
}

export class Translation {
  readonly #to: Ability;
  /** For the publisher's connection as it is: another one has another ability. */
  #pair: Pair | undefined;

  constructor(to: Ability) {
    this.#to = to;
  }

  /** How the subscriber calls what this packet is coded with; undefined when he cannot decode it. */
  namesOf({ header }: MediaPacket, from: Ability): Names | undefined {
    return this.#from(from).names.get(header.payloadType);
  }

  /** The packet's header as it goes out, with `own` in the place of what the publisher said. */
  headerOf({ kind, header }: MediaPacket, from: Ability, own: Partial<RtpHeader>): RtpHeader {
    const numbers = this.#from(from)[kind === 'audio' ? 'audio' : 'video'];
    const extensions = header.extensions.flatMap(({ id, payload }) => {
      const number = numbers.get(id);
      return number === undefined ? [] : [{ id: number, payload }];
    });
    const { marker, extensionProfile } = header;
    return new RtpHeader({ marker, extensionProfile, extensions, extension: extensions.length > 0, ...own });
  }

  #from(from: Ability): Pair {
    if (this.#pair?.from === from) return this.#pair;
    const extensions = (part: 'audio' | 'video') => extensionsAt(from, this.#to, part);
    this.#pair = { from, names: namesAt(from, this.#to), audio: extensions('audio'), video: extensions('video') };
    return this.#pair;
  }
}
